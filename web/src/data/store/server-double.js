/**
 * For tests: a server's answers in memory, with the faults that a network has. It stands in for Api.
 *
 * @typedef {import('../../types.js').Expense} Expense
 */
import { ApiError, UnreachableError } from '../api.js';
import { newestFirst, overlaySummary } from './changes.js';

export class ServerDouble {
  /** @type {Map<string, Expense>} */
  expenses = new Map();
  /** @type {string[]} what was asked */
  log = [];
  /** @type {'up' | 'down' | 'deaf' | 'refusing'} deaf: does it, and the answer is lost */
  state = 'up';
  /** @type {(() => void)[]} answers held back */
  held = [];
  holding = false;
  /** @type {import('../../types.js').Category[]} */
  categories = [];

  /** @param {Partial<Expense>[]} expenses */
  constructor(expenses = []) {
    for (const fields of expenses) this.put(fields);
  }

  /** @param {Partial<Expense>} fields */
  put(fields) {
    const expense = /** @type {Expense} */ ({ ...BLANK, ...fields });
    this.expenses.set(expense.id, expense);
    return expense;
  }

  /** @template T @param {string} asked @param {() => T} work @returns {Promise<T>} */
  async #answer(asked, work) {
    this.log.push(asked);
    if (this.holding) await new Promise((resolve) => this.held.push(() => resolve(undefined)));
    if (this.state === 'down') throw new UnreachableError();
    if (this.state === 'refusing' && !asked.startsWith('GET')) {
      throw new ApiError(422, { errors: [{ field: 'category', message: 'is archived' }] });
    }
    const value = work();
    if (this.state === 'deaf' && !asked.startsWith('GET')) throw new UnreachableError();
    return value;
  }

  release() {
    this.holding = false;
    for (const go of this.held.splice(0)) go();
  }

  listExpenses() {
    return this.#answer('GET list', () => ({
      items: [...this.expenses.values()].sort(newestFirst),
      next_cursor: null,
    }));
  }

  /** @param {{from?: string, to?: string}} range @param {'day' | 'month'} by */
  summary(range, by) {
    return this.#answer('GET summary', () =>
      overlaySummary(
        { total_paise: 0, count: 0, groups: [] },
        [...this.expenses.values()].map((after) => ({ id: '', kind: 'add', before: null, after })),
        range,
        by,
      ),
    );
  }

  listCategories() {
    return this.#answer('GET categories', () => ({ items: this.categories }));
  }

  /** @param {string} id */
  getExpense(id) {
    return this.#answer('GET one', () => {
      const expense = this.expenses.get(id);
      if (!expense) throw new ApiError(404, {});
      return expense;
    });
  }

  /** @param {string} id @param {any} fields */
  addExpense(id, fields) {
    return this.#answer(
      'POST',
      () => this.expenses.get(id) ?? this.put({ ...fields, id, version: 1 }),
    );
  }

  /** @param {string} id @param {{version: number}} replaced @param {any} fields */
  editExpense(id, { version }, fields) {
    return this.#answer('PUT', () => {
      const stored = this.expenses.get(id);
      if (!stored) throw new ApiError(404, {});
      if (stored.version !== version) throw new ApiError(412, {});
      return this.put({ ...stored, ...fields, version: version + 1 });
    });
  }

  /** @param {string} id @param {{version: number}} [replaced] */
  deleteExpense(id, replaced) {
    return this.#answer('DELETE', () => {
      const stored = this.expenses.get(id);
      if (stored && replaced && stored.version !== replaced.version) throw new ApiError(412, {});
      if (!this.expenses.delete(id)) throw new ApiError(404, {});
      return null;
    });
  }
}

const BLANK = {
  id: 'a',
  date: '2026-11-10',
  amount_paise: 1000,
  category: 'rent',
  description: '',
  tags: [],
  version: 1,
};
