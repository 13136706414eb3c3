/**
 * What a person tends to write, learnt from the expenses that pass by and kept on the device: tags,
 * descriptions with the category last used for each, and the categories used of late.
 */
import { madeAt } from '../ids.js';
import { fold } from '../../reading/folding.js';

const KEY = 'expense-tracker.habits.';
const MOST_DESCRIPTIONS = 600;
const MOST_TAGS = 300;

/** @typedef {{text: string, category: string, date: string}} Description */

export class Habits {
  /** @type {Map<string, Description>} by folded text */
  #descriptions = new Map();
  /** @type {Map<string, number>} how often each was seen */
  #tags = new Map();
  /** @type {Map<string, number>} category to when it was last chosen, in ms */
  #categories = new Map();
  #timer = 0;
  learnt = false;

  /** @param {string} scope of the device */
  constructor(scope) {
    this.key = KEY + scope;
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? '{}');
      this.#descriptions = new Map(kept.descriptions);
      this.#tags = new Map(kept.tags);
      this.#categories = new Map(
        kept.categories.filter((/** @type {unknown[]} */ [, at]) => typeof at === 'number'),
      );
      this.learnt = this.#descriptions.size > 0;
    } catch {
      // What cannot be read is learnt anew.
    }
  }

  /** @param {import('../../types.js').Expense[]} expenses */
  learn(expenses) {
    if (!expenses.length) return;
    for (const { id, date, description, category, tags } of expenses) {
      const text = description.trim();
      const known = this.#descriptions.get(fold(text));
      if (text && (!known || known.date <= date)) {
        this.#descriptions.delete(fold(text));
        this.#descriptions.set(fold(text), { text, category, date });
      }
      for (const tag of tags) this.#tags.set(tag, (this.#tags.get(tag) ?? 0) + 1);
      const at = chosenAt(id, date);
      if ((this.#categories.get(category) ?? -Infinity) < at) this.#categories.set(category, at);
    }
    this.learnt = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#keep(), 500);
  }

  /**
   * @param {string} text what has been typed
   * @param {number} [limit]
   * @returns {Description[]} those that begin with it first, then those that hold it
   */
  descriptions(text, limit = 6) {
    const needle = fold(text);
    if (!needle) return [];
    const found = [...this.#descriptions.entries()].filter(
      ([key]) => key.includes(needle) && key !== needle,
    );
    const rank = (/** @type {string} */ key) => (key.startsWith(needle) ? 0 : 1);
    found.sort(([a, x], [b, y]) => rank(a) - rank(b) || (x.date < y.date ? 1 : -1));
    return found.slice(0, limit).map(([, description]) => description);
  }

  /** The category last used with exactly this description. @param {string} text */
  categoryOf(text) {
    return this.#descriptions.get(fold(text))?.category;
  }

  /** @param {string} text @param {string[]} [without] @returns {string[]} the most used first */
  tags(text, without = [], limit = 6) {
    const needle = fold(text);
    return [...this.#tags.entries()]
      .filter(([tag]) => fold(tag).includes(needle) && !without.includes(tag))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([tag]) => tag);
  }

  /** Category ids, the latest used first. @returns {string[]} */
  recentCategories() {
    return [...this.#categories.entries()]
      .sort(([, a], [, b]) => b - a)
      .map(([category]) => category);
  }

  #keep() {
    const tags = [...this.#tags.entries()].sort((a, b) => b[1] - a[1]).slice(0, MOST_TAGS);
    const descriptions = [...this.#descriptions.entries()].slice(-MOST_DESCRIPTIONS);
    const kept = { descriptions, tags, categories: [...this.#categories.entries()] };
    try {
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // A full device remembers less.
    }
  }

  /** The person leaves the device: nothing is kept any more. */
  close() {
    clearTimeout(this.#timer);
    this.learn = () => {};
  }
}

/**
 * When a person chose an expense's category: when they added it, or, where its id does not tell since
 * it came with a file, the day that it is of.
 *
 * @param {string} id @param {string} date
 */
function chosenAt(id, date) {
  return madeAt(id) ?? Math.min(Date.parse(date), Date.now());
}
