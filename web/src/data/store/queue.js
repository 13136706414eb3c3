/**
 * The changes on their way to the server: kept on the device a key each, so that closing the page,
 * losing the network or the session loses nothing; sent one after the other, in the order they were
 * made, by one tab at a time (Web Locks); every tab hears of every change (BroadcastChannel).
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 *
 * @typedef {object} Handlers
 * @property {() => void} changed what is pending is not what it was
 * @property {(change: Change) => void} settled the server has it; `after` is as stored there
 * @property {(change: Change, error: Error) => void} refused
 *     `after` is what the person last wanted of the expense
 * @property {(change: Change, theirs: Expense | null) => void} conflicted the expense was changed
 *     (or deleted: null) elsewhere; `after` as for refused
 * @property {() => void} takenBack changes are pending no more, and the server has none of them
 * @property {(error: unknown) => void} stopped sending: no network, or no session
 * @property {(category: string) => Promise<string>} resolveCategory the id that the server gave
 */
import { ApiError, UnreachableError } from '../api.js';
import { fieldsOf, sameContent, subject } from './changes.js';

const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000, 60_000];

export class Queue {
  /** @type {Change[]} in order; a new array after each change */
  pending = [];
  #draining = false;
  #failures = 0;
  #timer = 0;

  /**
   * @param {string} person whose changes these are
   * @param {import('../api.js').Api} api
   * @param {Handlers} handlers
   */
  constructor(person, api, handlers) {
    this.prefix = `expense-tracker.change.${person}.`;
    this.api = api;
    this.handlers = handlers;
    this.channel = new BroadcastChannel(`expense-tracker.${person}`);
    this.channel.onmessage = ({ data }) => this.#hear(data);
    this.#restore();
  }

  /** Whether the server may or may not have counted one of them. */
  inDoubt() {
    return this.pending.some((change) => change.attempted);
  }

  /** @param {Change} change */
  add(change) {
    this.#keep(change);
    this.#set([...this.pending, change]);
    this.channel.postMessage({ type: 'queued', change });
    this.drain();
  }

  /**
   * Take back a change that has not been sent.
   *
   * @param {string} id @returns {boolean} false if it is too late
   */
  withdraw(id) {
    const change = this.pending.find((one) => one.id === id);
    if (!change || change.attempted) return false;
    this.#drop(change);
    return true;
  }

  /** Send what waits. */
  async drain() {
    clearTimeout(this.#timer);
    if (this.#draining || !this.pending.length) return;
    this.#draining = true;
    try {
      await withLock(`${this.prefix}send`, async () => {
        while (this.pending.length) await this.#send(this.pending[0]);
      });
      this.#failures = 0;
    } catch (error) {
      if (error instanceof UnreachableError) {
        const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)];
        this.#timer = window.setTimeout(() => this.drain(), wait);
      }
      this.handlers.stopped(error);
    } finally {
      this.#draining = false;
    }
  }

  /** @param {Change} queued */
  async #send(queued) {
    // Another tab may have sent it, or what it follows, while this one waited for the lock.
    const [kept] = parse(localStorage.getItem(this.prefix + queued.id));
    if (!kept) return this.#drop(queued);
    const change = { ...kept, attempted: true };
    this.#keep(change);
    this.#set(this.pending.map((one) => (one.id === change.id ? change : one)));
    try {
      const stored = await this.#request(change);
      this.#settle({ ...change, after: stored });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await this.#refuse(change, error);
    }
  }

  /** @param {Change} change @returns {Promise<Expense | null>} the expense as stored */
  async #request({ kind, before, after }) {
    if (after?.category.startsWith('new:')) {
      after = { ...after, category: await this.handlers.resolveCategory(after.category) };
    }
    if (kind === 'add' && after) return this.api.addExpense(after.id, fieldsOf(after));
    if (kind === 'edit' && before && after) {
      return this.api.editExpense(after.id, before, fieldsOf(after));
    }
    return before && this.api.deleteExpense(before.id, before);
  }

  /** @param {Change} change @param {ApiError} error */
  async #refuse(change, error) {
    const { kind, after } = change;
    if (kind === 'delete' && error.status === 404) return this.#settle(change);
    const met =
      (kind === 'edit' && [404, 412].includes(error.status)) ||
      (kind === 'delete' && error.status === 412) ||
      (kind === 'add' && error.status === 409);
    if (!met) {
      return this.#takeBack(change, (wanted) => this.handlers.refused(wanted, error));
    }
    const theirs = await this.#stored(subject(change));
    if (theirs && after && (kind === 'add' || sameContent(theirs, after))) {
      // An earlier attempt had arrived, its answer had not.
      return this.#settle({ ...change, after: theirs });
    }
    if (kind === 'delete' && !theirs) return this.#settle(change);
    this.#takeBack(change, (wanted) => this.handlers.conflicted(wanted, theirs));
  }

  /**
   * Take back a change, and with it those that follow it: they are told as one.
   *
   * @param {Change} change @param {(wanted: Change) => void} tell
   */
  #takeBack(change, tell) {
    const all = this.pending.filter((one) => subject(one) === subject(change));
    const last = all.at(-1) ?? change;
    // Whoever deletes it afterwards does not care about the edit: the delete goes on its way.
    const goesOn = last.kind === 'delete' && change.kind === 'edit';
    const undone = change.before && last.after && sameContent(change.before, last.after);
    const back = goesOn ? all.slice(0, -1) : all;
    const wanted = change.kind === 'delete' ? !undone : last.after;
    if (!goesOn && wanted) tell({ ...change, after: last.after });
    for (const one of back) this.#drop(one);
    this.channel.postMessage({ type: 'refused', ids: back.map(({ id }) => id) });
    this.handlers.takenBack();
  }

  /** @param {string} id @returns {Promise<Expense | null>} */
  async #stored(id) {
    try {
      return await this.api.getExpense(id);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  }

  /** @param {Change} change */
  #settle(change) {
    const stored = change.after;
    if (stored) {
      // Later edits of it follow the version that the server has just given.
      this.pending = this.pending.map((later) => {
        if (later.id <= change.id || later.before?.id !== stored.id) return later;
        const rebased = {
          ...later,
          before: { ...later.before, version: stored.version, created_at: stored.created_at },
        };
        this.#keep(rebased);
        return rebased;
      });
    }
    this.#drop(change);
    this.channel.postMessage({ type: 'settled', change });
    this.handlers.settled(change);
  }

  /** @param {Change} change */
  #drop(change) {
    localStorage.removeItem(this.prefix + change.id);
    this.#set(this.pending.filter((one) => one.id !== change.id));
  }

  /** @param {Change} change */
  #keep(change) {
    localStorage.setItem(this.prefix + change.id, JSON.stringify(change));
  }

  #restore() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    this.pending = keys.sort().flatMap((key) => parse(localStorage.getItem(key)));
  }

  /** @param {Change[]} pending */
  #set(pending) {
    this.pending = pending;
    this.handlers.changed();
  }

  /** What another tab did. @param {any} message */
  #hear({ type, change, ids }) {
    if (type === 'queued') this.#set([...this.pending, { ...change, attempted: true }]);
    if (type === 'refused') this.#set(this.pending.filter((one) => !ids.includes(one.id)));
    if (type === 'settled') {
      this.#set(this.pending.filter((one) => one.id !== change.id));
      this.handlers.settled(change);
    }
  }

  close() {
    clearTimeout(this.#timer);
    this.channel.close();
  }
}

/** @param {string | null} text @returns {Change[]} none if it is not readable */
function parse(text) {
  try {
    const change = JSON.parse(text ?? '');
    return change?.id && (change.before || change.after) ? [change] : [];
  } catch {
    return [];
  }
}

/** @param {string} name @param {() => Promise<void>} work */
function withLock(name, work) {
  // Only secure contexts have locks; without them one tab is the rule, and retries are safe.
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
