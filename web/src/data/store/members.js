/** Who is, and was, in the ledger, once it was asked for. Nobody else is in one's own. */

import { Asking } from './asking.js';

/** @typedef {import('../../types.js').Member} Member */

/** Whether a role allows to write. @param {Member['role']} role */
export const mayWriteAs = (role) => role === 'owner' || role === 'member';

export class Members {
  /** @type {Member[]} in the order of joining */
  items = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  #asked = false;
  #asking = new Asking();

  /**
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(api, store) {
    this.api = api;
    this.store = store;
  }

  /** Ask for them once. */
  load() {
    if (!this.#asked) this.refresh();
  }

  async refresh() {
    if (!this.api.ledger) return;
    const { ledger } = this.api;
    this.#asked = true;
    try {
      await this.#asking.latest(
        () => this.api.listMembers(ledger),
        ({ items }) => {
          this.items = items;
          this.status = 'ready';
        },
      );
    } catch (error) {
      this.#asked = false;
      if (this.status === 'loading') this.status = 'failed';
      this.store.failed(error);
    }
    this.store.emit();
  }

  /** @param {string} id */
  find(id) {
    return this.items.find((one) => one.id === id);
  }
}
