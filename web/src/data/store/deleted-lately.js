/**
 * What was deleted in the last 30 days, on whatever device, to bring back from: the server keeps it.
 *
 * @typedef {import('../../types.js').Expense & {deleted_at: string}} DeletedExpense
 * @typedef {{items: DeletedExpense[], next_cursor: string | null}} DeletedPage
 */
import { ApiError } from '../api.js';

export class DeletedLately {
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {DeletedExpense[]} the latest deletion first */
  items = [];
  complete = false;
  /** @type {string | null} */
  #cursor = null;

  /**
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(api, store) {
    this.api = api;
    this.store = store;
  }

  /** Ask for it anew, keeping what is shown. */
  async load() {
    this.#cursor = null;
    await this.#read([]);
  }

  async loadMore() {
    if (!this.complete) await this.#read(this.items);
  }

  /** @param {DeletedExpense[]} before */
  async #read(before) {
    try {
      const page = await this.api.listDeletedExpenses(this.#cursor);
      this.items = [...before, ...page.items];
      this.#cursor = page.next_cursor;
      this.complete = page.next_cursor === null;
      this.status = 'ready';
    } catch (error) {
      this.status = 'failed';
      if (!(error instanceof ApiError)) this.store.failed(error);
    }
    this.store.emit();
  }

  /** It is back, or on its way. @param {string} id of the expense */
  remove(id) {
    this.items = this.items.filter((expense) => expense.id !== id);
    this.store.emit();
  }
}
