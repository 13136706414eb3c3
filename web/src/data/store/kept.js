/** What the device keeps for a person, put together: the copy of the expenses, and the last answers. */
import { Answers } from '../kept/answers.js';
import { LedgerCopy } from '../kept/ledger-copy.js';

/** A while after the last question, so that what is shown comes first. */
const REST_MS = 4000;

export class Kept {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #closed = false;
  /** @type {Promise<import('../kept/freshening.js').Freshening> | null} */
  #freshening = null;

  /**
   * @param {import('../device.js').Device} device
   * @param {import('../api.js').Api} api is asked through what is kept from now on
   * @param {object} store
   * @param {() => import('./changes.js').Change[]} store.pending
   * @param {() => void} store.fresh told when the copy is up to date
   * @param {(error: Error, at: number | undefined) => void} store.fellBack the device answered, and when
   *     the server last said that it is right
   */
  constructor(device, api, store) {
    this.store = store;
    this.copy = new LedgerCopy(device);
    this.answers = new Answers(device, this.copy, {
      pending: store.pending,
      fellBack: async (error) => store.fellBack(error, await this.copy.at()),
    });
    this.api = api;
    api.answers = this.answers;
  }

  /**
   * What the device knows, at once.
   *
   * @template T
   * @param {(api: import('../api.js').Api) => Promise<T>} ask as the server would be asked
   * @returns {Promise<T | null>}
   */
  first(ask) {
    return this.answers.first(ask);
  }

  /** Bring the copy up to date when the page is at rest. */
  freshen() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const isFresh = await this.#run();
      if (this.#closed) return;
      if (isFresh) this.store.fresh();
      else if (navigator.onLine) this.#tryAgain();
    }, REST_MS);
  }

  /** Its code is not among what a visit waits for. @returns {Promise<boolean>} whether the copy is up to date */
  async #run() {
    this.#freshening ??= import('../kept/freshening.js').then(
      ({ Freshening }) => new Freshening(this.api, this.copy, this.store.pending),
    );
    try {
      return await (await this.#freshening).run();
    } catch {
      // It did not come.
      this.#freshening = null;
      return false;
    }
  }

  #tryAgain() {
    this.#timer = setTimeout(() => this.freshen(), 10 * REST_MS);
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
  }
}
