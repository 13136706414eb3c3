/**
 * The changes on their way to the server: kept on the device a key each, so that closing the page,
 * losing the network or the session loses nothing; sent one after the other, in the order they were
 * made, by one tab at a time (Web Locks); every tab hears of every change (BroadcastChannel).
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../kept/ledger-copy.js').Write} Write
 *
 * @typedef {object} Handlers
 * @property {() => void} changed what is pending is not what it was
 * @property {(change: Change) => Promise<Write[]>} confirmed what the device keeps beside it is to be
 *     written when it leaves the queue
 * @property {(change: Change) => void} settled the server has it; `after` is as stored there
 * @property {(change: Change, error: Error) => void} refused
 *     `after` is what the person last wanted of the expense
 * @property {(change: Change, theirs: Expense | null) => void} conflicted the expense was changed
 *     (or deleted: null) elsewhere; `after` as for refused
 * @property {() => void} takenBack changes are pending no more, and what the server has is to be asked
 * @property {() => void} left the person leaves the device, in another tab
 * @property {(error: unknown) => void} stopped sending: no network, or no session
 * @property {(category: string) => Promise<string>} resolveCategory the id that the server gave
 */
import { ApiError, UnreachableError } from '../api.js';
import { fieldsOf, sameContent, subject } from './changes.js';
import { withLock } from './lock.js';

/** Where the device keeps them, each under its id. */
export const ROOM = 'changes';
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000, 60_000];

export class Queue {
  /** @type {Change[]} in order; a new array after each change */
  pending = [];
  /** Whether one of them is on its way. */
  sending = false;
  /** @type {Map<string, Expense>} by id, what the server has of those that were changed here */
  #arrived = new Map();
  #closed = false;
  #failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;

  /**
   * @param {import('../device.js').Device} device of the person whose changes these are
   * @param {import('../api.js').Api} api
   * @param {Handlers} handlers
   */
  constructor(device, api, handlers) {
    this.device = device;
    this.api = api;
    this.handlers = handlers;
    this.channel = new BroadcastChannel(`expense-tracker.${device.person}`);
    this.channel.onmessage = ({ data }) => this.#hear(data);
  }

  /** Take up what was kept when the page was last open. */
  async restore() {
    const kept = await this.device.list(ROOM);
    const here = new Set(this.pending.map(({ id }) => id));
    const earlier = kept.flatMap(({ value }) => (here.has(value.id) ? [] : [value]));
    this.#set([...earlier, ...this.pending]);
  }

  /** Whether the server may or may not have counted one of them. */
  inDoubt() {
    return this.pending.some((change) => change.attempted);
  }

  /** @param {Change} change */
  async add(change) {
    const kept = this.#keep(change);
    this.#set([...this.pending, change]);
    // What is nowhere yet would be taken for what another tab has sent, here and there.
    await kept;
    // Withdrawn meanwhile: other tabs, told so already, would show it for good.
    if (!this.pending.some(({ id }) => id === change.id)) return;
    this.#tell({ type: 'queued', change });
    await this.drain();
  }

  /**
   * Take back a change that has not been sent.
   *
   * @param {string} id @returns {boolean} false if it is too late
   */
  withdraw(id) {
    const change = this.pending.find((one) => one.id === id);
    if (!change || change.attempted) return false;
    this.#drop([change]);
    return true;
  }

  /** Send what waits. */
  async drain() {
    clearTimeout(this.#timer);
    if (this.#closed || this.sending || !this.pending.length) return;
    this.sending = true;
    try {
      await withLock(`expense-tracker.${this.device.scope}.send`, async () => {
        while (this.pending.length) await this.#send(this.pending[0]);
      });
      this.#failures = 0;
    } catch (error) {
      if (this.#closed) return;
      if (error instanceof UnreachableError) {
        const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)];
        this.#timer = setTimeout(() => this.drain(), wait);
      }
      return this.handlers.stopped(error);
    } finally {
      this.sending = false;
    }
    // What was added while the lock was being given back.
    await this.drain();
  }

  /**
   * Whoever changes again what they have just changed may have seen it before it had arrived. It is no one
   * else's change that they have not seen.
   *
   * @param {Change} change @returns {Change}
   */
  #rebased(change) {
    const { before } = change;
    const arrived = before && this.#arrived.get(before.id);
    if (!arrived || !sameContent(before, arrived) || !isLater(arrived, before)) return change;
    const { version, created_at } = arrived;
    return { ...change, before: { ...before, version, created_at } };
  }

  /** @param {Change} change as stored */
  #noteArrival({ before, after }) {
    if (after) this.#arrived.set(after.id, after);
    else if (before) this.#arrived.delete(before.id);
  }

  /** @param {Change} queued */
  async #send(queued) {
    // Whoever takes it back in another tab would be told that it had not gone.
    this.#tell({ type: 'sending', ids: [queued.id] });
    // Another tab may have sent it, or what it follows, while this one waited for the lock.
    const kept = await this.device.get(ROOM, queued.id);
    if (!kept) {
      this.#forget([queued]);
      return this.handlers.takenBack();
    }
    // Withdrawn meanwhile.
    if (!this.pending.some(({ id }) => id === queued.id)) return;
    const change = { ...this.#rebased(kept), attempted: true };
    this.#set(this.pending.map((one) => (one.id === change.id ? change : one)));
    await this.#keep(change);
    try {
      const stored = await this.#request(change);
      await this.#settle({ ...change, after: stored });
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
    if (kind === 'add' && !theirs) {
      // Not its id is taken, but something else of it.
      return this.#takeBack(change, (wanted) => this.handlers.refused(wanted, error));
    }
    if (theirs && after && sameContent(theirs, after)) {
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
    this.#drop(back);
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

  /** @param {Change} change as stored */
  async #settle(change) {
    const stored = change.after;
    this.#noteArrival(change);
    // Later edits of it follow the version that the server has just given.
    const rebased = this.pending.flatMap((later) => {
      if (!stored || later.id <= change.id || later.before?.id !== stored.id) return [];
      const { version, created_at } = stored;
      return [{ ...later, before: { ...later.before, version, created_at } }];
    });
    // At once with what the device knows of the expenses: counted twice or not at all it would be wrong.
    await this.device.change([
      ...(await this.handlers.confirmed(change)),
      ...rebased.map((later) => ({ room: ROOM, key: later.id, value: later })),
      { room: ROOM, key: change.id },
    ]);
    const byId = new Map(rebased.map((later) => [later.id, later]));
    this.pending = this.pending.map((one) => byId.get(one.id) ?? one);
    this.#forget([change]);
    this.#tell({ type: 'settled', change });
    this.handlers.settled(change);
  }

  /** @param {Change[]} changes */
  async #drop(changes) {
    const ids = changes.map(({ id }) => id);
    this.#forget(changes);
    this.#tell({ type: 'dropped', ids });
    await this.device.change(ids.map((key) => ({ room: ROOM, key })));
  }

  /** @param {Change[]} changes */
  #forget(changes) {
    this.#set(this.pending.filter((one) => !changes.some(({ id }) => id === one.id)));
  }

  /** @param {Change} change */
  #keep(change) {
    return this.device.put(ROOM, change.id, change);
  }

  /** @param {Change[]} pending */
  #set(pending) {
    this.pending = pending;
    this.handlers.changed();
  }

  /** What another tab did. @param {any} message */
  #hear({ type, scope, change, ids }) {
    if (type === 'left') return this.handlers.left();
    if (scope !== this.device.scope) return;
    if (type === 'queued') this.#set([...this.pending, { ...change, attempted: true }]);
    if (type === 'sending')
      this.#set(
        this.pending.map((one) => ({ ...one, attempted: one.attempted || ids.includes(one.id) })),
      );
    if (type === 'dropped') this.#set(this.pending.filter((one) => !ids.includes(one.id)));
    if (type === 'settled') {
      this.#noteArrival(change);
      this.#set(this.pending.filter((one) => one.id !== change.id));
      this.handlers.settled(change);
    }
  }

  /** The person leaves the device: other tabs keep nothing any more either. */
  leave() {
    this.#tell({ type: 'left' });
    this.close();
  }

  /** @param {object} message to the other tabs */
  #tell(message) {
    if (!this.#closed) this.channel.postMessage({ ...message, scope: this.device.scope });
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.channel.close();
  }
}

/** Of two states of an expense; one that has not arrived has no date of its own yet. @param {Expense} a @param {Expense} b */
function isLater(a, b) {
  const [one, other] = [a.created_at ?? '', b.created_at ?? ''];
  return one === other ? a.version > b.version : one > other;
}
