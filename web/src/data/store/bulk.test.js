import { describe, expect, it } from 'vitest';
import { batchesOf } from './bulk.js';

const LIMIT = 256 * 1024;

/** @param {number} count @param {string} description */
const expenses = (count, description) =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), description }));

/** @param {unknown} batch */
const bytesOf = (batch) => new TextEncoder().encode(JSON.stringify({ expenses: batch })).length;

describe('batches', () => {
  it('hold a hundred, and what is left', () => {
    const batches = [...batchesOf(expenses(250, 'chai'))];

    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(batches.flat()).toEqual(expenses(250, 'chai'));
  });

  it('stay within the limit of a request, whatever the script', () => {
    const long = expenses(200, 'न'.repeat(1200));
    expect(bytesOf(long.slice(0, 100))).toBeGreaterThan(LIMIT);

    const batches = [...batchesOf(long)];

    expect(batches.flat()).toEqual(long);
    for (const batch of batches) expect(bytesOf(batch)).toBeLessThan(LIMIT);
  });

  it('hold one at least, and of nothing there are none', () => {
    expect([...batchesOf(expenses(2, 'x'.repeat(300_000)))].map((it) => it.length)).toEqual([1, 1]);
    expect([...batchesOf([])]).toEqual([]);
  });
});
