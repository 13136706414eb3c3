import { describe, expect, test } from 'vitest';
import {
  fieldsOf,
  matches,
  overlayItems,
  overlaySummary,
  sameContent,
  sliceByDay,
} from './changes.js';

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

test('what is sent keeps that it is a refund, of what, and the payment’s reference', () => {
  const said = { kind: /** @type {const} */ ('refund'), reference: '432198765', of: 'a' };
  expect(fieldsOf(expense(said))).toMatchObject(said);
  expect(Object.keys(fieldsOf(expense({ reference: null })))).toEqual([
    'date',
    'amount_paise',
    'category',
    'description',
    'tags',
  ]);
});

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
    expect(ids([edit(items[1], expense({ category: 'fuel' }))], { category: ['rent'] })).toEqual([
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

test('a refund takes away from what was spent', () => {
  const nothing = { total_paise: 0, count: 0, groups: [] };
  const refund = expense({ id: 'c', kind: 'refund', amount_paise: 300 });
  const { total_paise, count } = overlaySummary(nothing, [add(expense()), add(refund)], {}, 'day');
  expect({ total_paise, count }).toEqual({ total_paise: 700, count: 2 });
});

test('a refund is not the same as an expense, nor a reference as none', () => {
  expect(sameContent(expense(), expense({ kind: 'expense', reference: null }))).toBe(true);
  expect(sameContent(expense(), expense({ kind: 'refund' }))).toBe(false);
  expect(sameContent(expense(), expense({ reference: 'UPI1' }))).toBe(false);
});

test('a filter matches as the server does', () => {
  const flat = expense();
  expect(matches(flat, { q: 'flat' }, ({ id }) => id === flat.id)).toBe(true);
  expect(matches(flat, { q: 'flat' }, () => false)).toBe(false);
  expect(matches(flat, { tag: ['hom'] })).toBe(false);
  expect(
    matches(flat, { from: '2026-11-10', to: '2026-11-10', category: ['rent'], tag: ['home'] }),
  ).toBe(true);
  expect(matches(flat, { category: ['fuel', 'rent'], tag: ['office', 'home'] })).toBe(true);
  expect(matches(flat, { category: ['rent'], without: ['rent'] })).toBe(false);
  expect(matches(flat, { to: '2026-11-09' })).toBe(false);
  expect(matches(flat, { kind: 'expense' })).toBe(true);
  expect(matches(flat, { kind: 'refund' })).toBe(false);
  expect(matches(expense({ kind: 'refund' }), { kind: 'refund' })).toBe(true);
  expect(matches(expense({ kind: 'refund' }), { kind: 'expense' })).toBe(false);
});

describe('a refund', () => {
  const refund = expense({ id: 'r', kind: 'refund', reference: '628700000071', category: 'rent' });

  test('is less spent in a summary', () => {
    const summary = { total_paise: 5000, count: 1, groups: [] };
    const { total_paise, count, groups } = overlaySummary(summary, [add(refund)], {}, 'day');
    expect([total_paise, count]).toEqual([4000, 2]);
    expect(groups).toMatchObject([{ total_paise: -1000, count: 1 }]);
  });

  test('stays one when it is edited, and keeps its reference', () =>
    expect(fieldsOf({ ...refund, description: 'Flat, back' })).toMatchObject({
      kind: 'refund',
      reference: '628700000071',
    }));
});
