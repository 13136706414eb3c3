import { describe, expect, it } from 'vitest';

import { readStatement } from '../read-file.js';
import { told } from './told.js';

/** @typedef {Record<string, (string | number)[][]>} Sheets */

/** @param {Sheets} sheets */
async function workbook(sheets) {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
}

const HEADER = ['Date', 'Item', 'Amount'];

/** How a household fills its sheets, and what each of their rows is. @type {[string, Sheets, string[]][]} */
const BOOKS = [
  [
    'a column for each category, and a month that has only begun',
    {
      'Oct 2026': [
        ['Date', 'Veg', 'Milk', 'Petrol', 'Total'],
        ['13/10/2026', 120, 32, '', 152],
        ['14/10/2026', '', 32, 500, 532],
        ['Total', 120, 64, 500, 684],
      ],
      'Nov 2026': [
        ['Date', 'Veg', 'Milk', 'Petrol', 'Total'],
        ['15/11/2026', 90, '', '', 90],
      ],
    },
    [
      ...['E 2026-10-13 12000', 'E 2026-10-13 3200', 'E 2026-10-14 3200', 'E 2026-10-14 50000'],
      'E 2026-11-15 9000',
    ],
  ],
  [
    'a month a sheet, with a column for each day',
    {
      'Oct 2026': [
        ['Item', 1, 2, 3, 4, 5],
        ['Milk', 60, 60, '', '', ''],
        ['Veg', '', 120, '', '', ''],
        ['Total', 60, 180, '', '', ''],
      ],
      'Nov 2026': [
        ['Item', 1, 2, 3, 4, 5],
        ['Gas', 950, '', '', '', ''],
        ['Total', 950, '', '', '', ''],
      ],
    },
    ['E 2026-10-01 6000', 'E 2026-10-02 6000', 'E 2026-10-02 12000', 'E 2026-11-01 95000'],
  ],
  [
    'a month a sheet, with a row for each day and categories of its own',
    {
      'Oct 2026': [
        ['Day', 'Milk', 'Veg'],
        [1, 60, ''],
        [2, 60, 120],
      ],
      'Nov 2026': [
        ['Day', 'Milk', 'Gas'],
        [1, 62, ''],
        [2, '', 950],
      ],
    },
    [
      ...['E 2026-10-01 6000', 'E 2026-10-02 6000', 'E 2026-10-02 12000'],
      ...['E 2026-11-01 6200', 'E 2026-11-02 95000'],
    ],
  ],
  [
    'a month a sheet, with days as numbers, one of a single payment, and a summary',
    {
      'October 2026': [HEADER, [1, 'Milk', 60], [14, 'Veg', 120]],
      'November 2026': [HEADER, [2, 'Gas', 950]],
      Summary: [
        ['Month', 'Total'],
        ['October', 180],
        ['November', 950],
      ],
    },
    ['E 2026-10-01 6000', 'E 2026-10-14 12000', 'E 2026-11-02 95000'],
  ],
  [
    'a month a sheet, one with a column more',
    {
      'Oct 2026': [HEADER, ['2026-10-02', 'Rent', 15000], ['2026-10-14', 'Tea', 20]],
      'Nov 2026': [
        [...HEADER, 'Remarks'],
        ['2026-11-02', 'Rent', 15000, 'late'],
      ],
    },
    ['E 2026-10-02 1500000', 'E 2026-10-14 2000', 'E 2026-11-02 1500000'],
  ],
  [
    'a sheet of what came in, with the same columns',
    {
      Income: [HEADER, ['2026-10-01', 'Salary', 50000], ['2026-10-13', 'Gift', 500]],
      Expenses: [HEADER, ['2026-10-14', 'Rent', 15000]],
    },
    ['L money in', 'L money in', 'E 2026-10-14 1500000'],
  ],
  [
    'a sheet of what came in, with more rows and columns of its own',
    {
      Expenses: [HEADER, ['2026-10-14', 'Rent', 15000]],
      Income: [
        ['Date', 'Source', 'Rs'],
        ['2026-10-01', 'Salary', 50000],
        ['2026-10-13', 'Gift', 500],
      ],
    },
    ['E 2026-10-14 1500000'],
  ],
  [
    'a sheet of what came in and of what was spent, beside an older one',
    {
      'Income & Expenses': [HEADER, ['2026-10-13', 'Tea', 20], ['2026-10-14', 'Rent', 15000]],
      Old: [HEADER, ['2026-09-14', 'Rent', 15000]],
    },
    ['E 2026-10-13 2000', 'E 2026-10-14 1500000', 'E 2026-09-14 1500000'],
  ],
  [
    'a sheet of the account that a salary comes to',
    {
      'Salary account': [HEADER, ['2026-10-13', 'Tea', 20]],
      Joint: [HEADER, ['2026-10-14', 'Rent', 15000]],
    },
    ['E 2026-10-13 2000', 'E 2026-10-14 1500000'],
  ],
  [
    'a sheet of the tax on an income',
    {
      Expenses: [HEADER, ['2026-10-13', 'Tea', 20]],
      'Income tax': [HEADER, ['2026-10-14', 'Advance', 15000]],
    },
    ['E 2026-10-13 2000', 'E 2026-10-14 1500000'],
  ],
  [
    'an account a sheet, between which money moves',
    {
      HDFC: [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['13/10/2026', 'Groceries', 900, ''],
        ['14/10/2026', 'Transfer to Cash', 2000, ''],
      ],
      Cash: [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['14/10/2026', 'Transfer from HDFC', '', 2000],
        ['15/10/2026', 'Chai', 20, ''],
      ],
    },
    [
      'E 2026-10-13 90000',
      'L transfer to oneself ?',
      'L transfer to oneself ?',
      'E 2026-10-15 2000',
    ],
  ],
  [
    'a sheet an account, called by its bank and its last digits',
    {
      'SBI 0042': [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['13/10/2026', 'Groceries', 900, ''],
        ['14/10/2026', 'NEFT TO HDFC', 2000, ''],
      ],
      'HDFC 1142': [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['14/10/2026', 'NEFT FROM SBI', '', 2000],
        ['15/10/2026', 'Chai', 20, ''],
      ],
    },
    [
      'E 2026-10-13 90000',
      'L transfer to oneself ?',
      'L transfer to oneself ?',
      'E 2026-10-15 2000',
    ],
  ],
  [
    'a sheet a year, of one account',
    {
      'Bank 2025': [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['31/12/2025', 'NEFT Ravi', 2000, ''],
      ],
      'Bank 2026': [
        ['Date', 'Details', 'Debit', 'Credit'],
        ['01/01/2026', 'NEFT Asha', '', 2000],
        ['15/10/2026', 'Chai', 20, ''],
      ],
    },
    ['E 2025-12-31 200000', 'L money in', 'E 2026-10-15 2000'],
  ],
];

it.each(BOOKS)('%s', async (_, sheets, rows) =>
  expect(await told(await workbook(sheets))).toEqual(rows),
);

it('says which sheet with payments isn’t read', async () => {
  const { doubts } = await readStatement(
    await workbook({
      Daily: [HEADER, ['2026-10-13', 'Tea', 20], ['2026-10-14', 'Bus', 30]],
      Trips: [
        ['Date', 'Item', 'Place', 'Cost'],
        ['2026-10-15', 'Hotel', 'Goa', 4000],
      ],
    }),
  );
  expect(doubts).toEqual(['the sheet “Trips” has other columns: it isn’t read']);
});

describe('a sheet that is new in a book changes no id of what was there: it can be brought again', () => {
  const idsIn = async (/** @type {Sheets} */ sheets) =>
    (await readStatement(await workbook(sheets))).expenses.map(({ id }) => id);

  it('of what came in', async () => {
    const Expenses = [HEADER, ['2026-10-13', 'Tea', 20], ['2026-10-14', 'Rent', 15000]];
    const Income = [HEADER, ['2026-10-15', 'Salary', 50000]];
    expect(await idsIn({ Income, Expenses })).toEqual(await idsIn({ Expenses }));
  });

  it('of another account', async () => {
    const columns = ['No.', 'Date', 'Details', 'Debit', 'Credit'];
    const HDFC = [
      columns,
      [1, '13/10/2026', 'Groceries', 900, ''],
      [2, '14/10/2026', 'Bus', 30, ''],
    ];
    const Cash = [columns, [1, '14/10/2026', 'Given by father', '', 2000]];
    expect(await idsIn({ Cash, HDFC })).toEqual(await idsIn({ HDFC }));
  });
});
