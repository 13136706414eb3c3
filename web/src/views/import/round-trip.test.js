// @ts-expect-error Node's types stay out of the page's sources.
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { toCsv } from './export-csv.js';
import { neutralised, restored } from '../../reading/neutral-text.js';
import { NO_CHOICES, planImport, rowsToImport } from '../../reading/import-plan.js';
import { readStatement } from '../../reading/statements/read-file.js';
import { UnreadableFile } from '../../reading/statements/unreadable.js';

/** @param {string | Uint8Array<ArrayBuffer>} content */
const read = (content) =>
  readStatement(typeof content === 'string' ? new TextEncoder().encode(content) : content);

const NOTHING_KNOWN = { categories: [], rule: () => undefined, before: () => undefined };

/** @param {Partial<import('../../types.js').Expense>} more */
const expense = (more) => ({
  id: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  date: '2026-11-23',
  amount_paise: 123450,
  category: 'c',
  description: '',
  tags: [],
  version: 1,
  ...more,
});

describe('what is exported', () => {
  it('is imported back as it was', async () => {
    const texts = [
      '=1+1',
      '+91 98',
      '-5',
      '@home',
      "'quoted",
      "'=x",
      "''",
      'a, "b"; c',
      'चाय ☕ ₹20',
      '<img src=x onerror=alert(1)>',
    ];
    const expenses = texts.map((description, index) =>
      expense({
        id: `0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a${String(index).padStart(2, '0')}`,
        description,
        amount_paise: 10 ** index,
        tags: ['=tag', 'with; semicolon', 'back\\slash', "it's"].slice(0, index),
      }),
    );
    const statement = await read(toCsv(expenses, () => '+Pets, "and" more'));
    expect([statement.refused, statement.left_out, statement.doubts]).toEqual([[], [], []]);
    const { rows } = planImport(statement, NO_CHOICES, NOTHING_KNOWN);
    const back = rowsToImport({ rows, categories: [] }).map(({ expense: its }) => its);
    expect(
      back.map(({ id, date, amount_paise, description, tags }) => ({
        id,
        date,
        amount_paise,
        description,
        tags,
      })),
    ).toEqual(
      expenses.map(({ id, date, amount_paise, description, tags }) => ({
        id,
        date,
        amount_paise,
        description,
        tags,
      })),
    );
    expect(back[0].category).toBe('+Pets, "and" more');
  });

  it('tells a refund and the reference of a payment', async () => {
    const expenses = [
      expense({
        kind: 'refund',
        reference: '-0042 A',
        description: 'Paid with 628700000071',
        of: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c',
      }),
      expense({ id: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c', description: 'UPI/628700000071' }),
    ];
    const statement = await read(toCsv(expenses, () => 'Food'));
    const [refund] = planImport(statement, NO_CHOICES, NOTHING_KNOWN).rows.filter(
      ({ kind }) => kind === 'refund',
    );
    expect(refund.expense).toMatchObject({
      reference: '-0042 A',
      amount_paise: 123450,
      purchase: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c',
    });
    expect(statement.expenses).toMatchObject([{ reference: null }]);
  });

  it('may be a file from before there were refunds', async () => {
    const { expenses } = await read(
      "Date,Amount,Category,Description,Tags,Currency,Id\r\n2026-11-23,5.00,Food,'=1+1,,INR,\r\n",
    );
    expect(expenses).toMatchObject([{ amount_paise: 500, description: '=1+1' }]);
  });

  it('says who paid in a shared ledger, and goes back to them', async () => {
    const names = new Map([
      ['m-1', 'Asha'],
      ['m-2', '=Ravi'],
      ['m-3', 'Left long ago'],
    ]);
    const expenses = [...names.keys()].map((by, index) =>
      expense({ by, id: `0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a0${index}`, description: by }),
    );
    const csv = toCsv(
      expenses,
      () => 'Food',
      (id) => names.get(id) ?? '',
    );
    expect(csv.split('\r\n')[0]).toMatch(/,Refund of,Paid by$/u);
    const payers = ['m-1', 'm-2'].map((id) => ({ id, name: names.get(id) ?? '' }));
    const { rows } = planImport(await read(csv), NO_CHOICES, { ...NOTHING_KNOWN, payers });
    const back = rows.filter((row) => row.expense);
    expect(back.map((row) => [row.expense?.description, row.expense?.by, row.doubts])).toEqual([
      ['m-1', 'm-1', []],
      ['m-2', 'm-2', []],
      ['m-3', undefined, ['nobody here is called Left long ago, who paid: you are taken']],
    ]);
    const own = planImport(await read(csv), NO_CHOICES, NOTHING_KNOWN);
    expect(own.rows.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it('may be an older file, in which refunds have a minus', async () => {
    const { expenses: bought, refunds } = await read(
      'Date,Amount,Category,Description,Tags,Currency,Id\r\n2026-11-23,5.00,Food,a,,INR,\r\n2026-11-24,-2.00,Food,b,,INR,\r\n',
    );
    expect([bought, refunds]).toMatchObject([[{ amount_paise: 500 }], [{ amount_paise: 200 }]]);
  });

  it('runs in no spreadsheet', () => {
    const csv = toCsv([expense({ description: '=HYPERLINK("x")', tags: ['@a'] })], () => '-cat');
    const cells = csv.split('\r\n')[1];
    expect(cells).toBe(
      `2026-11-23,1234.50,expense,'-cat,"'=HYPERLINK(""x"")",'@a,INR,,0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b,`,
    );
  });

  it.each(['=', '+', '-', '@', '\t', '\r', "'"])('guards a leading %j', (first) => {
    expect(neutralised(`${first}x`)).toBe(`'${first}x`);
    expect(restored(neutralised(`${first}x`))).toBe(`${first}x`);
  });

  it('leaves an apostrophe of anybody else alone', () => expect(restored("'tis")).toBe("'tis"));
});

describe('files as they come', () => {
  it.each([',', ';', '\t', '|'])('may be delimited by %j', async (delimiter) => {
    const lines = ['Date,Amount,Note', '25-01-2026,5,a', '26-01-2026,6,b'];
    const { expenses } = await read(lines.join('\n').replaceAll(',', delimiter));
    expect(expenses.map(({ amount_paise }) => amount_paise)).toEqual([500, 600]);
  });

  it('may be UTF-16 or Windows-1252', async () => {
    const text = 'Date,Amount,Note\r\n25-01-2026,5,caf\u00e9\r\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    const windows = Uint8Array.from(text, (c) => c.charCodeAt(0));
    expect((await read(utf16)).expenses[0].description).toBe('café');
    expect((await read(windows)).expenses[0].description).toBe('café');
  });

  it('may hold line breaks in quotes, and refused rows are still told by their row', async () => {
    const { expenses, refused } = await read(
      'Date,Amount,Note\n25-01-2026,5,"a\nb"\n\n31-02-2026,5,cab\n',
    );
    expect(expenses[0].description).toBe('a b');
    expect(refused[0].row).toBe(5);
  });

  it.each([
    ['', 'empty'],
    ['\n\n', 'no rows'],
    ['PK\x03\x04\0\0', 'damaged'],
    ['\x01\0\x02\x03'.repeat(9), 'can’t be read'],
  ])('are refused in words: %j', async (content, said) => {
    const reading = read(Uint8Array.from(content, (c) => c.charCodeAt(0)));
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(said);
  });

  it('are read without losing a row', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `25-01-2026,${index + 1},"row ${index}"`,
    );
    const { expenses } = await read(`Date,Amount,Note\n${lines.join('\n')}`);
    expect(expenses).toHaveLength(10_000);
    expect(expenses.every(({ amount_paise }, index) => amount_paise === (index + 1) * 100)).toBe(
      true,
    );
  }, 30_000);
});

const HOUSEHOLD = new URL('../../../../../shared/data/household.csv', import.meta.url);

describe.skipIf(!existsSync(HOUSEHOLD))("a real household's ledger", async () => {
  const expected = existsSync(HOUSEHOLD)
    ? JSON.parse(readFileSync(new URL('household.expected.json', HOUSEHOLD), 'utf8'))
    : null;
  const statement = existsSync(HOUSEHOLD)
    ? await read(new Uint8Array(readFileSync(HOUSEHOLD)))
    : null;

  it('adds up to the paisa, by category and by month', () => {
    /** @type {Record<string, number>} */
    const byCategory = {};
    /** @type {Record<string, number>} */
    const byMonth = {};
    for (const { date, category, amount_paise } of statement?.expenses ?? []) {
      byCategory[category] = (byCategory[category] ?? 0) + amount_paise;
      byMonth[date.slice(0, 7)] = (byMonth[date.slice(0, 7)] ?? 0) + amount_paise;
    }
    expect(statement?.expenses).toHaveLength(expected.expenses);
    expect(byCategory).toEqual(expected.by_category);
    expect(byMonth).toEqual(expected.by_month);
  });

  it('gives every row an id of its own, repeated rows too', () => {
    const ids = statement?.expenses.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(expected.expenses);
  });
});
