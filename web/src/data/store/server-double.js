/**
 * For tests: a server's answers in memory, with the faults that a network has. It stands in for Api.
 *
 * @typedef {import('../../types.js').Expense} Expense
 */
import { ApiError, NoLedgerError, UnreachableError } from '../api.js';
import { matches, newestFirst, overlaySummary, sameContent } from './changes.js';

/**
 * @param {string} id @param {import('../../types.js').Role} role
 * @returns {import('../../types.js').Ledger}
 */
const ledgerOf = (id, role) => ({
  id,
  name: `Ledger ${id}`,
  role,
  member: 'person-1',
  people: 2,
  split: null,
  version: 1,
});

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
  ledger = '';
  /** As of Api, which tells of each answer. */
  reached = () => {};
  /** @type {import('../kept/answers.js').Answers | null} */
  answers = null;

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
    if (this.isOut) throw new NoLedgerError();
    const value = work();
    if (this.state === 'deaf' && !asked.startsWith('GET')) throw new UnreachableError();
    this.reached();
    return value;
  }

  release() {
    this.holding = false;
    for (const go of this.held.splice(0)) go();
  }

  /** @type {Map<string, ServerDouble>} the shared ledgers, by id */
  shared = new Map();
  /** What the person may do in it. @type {import('../../types.js').Role} */
  role = 'member';
  /** Whether the person is in it no more. */
  isOut = false;

  /** @param {string} id */
  of(id) {
    const server = this.shared.get(id) ?? new ServerDouble();
    server.ledger = id;
    return server;
  }

  listLedgers() {
    const items = [...this.shared].map(([id, { role }]) => ledgerOf(id, role));
    return this.#answer('GET ledgers', () => ({ items }));
  }

  /** @param {string} id */
  getLedger(id) {
    return this.#answer('GET ledger', () => {
      const found = this.shared.get(id);
      if (!found) throw new ApiError(404, {});
      return ledgerOf(id, found.role);
    });
  }

  listMembers() {
    return this.#answer('GET members', () => ({ items: [] }));
  }

  /** @param {import('../../types.js').Filter} filter */
  listExpenses(filter) {
    return this.#answer('GET list', () => ({
      items: [...this.expenses.values()].filter((one) => matches(one, filter)).sort(newestFirst),
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

  /** @type {Expense[]} */
  deleted = [];

  listDeletedExpenses() {
    return this.#answer('GET deleted', () => ({
      items: this.deleted
        .filter(({ id }) => !this.expenses.has(id))
        .map((expense) => ({ ...expense, deleted_at: '2026-11-20T10:00:00Z' })),
      next_cursor: null,
    }));
  }

  listCategories() {
    return this.#answer('GET categories', () => ({ items: this.categories }));
  }

  /** @param {{id: string, name: string, colour?: string}} fields */
  addCategory({ id, name, colour = '#000000' }) {
    return this.#answer(`POST category ${name}`, () => {
      const made = this.categories.find((one) => one.id === id);
      if (!made && this.categories.some((one) => one.name === name)) throw new ApiError(409, {});
      const category = made ?? { id, name, colour, builtin: false, archived: false };
      if (!made) this.categories = [...this.categories, category];
      return category;
    });
  }

  /** @param {string} id @param {Partial<import('../../types.js').Category>} fields */
  editCategory(id, fields) {
    return this.#answer(`PUT category ${Object.values(fields)}`, () => {
      const category = this.categories.find((one) => one.id === id);
      if (!category) throw new ApiError(404, {});
      if (this.categories.some((one) => one.id !== id && one.name === fields.name)) {
        throw new ApiError(409, { detail: 'the name is taken' });
      }
      this.categories = this.categories.map((one) =>
        one === category ? { ...one, ...fields } : one,
      );
      return { ...category, ...fields };
    });
  }

  /** @param {string} id */
  deleteCategory(id) {
    return this.#answer('DELETE category', () => {
      if ([...this.expenses.values()].some(({ category }) => category === id)) {
        throw new ApiError(409, { detail: 'it has expenses' });
      }
      if (!this.categories.some((one) => one.id === id)) throw new ApiError(404, {});
      this.categories = this.categories.filter((one) => one.id !== id);
      return null;
    });
  }

  settings = { month_start: 1, carry_over_from: /** @type {string | null} */ (null) };

  getSettings() {
    return this.#answer('GET settings', () => this.settings);
  }

  /** @type {import('./budgets.js').Budget[]} */
  budgets = [];

  listBudgets() {
    return this.#answer('GET budgets', () => ({ items: this.budgets }));
  }

  /** @param {string} category @param {{month: string, amount_paise: number | null}} fields */
  changeBudget(category, { month, amount_paise }) {
    return this.#answer(`PUT budget ${amount_paise}`, () => {
      const budget = { category, from: month, amount_paise };
      const isOther = (/** @type {import('./budgets.js').Budget} */ one) =>
        one.category !== category || one.from !== month;
      this.budgets = [...this.budgets.filter(isOther), budget];
      return budget;
    });
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
    return this.#answer('POST', () => {
      const stored = this.expenses.get(id);
      if (stored && !sameContent(stored, { ...stored, ...fields })) throw new ApiError(409, {});
      return stored ?? this.put({ ...fields, id, version: 1 });
    });
  }

  /** @param {any[]} expenses */
  addExpenses(expenses) {
    return this.#answer('POST many', () => ({
      results: expenses.map((expense) => {
        const status = this.expenses.has(expense.id) ? 'replayed' : 'created';
        if (status === 'created') this.put({ ...expense, version: 1 });
        return { id: expense.id, status };
      }),
    }));
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

  /** Only what deletes. @param {{id: string, version: number}[]} expenses */
  changeExpenses(expenses) {
    return this.#answer('PATCH', () => ({
      results: expenses.map(({ id, version }) => {
        const stored = this.expenses.get(id);
        if (!stored) return { id, status: 'gone' };
        if (stored.version !== version) return { id, status: 'stale', expense: stored };
        this.expenses.delete(id);
        return { id, status: 'changed' };
      }),
    }));
  }

  /** @param {string} id @param {{version: number}} [replaced] */
  deleteExpense(id, replaced) {
    return this.#answer('DELETE', () => {
      const stored = this.expenses.get(id);
      if (stored && replaced && stored.version !== replaced.version) throw new ApiError(412, {});
      if (!stored || !this.expenses.delete(id)) throw new ApiError(404, {});
      this.deleted.unshift(stored);
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
