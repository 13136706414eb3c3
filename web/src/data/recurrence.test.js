import { describe, expect, it } from 'vitest';
import table from '../../../tests/recurrence.json';
import { times, timesWithin } from './recurrence.js';

/** @type {{name: string, rule: any, days: string[], numbers?: number[], ends: boolean}[]} */
const cases = table;

describe("the server's table of cases", () => {
  it.each(cases)('$name', ({ rule, days, numbers, ends }) => {
    const found = [...take(times(rule), days.length + 1)];
    expect(found.slice(0, days.length).map(({ day }) => day)).toEqual(days);
    expect(found.length).toBe(ends ? days.length : days.length + 1);
    if (numbers) expect(found.slice(0, days.length).map(({ number }) => number)).toEqual(numbers);
  });
});

it('gives those within a range, with the numbers that they have', () => {
  const loan = /** @type {const} */ ({
    frequency: 'monthly',
    start: '2026-05-05',
    first_number: 7,
    count: 24,
  });
  expect(timesWithin(loan, { from: '2026-07-05', to: '2026-08-05' })).toEqual([
    { number: 9, day: '2026-07-05' },
    { number: 10, day: '2026-08-05' },
  ]);
});

it('has an end even where nothing says so', () => {
  const found = [...times({ frequency: 'yearly', start: '2098-01-01' })];
  expect(found.map(({ day }) => day)).toEqual(['2098-01-01', '2099-01-01', '2100-01-01']);
});

/** @template T @param {Generator<T>} generator @param {number} most */
function* take(generator, most) {
  for (let left = most; left > 0; left--) {
    const { value, done } = generator.next();
    if (done) return;
    yield value;
  }
}
