import { describe, expect, test } from 'vitest';
import { fraction, readNumber, readWhole, westernDigits } from './numbers.js';

test('digits of all scripts become western ones', () => {
  expect(westernDigits('२५०')).toBe('250');
  expect(westernDigits('৪৫ and 6')).toBe('45 and 6');
});

test('a digit of two units stays where indices must', () => {
  expect(westernDigits('𝟐५', { sameLength: true })).toBe('𝟐5');
  expect(westernDigits('𝟐५')).toBe('25');
});

describe('a number as a fraction', () => {
  test.each([
    ['1,23,456.50', 12345650n, 100n],
    ['1 234', 1234n, 1n],
    ['1.234,56', 123456n, 100n],
    ['1.234.567,8', 12345678n, 10n],
    ['1.234', 1234n, 1000n],
    ['.50', 50n, 100n],
    ['0', 0n, 1n],
  ])('%s', (digits, n, d) => expect(fraction(digits)).toEqual({ n, d }));
});

describe('a text that is one number', () => {
  test.each([
    ['12,5', { n: 125n, d: 10n }],
    ['1234,50', { n: 123450n, d: 100n }],
    ['1,234', { n: 1234n, d: 1n }],
    ['1,23,456', { n: 123456n, d: 1n }],
    ['12,', null],
    ['a12,5', null],
    ['x,5', null],
    ['12,x', null],
    ['', null],
  ])('%j', (text, read) => expect(readNumber(text)).toEqual(read));
});

describe('a whole number up to 366', () => {
  test.each([
    ['1', 1],
    [' 12 ', 12],
    ['366', 366],
    ['007', 7],
    ['१२', 12],
    ['0', null],
    ['367', null],
    ['1.5', null],
    ['-1', null],
    ['1 2', null],
    ['1e2', null],
    ['', null],
  ])('%j', (text, read) => expect(readWhole(text, 366)).toBe(read));
});
