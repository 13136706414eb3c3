import { expect, it } from 'vitest';

import { readText } from './forms/told.js';

/** @param {string} text */
const doubts = async (text) => (await readText(text)).doubts;

const ROWS = 'Date,Narration,Debit,Credit\n03/10/2026,Tea,20.00,\n13/10/2026,Friend,,500.00\n';
const SUMMARY = 'STATEMENT SUMMARY,,,\nOpening Balance,Debits,Credits,Closing Bal\n';

it.each([
  ['Total,,20.00,500.00\n', []],
  ['Total,,25.00,500.00\n', ['the total in row 4 doesn’t fit the rows above it']],
  [
    ',Page Total,20.00,500.00\n14/10/2026,Bus,45.00,\n,Page Total,45.00,0.00\n,Grand Total,65.00,500.00\n',
    [],
  ],
  [`${SUMMARY}1000.00,20.00,500.00,1480.00\n`, []],
  [
    `${SUMMARY}1000.00,20.00,600.00,1580.00\n`,
    ['the summary of the statement doesn’t fit its rows'],
  ],
  ['Total number of Debits,1,Total number of Credits,1\n', []],
  ['Generated on 31/10/2026,,,\n', []],
  [',Closing Balance,,9480.00\n', []],
  [',Closing Balance,21.00,500.00\n', ['the total in row 4 doesn’t fit the rows above it']],
])('%j', async (footer, expected) => expect(await doubts(ROWS + footer)).toEqual(expected));

it('may be of what was spent, of a column with both', async () => {
  const card =
    'Credit card,,\nDate,Details,Amount\n03/10/2026,Tea,20.00 Dr\n13/10/2026,PAYMENT RECEIVED,500.00 Cr\n';
  expect(await doubts(`${card}Total,,20.00\n`)).toEqual([]);
  expect(await doubts(`${card}Total,,21.00\n`)).toHaveLength(1);
});

it('shows a row that could not be read', async () => {
  expect(await doubts(`${ROWS}14/10/2026,Odd,1.2.3,\nTotal,,32.00,500.00\n`)).toEqual([
    'the total in row 5 doesn’t fit the rows above it',
  ]);
});

it.each([
  ['Asha,Ravi', ['“Ravi” holds amounts that aren’t counted']],
  ['Amount,On,Item,Cost', ['“Cost” holds amounts that aren’t counted']],
  ['Amount,Date,Item,Amount', []],
  ['Amount,Rate', []],
  ['Amount,Amount (INR)', []],
])('amounts in columns that aren’t read are doubted: %s', async (columns, expected) => {
  const rows = [
    ['03/10/2026', 'Tea', '20.00', '75.00'],
    ['13/10/2026', 'Bus', '45.00', '90.00'],
  ].map(([date, item, first, second]) => {
    if (columns.includes('Item')) return [date, item, first, date, 'Rent', second];
    return [date, item, first, columns.endsWith('(INR)') ? first : second];
  });
  const table = [`Date,Item,${columns}`, ...rows.map((row) => row.join())].join('\n');
  expect(await doubts(`${table}\n31/10/2026,End,1.00,\n`)).toEqual(expected);
});

it('days that a spreadsheet took for months are doubted', async () => {
  const list =
    'Date,Item,Amount\n2026-03-10,Tea,20.00\n2026-05-10,Milk,62.00\n13/10/2026,Bus,45.00\n';
  const doubt = 'a spreadsheet may have exchanged the days and months up to the 12th';
  expect(await doubts(list)).toContain(doubt);
  expect(await doubts(list.replace('2026-03-10', '2026-03-13'))).not.toContain(doubt);
});
