import { describe, expect, test } from 'vitest';
import { latestOfMonth, latestOfYear, monthNumber, writtenDate } from './dates.js';

describe('a whole date', () => {
  test.each([
    ['25-12-2026', '2026-12-25'],
    ['25/12/26', '2026-12-25'],
    ['25.12.26', '2026-12-25'],
    ['2026-12-25', '2026-12-25'],
    ['20261225', '2026-12-25'],
    ['25122026', '2026-12-25'],
    ['25 Dec 2026', '2026-12-25'],
    ['25th December 2026', '2026-12-25'],
    ['Dec 25, 2026', '2026-12-25'],
    ["25 Dec '26", '2026-12-25'],
    ['25DEC2026', '2026-12-25'],
    ['2026-Dec-25', '2026-12-25'],
    ['25 दिसंबर 2026', '2026-12-25'],
    ['20260925', '2026-09-25'],
    ['25-12-2026.', '2026-12-25'],
    ['25 - 12 - 2026', '2026-12-25'],
  ])('%s is %s', (text, date) => expect(writtenDate(text, 'dmy')).toBe(date));

  test('in digits only is read in the order that is given', () => {
    expect(writtenDate('03-04-2025', 'mdy')).toBe('2025-03-04');
    expect(writtenDate('25-04-03', 'ymd')).toBe('2025-04-03');
    expect(writtenDate('03-04-2025', 'ymd')).toBe(null);
  });

  test.each([
    '31-02-2026',
    '25-13-2026',
    '25 foo 2026',
    'dec dec 2026',
    '25-12',
    '25-12-2026-1',
    '25 Dec 20266',
    // A year of three digits is none, though 2100 exists.
    '25-12-100',
    '120261225',
    '202612251',
    'may 2026 jun',
    'jan june 25',
    '',
  ])('%j is none', (text) => expect(writtenDate(text, 'dmy')).toBe(null));
});

test('a month is known by its name, short or long, in two languages', () => {
  expect(['Sept', 'novem', 'MAY', 'मई', 'फ़रवरी', 'फरवरी'].map(monthNumber)).toEqual([
    9, 11, 5, 5, 2, 2,
  ]);
  expect(['ma', 'marble', 'x', ''].map(monthNumber)).toEqual([0, 0, 0, 0]);
});

test('without a year or month it is the latest that has been', () => {
  expect(latestOfYear(11, 25, '2026-11-25')).toBe('2026-11-25');
  expect(latestOfYear(11, 26, '2026-11-25')).toBe('2025-11-26');
  expect(latestOfYear(2, 29, '2026-11-25')).toBe('2024-02-29');
  expect(latestOfYear(2, 30, '2026-11-25')).toBe(null);
  expect(latestOfYear(2, 29, '2028-02-01')).toBe('2024-02-29');
  expect(latestOfYear(2, 29, '2100-12-31')).toBe('2096-02-29');
  expect(latestOfMonth(25, '2026-11-25')).toBe('2026-11-25');
  expect(latestOfMonth(31, '2026-03-05')).toBe('2026-01-31');
  expect(latestOfMonth(32, '2026-03-05')).toBe(null);
});
