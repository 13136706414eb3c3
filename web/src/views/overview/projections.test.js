import { describe, expect, it } from 'vitest';

import { budgetUse } from './budgets.js';
import { periodAround } from './period/period.js';
import { largest, project, trend } from './projections.js';

const NO_FILTER = { picked: new Set(), excluded: new Set() };

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
    expect(monthly[0]).toEqual({ month: '2025-12', total: 0, count: 0 });
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
    const filter = { picked: new Set(['food']), excluded: new Set([]) };
    const filtered = project(groups, november, filter, TODAY);
    expect(filtered).toMatchObject({ total: 350_50, count: 4 });
    expect(filtered.comparison?.total).toBe(500_00);
    expect(filtered.monthly.at(-1)?.total).toBe(350_50);
    expect(filtered.categories).toHaveLength(3);
  });

  it('excluded ones are gone from every figure and kept apart', () => {
    const filter = { picked: new Set([]), excluded: new Set(['rent']) };
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
      { category: 'rent', totals: [20_000_00, 20_000_00, 20_000_00] },
      { category: 'food', totals: [0, 1_400_00, 350_50] },
      { category: 'travel', totals: [0, 0, 1_234_56] },
    ]));

  it('puts small ones together', () =>
    expect(trend(groups, months, window, 2)).toEqual([
      { category: 'rent', totals: [20_000_00, 20_000_00, 20_000_00] },
      { category: null, totals: [0, 1_400_00, 1_585_06] },
    ]));

  it('leaves out what lies outside', () => {
    const narrow = { from: '2026-10-06', to: '2026-11-30' };
    expect(trend(groups, months, narrow)).toContainEqual({
      category: 'food',
      totals: [0, 900_00, 350_50],
    });
  });

  it('comes with the figures, filtered as they are', () => {
    const filter = { picked: new Set([]), excluded: new Set(['rent']) };
    const { trend, monthly } = project(groups, november, filter, TODAY);
    expect(trend.map(({ category }) => category)).toEqual(['food', 'travel']);
    expect(trend[0].totals).toHaveLength(monthly.length);
    expect(trend[0].totals.at(-1)).toBe(350_50);
  });
});

describe('budgets', () => {
  const window = { from: '2026-11-01', to: '2026-11-30', months: 1 };
  /** @param {string} id @param {number | null} monthly_budget_paise */
  const category = (id, monthly_budget_paise) => ({ id, monthly_budget_paise });

  it('warn from 80 % and from 100 %', () => {
    const of = (/** @type {number} */ spent) =>
      budgetUse([group('2026-11-05', 'food', spent)], [category('food', 100_00)], window)[0].level;
    expect(of(79_99)).toBe('fine');
    expect(of(80_00)).toBe('near');
    expect(of(99_99)).toBe('near');
    expect(of(100_00)).toBe('over');
  });

  it('are listed most used first, only where there is one, spent or not', () => {
    const categories = [category('gym', 5_00), category('food', 500_00), category('rent', null)];
    const use = budgetUse(groups, categories, window);
    expect(use.map(({ category }) => category)).toEqual(['food', 'gym']);
    expect(use[1]).toMatchObject({ spent: 0, ratio: 0, level: 'fine' });
  });

  it('grow with the months', () => {
    const year = { from: '2026-04-01', to: '2027-03-31', months: 12 };
    expect(budgetUse(groups, [category('rent', 20_000_00)], year)[0]).toMatchObject({
      spent: 60_000_00,
      budget: 240_000_00,
    });
  });
});
