import { expect, it } from 'vitest';
import { upcoming } from './upcoming.js';

/** @param {Partial<import('../types.js').Rule>} fields */
const rule = (fields) =>
  /** @type {import('../types.js').Rule} */ ({
    id: 'a',
    description: 'Rent',
    amount_paise: 25_000_00,
    category: 'rent',
    tags: [],
    frequency: 'monthly',
    every: 1,
    start: '2026-11-05',
    skipped: [],
    paused: false,
    last: '2026-11-05',
    next: '2026-12-05',
    asked: [],
    state: 'active',
    version: 1,
    created_at: '2026-11-01T10:00:00Z',
    ...fields,
  });

/** @param {import('./upcoming.js').Upcoming[]} items */
const short = (items) => items.map(({ date, number, state }) => [date, number, state]);

it('lists what is due from the next day on, in the order of the days', () => {
  const weekly = rule({ id: 'b', frequency: 'weekly', start: '2026-12-01', next: '2026-12-01' });
  const found = upcoming([rule({}), weekly], '2026-12-09');
  expect(found.map((item) => [item.date, item.rule.id])).toEqual([
    ['2026-12-01', 'b'],
    ['2026-12-05', 'a'],
    ['2026-12-08', 'b'],
  ]);
});

it('tells which of how many it is', () => {
  const loan = rule({ count: 24, first_number: 7 });
  expect(short(upcoming([loan], '2026-12-31'))).toEqual([['2026-12-05', 8, 'due']]);
});

it('keeps asking for amounts of past days, also of days that the rule has no more', () => {
  const electricity = rule({ amount_paise: null, asked: ['2026-03-20', '2026-11-05'] });
  expect(short(upcoming([electricity], '2026-12-05'))).toEqual([
    ['2026-03-20', null, 'asked'],
    ['2026-11-05', 1, 'asked'],
    ['2026-12-05', 2, 'due'],
  ]);
});

it('says what is held back, overdue days included', () => {
  const held = rule({ state: 'waiting', next: '2026-11-05', last: null });
  expect(short(upcoming([held], '2026-12-05'))).toEqual([
    ['2026-11-05', 1, 'waiting'],
    ['2026-12-05', 2, 'waiting'],
  ]);
});

it('has nothing of a rule that is paused or at its end, but what it asked for', () => {
  const paused = rule({ state: 'paused', paused: true, next: null, asked: ['2026-11-05'] });
  expect(
    short(upcoming([paused, rule({ id: 'c', state: 'ended', next: null })], '2027-12-31')),
  ).toEqual([['2026-11-05', 1, 'asked']]);
});

it('leaves out what is skipped', () => {
  const skipping = rule({ skipped: ['2026-12-05'], next: '2027-01-05' });
  expect(short(upcoming([skipping], '2027-01-05'))).toEqual([['2027-01-05', 3, 'due']]);
});
