import { describe, expect, it } from 'vitest';

import { presence } from './duplicates.js';

/** @param {string} id @param {number} amount_paise @param {string} [description] @param {string} [date] */
const entry = (id, amount_paise, description = '', date = '2018-09-20') => ({
  id,
  date,
  amount_paise,
  description,
});

it('knows a row that was imported before by its id, even if it was edited since', () => {
  expect(presence([entry('a', 100, 'tea')], [entry('a', 999, 'coffee', '2019-01-01')])).toEqual([
    'imported',
  ]);
});

describe('an expense of the same amount', () => {
  const existing = [entry('x', 6000, 'Idli, vada'), entry('y', 6000, 'Corner Bakery')];

  it.each([
    ['idli vada mix 2 plates', '2018-09-20', 'similar'],
    ['UPI-CORNER BAKERY-CORNERBAKERY@OK-627', '2018-09-23', 'similar'],
    ['UPI-CORNER BAKERY-CORNERBAKERY@OK-627', '2018-09-17', 'similar'],
    ['UPI-CORNER BAKERY-CORNERBAKERY@OK-627', '2018-09-24', null],
    ['UPI-GREEN VEG-GREENVEG@OK-627', '2018-09-20', null],
    ['', '2018-09-20', 'similar'],
  ])('and %j on %s is %s', (text, day, found) =>
    expect(presence([entry('a', 6000, text, day)], existing)).toEqual([found]),
  );

  it('is none where it is a refund', () => {
    const refund = { ...entry('a', 6000, 'Corner Bakery'), kind: /** @type {const} */ ('refund') };
    expect(presence([refund], existing)).toEqual([null]);
  });

  it('is none of another amount', () =>
    expect(presence([entry('a', 6001, 'Corner Bakery')], existing)).toEqual([null]));
});

describe('a bank reference', () => {
  const paid = { ...entry('x', 6000, 'Renamed since', '2018-08-01'), reference: '628700000071' };

  it('knows its payment whatever became of it', () =>
    expect(
      presence(
        [{ ...entry('a', 6000, 'Bistro', '2018-08-04'), reference: '628700000071' }],
        [paid],
      ),
    ).toEqual(['referenced']));

  it('may be of another payment of a mandate on a day so far', () =>
    expect(
      presence(
        [{ ...entry('a', 6000, 'Bistro', '2018-09-01'), reference: '628700000071' }],
        [paid],
      ),
    ).toEqual(['other day']));

  it('is of another payment with another amount', () =>
    expect(
      presence([{ ...entry('a', 5000, 'Bistro'), reference: '628700000071' }], [paid]),
    ).toEqual([null]));

  it('is of the purchase and of its refund', () => {
    const refund = {
      ...entry('a', 6000, 'Renamed since', '2018-08-02'),
      reference: '628700000071',
    };
    expect(presence([{ ...refund, kind: /** @type {const} */ ('refund') }], [paid])).toEqual([
      null,
    ]);
  });

  it('tells two payments apart that look alike', () => {
    const other = { ...entry('a', 6000, 'Renamed since', '2018-08-01'), reference: '628700000099' };
    expect(presence([other], [paid])).toEqual([null]);
  });
});

it('lets one expense explain one row only', () => {
  const incoming = [entry('a', 6000, 'tea'), entry('b', 6000, 'tea')];
  expect(presence(incoming, [entry('x', 6000, 'tea')])).toEqual(['similar', null]);
});

it('does not take a row of the file for the double of another', () => {
  const incoming = [entry('a', 6000, 'tea'), entry('b', 6000, 'tea')];
  expect(presence(incoming, [entry('a', 6000, 'tea')])).toEqual(['imported', null]);
});
