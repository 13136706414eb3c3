/**
 * What the server was asked, and said: kept while the same is asked again, and asked anew once that may
 * be wrong. What is known stays until there is an answer.
 *
 * @template A
 * @typedef {object} Question
 * @property {A | null} base what the server said; null before it did
 * @property {boolean} loading
 * @property {boolean} stale to be asked (again)
 * @property {boolean} failed the last time it was asked
 */
import { Recent } from './recent.js';

/**
 * @template A
 * @template {Question<A>} Q
 */
export class Questions {
  /** @type {Recent<Q>} */
  #entries;

  /**
   * @param {number} most that are kept
   * @param {object} server
   * @param {(question: Q) => Promise<A>} server.ask
   * @param {(question: Q) => void} [server.asked] told when one is on its way
   * @param {{inDoubt: () => boolean, emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(most, { ask, asked = () => {} }, store) {
    this.#entries = new Recent(most);
    this.ask = ask;
    this.asked = asked;
    this.store = store;
  }

  /** @param {string} key @param {() => Q} create makes the one that is not there @returns {Q} */
  use(key, create) {
    const question = this.#entries.use(key, create);
    // What is known stands until it is known what has arrived: no answer before that would take its place.
    const waits = question.base !== null && this.store.inDoubt();
    if (question.stale && !question.loading && !question.failed && !waits) this.#fetch(question);
    return question;
  }

  /** @returns {Q[]} */
  all() {
    return this.#entries.all();
  }

  /** @param {Q} question */
  async #fetch(question) {
    question.loading = true;
    question.stale = false;
    const doubtful = this.store.inDoubt();
    this.asked(question);
    try {
      const base = await this.ask(question);
      // An answer given while a change was on its way may or may not count it: ask again after.
      if (doubtful || question.stale || this.store.inDoubt()) {
        question.stale = true;
        question.base ??= base;
      } else {
        question.base = base;
      }
      question.failed = false;
    } catch (error) {
      question.failed = true;
      question.stale = true;
      this.store.failed(error);
    } finally {
      question.loading = false;
      this.store.emit();
    }
  }

  /** Take a confirmed change into what is known. @param {(base: A, question: Q) => A} overlay */
  settle(overlay) {
    for (const question of this.all()) {
      if (question.base) question.base = overlay(question.base, question);
      if (question.loading) question.stale = true;
    }
  }

  /** Ask again for what is shown, keeping it meanwhile. */
  refresh() {
    for (const question of this.all()) {
      question.stale = true;
      question.failed = false;
    }
    this.store.emit();
  }
}

/** @param {Question<unknown>} question @returns {'loading' | 'ready' | 'failed'} */
export const statusOf = ({ base, failed }) => (base ? 'ready' : failed ? 'failed' : 'loading');
