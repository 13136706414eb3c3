import { describe, expect, it } from 'vitest';

import { readAmount } from './amounts.js';

/** @param {string} text */
const paise = (text) => {
  const amount = readAmount(text);
  return typeof amount === 'string' ? amount : amount.sign * amount.paise;
};

describe('reading amounts', () => {
  it.each([
    ['30', 3000],
    ['199.5', 19950],
    ['0.07', 7],
    ['.5', 50],
    ['12.', 1200],
    ['1,23,456.50', 12345650],
    ['123,456', 12345600],
    ['₹1,23,456.50', 12345650],
    ['₹ 99', 9900],
    ['Rs. 1,234/-', 123400],
    ['Rs1,234', 123400],
    ['Rs.500', 50000],
    ['INR 2,500.00', 250000],
    ['2500 INR', 250000],
    ['1 234,50', 123450],
    ['1.234,56', 123456],
    ['12.500', 1250],
    ['१२३', 12300],
    ['99,99,99,99,999', 9999999999900],
    ['0', 0],
  ])('reads %s', (text, expected) => expect(paise(text)).toBe(expected));

  it.each([
    '(1,234.00)',
    '-1,234',
    '−1234',
    '1234-',
    '₹-1,234.00',
    '-₹1,234',
    '₹(1,234)',
    '- 1234',
  ])('reads %s as negative', (text) => expect(paise(text)).toBe(-123400));

  it('reads which side of the account a statement says', () => {
    expect(readAmount('450.00 Dr')).toEqual({ paise: 45000, sign: 1, side: 'debit' });
    expect(readAmount('450.00Cr.')).toMatchObject({ paise: 45000 });
    expect(readAmount('Cr 450')).toEqual({ paise: 45000, sign: 1, side: 'credit' });
  });

  it.each(['', '  ', '-', 'NIL', 'n/a'])('takes %j for nothing', (text) =>
    expect(readAmount(text)).toBe('empty'),
  );

  it.each(['abc', '12abc', '1,2,3', '1.2.3', '12,34,5.6', '=1+1', '1e5', '₹'])(
    'does not guess at %s',
    (text) => expect(readAmount(text)).toBe('unreadable'),
  );

  it('does not round money', () => expect(readAmount('10.005')).toBe('too-fine'));

  it('refuses what the API would refuse', () => {
    expect(paise('100000000000')).toBe(10 ** 13);
    expect(readAmount('100000000000.01')).toBe('too-large');
    expect(readAmount('9'.repeat(400))).toBe('too-large');
  });

  it('keeps every paisa exact', () => expect(paise('8,19,99,99,999.99')).toBe(819999999999));
});
