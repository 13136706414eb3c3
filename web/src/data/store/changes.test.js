import { describe, expect, test } from 'vitest';
import { matches, overlayItems, overlaySummary, sliceByDay } from './changes.js';

/** @typedef {import('./changes.js').Change} Change */

const expense = (/** @type {Partial<import('../../types.js').Expense>} */ fields = {}) => ({
  id: 'b',
  date: '2026-11-10',
  amount_paise: 1000,
  category: 'rent',
  description: 'Flat',
  tags: ['home'],
  version: 1,
  ...fields,
});
const add = (/** @type {any} */ after) =>
  /** @type {Change} */ ({ id: '1', kind: 'add', before: null, after });
const edit = (/** @type {any} */ before, /** @type {any} */ after) =>
  /** @type {Change} */ ({ id: '2', kind: 'edit', before, after });
const remove = (/** @type {any} */ before) =>
  /** @type {Change} */ ({ id: '3', kind: 'delete', before, after: null });

describe('a list with changes', () => {
  const items = [expense({ id: 'd', date: '2026-11-20' }), expense(), expense({ id: 'a' })];
  const ids = (/** @type {Change[]} */ changes, filter = {}, complete = true) =>
    overlayItems(items, changes, filter, complete).map(({ id }) => id);

  test('is the same array without any', () =>
    expect(overlayItems(items, [], {}, true)).toBe(items));
  test('holds an added one at its place', () => {
    expect(ids([add(expense({ id: 'c', date: '2026-11-15' }))])).toEqual(['d', 'c', 'b', 'a']);
    expect(ids([add(expense({ id: 'c' }))])).toEqual(['d', 'c', 'b', 'a']);
  });
  test('moves an edited one with its date', () =>
    expect(ids([edit(items[0], expense({ id: 'd', date: '2026-11-01' }))])).toEqual([
      'b',
      'a',
      'd',
    ]));
  test('leaves out a deleted one, and one that the filter leaves out now', () => {
    expect(ids([remove(items[1])])).toEqual(['d', 'a']);
    expect(ids([edit(items[1], expense({ category: 'fuel' }))], { category: 'rent' })).toEqual([
      'd',
      'a',
    ]);
  });
  test('does not show what belongs among those that are not loaded', () =>
    expect(ids([add(expense({ id: 'e', date: '2020-01-01' }))], {}, false)).toEqual([
      'd',
      'b',
      'a',
    ]));
  test('takes the last of several changes of one expense', () => {
    const first = expense({ id: 'c' });
    expect(ids([add(first), edit(first, expense({ id: 'c', date: '2026-12-01' }))])[0]).toBe('c');
    expect(ids([add(first), remove(first)])).toEqual(['d', 'b', 'a']);
  });
  test('shows a confirmed change once, laid over or not', () =>
    expect(ids([add(expense({ version: 1 }))])).toEqual(['d', 'b', 'a']));
});

describe('a summary with changes', () => {
  const summary = {
    total_paise: 3000,
    count: 2,
    groups: [
      { day: '2026-10-31', category: 'rent', total_paise: 2000, count: 1 },
      { day: '2026-11-10', category: 'rent', total_paise: 1000, count: 1 },
    ],
  };
  const range = { from: '2026-10-01', to: '2026-11-30' };

  test('is the same object without any', () =>
    expect(overlaySummary(summary, [], range, 'day')).toBe(summary));
  test('moves an amount to another month', () => {
    const moved = overlaySummary(
      summary,
      [edit(expense(), expense({ date: '2026-10-31' }))],
      range,
      'day',
    );
    expect(moved).toEqual({
      total_paise: 3000,
      count: 2,
      groups: [{ day: '2026-10-31', category: 'rent', total_paise: 3000, count: 2 }],
    });
  });
  test('counts only what lies in its range', () => {
    const november = { total_paise: 1000, count: 1, groups: [summary.groups[1]] };
    const moved = [edit(expense(), expense({ date: '2026-10-31' }))];
    expect(
      overlaySummary(november, moved, { from: '2026-11-01', to: '2026-11-30' }, 'day'),
    ).toEqual({
      total_paise: 0,
      count: 0,
      groups: [],
    });
  });
  test('stays chronological', () => {
    const groups = overlaySummary(
      summary,
      [add(expense({ id: 'x', date: '2026-11-05' }))],
      range,
      'day',
    ).groups;
    expect(groups.map(({ day }) => day)).toEqual(['2026-10-31', '2026-11-05', '2026-11-10']);
  });
  test('works by month too', () => {
    const byMonth = {
      total_paise: 1000,
      count: 1,
      groups: [{ month: '2026-11', category: 'rent', total_paise: 1000, count: 1 }],
    };
    expect(overlaySummary(byMonth, [remove(expense())], {}, 'month').groups).toEqual([]);
  });
  test('is cut to a part by its days', () =>
    expect(sliceByDay(summary, { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({
      total_paise: 1000,
      count: 1,
    }));
});

test('a filter matches as the server does', () => {
  const flat = expense();
  expect(matches(flat, { q: 'fLaT' })).toBe(true);
  expect(matches(flat, { q: 'hom' })).toBe(true);
  expect(matches(flat, { tag: 'hom' })).toBe(false);
  expect(
    matches(flat, { from: '2026-11-10', to: '2026-11-10', category: 'rent', tag: 'home' }),
  ).toBe(true);
  expect(matches(flat, { to: '2026-11-09' })).toBe(false);
});
