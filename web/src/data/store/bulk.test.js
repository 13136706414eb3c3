import { describe, expect, it } from 'vitest';
import { batchesOf, Bulk } from './bulk.js';
import { ServerDouble } from './server-double.js';

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

describe('deleting', () => {
  it('leaves what was changed meanwhile, and tells it as it is', async () => {
    const server = new ServerDouble([
      { id: 'a', version: 1 },
      { id: 'b', version: 1 },
    ]);
    const seen = [...server.expenses.values()];
    const edited = server.put({ ...seen[1], version: 2 });
    const bulk = new Bulk(/** @type {any} */ (server));
    expect(await bulk.delete([...seen, { id: 'c', version: 1 }])).toEqual({
      taken: 1,
      stayed: [edited],
    });
    expect([...server.expenses.keys()]).toEqual(['b']);
  });

  it('asks for a hundred at a time, and says how far it is', async () => {
    const many = Array.from({ length: 250 }, (_, i) => ({ id: String(i), version: 1 }));
    const server = new ServerDouble(many);
    /** @type {number[]} */
    const told = [];
    const bulk = new Bulk(/** @type {any} */ (server));
    const { taken } = await bulk.delete(many, { onProgress: (done) => told.push(done) });
    expect([taken, told, server.expenses.size]).toEqual([250, [100, 200, 250], 0]);
  });
});
