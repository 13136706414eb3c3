import { expect, it } from 'vitest';

import { writeImport } from './writing.js';

/** @param {string} id @param {import('./writing.js').PlannedRow['target']} target */
const row = (id, target) => ({
  id,
  target,
  expense: {
    line: 2,
    cells: [],
    id: null,
    date: '2026-11-01',
    amount_paise: 100,
    category: '',
    description: '',
    tags: [],
  },
});

/** A store that keeps what it is sent, and stops after so many. @param {number} [limit] */
function fakeStore(limit = Infinity) {
  const items = [
    { id: 'food', name: 'Food', archived: false },
    { id: 'old', name: 'Old', archived: true },
  ];
  /** @type {any[]} */
  const sent = [];
  return {
    sent,
    items,
    categories: { items },
    category: (/** @type {string} */ id) => items.find((item) => item.id === id),
    async editCategory(/** @type {string} */ id, /** @type {object} */ fields) {
      return Object.assign(items.find((item) => item.id === id) ?? {}, fields);
    },
    addCategory(/** @type {{name: string}} */ { name }) {
      const made = { id: `id of ${name}`, name, archived: false };
      items.push(made);
      return { stored: Promise.resolve(made) };
    },
    async addExpenses(/** @type {any[]} */ expenses) {
      sent.push(...expenses.slice(0, limit));
      return {
        results: sent.map(({ id }) => ({ id, status: 'created' })),
        stopped: expenses.length > limit ? new Error('no network') : null,
      };
    },
  };
}

it('makes each new category once, and brings back an archived one', async () => {
  const store = fakeStore();
  const { results, stopped } = await writeImport(/** @type {any} */ (store), [
    row('1', { kind: 'new', name: 'Beauty' }),
    row('2', { kind: 'new', name: 'beauty' }),
    row('3', { kind: 'existing', id: 'old' }),
    row('4', { kind: 'new', name: 'FOOD' }),
  ]);
  expect(stopped).toBeNull();
  expect(results.map(({ status }) => status)).toEqual(['created', 'created', 'created', 'created']);
  expect(store.sent.map(({ category }) => category)).toEqual([
    'id of Beauty',
    'id of Beauty',
    'old',
    'food',
  ]);
  expect(store.items.find(({ id }) => id === 'old')?.archived).toBe(false);
});

it('says of each row what came of it when it has to stop', async () => {
  const outcome = await writeImport(/** @type {any} */ (fakeStore(1)), [
    row('1', { kind: 'existing', id: 'food' }),
    row('2', { kind: 'existing', id: 'food' }),
  ]);
  expect(outcome.stopped).toBe('failed');
  expect(outcome.results.map(({ status }) => status)).toEqual(['created', 'unsent']);
});

it('knows a cancelled import from a failed one', async () => {
  const controller = new AbortController();
  controller.abort();
  const rows = [row('1', { kind: 'existing', id: 'food' })];
  const outcome = await writeImport(/** @type {any} */ (fakeStore(0)), rows, {
    signal: controller.signal,
  });
  expect(outcome.stopped).toBe('cancelled');
});
