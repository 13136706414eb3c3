import { describe, expect, it } from 'vitest';

import {
  budgetMonths,
  comparedRange,
  dailyWindow,
  elapsed,
  monthlyWindow,
  neededRange,
  periodAround,
  periodOf,
  readPeriod,
  step,
  writePeriod,
} from './period.js';

/** @param {string} from @param {string} to @returns {import('./period.js').Period} */
const range = (from, to) => ({ kind: 'range', from, to });

describe('the period around a date', () => {
  it.each(
    /** @type {const} */ ([
      ['day', '2026-11-23', '2026-11-23', '2026-11-23'],
      ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
      ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
      ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
      ['year', '2026-11-23', '2026-01-01', '2026-12-31'],
      ['fy', '2026-11-23', '2026-04-01', '2027-03-31'],
      ['fy', '2026-03-31', '2025-04-01', '2026-03-31'],
      ['fy', '2026-04-01', '2026-04-01', '2027-03-31'],
      ['all', '2026-11-23', '1900-01-01', '2100-12-31'],
    ]),
  )('%s of %s is %s to %s', (kind, date, from, to) =>
    expect(periodAround(kind, date)).toEqual({ kind, from, to }),
  );
});

describe('stepping', () => {
  it.each(
    /** @type {const} */ ([
      ['day', '2026-03-01', '2026-02-28', '2026-02-28'],
      ['week', '2026-01-01', '2025-12-22', '2025-12-28'],
      ['month', '2026-03-31', '2026-02-01', '2026-02-28'],
      ['year', '2026-06-01', '2025-01-01', '2025-12-31'],
      ['fy', '2026-02-01', '2024-04-01', '2025-03-31'],
    ]),
  )('from the %s of %s goes back to %s', (kind, date, from, to) => {
    const period = periodAround(kind, date);
    const before = step(period, -1);
    expect(before).toEqual({ kind, from, to });
    expect(before && step(before, 1)).toEqual(period);
  });

  it('moves a range by its own length', () => {
    expect(step(range('2026-11-01', '2026-11-10'), -1)).toEqual(range('2026-10-22', '2026-10-31'));
    expect(step(range('2026-11-01', '2026-11-10'), 1)).toEqual(range('2026-11-11', '2026-11-20'));
  });

  it('ends where the dates end, and goes nowhere from everything', () => {
    expect(step(periodAround('all', '2026-01-01'), -1)).toBeNull();
    expect(step(periodAround('year', '1900-05-05'), -1)).toBeNull();
    expect(step(periodAround('month', '2100-12-05'), 1)).toBeNull();
  });
});

describe('what a period is compared with', () => {
  it('is the whole one before, once it is over', () => {
    expect(comparedRange(periodAround('month', '2026-10-05'), '2026-11-23')).toEqual({
      from: '2026-09-01',
      to: '2026-09-30',
    });
  });

  it('is as many days of the one before as have passed of this one', () => {
    expect(comparedRange(periodAround('month', '2026-11-05'), '2026-11-23')).toEqual({
      from: '2026-10-01',
      to: '2026-10-23',
    });
    expect(comparedRange(periodAround('fy', '2026-11-05'), '2026-04-01')).toEqual({
      from: '2025-04-01',
      to: '2025-04-01',
    });
  });

  it('does not run past the end of a shorter month', () => {
    expect(comparedRange(periodAround('month', '2026-03-30'), '2026-03-30')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });

  it('is nothing for everything', () =>
    expect(comparedRange(periodAround('all', '2026-01-01'), '2026-11-23')).toBeNull());

  it('of a period ahead is the one before it', () =>
    expect(comparedRange(periodAround('month', '2026-12-05'), '2026-11-23')).toEqual({
      from: '2026-11-01',
      to: '2026-11-30',
    }));
});

describe('ranges around a period', () => {
  it('ends a running period today', () => {
    const month = periodAround('month', '2026-11-05');
    expect(elapsed(month, '2026-11-23').to).toBe('2026-11-23');
    expect(elapsed(month, '2026-12-23').to).toBe('2026-11-30');
    expect(elapsed(month, '2026-10-23').to).toBe('2026-11-30');
  });

  it('gives a single day two weeks to be seen in', () => {
    expect(dailyWindow(periodAround('day', '2026-11-23')).from).toBe('2026-11-10');
    expect(dailyWindow(periodAround('week', '2026-11-23')).from).toBe('2026-11-23');
  });

  it('gives a month a year to be seen in, and a year its own months', () => {
    expect(monthlyWindow(periodAround('month', '2026-11-05'))).toEqual({
      from: '2025-12-01',
      to: '2026-11-30',
    });
    expect(monthlyWindow(periodAround('fy', '2026-11-05'))).toEqual({
      from: '2026-04-01',
      to: '2027-03-31',
    });
    expect(monthlyWindow(range('2026-03-10', '2026-06-02'))).toEqual({
      from: '2026-03-10',
      to: '2026-06-02',
    });
  });

  it('needs one range for all of it', () => {
    expect(neededRange(periodAround('month', '2026-11-05'))).toEqual({
      from: '2025-12-01',
      to: '2026-11-30',
    });
    expect(neededRange(periodAround('year', '2026-11-05')).from).toBe('2025-01-01');
    expect(neededRange(periodAround('all', '2026-11-05'))).toEqual({
      from: '1900-01-01',
      to: '2100-12-31',
    });
  });
});

describe('budgets', () => {
  it('count over whole months', () => {
    expect(budgetMonths(periodAround('month', '2026-11-05'))).toEqual(['2026-11']);
    expect(budgetMonths(periodAround('fy', '2026-11-05'))).toHaveLength(12);
    expect(budgetMonths(range('2026-02-01', '2026-03-31'))).toEqual(['2026-02', '2026-03']);
    expect(budgetMonths(range('2026-02-02', '2026-03-31'))).toBeNull();
    expect(budgetMonths(periodAround('all', '2026-11-05'))).toBeNull();
  });

  it('of a day or a week are those of its month', () =>
    expect(budgetMonths(periodAround('week', '2026-10-31'))).toEqual(['2026-11']));
});

describe('the address', () => {
  it.each([
    periodAround('month', '2026-11-05'),
    periodAround('fy', '2026-11-05'),
    periodAround('all', '2026-11-05'),
    range('2026-11-03', '2026-11-20'),
  ])('holds $kind', (period) => expect(readPeriod(writePeriod(period))).toEqual(period));

  it.each(['', null, 'month', 'month:x', 'decade:2026-01-01', 'range:2026-02-01:2026-01-01'])(
    'does not believe %j',
    (text) => expect(readPeriod(text)).toBeNull(),
  );
});

describe('the period of a range', () => {
  it('is a whole one by its kind', () => {
    for (const kind of /** @type {const} */ (['day', 'week', 'month', 'year', 'fy'])) {
      const period = periodAround(kind, '2026-11-25');
      expect(periodOf({ from: period.from, to: period.to })).toEqual(period);
    }
  });

  it('is otherwise a range', () => {
    const range = { from: '2026-11-02', to: '2026-11-30' };
    expect(periodOf(range)).toEqual({ kind: 'range', ...range });
  });
});

describe('a month that begins on another day', () => {
  it.each([
    ['2026-11-10', 25, '2026-10-25', '2026-11-24'],
    ['2026-11-25', 25, '2026-11-25', '2026-12-24'],
    ['2026-03-27', 28, '2026-02-28', '2026-03-27'],
    ['2024-03-01', 2, '2024-02-02', '2024-03-01'],
    ['2026-01-01', 15, '2025-12-15', '2026-01-14'],
  ])('is, around %s from day %d, %s to %s', (date, begins, from, to) => {
    expect(periodAround('month', date, begins)).toEqual({ kind: 'month', from, to, begins });
  });

  it('steps to its like, and is read off an address by any of its days', () => {
    const month = periodAround('month', '2026-11-10', 25);
    expect(step(month, 1)).toEqual(periodAround('month', '2026-11-25', 25));
    expect(step(month, -1)).toEqual(periodAround('month', '2026-10-24', 25));
    expect(readPeriod(writePeriod(month), 25)).toEqual(month);
    expect(readPeriod('month:2026-11-01', 25)).toEqual(month);
    expect(periodOf({ from: month.from, to: month.to }, 25)).toEqual(month);
  });

  it('is seen in a year of its likes, and has its own budget', () => {
    const month = periodAround('month', '2026-11-10', 25);
    expect(monthlyWindow(month)).toEqual({ from: '2025-11-25', to: '2026-11-24' });
    expect(budgetMonths(month)).toEqual(['2026-10']);
    expect(budgetMonths(periodAround('week', '2026-11-24', 25))).toEqual(['2026-11']);
    expect(budgetMonths(periodAround('year', '2026-11-24', 25))).toBeNull();
  });
});
