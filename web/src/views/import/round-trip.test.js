// @ts-expect-error Node's types stay out of the page's sources.
import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { detectLayout } from '../../reading/files/columns.js';
import { detectDateOrder } from '../../reading/files/dates.js';
import { toCsv } from './export-csv.js';
import { FileError, readFile } from '../../reading/files/file-reading.js';
import { idsOf } from '../../reading/files/identity.js';
import { neutralised, restored } from '../../reading/files/neutral-text.js';
import { detectSpendingSign, readLedger } from '../../reading/files/rows.js';

/** @param {string | Uint8Array<ArrayBuffer>} content */
async function readText(content) {
  const { rows } = await readFile(new Blob([content]));
  const { header, roles } = detectLayout(rows);
  const body = rows.slice(header + 1);
  const column = roles.indexOf('date');
  const { order } = detectDateOrder(body.map((row) => row[column] ?? ''));
  const { sign } = detectSpendingSign(body, roles);
  return readLedger(body, { roles, order, spendingSign: sign, countedTypes: {} }, header + 2);
}

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
    const { expenses: back, refused } = await readText(toCsv(expenses, () => '+Pets, "and" more'));
    expect(refused).toEqual([]);
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

  it('runs in no spreadsheet', () => {
    const csv = toCsv([expense({ description: '=HYPERLINK("x")', tags: ['@a'] })], () => '-cat');
    const cells = csv.split('\r\n')[1];
    expect(cells).toBe(
      `2026-11-23,1234.50,'-cat,"'=HYPERLINK(""x"")",'@a,INR,0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b`,
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
    const { expenses } = await readText(lines.join('\n').replaceAll(',', delimiter));
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
    expect((await readText(utf16)).expenses[0].description).toBe('café');
    expect((await readText(windows)).expenses[0].description).toBe('café');
  });

  it('may hold line breaks in quotes, and refused rows are still told by their row', async () => {
    const { expenses, refused } = await readText(
      'Date,Amount,Note\n25-01-2026,5,"a\nb"\n\nx,5,c\n',
    );
    expect(expenses[0].description).toBe('a b');
    expect(refused[0].line).toBe(4);
  });

  it('are refused when empty or no text', async () => {
    await expect(readFile(new Blob([]))).rejects.toThrow(FileError);
    await expect(readFile(new Blob(['\n\n']))).rejects.toMatchObject({ problem: 'empty' });
    await expect(readFile(new Blob(['PK\x03\x04\0\0']))).rejects.toMatchObject({
      problem: 'not-csv',
    });
  });

  it('are read in chunks without losing a row', async () => {
    const lines = Array.from(
      { length: 40_000 },
      (_, index) => `25-01-2026,${index + 1},"row ${index}"`,
    );
    const { expenses } = await readText(`Date,Amount,Note\n${lines.join('\n')}`);
    expect(expenses).toHaveLength(40_000);
    expect(expenses.every(({ amount_paise }, index) => amount_paise === (index + 1) * 100)).toBe(
      true,
    );
  });
});

const HOUSEHOLD = new URL('../../../../../shared/data/household.csv', import.meta.url);

describe.skipIf(!existsSync(HOUSEHOLD))("a real household's ledger", async () => {
  const expected = existsSync(HOUSEHOLD)
    ? JSON.parse(readFileSync(new URL('household.expected.json', HOUSEHOLD), 'utf8'))
    : null;
  const ledger = existsSync(HOUSEHOLD) ? await readText(readFileSync(HOUSEHOLD, 'utf8')) : null;

  it('adds up to the paisa, by category and by month', () => {
    /** @type {Record<string, number>} */
    const byCategory = {};
    /** @type {Record<string, number>} */
    const byMonth = {};
    for (const { date, category, amount_paise } of ledger?.expenses ?? []) {
      byCategory[category] = (byCategory[category] ?? 0) + amount_paise;
      byMonth[date.slice(0, 7)] = (byMonth[date.slice(0, 7)] ?? 0) + amount_paise;
    }
    expect(ledger?.expenses).toHaveLength(expected.expenses);
    expect(byCategory).toEqual(expected.by_category);
    expect(byMonth).toEqual(expected.by_month);
  });

  it('leaves out its income and transfers, and refuses nothing', () => {
    const reasons = ledger?.leftOut.map(({ reason }) => reason) ?? [];
    expect(reasons.filter((reason) => reason === 'income')).toHaveLength(125);
    expect(reasons.filter((reason) => reason === 'transfer')).toHaveLength(160);
    expect(ledger?.refused).toEqual([]);
  });

  it('gives every row an id of its own, repeated rows too', async () => {
    const ids = await idsOf(ledger?.expenses.map(({ cells }) => cells) ?? []);
    expect(new Set(ids).size).toBe(expected.expenses);
  });
});
