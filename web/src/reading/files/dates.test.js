import { describe, expect, it } from 'vitest';

import { detectDateOrder, readDate } from './dates.js';

describe('reading a date', () => {
  it.each([
    ['20-09-2018', 'dmy', '2018-09-20'],
    ['20-09-2018 12:04', 'dmy', '2018-09-20'],
    ['5/4/18', 'dmy', '2018-04-05'],
    ['5/4/18', 'mdy', '2018-05-04'],
    ['09/20/2018 11:59:59 PM', 'mdy', '2018-09-20'],
    ['20.09.2018', 'dmy', '2018-09-20'],
    ['2018-09-20', 'ymd', '2018-09-20'],
    ['2018-09-20', 'dmy', '2018-09-20'],
    ['2018/9/5', 'mdy', '2018-09-05'],
    ['2018-09-20T23:59:59.123+05:30', 'ymd', '2018-09-20'],
    ['2018-09-20T00:00:00Z', 'ymd', '2018-09-20'],
    ['2018-09-20 00:00:00 IST', 'ymd', '2018-09-20'],
    ['18-09-20', 'ymd', '2018-09-20'],
    ['20 Sep 2018', 'mdy', '2018-09-20'],
    ['20-Sep-18', 'dmy', '2018-09-20'],
    ['20Sep2018', 'dmy', '2018-09-20'],
    ['Sep 20, 2018', 'dmy', '2018-09-20'],
    ['September 20th, 2018 at', 'dmy', null],
    ['20 September 2018, 10:15 am', 'dmy', '2018-09-20'],
    ['Thu, 20 Sep 2018', 'dmy', '2018-09-20'],
    ['2018-Sep-20', 'dmy', '2018-09-20'],
    ["20 Sep '18", 'dmy', '2018-09-20'],
    ['1st Jan 2020', 'dmy', '2020-01-01'],
    ['20180920', 'dmy', '2018-09-20'],
    ['20092018', 'dmy', '2018-09-20'],
    ['29-02-2016', 'dmy', '2016-02-29'],
    ['01-01-99', 'dmy', '1999-01-01'],
  ])('%s as %s is %s', (text, order, expected) =>
    expect(readDate(text, /** @type {any} */ (order))).toBe(expected),
  );

  it.each([
    '',
    'Total',
    '30-02-2018',
    '29-02-2018',
    '00-01-2018',
    '13-13-2018',
    '01-01-1899',
    '12-2018',
    '43363',
  ])('%j is no date', (text) => expect(readDate(text, 'dmy')).toBeNull());
});

describe('finding the order of a column', () => {
  it('is settled by one day past the twelfth', () => {
    expect(detectDateOrder(['03-04-2018', '05-06-2018', '25-06-2018'])).toEqual({
      order: 'dmy',
      read: 3,
      total: 3,
      ambiguous: false,
    });
    expect(detectDateOrder(['03/04/2018', '06/25/2018'])).toMatchObject({
      order: 'mdy',
      ambiguous: false,
    });
  });

  it('says when it cannot know', () => {
    expect(detectDateOrder(['03-04-2018', '05-06-2018'])).toMatchObject({
      order: 'dmy',
      ambiguous: true,
    });
  });

  it('is sure where day and month are the same', () => {
    expect(detectDateOrder(['01-01-2018', '02-02-2018'])).toMatchObject({
      order: 'dmy',
      ambiguous: false,
    });
  });

  it('needs no order for dates that speak for themselves', () => {
    expect(detectDateOrder(['2018-03-04', '2018-05-06'])).toMatchObject({
      read: 2,
      ambiguous: false,
    });
    expect(detectDateOrder(['3 Apr 2018'])).toMatchObject({ read: 1, ambiguous: false });
  });

  it('reads years of two digits that come first', () => {
    expect(detectDateOrder(['18-09-20', '18-12-31'], '2026-11-23')).toMatchObject({
      order: 'ymd',
      read: 2,
    });
  });

  it('is not thrown by a footer or by empty cells', () => {
    expect(detectDateOrder(['25-04-2018', '', 'Total'])).toMatchObject({
      order: 'dmy',
      read: 1,
      total: 2,
    });
  });

  it('is not thrown by one wrong row', () => {
    const column = ['25-04-2018', '26-04-2018', '04-26-2018'];
    expect(detectDateOrder(column)).toMatchObject({ order: 'dmy', read: 2, total: 3 });
  });
});
