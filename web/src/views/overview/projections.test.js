import { describe, expect, it } from 'vitest';

import { periodAround } from './period/period.js';
import { aboveZero, largest, project, trend } from './projections.js';

const NO_FILTER = {};

/** @param {string} day @param {string} category @param {number} total_paise @param {number} [count] */
const group = (day, category, total_paise, count = 1) => ({ day, category, total_paise, count });

const TODAY = '2026-11-23';
const november = periodAround('month', TODAY);
const groups = [
  group('2026-09-30', 'rent', 20_000_00),
  group('2026-10-01', 'rent', 20_000_00),
  group('2026-10-05', 'food', 500_00, 2),
  group('2026-10-30', 'food', 900_00),
  group('2026-11-01', 'rent', 20_000_00),
  group('2026-11-02', 'food', 250_50, 3),
  group('2026-11-20', 'food', 100_00),
  group('2026-11-20', 'travel', 1_234_56),
];

describe('the figures of a period', () => {
  const { total, count, days, average, comparison } = project(groups, november, NO_FILTER, TODAY);

  it('adds up its expenses to the paisa', () => {
    expect(total).toBe(21_585_06);
    expect(count).toBe(6);
  });

  it('averages over the days that have passed', () => {
    expect(days).toBe(23);
    expect(average).toBe(Math.round(2158506 / 23));
  });

  it('compares with as much of the period before', () => {
    expect(comparison).toEqual({
      range: { from: '2026-10-01', to: '2026-10-23' },
      total: 20_500_00,
      change: 1_085_06,
      ratio: 108506 / 2050000,
    });
  });

  it('compares nothing with nothing without dividing by it', () => {
    const { comparison } = project([], november, NO_FILTER, TODAY);
    expect(comparison).toMatchObject({ total: 0, change: 0, ratio: null });
  });

  it('is zero for a period without expenses', () => {
    const empty = project([], november, NO_FILTER, TODAY);
    expect(empty).toMatchObject({ total: 0, count: 0, average: 0, categories: [] });
    expect(empty.daily).toHaveLength(23);
  });
});

describe('series', () => {
  const { daily, monthly } = project(groups, november, NO_FILTER, TODAY);

  it('hold every day up to today in order, zeros included', () => {
    expect(daily.map(({ day }) => day)).toEqual(daily.map(({ day }) => day).sort());
    expect(daily).toHaveLength(23);
    expect(daily[0]).toEqual({ day: '2026-11-01', total: 20_000_00, count: 1 });
    expect(daily[2]).toEqual({ day: '2026-11-03', total: 0, count: 0 });
    expect(daily[19]).toEqual({ day: '2026-11-20', total: 1_334_56, count: 2 });
  });

  it('hold every month in order, zeros included, a year around a month', () => {
    expect(monthly.map(({ month }) => month)).toEqual([
      '2025-12',
      ...Array.from({ length: 11 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`),
    ]);
    expect(monthly.slice(-3).map(({ total }) => total)).toEqual([20_000_00, 21_400_00, 21_585_06]);
    expect(monthly[0]).toMatchObject({ month: '2025-12', total: 0, count: 0 });
  });

  it('of a period that is over run to its end', () => {
    const october = project(groups, periodAround('month', '2026-10-01'), NO_FILTER, TODAY);
    expect(october.daily).toHaveLength(31);
    expect(october.days).toBe(31);
  });

  it('reach an expense that is dated ahead', () => {
    const ahead = [...groups, group('2026-11-28', 'rent', 100)];
    expect(project(ahead, november, NO_FILTER, TODAY).daily.at(-1)?.day).toBe('2026-11-28');
  });

  it('add up to the total, in every order the groups come in', () => {
    const shuffled = groups.toReversed();
    const { daily, total } = project(shuffled, november, NO_FILTER, TODAY);
    expect(daily.reduce((all, day) => all + day.total, 0)).toBe(total);
    expect(project(shuffled, november, NO_FILTER, TODAY)).toEqual(
      project(groups, november, NO_FILTER, TODAY),
    );
  });

  it('of everything run from the first expense to the last', () => {
    const all = project(groups, periodAround('all', TODAY), NO_FILTER, TODAY);
    expect(all.range).toEqual({ from: '2026-09-30', to: '2026-11-20' });
    expect(all.daily).toHaveLength(52);
    expect(all.monthly.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11']);
    expect(all.comparison).toBeNull();
  });

  it('of no expenses at all is today', () => {
    const all = project([], periodAround('all', TODAY), NO_FILTER, TODAY);
    expect(all).toMatchObject({ total: 0, days: 1, range: { from: TODAY, to: TODAY } });
  });
});

describe('categories', () => {
  it('are shares of what is shown, largest first', () => {
    const { categories } = project(groups, november, NO_FILTER, TODAY);
    expect(categories.map(({ category }) => category)).toEqual(['rent', 'travel', 'food']);
    expect(categories.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1);
    expect(categories[2]).toMatchObject({ total: 350_50, count: 4 });
  });

  it('picked ones filter every figure, and the shares stay to pick from', () => {
    const filter = { category: ['food'] };
    const filtered = project(groups, november, filter, TODAY);
    expect(filtered).toMatchObject({ total: 350_50, count: 4 });
    expect(filtered.comparison?.total).toBe(500_00);
    expect(filtered.monthly.at(-1)?.total).toBe(350_50);
    expect(filtered.categories).toHaveLength(3);
  });

  it('excluded ones are gone from every figure and kept apart', () => {
    const filter = { without: ['rent'] };
    const filtered = project(groups, november, filter, TODAY);
    expect(filtered.total).toBe(1_585_06);
    expect(filtered.daily[0].total).toBe(0);
    expect(filtered.categories.map(({ category }) => category)).toEqual(['travel', 'food']);
    expect(filtered.excluded).toMatchObject([{ category: 'rent', total: 20_000_00 }]);
  });

  it('beyond a legible number are one slice', () => {
    const { categories } = project(groups, november, NO_FILTER, TODAY);
    expect(largest(categories, 3)).toHaveLength(3);
    expect(largest(categories, 2)).toMatchObject([
      { category: 'rent', of: 1 },
      { category: null, total: 1_585_06, count: 5, of: 2 },
    ]);
  });
});

describe('the trend of categories', () => {
  const months = ['2026-09', '2026-10', '2026-11'];
  const window = { from: '2026-09-01', to: '2026-11-30' };

  it('has a total for every month', () =>
    expect(trend(groups, months, window)).toEqual([
      { category: 'rent', ids: ['rent'], totals: [20_000_00, 20_000_00, 20_000_00] },
      { category: 'food', ids: ['food'], totals: [0, 1_400_00, 350_50] },
      { category: 'travel', ids: ['travel'], totals: [0, 0, 1_234_56] },
    ]));

  it('puts small ones together', () =>
    expect(trend(groups, months, window, { most: 2 })).toEqual([
      { category: 'rent', ids: ['rent'], totals: [20_000_00, 20_000_00, 20_000_00] },
      { category: null, ids: ['food', 'travel'], totals: [0, 1_400_00, 1_585_06] },
    ]));

  it('leaves out what lies outside', () => {
    const narrow = { from: '2026-10-06', to: '2026-11-30' };
    expect(trend(groups, months, narrow)).toContainEqual({
      category: 'food',
      ids: ['food'],
      totals: [0, 900_00, 350_50],
    });
  });

  it('comes with the figures, filtered as they are', () => {
    const filter = { without: ['rent'] };
    const { trend, monthly } = project(groups, november, filter, TODAY);
    expect(trend.map(({ category }) => category)).toEqual(['food', 'travel']);
    expect(trend[0].totals).toHaveLength(monthly.length);
    expect(trend[0].totals.at(-1)).toBe(350_50);
  });
});

describe('what came back', () => {
  const refunded = [
    group('2026-10-05', 'shopping', -900_00),
    group('2026-11-01', 'food', 300_00),
    group('2026-11-02', 'fuel', 100_00),
    group('2026-11-03', 'shopping', -500_00, 2),
    group('2026-11-04', 'travel', 0, 2),
  ];
  const { total, daily, monthly, categories, comparison, trend } = project(
    refunded,
    november,
    NO_FILTER,
    TODAY,
  );

  it('is taken off every total, down to below zero', () => {
    expect(total).toBe(-100_00);
    expect(daily.find(({ day }) => day === '2026-11-03')?.total).toBe(-500_00);
    expect(monthly.at(-1)?.total).toBe(-100_00);
  });

  it('leaves shares to the categories above zero, and stays in the list', () => {
    expect(aboveZero(categories).map(({ category }) => category)).toEqual(['food', 'fuel']);
    expect(categories.map(({ share }) => share)).toEqual([0.75, 0.25, 0, 0]);
    expect(categories.reduce((all, one) => all + one.total, 0)).toBe(total);
  });

  it('stays in the trend: its months add up to the months', () => {
    const last = trend.reduce((all, { totals }) => all + (totals.at(-1) ?? 0), 0);
    expect(last).toBe(total);
  });

  it('makes no percentage of a month below zero', () =>
    expect(comparison).toMatchObject({ total: -900_00, change: 800_00, ratio: null }));
});

describe('months from the 25th', () => {
  const month = periodAround('month', '2026-11-10', 25);
  const shifted = [
    group('2026-10-24', 'food', 1_00),
    group('2026-10-25', 'food', 10_00),
    group('2026-11-24', 'rent', 100_00),
    group('2026-11-25', 'food', 1000_00),
  ];

  it('hold the days of two of the calendar’s', () => {
    const { total, monthly, trend, range } = project(shifted, month, {}, '2026-12-31');
    expect(range).toEqual({ from: '2026-10-25', to: '2026-11-24' });
    expect(total).toBe(110_00);
    expect(monthly.at(-1)).toEqual({
      month: '2026-10',
      range: { from: '2026-10-25', to: '2026-11-24' },
      total: 110_00,
      count: 2,
    });
    expect(monthly.at(-2)).toMatchObject({ month: '2026-09', total: 1_00 });
    expect(trend.map(({ totals }) => totals.slice(-2))).toEqual([
      [0, 100_00],
      [1_00, 10_00],
    ]);
  });

  it('are compared with as many days of the one before', () => {
    const { comparison } = project(shifted, month, {}, '2026-10-26');
    expect(comparison?.range).toEqual({ from: '2026-09-25', to: '2026-09-26' });
  });

  it('are cut where a year ends, which stays the calendar’s', () => {
    const year = periodAround('year', '2026-11-10', 25);
    const { monthly, total } = project(shifted, year, {}, '2027-01-31');
    expect(total).toBe(1111_00);
    expect(monthly).toHaveLength(13);
    expect(monthly[0].range).toEqual({ from: '2026-01-01', to: '2026-01-24' });
    expect(monthly.at(-1)?.range).toEqual({ from: '2026-12-25', to: '2026-12-31' });
    expect(monthly.reduce((all, one) => all + one.total, 0)).toBe(total);
  });
});
