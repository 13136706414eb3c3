/**
 * What this device keeps for a person: values that can be cloned, each under a key in a room.
 *
 *     const device = new Device(person.id); // `new Device(person.id, onProblem, ledger)` of a shared ledger
 *     await device.put('imports', 'review', review); // -> true; false if it lasts only while the page is open
 *     await device.get('imports', 'review'); // undefined if there is none
 *     await device.getAll('imports', ['a', 'b']); // -> two values, as they are at one moment
 *     await device.list('imports'); // -> [{key, value}] in the keys' order
 *     await device.delete('imports', 'review');
 *     await device.change([{ room, key, value }, { room, key }]); // all or none; the second is deleted
 *     await device.clear(); // every room of this person and ledger
 *
 * One IndexedDB database holds all people's rooms, apart by person and
 * ledger; pages and workers share it. Where the
 * device has none (private mode of some browsers), or is full, values are kept in memory: nothing is
 * thrown, {@link Device.problem} says which, and `onProblem` is told when it comes up and when it is over.
 */
import { openDB } from 'idb';
import { scopeOf } from './scopes.js';

/** @typedef {'absent' | 'full'} Problem `absent`: nothing lasts; `full`: what could not be kept does not */

const DATABASE = 'expense-tracker';
const VERSION = 1;
const STORE = 'kept';
/** Sorts after every string, and so ends the range of a person or of a room. */
const END = /** @type {never[]} */ ([]);

export class Device {
  /** @type {Problem | null} */
  problem = null;
  /** @type {Map<string, Map<string, unknown>>} what only memory has, by room and key */
  #memory = new Map();
  #left = false;

  /**
   * @param {string} person whose rooms these are @param {(problem: Problem | null) => void} [onProblem]
   * @param {string} [ledger] the id of a shared one; empty for the person's own
   */
  constructor(person, onProblem = () => {}, ledger = '') {
    this.person = person;
    this.scope = scopeOf(person, ledger);
    this.onProblem = onProblem;
  }

  /** @param {string} room @param {string} key @returns {Promise<any>} undefined if there is none */
  async get(room, key) {
    return (await this.getAll(room, [key]))[0];
  }

  /**
   * Several of a room as they are at one moment, sooner than one after another.
   *
   * @param {string} room @param {string[]} keys @returns {Promise<any[]>} undefined where there is none
   */
  async getAll(room, keys) {
    const kept = await this.#ask((database) => {
      const inOneView = database.transaction(STORE).store;
      return Promise.all(keys.map((key) => inOneView.get([this.scope, room, key])));
    }, /** @type {any[]} */ ([]));
    // Only now: what was being written while it was asked may have come to be in memory alone.
    const remembered = this.#memory.get(room);
    return keys.map((key, i) => (remembered?.has(key) ? remembered.get(key) : kept[i]));
  }

  /**
   * @param {string} room @param {string} key
   * @param {unknown} value structured clone must be able to copy it
   * @returns {Promise<boolean>} whether it lasts; otherwise it is there until the page is closed, and
   *     after that what was there before
   * @throws {DOMException} `DataCloneError`, for a value that cannot be copied
   */
  put(room, key, value) {
    return this.change([{ room, key, value }]);
  }

  /** @param {string} room @returns {Promise<{key: string, value: any}[]>} in the keys' order */
  async list(room) {
    const range = this.#range(room);
    const kept = await this.#ask(async (database) => {
      const inOneView = database.transaction(STORE).store;
      const [keys, values] = await Promise.all([
        inOneView.getAllKeys(range),
        inOneView.getAll(range),
      ]);
      return keys.map((key, i) => /** @type {[string, any]} */ ([keyOf(key), values[i]]));
    }, /** @type {[string, any][]} */ ([]));
    const all = new Map([...kept, ...(this.#memory.get(room) ?? [])]);
    return [...all.keys()].sort().map((key) => ({ key, value: all.get(key) }));
  }

  /** @param {string} room @param {string} key */
  async delete(room, key) {
    await this.change([{ room, key }]);
  }

  /**
   * Delete what is kept, unless something else has taken its place meanwhile.
   *
   * @param {string} room @param {string} key @param {(value: any) => boolean} isMeant
   * @returns {Promise<boolean>} false where something else is there
   */
  async deleteIf(room, key, isMeant) {
    const remembered = this.#memory.get(room);
    if (remembered?.has(key)) {
      if (!isMeant(remembered.get(key))) return false;
      await this.delete(room, key);
      return true;
    }
    return this.#ask(async (database) => {
      const transaction = database.transaction(STORE, 'readwrite');
      const at = [this.scope, room, key];
      const kept = await transaction.store.get(at);
      const isOther = kept !== undefined && !isMeant(kept);
      if (!isOther) await transaction.store.delete(at);
      await transaction.done;
      return !isOther;
    }, true);
  }

  /**
   * Several at once: all of them, or, if the page is closed meanwhile, none.
   *
   * @param {{room: string, key: string, value?: unknown}[]} writes without a value it is deleted
   * @returns {Promise<boolean>} as for {@link Device.put}
   */
  async change(writes) {
    if (this.#left) return false;
    const puts = writes.filter(({ value }) => value !== undefined);
    const forget = (/** @type {typeof writes} */ those) => {
      for (const { room, key } of those) this.#memory.get(room)?.delete(key);
    };
    const deleted = writes.filter(({ value }) => value === undefined);
    // Before, so that it is not put where it lasts; and after, as a put of it may have failed meanwhile.
    forget(deleted);
    const lasts = await this.#ask(async (database) => {
      const transaction = database.transaction(STORE, 'readwrite');
      const kept = writes.map(({ room, key, value }) => {
        const at = [this.scope, room, key];
        return value === undefined
          ? transaction.store.delete(at)
          : transaction.store.put(value, at);
      });
      // Without waiting for an event, which a page that is closed at once would not get.
      transaction.commit();
      await Promise.all([...kept, transaction.done]);
      return true;
    }, false);
    forget(lasts ? writes : deleted);
    if (!lasts) for (const { room, key, value } of puts) this.#remember(room, key, value);
    // A full device deletes still.
    if (lasts && puts.length && this.problem) await this.#catchUp();
    return lasts;
  }

  /** There is space again, for what only memory has too where there is enough. */
  async #catchUp() {
    const writes = [...this.#memory].flatMap(([room, values]) =>
      [...values].map(([key, value]) => ({ room, key, value })),
    );
    if (writes.length) await this.change(writes);
    else this.#meet(null);
  }

  /** Forget everything of this person, in all ledgers, and keep nothing from now on. */
  async leave() {
    this.#left = true;
    await this.clear();
    await this.#ask((database) => database.delete(STORE, sharedOf(this.person)), undefined);
  }

  /** Everything of this person in this ledger, or of one room. @param {string} [room] */
  async clear(room) {
    if (room === undefined) this.#memory.clear();
    else this.#memory.delete(room);
    await this.#ask((database) => database.delete(STORE, this.#range(room)), undefined);
  }

  /** @param {string} [room] all of them if absent */
  #range(room) {
    return within(room === undefined ? [this.scope] : [this.scope, room]);
  }

  /** @param {string} room @param {string} key @param {unknown} value */
  #remember(room, key, value) {
    const remembered = this.#memory.get(room) ?? new Map();
    this.#memory.set(room, remembered.set(key, structuredClone(value)));
  }

  /**
   * @template T
   * @param {(database: import('idb').IDBPDatabase) => Promise<T>} work
   * @param {T} otherwise where the device cannot
   * @returns {Promise<T>}
   */
  async #ask(work, otherwise) {
    try {
      return await work(await open());
    } catch (error) {
      if (error instanceof DOMException && error.name === 'DataCloneError') throw error;
      this.#meet(
        error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'absent',
      );
      return otherwise;
    }
  }

  /** @param {Problem | null} problem */
  #meet(problem) {
    if (this.problem === problem) return;
    this.problem = problem;
    this.onProblem(problem);
  }
}

/** Everything that anybody's pages have kept on this device. */
export async function clearEveryone() {
  await (await open()).clear(STORE);
}

/**
 * Where a person has something that lasts, in all their ledgers.
 *
 * @param {string} person @returns {Promise<[scope: string, room: string, key: string][]>}
 */
export async function keysOf(person) {
  const database = await open();
  const ranges = [within([person]), sharedOf(person)];
  const keys = await Promise.all(ranges.map((range) => database.getAllKeys(STORE, range)));
  return /** @type {any} */ (keys.flat());
}

/** All that begins so. @param {string[]} start */
const within = (start) => IDBKeyRange.bound(start, [...start, END]);

/** `0` is the character after the `/` of a shared ledger's scope. @param {string} person */
const sharedOf = (person) => IDBKeyRange.bound([`${person}/`], [`${person}0`]);

/** @type {Promise<import('idb').IDBPDatabase> | null} */
let opened = null;

/** The database, opened once; again after the browser has closed it. */
function open() {
  opened ??= openDB(DATABASE, VERSION, {
    upgrade: (database) => void database.createObjectStore(STORE),
    // A page of a later release waits for this one to let go.
    blocking: () => void letGo(),
    terminated: () => void (opened = null),
  }).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function letGo() {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** @param {IDBValidKey} key @returns {string} its part within the room */
const keyOf = (key) => /** @type {string[]} */ (key)[2];
