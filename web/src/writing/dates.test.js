import { describe, expect, test } from 'vitest';
import * as dates from './dates.js';

describe('today in India', () => {
  // The tests run in Los Angeles: see vite.config.js.
  test('begins at midnight there, whatever the device says', () => {
    expect(dates.today(new Date('2026-03-31T18:29:59.999Z'))).toBe('2026-03-31');
    expect(dates.today(new Date('2026-03-31T18:30:00Z'))).toBe('2026-04-01');
  });
  test('ends when it ends there', () => {
    expect(dates.untilMidnight(new Date('2026-03-31T18:29:00Z'))).toBe(60_000);
    expect(dates.untilMidnight(new Date('2026-03-31T18:30:00Z'))).toBe(86_400_000);
    expect(new Date(dates.endOfDay('2026-03-31')).toISOString()).toBe('2026-03-31T18:30:00.000Z');
  });
});

describe('a date', () => {
  test.each(['2026-02-28', '2024-02-29', '1900-01-01', '2100-12-31'])('%s exists', (text) =>
    expect(dates.isDate(text)).toBe(true),
  );
  test.each([
    '2026-02-30',
    '2025-02-29',
    '1899-12-31',
    '2101-01-01',
    '2026-1-1',
    '',
    'x',
    '2026-13-01',
  ])('%s does not', (text) => expect(dates.isDate(text)).toBe(false));
});

test('days and months are added by the calendar', () => {
  expect(dates.addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(dates.addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(dates.addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(dates.addMonths('2026-01-31', -2)).toBe('2025-11-30');
  expect(dates.addMonths('2026-12-15', 1)).toBe('2027-01-15');
});

test('weeks begin on Monday, the financial year on April 1st', () => {
  expect(dates.weekStart('2026-11-29')).toBe('2026-11-23');
  expect(dates.weekStart('2026-11-23')).toBe('2026-11-23');
  expect(dates.financialYearStart('2026-03-31')).toBe('2025-04-01');
  expect(dates.financialYearStart('2026-04-01')).toBe('2026-04-01');
});

test('every day and month of a range is listed, in order', () => {
  expect(dates.eachDay({ from: '2026-02-27', to: '2026-03-01' })).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
  expect(dates.eachMonth({ from: '2025-12-31', to: '2026-02-01' })).toEqual([
    '2025-12',
    '2026-01',
    '2026-02',
  ]);
  expect(dates.daysIn({ from: '2026-01-01', to: '2026-12-31' })).toBe(365);
});
