import { describe, expect, it } from 'vitest';

import { readStatement } from './read-file.js';

/** @param {string} text */
const read = (text) => readStatement(new TextEncoder().encode(text));

describe('the id of a row', () => {
  const HEADER = 'S No.,Date,Particulars,Withdrawal,Deposit,Balance\n';

  it('is the same wherever the row stands in a statement that numbers its rows', async () => {
    const october = await read(`${HEADER}1,11/10/2026,HOUSE RENT,16000.00,,103648.00\n`);
    const both = await read(
      `${HEADER}1,28/09/2026,METRO,200.00,,119648.00\n2,11/10/2026,HOUSE RENT,16000.00,,103648.00\n`,
    );
    expect(both.expenses[1].id).toBe(october.expenses[0].id);
    expect(both.expenses[0].id).not.toBe(october.expenses[0].id);
  });

  it.each(['Sr', 'Sl. No', 'Serial Number', 'S.N.', 'SrNo.', '#'])(
    'takes a column called %s for a number of rows',
    async (name) => {
      const text = (/** @type {number} */ number) =>
        `${name},Date,Particulars,Amount\n${number},13/10/2026,Tea,20.00\n`;
      const [first, second] = await Promise.all([read(text(1)), read(text(7))]);
      expect(first.expenses[0].id).toBe(second.expenses[0].id);
    },
  );

  it('takes a column without a name that counts on for one too', async () => {
    const rows = ['13/10/2026,Tea,20.00', '14/10/2026,Bus,30.00', '15/10/2026,Cab,90.00'];
    const text = (/** @type {number} */ from) =>
      `,Date,Particulars,Amount\n${rows.map((row, index) => `${from + index},${row}`).join('\n')}\n`;
    const [first, second] = await Promise.all([read(text(1)), read(text(40))]);
    expect(first.expenses.map(({ id }) => id)).toEqual(second.expenses.map(({ id }) => id));
  });

  it('tells apart two equal purchases of a day', async () => {
    const { expenses } = await read(
      'Date,Note,Amount\n13/10/2026,Bus,20\n13/10/2026,Bus,20\n14/10/2026,Bus,20\n',
    );
    expect(new Set(expenses.map(({ id }) => id)).size).toBe(3);
  });

  it('is given to what is left out as well, for it may be moved', async () => {
    const { left_out } = await read(
      'Date,Note,Debit,Credit\n13/10/2026,Tea,20,\n14/10/2026,Friend,,500\n',
    );
    expect(left_out[0]).toMatchObject({
      id: expect.stringMatching(/^[\da-f-]{36}$/u),
      item: { date: '2026-10-14', amount_paise: 50000, description: 'Friend' },
    });
  });
});

describe('texts', () => {
  it('take a subcategory as one tag, however many words it has', async () => {
    const { expenses } = await read(
      'Date,Category,Subcategory,Note,Amount,Income/Expense\n13-09-2018,Food,Ice Cream,cone,40,Expense\n',
    );
    expect(expenses[0].tags).toEqual(['ice cream']);
  });

  it('that are too long for the app are cut, and marked', async () => {
    const { expenses } = await read(
      `Date,Note,Tags,Amount\n13-09-2018,${'न'.repeat(501)},${'x'.repeat(33)},40\n`,
    );
    expect(expenses[0].description).toBe('न'.repeat(500));
    expect(expenses[0].tags).toEqual(['x'.repeat(32)]);
    expect(expenses[0].doubts).toEqual([
      'its text is longer than 500 characters: it is cut',
      'it has more or longer tags than the app takes: they are cut',
    ]);
  });

  it('lose line breaks and control characters', async () => {
    const { expenses } = await read('Date,Note,Amount\n13-09-2018,"two\r\nlines\t and\u0007",40\n');
    expect(expenses[0].description).toBe('two lines and');
  });
});

describe('a reference', () => {
  it.each([
    ['0000627400000021', '627400000021'],
    ["'627400000021", '627400000021'],
    ['UPI-627400000021', '627400000021'],
    ['n123456789', 'N123456789'],
    ['(627400000021)', null],
    ['627400000021 #4', null],
    ['Self', null],
  ])('in a column of its own, %s is %s', async (cell, reference) => {
    const { expenses } = await read(`Date,Note,Ref No,Amount\n13/10/2026,Tea,${cell},20.00\n`);
    expect(expenses[0].reference).toBe(reference);
  });

  it.each([
    ['ACH D- SAMPLE FINANCE-1234567890', '0000001234567890', null],
    ['NACH/TPCapfrst/UMRN HDFC7021807230034209', 'HDFC7021807230034209', null],
    ['SI-SAMPLE MUSIC-100200300400', '100200300400', null],
    ['Mandate debit RRN 627400000021', '', null],
    ['UPI-SAMPLE MUSIC-MUSIC@OK-627400000021-UPI MANDATE', '627400000021', '627400000021'],
    ['SILVER SPOON', '627400000021', '627400000021'],
  ])(
    'of a mandate is of no payment, unless UPI gave it: %s',
    async (narration, cell, reference) => {
      const { expenses } = await read(
        `Date,Narration,Ref No,Amount\n13/10/2026,${narration},${cell},20.00\n`,
      );
      expect(expenses[0].reference).toBe(reference);
    },
  );

  it('that stands on payments of several days is of none of them', async () => {
    const { expenses } = await read(
      'Date,Note,Ref No,Amount\n13/09/2026,EMI,627400000021,900.00\n13/10/2026,EMI,627400000021,950.00\n13/10/2026,Tea,627400000022,20.00\n',
    );
    expect(expenses.map(({ reference }) => reference)).toEqual([null, null, '627400000022']);
  });
});
