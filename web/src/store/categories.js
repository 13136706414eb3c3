/**
 * The person's categories, built-in and own, changed at once and put back if refused.
 *
 * @typedef {import('../types.js').Category} Category
 * @typedef {{name: string, colour?: string, monthly_budget_paise?: number | null}} NewCategory
 * @typedef {Partial<Pick<Category, 'name' | 'colour' | 'archived' | 'monthly_budget_paise'>>} CategoryChange
 */
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { PALETTE } from '../palette.js';

const COLOURS = PALETTE.map(({ colour }) => colour);

export class Categories {
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {Category[]} */
  items = [];
  /** @type {Map<string, Promise<string>>} by the id shown until the server gives one */
  #arriving = new Map();

  /**
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(api, store) {
    this.api = api;
    this.store = store;
  }

  async load() {
    try {
      this.items = (await this.api.listCategories()).items;
      this.status = 'ready';
    } catch (error) {
      if (this.status === 'loading') this.status = 'failed';
      this.store.failed(error);
    }
    this.store.emit();
  }

  /** @param {string} id @returns {Category | undefined} */
  find(id) {
    return this.items.find((category) => category.id === id);
  }

  /**
   * @param {NewCategory} fields
   * @returns {{shown: Category, stored: Promise<Category>}} the one shown at once, whose id begins
   *     with `new:`, and the one that replaces it; rejects, and takes it back, if refused
   */
  add(fields) {
    const colour = fields.colour ?? this.#freeColour();
    const shown = /** @type {Category} */ ({
      monthly_budget_paise: null,
      ...fields,
      id: `new:${newId()}`,
      colour,
      builtin: false,
      archived: false,
    });
    this.#set([...this.items, shown]);
    const stored = this.#store({ ...fields, colour }).then(
      (category) => {
        this.#set(this.items.map((item) => (item.id === shown.id ? category : item)));
        return category;
      },
      (error) => {
        this.#set(this.items.filter((item) => item.id !== shown.id));
        throw error;
      },
    );
    this.#arriving.set(
      shown.id,
      stored.then((category) => category.id),
    );
    this.#arriving.get(shown.id)?.catch(() => {});
    return { shown, stored };
  }

  /** @param {NewCategory} fields */
  async #store(fields) {
    try {
      return await this.api.addCategory(fields);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      // Taken: perhaps by an attempt of this very request whose answer was lost.
      const { items } = await this.api.listCategories();
      const mine = items.find((one) => one.name === fields.name && one.colour === fields.colour);
      if (!mine || this.find(mine.id)) throw error;
      return mine;
    }
  }

  /** The server's id for one that may have just been made. @param {string} id */
  async resolve(id) {
    const arriving = this.#arriving.get(id);
    // After a reload nothing is known of it any more.
    if (!arriving) throw new ApiError(422, { detail: '' });
    return arriving;
  }

  /** @param {string} id @param {CategoryChange} fields @returns {Promise<Category>} */
  async edit(id, fields) {
    const before = this.find(id);
    this.#set(this.items.map((item) => (item.id === id ? { ...item, ...fields } : item)));
    try {
      const stored = await this.api.editCategory(await this.#idOf(id), fields);
      this.#set(this.items.map((item) => (item.id === stored.id ? stored : item)));
      return stored;
    } catch (error) {
      if (before) this.#set(this.items.map((item) => (item.id === id ? before : item)));
      throw error;
    }
  }

  /** @param {string} id */
  async delete(id) {
    const before = this.items;
    this.#set(this.items.filter((item) => item.id !== id));
    try {
      await this.api.deleteCategory(await this.#idOf(id));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return;
      this.#set(before);
      throw error;
    }
  }

  /** @param {string} id */
  async #idOf(id) {
    return id.startsWith('new:') ? this.resolve(id) : id;
  }

  #freeColour() {
    const used = new Set(this.items.map((item) => item.colour.toLowerCase()));
    return (
      COLOURS.find((colour) => !used.has(colour)) ?? COLOURS[this.items.length % COLOURS.length]
    );
  }

  /** @param {Category[]} items */
  #set(items) {
    this.items = items;
    this.store.emit();
  }
}
