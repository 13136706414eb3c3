/**
 * What was imported on this device, so that an import can be taken back as a whole.
 *
 * @typedef {object} PastImport
 * @property {string} id of version 7: it says when
 * @property {string} name of the file
 * @property {string} at the day, `YYYY-MM-DD`
 * @property {number} total in paise
 * @property {string[]} ids of what it added
 * @property {readonly Unsure[]} [unsure] what was sent, and of which it isn't known whether this import
 *   added it
 * @property {boolean} [unfinished] it has not come to its end
 *
 * @typedef {object} Unsure
 * @property {string} id
 * @property {string} date
 * @property {number} amount_paise
 * @property {number} since when it was sent, by the server's clock, in ms
 */

/** More than one looks back for; each may be a few hundred kilobytes. */
const MOST = 50;
const ROOM = 'imports';

export class Imports {
  /** @type {PastImport[]} newest first; empty until {@link Imports.load} has answered */
  items = [];
  #changes = 0;

  /** @param {import('../device.js').Device} device @param {() => void} changed */
  constructor(device, changed) {
    this.device = device;
    this.changed = changed;
  }

  /** Look up what the device keeps; another tab may have imported since. */
  async load() {
    const changes = this.#changes;
    const kept = (await this.device.list(ROOM)).map(({ value }) => value);
    if (changes === this.#changes) this.#show(kept);
    else await this.load();
  }

  /** In the place of what was kept of it. @param {PastImport} past */
  async keep(past) {
    const items = [past, ...this.items.filter(({ id }) => id !== past.id)];
    this.#changes += 1;
    this.#show(items);
    await this.device.put(ROOM, past.id, past);
    for (const { id } of items.slice(MOST)) await this.device.delete(ROOM, id);
  }

  /** @param {string} id */
  async forget(id) {
    this.#changes += 1;
    this.#show(this.items.filter((one) => one.id !== id));
    await this.device.delete(ROOM, id);
  }

  /** @param {PastImport[]} items */
  #show(items) {
    this.items = [...items].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, MOST);
    this.changed();
  }
}
