import { expect, it, vi } from 'vitest';
import { POINTS } from './points-in-time.js';

vi.mock('../../../data/store.js', () => ({ store: {} }));

it('draws what is expected on top of what is dated ahead, from tomorrow on', () => {
  const known = [
    { day: '2026-11-25', total: 500, count: 1 },
    ...['2026-11-26', '2026-11-27', '2026-11-28'].map((day) => ({ day, total: 0, count: 0 })),
    { day: '2026-11-29', total: 900, count: 1 },
  ];
  const expected = ['26', '27', '28', '29', '30'].map((day) => ({
    day: `2026-11-${day}`,
    total: 100,
  }));
  const projection = /** @type {import('../projections.js').Projection} */ (
    /** @type {unknown} */ ({ daily: known })
  );
  const points = POINTS.day.of(projection, expected);
  expect(points.map(({ total }) => total)).toEqual([500, 100, 100, 100, 1000, 100]);
  expect(points.map(({ isExpected }) => Boolean(isExpected))).toEqual([
    false,
    ...expected.map(() => true),
  ]);
});
