import { describe, expect, test } from 'vitest';
import { groupDigits, MAX_PAISE, plainAmount } from './money.js';

describe('writing paise', () => {
  test.each([
    [12345650, '123456.50'],
    [12000, '120'],
    [0, '0'],
    [5, '0.05'],
    [-5, '-0.05'],
    [MAX_PAISE, '10000000000'],
  ])('%i is %s', (paise, text) => expect(plainAmount(paise)).toBe(text));
});

test('rupees are grouped as in India', () => {
  expect(['1', '123', '1234', '12345', '123456', '12345678901'].map(groupDigits)).toEqual([
    '1',
    '123',
    '1,234',
    '12,345',
    '1,23,456',
    '12,34,56,78,901',
  ]);
});
