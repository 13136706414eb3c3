/**
 * What was deleted in the last 30 days, on whatever device, to bring back from: the server keeps it.
 *
 * @typedef {import('../../types.js').Expense & {deleted_at: string}} DeletedExpense
 * @typedef {{items: DeletedExpense[], next_cursor: string | null}} DeletedPage
 */
import { ApiError } from '../api.js';
import { Asking } from './asking.js';

export class DeletedLately {
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {DeletedExpense[]} the latest deletion first */
  items = [];
  complete = false;
  /** @type {string | null} */
  #cursor = null;
  #asking = new Asking();

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
    await this.#read([], null);
  }

  async loadMore() {
    if (!this.complete) await this.#read(this.items, this.#cursor);
  }

  /** @param {DeletedExpense[]} before @param {string | null} cursor */
  async #read(before, cursor) {
    try {
      await this.#asking.latest(
        () => this.api.listDeletedExpenses(cursor),
        ({ items, next_cursor }) => {
          this.items = [...before, ...items];
          this.#cursor = next_cursor;
          this.complete = next_cursor === null;
          this.status = 'ready';
        },
      );
    } catch (error) {
      this.status = 'failed';
      if (!(error instanceof ApiError)) this.store.failed(error);
    }
    this.store.emit();
  }

  /** It is back, or on its way. @param {string} id of the expense */
  remove(id) {
    this.items = this.items.filter((expense) => expense.id !== id);
    this.#asking.changed();
    this.store.emit();
  }
}
