import { describe, expect, it } from 'vitest';

import { readSource, readStatement, statementOf } from './read-file.js';
import { columnOf } from './shares.js';

const SPLITWISE = `Date,Description,Category,Cost,Currency,Asha Demo,Ravi Demo,Meera Demo

2026-10-02,Dinner,Dining out,900.00,INR,600.00,-300.00,-300.00
2026-10-03,Cab,Taxi,300.00,INR,0.00,150.00,-150.00
2026-10-04,Rent,Rent,9000.00,INR,-3000.00,6000.00,-3000.00
2026-10-05,Hotel,Hotel,3000.00,INR,500.00,500.00,-1000.00
2026-10-06,Ravi D. paid Asha D.,Payment,300.00,INR,-300.00,300.00,0.00

2026-10-31,Total balance, , ,INR,-2200.00,6950.00,-4450.00
`;
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
/** @param {string} text @param {import('./statement.js').TableChoice} [choice] */
const read = async (text, choice = {}) =>
  statementOf(await readSource(bytes(text)), { choices: [choice] });
/** @param {import('./statement.js').Statement} statement */
const spent = ({ expenses }) =>
  expenses.map(({ description, amount_paise }) => `${description} ${amount_paise / 100}`);

describe('an export with a column for each person', () => {
  it('counts the person’s own share, whoever paid', async () => {
    const asha = await read(SPLITWISE, { person: 5 });
    expect(spent(asha)).toEqual(['Dinner 300', 'Rent 3000']);
    expect(asha.left_out.map(({ reason }) => reason)).toEqual([
      'no share of yours',
      'settlement',
      'balance',
    ]);
    expect(asha.refused.map(({ reason }) => reason)).toEqual([
      'more than one person paid: your share isn’t said',
    ]);
    expect(asha.doubts).toEqual([]);
    expect(spent(await read(SPLITWISE, { person: 6 }))).toEqual([
      'Dinner 300',
      'Cab 150',
      'Rent 3000',
    ]);
  });

  it('counts the whole where the person says so: a household shares its ledger', async () => {
    const all = await read(SPLITWISE, { person: -1 });
    expect(spent(all)).toEqual(['Dinner 900', 'Cab 300', 'Rent 9000', 'Hotel 3000']);
  });

  it('takes the first one’s shares until it is said who they are, and says so', async () => {
    const { doubts, tables } = await read(SPLITWISE);
    expect(doubts).toEqual(['what counts is the share of Asha Demo, until you say who you are']);
    expect(tables[0].people).toEqual({ columns: [5, 6, 7], own: 5, sure: false });
  });

  it('may have the shares themselves', async () => {
    const text =
      'Title,Amount,Currency,Date,Paid by,Impacted to Asha,Impacted to Ravi\nDinner,900,INR,2026-10-02,Asha,300,600\nCab,300,INR,2026-10-13,Ravi,150,150\n';
    expect(spent(await read(text, { person: 6 }))).toEqual(['Dinner 600', 'Cab 150']);
  });

  it('is none where numbers happen to stand beside the amount', async () => {
    const { tables, expenses } = await readStatement(
      bytes('Date,Shop,Amount,Cash,Card\n2026-10-02,Tea,20,20,0\n2026-10-13,Bus,30,0,30\n'),
    );
    expect([tables[0].people, expenses.map(({ amount_paise }) => amount_paise)]).toEqual([
      null,
      [2000, 3000],
    ]);
  });
});

it.each([
  ['ravi.demo@example.com', 6],
  ['Meera', 7],
  ['demo@example.com', undefined],
])('the column of %s is %s', async (name, column) => {
  const [table] = (await read(SPLITWISE)).tables;
  expect(columnOf(table, name)).toBe(column);
});
