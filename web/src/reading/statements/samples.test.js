// @ts-expect-error The page itself has no Node: its types aren't installed.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { readStatement } from './read-file.js';

const SHARED = new URL('../../../../../shared/', import.meta.url);
const present = existsSync(new URL('statements/expected.json', SHARED));
/** @param {string} path */
const bytesOf = (path) => new Uint8Array(readFileSync(new URL(path, SHARED)));

/** @typedef {{date: string, amount_paise: number, description_has?: string, tags?: string[], of?: string}} Wanted */
/**
 * @typedef {{expenses: Wanted[], refunds_offered: Wanted[], left_out: Record<string, number>,
 *   refused: number, total_paise: number, count: number}} Expected
 */

/** @type {[string, Expected][]} */
const samples = present
  ? Object.entries(
      JSON.parse(readFileSync(new URL('statements/expected.json', SHARED), 'utf8')),
    ).filter(([, { files }]) => !files)
  : [];

/** @param {readonly {reason: string}[]} rows */
function counted(rows) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

describe.skipIf(!present)(
  'the sample statements (skipped where ../shared/statements is absent)',
  () => {
    it.each(samples)('%s comes out right with no correction', async (name, expected) => {
      const statement = await readStatement(bytesOf(`statements/${name}`));
      const { expenses, refunds, left_out, refused } = statement;
      expect(expenses.map(({ date, amount_paise }) => ({ date, amount_paise }))).toEqual(
        expected.expenses.map(({ date, amount_paise }) => ({ date, amount_paise })),
      );
      expected.expenses.forEach(({ description_has, tags }, index) => {
        expect(expenses[index].description).toContain(description_has ?? '');
        if (tags) expect(expenses[index].tags).toEqual(tags);
      });
      expect(
        refunds.map(({ date, amount_paise, of }) => ({ date, amount_paise, ...(of && { of }) })),
      ).toEqual(expected.refunds_offered);
      expect(counted(left_out)).toEqual(expected.left_out);
      expect(refused).toEqual([]);
      expect(expenses.filter(({ doubts }) => doubts.length > 0)).toEqual([]);
    });

    it('gives the same reference to one payment in two overlapping files', async () => {
      const [first, second] = await Promise.all(
        ['overlap-1-october.csv', 'overlap-2-september-october.csv'].map((name) =>
          readStatement(bytesOf(`statements/${name}`)),
        ),
      );
      expect(first.expenses.map(({ reference }) => reference)).toEqual([
        '628400000024',
        '628700000071',
        '629300000072',
      ]);
      expect(second.expenses.map(({ reference }) => reference).slice(1)).toEqual(
        first.expenses.map(({ reference }) => reference),
      );
      expect(second.expenses.reduce((sum, { amount_paise }) => sum + amount_paise, 0)).toBe(
        1835200,
      );
    });
  },
);

const household = existsSync(new URL('data/household.csv', SHARED));

describe.skipIf(!household)(
  'the household’s ledger (skipped where ../shared/data is absent)',
  () => {
    it('comes out to the paisa, with every row accounted for', async () => {
      const expected = JSON.parse(
        readFileSync(new URL('data/household.expected.json', SHARED), 'utf8'),
      );
      const { expenses, refunds, left_out, refused, no_row, doubts } = await readStatement(
        bytesOf('data/household.csv'),
      );
      expect(expenses).toHaveLength(expected.expenses);
      /** @type {Record<string, number>} */
      const months = {};
      for (const { date, amount_paise } of expenses) {
        months[date.slice(0, 7)] = (months[date.slice(0, 7)] ?? 0) + amount_paise;
      }
      expect(months).toEqual(expected.by_month);
      expect(counted(left_out)).toEqual({ 'money in': 125, 'transfer to oneself': 160 });
      expect([refunds, refused, no_row.map(({ line }) => line), doubts]).toEqual([[], [], [1], []]);
    });
  },
);
