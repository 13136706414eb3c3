import { describe, expect, it } from 'vitest';

import { assignRole, detectLayout, missingRole } from './columns.js';

/** @param {string} text */
const rows = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the layout of a file', () => {
  it('is read from its header', () => {
    const layout = detectLayout(
      rows(`
Date|Mode|Category|Subcategory|Note|Amount|Income/Expense|Currency
20-09-2018 12:04|Cash|Transportation|Train|2 Place 5 to Place 0|30|Expense|INR`),
    );
    expect(layout.header).toBe(0);
    expect(layout.roles).toEqual(
      'date ignore category tags description amount type currency'.split(' '),
    );
  });

  it('is found below what a bank prints above it', () => {
    const layout = detectLayout(
      rows(`
Account holder|A. Person
Statement from 01/04/2026 to 30/04/2026
||
Txn Date|Value Date|Narration|Ref No.|Withdrawal Amt (INR)|Deposit Amt (INR)|Closing Balance
01/04/2026|01/04/2026|UPI-SWIGGY|123|450.00||10,000.00`),
    );
    expect(layout.header).toBe(3);
    expect(layout.roles).toEqual('date ignore description ignore debit credit ignore'.split(' '));
  });

  it('knows debit and credit columns beside a balance', () => {
    const { roles } = detectLayout(rows('Date|Particulars|Debit|Credit|Balance\n01/04/26|x|5||95'));
    expect(roles).toEqual('date description debit credit ignore'.split(' '));
  });

  it('knows a column that says Dr or Cr', () => {
    const { roles } = detectLayout(rows('Date|Details|Amount (Rs.)|Dr/Cr\n01/04/26|x|5|Dr'));
    expect(roles).toEqual('date description amount type'.split(' '));
  });

  it('of our own export is complete', () => {
    const { roles } = detectLayout(
      rows('Date|Amount|Category|Description|Tags|Currency|Id\n2026-04-01|5.00|Rent|x|a; b|INR|1'),
    );
    expect(roles).toEqual('date amount category description tags currency id'.split(' '));
  });

  it('is found from what the columns hold where nothing is named', () => {
    const layout = detectLayout(
      rows(
        '01/04/2026|120|Chai and samosa\n02/04/2026|5,000.00|Rent for April\n03/04/2026|40|Auto',
      ),
    );
    expect(layout).toMatchObject({ header: -1, roles: ['date', 'amount', 'description'] });
  });

  it('takes a header in another language for a header', () => {
    const layout = detectLayout(rows('दिनांक|विवरण|राशि\n01/04/2026|चाय|20\n02/04/2026|दूध|36'));
    expect(layout.header).toBe(0);
    expect(layout.roles[0]).toBe('date');
    expect(layout.roles[2]).toBe('amount');
  });

  it('of nothing is nothing', () => {
    expect(detectLayout([])).toEqual({ header: -1, names: [], roles: [] });
    expect(missingRole(detectLayout([['a', 'b']]).roles)).toBe('date');
  });
});

describe('correcting it', () => {
  it('moves a role that only one column can have', () => {
    expect(assignRole(['date', 'amount', 'ignore'], 2, 'amount')).toEqual([
      'date',
      'ignore',
      'amount',
    ]);
  });

  it('lets columns share the description', () => {
    expect(assignRole(['description', 'ignore'], 1, 'description')).toEqual([
      'description',
      'description',
    ]);
  });

  it('says what is missing', () => {
    expect(missingRole(['date', 'description'])).toBe('amount');
    expect(missingRole(['date', 'debit'])).toBeNull();
  });
});
