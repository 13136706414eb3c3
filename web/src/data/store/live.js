/**
 * Shows within seconds what others change in a shared ledger: while somebody looks at the page, it asks
 * now and then whether the ledger's revision is another, which costs the server one read unit.
 */

import { NoLedgerError } from '../api.js';

/** Milliseconds between two looks. */
export const LOOK_MS = 15_000;
/** Where the server does not answer, the pause doubles up to this. */
const LONGEST_MS = 240_000;

export class Live {
  /** @type {string} empty where nobody else can change anything */
  #ledger = '';
  /** @type {{revision: string, setup: string} | null} */
  #known = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next = undefined;
  #wait = LOOK_MS;

  /**
   * @param {object} page
   * @param {import('../api.js').Api['revision']} page.ask
   * @param {(change: {setup: boolean}) => void} page.changed something in the ledger is not as it was
   *   shown; setup: more than its expenses
   * @param {(ledger: string) => void} page.gone there is no such ledger for one any more
   */
  constructor({ ask, changed, gone }) {
    this.ask = ask;
    this.changed = changed;
    this.gone = gone;
    document.addEventListener('visibilitychange', () => this.#restart());
    addEventListener('online', () => this.#restart());
    addEventListener('offline', () => this.#restart());
  }

  /** Another ledger is shown. @param {string} ledger its id; empty for one's own */
  follow(ledger) {
    this.#ledger = ledger;
    this.#known = null;
    this.#restart();
  }

  #restart() {
    clearTimeout(this.#next);
    this.#wait = LOOK_MS;
    this.#plan();
  }

  #plan() {
    clearTimeout(this.#next);
    const asks = document.visibilityState === 'visible' && navigator.onLine !== false;
    if (!this.#ledger || !asks) return;
    this.#next = setTimeout(() => this.#look(), this.#wait);
  }

  async #look() {
    const ledger = this.#ledger;
    try {
      const now = await this.ask(ledger, this.#known?.revision ?? null);
      if (ledger !== this.#ledger) return;
      this.#wait = LOOK_MS;
      if (now !== null) {
        // Nobody knows whether what is shown is older than the first one that is told.
        const setup = now.setup !== this.#known?.setup;
        this.#known = now;
        this.changed({ setup });
      }
    } catch (error) {
      if (ledger !== this.#ledger) return;
      if (error instanceof NoLedgerError) {
        this.gone(ledger);
        return;
      }
      // Whatever else asks says what is wrong; this only asks less often.
      this.#wait = Math.min(2 * this.#wait, LONGEST_MS);
    }
    if (ledger === this.#ledger) this.#plan();
  }
}
