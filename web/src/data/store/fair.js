/**
 * What each member of a ledger paid and would owe by its split, what was given since, and what would
 * settle the rest: the server works it out, of all time.
 *
 * @typedef {import('../../types.js').Settlement} Settlement
 */
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { Asking } from './asking.js';

/** Who may see totals only is told what is fair, and not what was given. @param {unknown} error */
function notForOne(error) {
  if (error instanceof ApiError && error.status === 403) return { items: [] };
  throw error;
}

export class Fair {
  /** @type {import('../../types.js').Balances | null} */
  balances = null;
  /** @type {Settlement[]} the newest day first */
  settlements = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  #stale = true;
  #loading = 0;
  #asking = new Asking();
  /** @type {Map<string, string>} the id of each that is being recorded, by what it says */
  #begun = new Map();

  /**
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(api, store) {
    this.api = api;
    this.store = store;
  }

  /** Ask for it, where it is not known as it is now. */
  look() {
    if (this.#stale && this.#loading === 0) this.#load();
  }

  async #load() {
    this.#loading += 1;
    this.#stale = false;
    try {
      await this.#asking.latest(
        () =>
          Promise.all([
            this.api.balances(this.api.ledger),
            this.api.listSettlements(this.api.ledger).catch(notForOne),
          ]),
        ([balances, { items }]) => {
          this.balances = balances;
          this.settlements = items;
          this.status = 'ready';
        },
      );
    } catch (error) {
      this.status = 'failed';
      this.store.failed(error);
    } finally {
      this.#loading -= 1;
      this.store.emit();
    }
  }

  /** Ask again, keeping what is known meanwhile. */
  refresh() {
    this.#stale = true;
    if (this.status === 'failed') this.status = 'loading';
  }

  /**
   * Record that a transfer which settles what is known was made. Who gave and who got may both say so: of the
   * same settlements before it, it is the same one.
   *
   * @param {import('../../types.js').Transfer} transfer
   * @param {string} date `YYYY-MM-DD`
   */
  async settle({ from, to, amount_paise }, date) {
    const before = this.settlements.map(({ id }) => id).sort();
    const said = [this.api.ledger, from, to, amount_paise, ...before];
    const { idOf } = await import('../../reading/identity.js');
    const id = await idOf(`expense-tracker/settlement/1\n${said.join('\n')}`);
    /** @type {ApiError | null} */
    let refused = null;
    try {
      await this.api.addSettlement(this.api.ledger, { id, from, to, amount_paise, date });
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
      refused = error;
    } finally {
      await this.#load();
    }
    // Unless the other has said so, on another day.
    if (refused && !this.settlements.some((one) => one.id === id)) throw refused;
  }

  /**
   * Record that one gave the other something.
   *
   * @param {import('../../types.js').Transfer} transfer
   * @param {string} date `YYYY-MM-DD`
   */
  async record(transfer, date) {
    // An answer may be lost: pressed again, it is the same one until it is known to be there.
    const key = JSON.stringify([transfer, date]);
    const id = this.#begun.get(key) ?? newId();
    this.#begun.set(key, id);
    try {
      await this.api.addSettlement(this.api.ledger, { id, ...transfer, date });
      this.#begun.delete(key);
    } catch (error) {
      if (error instanceof ApiError) this.#begun.delete(key);
      throw error;
    } finally {
      await this.#load();
    }
  }

  /** @param {string} id of a settlement */
  async takeBack(id) {
    try {
      await this.api.deleteSettlement(this.api.ledger, id);
    } finally {
      await this.#load();
    }
  }
}
