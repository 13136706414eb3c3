import { expect, it } from 'vitest';

import { writeImport } from './writing.js';

/**
 * @param {string} id
 * @param {import('./writing.js').ReadyRow['target']} target
 * @param {Partial<import('./writing.js').ReadyRow>} [more]
 * @returns {import('./writing.js').ReadyRow}
 */
const row = (id, target, more = {}) => ({
  line: 2,
  cells: [],
  kind: 'expense',
  found: 'expense',
  reason: '',
  doubts: [],
  payee: '',
  target,
  by: 'none',
  key: '',
  expense: {
    id,
    date: '2026-11-01',
    amount_paise: 100,
    description: '',
    tags: [],
    reference: null,
    category: '',
  },
  ...more,
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

it('sends a refund as one, and the reference of a payment', async () => {
  const store = fakeStore();
  const [plain, refund] = [
    row('1', { kind: 'existing', id: 'food' }),
    row('2', { kind: 'existing', id: 'food' }, { kind: 'refund' }),
  ];
  refund.expense.reference = '628700000071';
  await writeImport(/** @type {any} */ (store), [plain, refund]);
  expect(store.sent).toEqual([
    expect.not.objectContaining({ reference: expect.anything() }),
    expect.objectContaining({ id: '2', kind: 'refund', reference: '628700000071' }),
  ]);
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
