/**
 * What the person taught of payees: the category, and the tags, that expenses of each get.
 *
 * @typedef {{payee: string, category: string, tags: string[]}} PayeeRule
 */
import { foldedPayee } from '../../reading/folding.js';
import { Asking } from './asking.js';

export class Payees {
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  status = 'idle';
  /** @type {PayeeRule[]} in the order of the payees' names */
  items = [];
  #asking = new Asking();

  /**
   * @param {import('../api.js').Api} api
   * @param {() => void} changed
   */
  constructor(api, changed) {
    this.api = api;
    this.changed = changed;
  }

  /** Asks for them once; again after it failed. */
  async load() {
    if (this.status === 'loading' || this.status === 'ready') return;
    this.status = 'loading';
    try {
      await this.#asking.latest(
        () => this.api.listPayees(),
        ({ items }) => {
          this.items = items;
          this.status = 'ready';
        },
      );
    } catch {
      this.status = 'failed';
    }
    this.changed();
  }

  /** @param {string} payee @returns {PayeeRule | undefined} */
  rule(payee) {
    const folded = foldedPayee(payee);
    return this.items.find((rule) => foldedPayee(rule.payee) === folded);
  }

  /**
   * @param {string} payee
   * @param {{category: string, tags?: string[]}} content
   * @throws {Error} what the API or the connection says; nothing is changed then
   */
  async teach(payee, { category, tags = [] }) {
    const rule = await this.api.teachPayee(payee, { category, tags });
    const folded = foldedPayee(payee);
    this.items = [...this.items.filter((one) => foldedPayee(one.payee) !== folded), rule].sort(
      (a, b) => (foldedPayee(a.payee) < foldedPayee(b.payee) ? -1 : 1),
    );
    this.#asking.changed();
    this.changed();
  }

  /** @param {string} payee @throws {Error} */
  async forget(payee) {
    await this.api.forgetPayee(payee);
    this.items = this.items.filter((one) => one.payee !== payee);
    this.#asking.changed();
    this.changed();
  }
}
