import { describe, expect, test } from 'vitest';
import { shiftAt, toOffsets, toRows, windowOf } from './windowing.js';

const expense = (/** @type {string} */ id, /** @type {string} */ date, amount_paise = 100) => ({
  id,
  date,
  amount_paise,
  category: 'other',
  description: '',
  tags: [],
  version: 1,
});

const three = [
  expense('c', '2026-11-02'),
  expense('b', '2026-11-01'),
  expense('a', '2026-11-01', 50),
];

describe('rows', () => {
  test('group expenses by day, with the day’s total', () => {
    const rows = toRows(three, true);
    expect(rows.map((row) => (row.kind === 'day' ? row.total_paise : row.expense.id))).toEqual([
      100,
      'c',
      150,
      'b',
      'a',
    ]);
  });

  test('leave the last day’s total open while more may belong to it', () => {
    const days = toRows(three, false).filter((row) => row.kind === 'day');
    expect(days.map((row) => row.total_paise)).toEqual([100, null]);
  });

  test('of a day begin with what was added last, whatever the ids', () => {
    const day = '2026-11-02';
    const imported = { ...expense('f', day), created_at: '2026-11-02T08:00:00.000Z' };
    const added = { ...expense('c', day), created_at: '2026-11-02T09:00:00.000Z' };
    const waiting = expense('b', day);
    const ids = toRows([imported, added, waiting], true).flatMap((row) =>
      row.kind === 'day' ? [] : [row.expense.id],
    );
    expect(ids).toEqual(['b', 'c', 'f']);
  });

  test('of nothing are none', () => {
    expect(toRows([], true)).toEqual([]);
    expect(windowOf(toOffsets([], { day: 40, expense: 60 }), 0, 800, 5)).toEqual({
      first: 0,
      end: 0,
    });
  });
});

describe('the window', () => {
  const many = Array.from({ length: 50_000 }, (_, i) =>
    expense(String(i), `20${String(10 + (i % 15)).padStart(2, '0')}-01-01`),
  ).sort((a, b) => (a.date < b.date ? 1 : -1));
  const offsets = toOffsets(toRows(many, true), { day: 40, expense: 60 });

  test('holds what is in sight and a margin, however long the list', () => {
    const { first, end } = windowOf(offsets, 1_500_000, 1_500_800, 10);
    expect(offsets[first]).toBeLessThanOrEqual(1_500_000 - 10 * 40);
    expect(offsets[end]).toBeGreaterThanOrEqual(1_500_800);
    expect(end - first).toBeLessThan(45);
  });

  test('ends with the list', () => {
    const bottom = offsets[offsets.length - 1];
    expect(windowOf(offsets, bottom - 100, bottom + 700, 3).end).toBe(offsets.length - 1);
    expect(windowOf(offsets, -500, 200, 3).first).toBe(0);
  });
});

describe('what somebody looks at', () => {
  const heights = { day: 40, expense: 60 };
  const laidOut = (/** @type {ReturnType<typeof expense>[]} */ items) => {
    const rows = toRows(items, true);
    return { rows, offsets: toOffsets(rows, heights) };
  };
  const before = laidOut(three);

  test.each([
    ['nothing else', three, 0],
    ['one of the same day above', [expense('d', '2026-11-02'), ...three], 60],
    ['one of a day of its own above', [expense('d', '2026-11-03'), ...three], 100],
    ['one below', [...three, expense('0', '2026-10-01')], 0],
    ['one less above, its day too', three.slice(1), -100],
  ])('has come down by %s', (_, items, shift) => {
    // The day of b and a begins at 100, b at 140.
    expect(shiftAt(before, laidOut(items), 110)).toBe(shift);
  });

  test('is the next that is left where it is gone itself', () => {
    const left = [expense('d', '2026-11-03'), three[0], three[2]];
    expect(shiftAt(before, laidOut(left), 110)).toBe(100 - 60);
    expect(shiftAt(before, laidOut([]), 110)).toBe(0);
    expect(shiftAt(laidOut([]), before, 110)).toBe(0);
  });
});
