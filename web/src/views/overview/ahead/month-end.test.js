import { describe, expect, it } from 'vitest';
import { upcoming } from '../../../data/upcoming.js';
import { eachDay } from '../../../writing/dates.js';
import { monthEndOf } from './month-end.js';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const TODAY = '2026-11-25';

/** @param {string} day @param {number} total_paise @param {string} [category] */
const spent = (day, total_paise, category = 'groceries') => ({
  day,
  category,
  total_paise,
  count: 1,
});

/** August to October, 92 days. @param {number} paise a day @param {string} [category] */
const daily = (paise, category) =>
  eachDay({ from: '2026-08-01', to: '2026-10-31' }).map((day) => spent(day, paise, category));

/** @param {Partial<import('../../../types.js').Rule>} fields */
const rule = (fields) =>
  /** @type {import('../../../types.js').Rule} */ ({
    id: 'rent',
    description: 'Rent',
    amount_paise: 25_000_00,
    category: 'rent',
    tags: [],
    frequency: 'monthly',
    every: 1,
    day: 28,
    start: '2026-11-28',
    skipped: [],
    paused: false,
    last: null,
    next: '2026-11-28',
    asked: [],
    state: 'active',
    version: 1,
    created_at: '2026-11-01T10:00:00Z',
    ...fields,
  });

/** @param {any[]} groups @param {import('../../../types.js').Rule[]} [rules] */
const at = (groups, rules = []) =>
  monthEndOf({
    groups,
    month: NOVEMBER,
    today: TODAY,
    rules,
    upcoming: upcoming(rules, NOVEMBER.to),
  });

it('adds what is spent, what is due and the usual for the days left', () => {
  const groups = [...daily(100_00), spent('2026-11-10', 5_000_00)];
  const found = at(groups, [rule({})]);
  expect(found).toMatchObject({
    spent: 5_000_00,
    due: 25_000_00,
    rules: 1,
    days: 5,
    usual: 100_00,
    total: 5_000_00 + 25_000_00 + 5 * 100_00,
  });
});

it('says what to expect of each day left, which together with what is spent is the total', () => {
  const groups = [...daily(100_00), spent('2026-11-10', 5_000_00)];
  const { ahead, total } = at(groups, [rule({})]);
  expect(ahead.map(({ day }) => day)).toEqual(eachDay({ from: '2026-11-26', to: '2026-11-30' }));
  expect(ahead[2]).toEqual({ day: '2026-11-28', total: 25_100_00 });
  expect(ahead.reduce((all, { total: paise }) => all + paise, 5_000_00)).toBe(total);
});

describe('the usual', () => {
  it('leaves out what recurs, also where it was recorded by hand before it was a rule', () => {
    const rents = ['2026-08-28', '2026-09-28', '2026-10-28'].map((day) =>
      spent(day, 25_000_00, 'rent'),
    );
    expect(at([...daily(100_00), ...rents], [rule({})]).usual).toBe(100_00);
    expect(at([...daily(100_00), ...rents]).usual).toBeGreaterThan(900_00);
  });

  it('leaves out what is paused or at its end, for it is not to come', () => {
    const gym = ['2026-08-28', '2026-09-28', '2026-10-28'].map((day) => spent(day, 900_00, 'gym'));
    const paused = rule({ category: 'gym', amount_paise: 900_00, state: 'paused', next: null });
    expect(at([...daily(100_00), ...gym], [paused])).toMatchObject({ usual: 100_00, due: 0 });
  });

  it('is never less for a rule that is new', () => {
    expect(at(daily(100_00), [rule({})]).usual).toBe(100_00);
    const car = rule({ category: 'groceries', amount_paise: 90_000_00 });
    expect(at([...daily(100_00), ...daily(50_00, 'fuel')], [car]).usual).toBe(50_00);
  });

  it('is taken from the days since the first expense, if they are a few weeks', () => {
    const month = eachDay({ from: '2026-10-01', to: '2026-10-31' }).map((day) => spent(day, 70_00));
    expect(at(month).usual).toBe(70_00);
    expect(at(month.slice(10)).usual).toBe(null);
  });

  it('is not known without any history: then the total is what is certain', () => {
    expect(at([spent('2026-11-03', 400_00)], [rule({})])).toMatchObject({
      usual: null,
      total: 25_400_00,
    });
  });
});

it('counts what asks for its amount as what is usual, since nothing is due by a known amount', () => {
  const power = rule({ category: 'power', amount_paise: null, asked: ['2026-11-20'] });
  const bills = ['2026-08-20', '2026-09-20', '2026-10-20'].map((day) =>
    spent(day, 920_00, 'power'),
  );
  expect(at([...daily(100_00), ...bills], [power])).toMatchObject({
    due: 0,
    rules: 0,
    usual: 130_00,
  });
});

it('takes nothing off what is usual for a rule that was paid no more', () => {
  const groups = daily(100_00);
  const emi = { category: 'groceries', amount_paise: 3_000_00, next: null, start: '2025-01-05' };
  const ended = rule({ ...emi, day: 5, count: 6, last: '2025-06-05', state: 'ended' });
  expect(at(groups, [ended]).usual).toBe(100_00);
  const paused = rule({ ...emi, day: 5, paused: true, last: '2026-07-05', state: 'paused' });
  expect(at(groups, [paused]).usual).toBe(100_00);
  const shortened = rule({ ...emi, day: 5, end: '2026-08-31', last: '2026-08-05', state: 'ended' });
  const skipped = rule({ ...emi, day: 5, count: 1, skipped: ['2025-01-05'], state: 'ended' });
  expect(at(groups, [skipped]).usual).toBe(100_00);
  expect(at(groups, [shortened]).usual).toBe(Math.round((92 * 100_00 - 3_000_00) / 92));
});

it('draws the rest so that it comes to the end', () => {
  const late = rule({ state: 'waiting', next: '2026-11-20', start: '2026-11-20', day: 20 });
  const {
    total,
    spent: known,
    ahead,
  } = at([...daily(100_00), spent('2026-11-10', 500_00)], [late]);
  expect(ahead.map(({ total: one }) => one)).toEqual([25_100_00, 100_00, 100_00, 100_00, 100_00]);
  expect(ahead.reduce((all, one) => all + one.total, known)).toBe(total);
});

it('follows a month that begins on another day', () => {
  const found = monthEndOf({
    groups: [...daily(100_00), spent('2026-11-10', 500_00)],
    month: { from: '2026-10-28', to: '2026-11-27' },
    today: TODAY,
    rules: [],
    upcoming: [],
  });
  expect(found).toMatchObject({ spent: 4 * 100_00 + 500_00, days: 2, usual: 100_00 });
});

it('does not look beyond the month', () => {
  const waiting = rule({ state: 'waiting', next: '2026-09-28', start: '2026-08-28' });
  expect(at(daily(100_00), [waiting])).toMatchObject({ due: 25_000_00, rules: 1 });
  expect(at(daily(100_00), [rule({ next: '2026-12-01', start: '2026-12-01' })]).due).toBe(0);
});
