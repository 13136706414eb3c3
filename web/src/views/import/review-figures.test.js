import { expect, it } from 'vitest';

import { NO_CHOICES, planImport } from '../../reading/import-plan.js';
import { readText } from '../../reading/statements/forms/told.js';
import { presenceOf } from './known-spending.js';
import { rowOutcomes } from './result-figures.js';
import { groupsOf, rowsToWrite, summaryOf } from './review-figures.js';

const GRID = 'Date,Food,Transport,Rent\n12/10/2026,50,,\n13/10/2026,300,20,8000\n';

it('tells apart the payments of one line, also where one of them is there', async () => {
  const statement = await readText(GRID);
  const known = { categories: [], rule: () => undefined, before: () => undefined };
  const plan = planImport(statement, NO_CHOICES, known);
  const there = plan.rows.find(({ expense }) => expense?.amount_paise === 30000)?.expense;
  const held = { kind: /** @type {const} */ ('expense'), ...there };
  const presences = presenceOf(plan.rows, [/** @type {any} */ (held)]);
  const groups = groupsOf(plan, presences);
  expect(groups.get('there')?.map(({ payee }) => payee)).toEqual(['Food']);
  expect(groups.get('expense')?.map(({ payee }) => payee)).toEqual(['Food', 'Transport', 'Rent']);
  expect(summaryOf(plan, presences)).toMatchObject({ count: 3, total: 807000 });

  const results = rowsToWrite(plan, presences).map((row) => ({
    row,
    status: row.payee === 'Rent' ? 'invalid' : 'created',
    problem: '',
  }));
  const outcomes = rowOutcomes(plan, presences, /** @type {any} */ ({ results }));
  expect(outcomes.map(({ line, refused }) => [line, refused])).toEqual([
    [2, false],
    [3, false],
    [3, false],
    [3, true],
  ]);
});
