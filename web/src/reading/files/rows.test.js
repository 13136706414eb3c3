import { describe, expect, it } from 'vitest';

import { detectSpendingSign, readLedger } from './rows.js';
import { typesIn } from './transaction-types.js';

/** @typedef {import('./columns.js').Role} Role */

/** @param {string} roles @param {object} [more] @returns {import('./rows.js').Reading} */
const reading = (roles, more = {}) => ({
  roles: /** @type {Role[]} */ (roles.split(' ')),
  order: 'dmy',
  spendingSign: 1,
  countedTypes: {},
  ...more,
});

/** @param {string[][]} rows @param {import('./rows.js').Reading} how */
function outcome(rows, how) {
  const { expenses, leftOut, refused } = readLedger(rows, how, 2);
  return {
    expenses: expenses.map(({ amount_paise }) => amount_paise),
    leftOut: leftOut.map(({ reason }) => reason),
    refused: refused.map(({ line, reason }) => `${line} ${reason}`),
  };
}

describe('reading the rows of a ledger', () => {
  it('makes expenses of spending', () => {
    const row = [
      '20-09-2018 12:03',
      'Food',
      'Snacks',
      ' Idli  medu\nvada ',
      '60',
      'Expense',
      'INR',
    ];
    const how = reading('date category tags description amount type currency');
    expect(readLedger([row], how, 2).expenses).toEqual([
      {
        line: 2,
        cells: row,
        id: null,
        date: '2018-09-20',
        amount_paise: 6000,
        category: 'Food',
        description: 'Idli medu vada',
        tags: ['snacks'],
      },
    ]);
  });

  it('leaves out what its type says is no spending', () => {
    const rows = [
      ['01-01-2018', '10', 'Income'],
      ['01-01-2018', '10', 'Transfer-Out'],
      ['01-01-2018', '10', 'CR'],
      ['01-01-2018', '10', 'Dr'],
      ['01-01-2018', '10', 'UPI'],
    ];
    expect(outcome(rows, reading('date amount type'))).toEqual({
      expenses: [1000, 1000],
      leftOut: ['income', 'transfer', 'credit'],
      refused: [],
    });
  });

  it('lets a person decide about a type', () => {
    const rows = [
      ['01-01-2018', '10', 'Transfer-Out'],
      ['01-01-2018', '20', 'UPI'],
    ];
    const countedTypes = { 'transfer out': true, upi: false };
    expect(outcome(rows, reading('date amount type', { countedTypes }))).toEqual({
      expenses: [1000],
      leftOut: ['type'],
      refused: [],
    });
  });

  it('reads pairs of debit and credit', () => {
    const rows = [
      ['01-01-2018', '450.00', ''],
      ['01-01-2018', '', '9,000.00'],
      ['01-01-2018', '0.00', '100.00'],
      ['01-01-2018', '50.00', '0.00'],
      ['01-01-2018', '-75.00', ''],
      ['01-01-2018', '0', '0'],
      ['01-01-2018', '', ''],
    ];
    expect(outcome(rows, reading('date debit credit'))).toEqual({
      expenses: [45000, 5000, 7500],
      leftOut: ['credit', 'credit', 'zero'],
      refused: ['8 no-amount'],
    });
  });

  it('reads signed amounts either way', () => {
    const rows = [
      ['01-01-2018', '-450.00'],
      ['01-01-2018', '(20)'],
      ['01-01-2018', '9,000.00'],
      ['01-01-2018', '30 Dr'],
      ['01-01-2018', '40 Cr'],
    ];
    expect(outcome(rows, reading('date amount', { spendingSign: -1 }))).toMatchObject({
      expenses: [45000, 2000, 3000],
      leftOut: ['credit', 'credit'],
    });
    expect(outcome(rows, reading('date amount'))).toMatchObject({ expenses: [900000, 3000] });
  });

  it('takes the sign of spending from the majority', () => {
    const roles = /** @type {Role[]} */ (['date', 'amount']);
    const bank = [
      ['', '-5'],
      ['', '-6'],
      ['', '900'],
    ];
    expect(detectSpendingSign(bank, roles)).toEqual({ sign: -1, mixed: true });
    expect(detectSpendingSign([['', '5']], roles)).toEqual({ sign: 1, mixed: false });
    expect(detectSpendingSign([], roles)).toEqual({ sign: 1, mixed: false });
  });

  it('refuses what it cannot read, with the line and the reason', () => {
    const rows = [
      ['30-02-2018', '10', 'INR'],
      ['', '', ''],
      ['01-01-2018', 'ten', 'INR'],
      ['01-01-2018', '', 'INR'],
      ['01-01-2018', '1.005', 'INR'],
      ['01-01-2018', '10', 'USD'],
      ['01-01-2018', '999999999999', 'INR'],
      ['Total', '40', ''],
    ];
    expect(outcome(rows, reading('date amount currency'))).toEqual({
      expenses: [],
      leftOut: [],
      refused: [
        '2 date',
        '4 amount',
        '5 no-amount',
        '6 too-fine',
        '7 currency',
        '8 too-large',
        '9 date',
      ],
    });
  });

  it('refuses text that is too long, and cuts tags', () => {
    const how = reading('date amount description tags');
    const rows = [
      ['01-01-2018', '10', 'x'.repeat(501), ''],
      ['01-01-2018', '10', 'x'.repeat(500), `${'t'.repeat(40)}; a;b ;A; ;c\\;d`],
    ];
    const { expenses, refused } = readLedger(rows, how, 1);
    expect(refused.map(({ reason }) => reason)).toEqual(['description']);
    expect(expenses[0].tags).toEqual(['t'.repeat(32), 'a', 'b', 'c;d']);
  });

  it('keeps the ids of our own export, each once', () => {
    const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
    const rows = [
      ['01-01-2018', '10', id],
      ['01-01-2018', '10', id],
      ['01-01-2018', '10', 'TXN42'],
    ];
    const { expenses, refused } = readLedger(rows, reading('date amount id'), 1);
    expect(expenses.map((expense) => expense.id)).toEqual([id, null]);
    expect(refused).toMatchObject([{ line: 2, reason: 'repeated-id' }]);
  });

  it('survives rows that are too short or too long', () => {
    expect(
      outcome([['01-01-2018'], ['01-01-2018', '5', 'x', 'y']], reading('date amount')),
    ).toEqual({
      expenses: [500],
      leftOut: [],
      refused: ['2 no-amount'],
    });
  });

  it('joins columns that share the description', () => {
    const { expenses } = readLedger(
      [['01-01-2018', '5', 'Swiggy', '', 'Dinner']],
      reading('date amount description description description'),
      1,
    );
    expect(expenses[0].description).toBe('Swiggy · Dinner');
  });
});

it('lists the types of a file', () => {
  const roles = /** @type {Role[]} */ (['type']);
  expect(typesIn([['Expense'], ['Expense'], ['Transfer-Out'], ['']], roles)).toEqual([
    { name: 'expense', label: 'Expense', count: 2, counted: true },
    { name: 'transfer out', label: 'Transfer-Out', count: 1, counted: false },
  ]);
});
