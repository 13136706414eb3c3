/**
 * What was imported on this device, so that an import can be taken back as a whole.
 *
 * @typedef {object} PastImport
 * @property {string} id of version 7: it says when
 * @property {string} name of the file
 * @property {string} at the day, `YYYY-MM-DD`
 * @property {string} from the first and the last day of its rows
 * @property {string} to
 * @property {number} total in paise
 * @property {string[]} ids of what it added
 */

/** More than one looks back for; each may be a few hundred kilobytes. */
const MOST = 50;
const ROOM = 'imports';

export class Imports {
  /** @type {PastImport[]} newest first; empty until {@link Imports.load} has answered */
  items = [];
  /** @type {Promise<void> | null} */
  #loaded = null;

  /** @param {import('../device.js').Device} device @param {() => void} changed */
  constructor(device, changed) {
    this.device = device;
    this.changed = changed;
  }

  /** Look up what the device keeps. */
  load() {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  async #load() {
    const kept = (await this.device.list(ROOM)).map(({ value }) => value);
    const added = this.items.map(({ id }) => id);
    this.#show([...this.items, ...kept.filter(({ id }) => !added.includes(id))]);
  }

  /** One that goes on after a stop grows. @param {PastImport} added */
  async add(added) {
    await this.load();
    const before = this.items.find(({ id }) => id === added.id);
    const whole = before ? together(before, added) : added;
    const items = [whole, ...this.items.filter(({ id }) => id !== added.id)];
    this.#show(items.slice(0, MOST));
    await this.device.put(ROOM, whole.id, whole);
    for (const { id } of items.slice(MOST)) await this.device.delete(ROOM, id);
  }

  /** @param {string} id */
  async forget(id) {
    this.#show(this.items.filter((one) => one.id !== id));
    await this.device.delete(ROOM, id);
  }

  /** @param {PastImport[]} items */
  #show(items) {
    this.items = items.sort((a, b) => (a.id < b.id ? 1 : -1));
    this.changed();
  }
}

/** @param {PastImport} before @param {PastImport} added @returns {PastImport} */
const together = (before, added) => ({
  ...before,
  from: before.from < added.from ? before.from : added.from,
  to: before.to > added.to ? before.to : added.to,
  total: before.total + added.total,
  ids: [...before.ids, ...added.ids],
});
