/**
 * The entries used last, as many as are worth keeping.
 *
 * @template T
 */
export class Recent {
  /** @type {Map<string, T>} the least recently used first */
  #entries = new Map();

  /** @param {number} most */
  constructor(most) {
    this.most = most;
  }

  /** @param {string} key @param {() => T} create makes the one that is not there */
  use(key, create) {
    const entry = this.#entries.get(key) ?? create();
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (this.#entries.size > this.most) this.#entries.delete([...this.#entries.keys()][0]);
    return entry;
  }

  /** @returns {T[]} */
  all() {
    return [...this.#entries.values()];
  }
}
