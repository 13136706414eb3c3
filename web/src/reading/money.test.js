import { describe, expect, test } from 'vitest';
import { groupDigits, groupWhileTyping, MAX_PAISE, parseAmount, plainAmount } from './money.js';

describe('reading an amount', () => {
  test.each([
    ['120', 12000],
    ['1,23,456.50', 12345650],
    ['₹ 1,23,456.5', 12345650],
    ['0.01', 1],
    ['.5', 50],
    ['12.', 1200],
    ['2.5k', 250000],
    ['1.25 lakh', 12500000],
    ['3cr', 3000000000],
    ['100000000000', MAX_PAISE],
    // 0.29 * 100 is 28.999… in floating point.
    ['0.29', 29],
    ['4.35', 435],
    ['1.005k', 100500],
  ])('%s is %i paise', (text, paise) => expect(parseAmount(text)).toBe(paise));

  test.each([
    '',
    '0',
    '0.00',
    '-5',
    '1.234',
    '1.2.3',
    'abc',
    '1e5',
    'NaN',
    '100000000000.01',
    '12 34',
  ])('%s is no amount', (text) => expect(parseAmount(text)).toBe(null));
});

describe('writing paise', () => {
  test.each([
    [12345650, '123456.50'],
    [12000, '120'],
    [5, '0.05'],
    [-5, '-0.05'],
    [MAX_PAISE, '100000000000'],
  ])('%i is %s', (paise, text) => expect(plainAmount(paise)).toBe(text));

  test('reads back to the same, everywhere', () => {
    for (let paise = 1; paise < MAX_PAISE; paise = paise * 7 + 3) {
      expect(parseAmount(plainAmount(paise))).toBe(paise);
    }
  });
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

describe('while typing', () => {
  /** Type characters one by one, as a field would. */
  const type = (/** @type {string} */ keys) => {
    let field = { text: '', caret: 0 };
    for (const key of keys) {
      const text = field.text.slice(0, field.caret) + key + field.text.slice(field.caret);
      field = groupWhileTyping(text, field.caret + 1);
    }
    return field;
  };

  test('groups and keeps the caret at the end', () =>
    expect(type('1234567.5')).toEqual({ text: '12,34,567.5', caret: 11 }));
  test('keeps the caret behind the same digit in the middle', () =>
    // 12|3,456 -> 9 typed after the 2
    expect(groupWhileTyping('1,299,456', 4)).toEqual({ text: '12,99,456', caret: 4 }));
  test('leaves out letters, a second dot and a third decimal', () =>
    expect(type('a1b2.3.45').text).toBe('12.34'));
  test('drops zeros in front', () => expect(type('007')).toEqual({ text: '7', caret: 1 }));
  test('takes back a deleted digit’s comma', () =>
    expect(groupWhileTyping('1,23', 4)).toEqual({ text: '123', caret: 3 }));
});
