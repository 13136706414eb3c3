/**
 * The ledgers that a person is in: the server knows them, and the device what it said last and which one
 * was open, so that a page begins in the right one.
 *
 * @typedef {import('../../types.js').Ledger} Ledger
 */
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { lastLedgerKey } from '../scopes.js';

export class Ledgers {
  /** @type {Ledger[]} the shared ones, by name */
  items = [];
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {Set<string>} left a moment ago: a list may have them still */
  #left = new Set();
  /** @type {Map<string, string>} of those that a list has had, also where it has them no more */
  #names = new Map();
  /** @type {Ledger[]} come to a moment ago: a list may lack them */
  #come = [];
  /** @type {Ledger[]} taken away by others; what the device keeps of them is to be seen to yet */
  gone = [];

  /**
   * @param {string} person
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(person, api, store) {
    this.person = person;
    this.listKey = `expense-tracker.ledgers.${person}`;
    this.lastKey = lastLedgerKey(person);
    this.goneKey = `expense-tracker.gone.${person}`;
    this.api = api;
    this.store = store;
    this.#setGone(this.#kept(this.goneKey));
    this.#show(this.#kept(this.listKey));
  }

  async load() {
    try {
      const { items } = await this.api.listLedgers();
      const isListed = (/** @type {Ledger} */ { id }) => items.some((one) => one.id === id);
      const come = this.#come.filter((one) => !isListed(one));
      const gone = this.items.filter((one) => !isListed(one) && !come.includes(one));
      this.#setGone([...this.gone.filter((one) => !isListed(one)), ...gone]);
      this.#show([...items.filter(({ id }) => !this.#left.has(id)), ...come]);
      this.status = 'ready';
    } catch (error) {
      if (this.status === 'loading') this.status = 'failed';
      this.store.failed(error);
    }
    this.store.emit();
  }

  /**
   * One's own where the id is empty.
   *
   * @param {string} id @returns {Ledger} where it is not known, one in which nothing may be written
   */
  find(id) {
    const found = this.items.find((one) => one.id === id);
    return found ?? { ...UNKNOWN, id, member: this.person, role: id ? 'viewer' : 'owner' };
  }

  /** Have it in the list, where it is one's own to see. @param {string} id */
  async know(id) {
    if (!id || this.items.some((one) => one.id === id)) return;
    try {
      this.put(await this.api.getLedger(id));
    } catch (error) {
      // Whatever is asked of it says what it is about.
      if (!(error instanceof ApiError)) this.store.failed(error);
    }
  }

  /** @param {string} name @param {string} memberName what the others call one */
  async add(name, memberName) {
    const fields = { id: newId(), name, member_name: memberName };
    return this.put(await this.api.addLedger(fields));
  }

  /** @param {Ledger} ledger as the server has it now */
  put(ledger) {
    this.#left.delete(ledger.id);
    this.#come = [...this.#come.filter(({ id }) => id !== ledger.id), ledger];
    this.#setGone(this.gone.filter(({ id }) => id !== ledger.id));
    this.#show([...this.items.filter(({ id }) => id !== ledger.id), ledger]);
    this.store.emit();
    return ledger;
  }

  /** One is in it no more. @param {string} id */
  remove(id) {
    this.#left.add(id);
    this.#setGone(this.gone.filter((one) => one.id !== id));
    this.#come = this.#come.filter((one) => one.id !== id);
    this.#show(this.items.filter((one) => one.id !== id));
    if (this.last === id) this.last = '';
    this.store.emit();
  }

  /** The one that was open last; empty for one's own. */
  get last() {
    return localStorage.getItem(this.lastKey) ?? '';
  }

  set last(id) {
    if (id) this.#keep(this.lastKey, id);
    else localStorage.removeItem(this.lastKey);
  }

  /** What one is or was called; empty where it was never known. @param {string} id */
  nameOf(id) {
    return this.#names.get(id) ?? '';
  }

  /** @param {Ledger[]} items */
  #show(items) {
    this.items = items.sort((a, b) => a.name.localeCompare(b.name));
    this.#keepList(this.listKey, items);
  }

  /** @param {Ledger[]} gone */
  #setGone(gone) {
    this.gone = gone;
    this.#keepList(this.goneKey, gone);
  }

  /** @param {string} key @param {Ledger[]} ledgers */
  #keepList(key, ledgers) {
    for (const { id, name } of ledgers) this.#names.set(id, name);
    if (ledgers.length) this.#keep(key, JSON.stringify(ledgers));
    else localStorage.removeItem(key);
  }

  /** @param {string} key @returns {Ledger[]} */
  #kept(key) {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '[]');
    } catch {
      return [];
    }
  }

  /** @param {string} key @param {string} value */
  #keep(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch (error) {
      // A full device begins in one's own.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/** @type {Ledger} */
const UNKNOWN = { id: '', name: '', role: 'owner', member: '', people: 1, split: null, version: 0 };
