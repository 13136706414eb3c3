/**
 * The person's categories, built-in and own, changed at once and put back if refused.
 *
 * @typedef {import('../../types.js').Category} Category
 * @typedef {{name: string, colour?: string}} NewCategory
 * @typedef {Partial<Pick<Category, 'name' | 'colour' | 'archived'>>} CategoryChange
 * @typedef {import('./kept.js').Kept['first']} Known
 */
import { ApiError, BusyError } from '../api.js';
import { newId } from '../ids.js';
import { PALETTE } from '../../writing/palette.js';
import { Asking } from './asking.js';

/** More than a merge of a million expenses takes. */
const MOST_TIMES = 500;
/** What an id begins with until the server has the category. */
const NEW = 'new:';
const COLOURS = PALETTE.map(({ colour }) => colour);

export class Categories {
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {Category[]} */
  items = [];
  /** @type {Map<string, Promise<string>>} by the id shown until the server gives one */
  #arriving = new Map();
  #asking = new Asking();

  /**
   * @param {string} scope of the device: whose they are, in which ledger
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void, known: Known}} store
   */
  constructor(scope, api, store) {
    this.prefix = `expense-tracker.category.${scope}.`;
    this.api = api;
    this.store = store;
    this.retry();
  }

  /** Ask again for new ones that got no answer, now or when the page was last open. */
  retry() {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(this.prefix))) {
      const id = key.slice(this.prefix.length);
      if (!this.#arriving.has(id)) this.#arrive(id).catch(this.store.failed);
    }
  }

  async load() {
    if (this.status === 'loading') this.#showKnown();
    try {
      await this.#asking.latest(
        () => this.api.listCategories(),
        ({ items }) => {
          // Those that are being made are not in it.
          const newer = this.items.filter(
            ({ id, name }) => id.startsWith(NEW) && !items.some((item) => item.name === name),
          );
          this.items = [...items, ...newer];
          this.status = 'ready';
        },
      );
    } catch (error) {
      if (this.status === 'loading') this.status = 'failed';
      this.store.failed(error);
    }
    this.store.emit();
  }

  /** Until the server answers. */
  async #showKnown() {
    const known = await this.store.known((api) => api.listCategories());
    if (!known || this.status !== 'loading') return;
    this.status = 'ready';
    this.items = [...known.items, ...this.items];
    this.store.emit();
  }

  /** @param {string} id @returns {Category | undefined} */
  find(id) {
    return this.items.find((category) => category.id === id);
  }

  /**
   * @param {NewCategory} fields
   * @returns {{shown: Category, stored: Promise<Category>}} the one shown at once, whose id begins
   *     with `new:`, and the one that replaces it; rejects when it is refused, and taken back, or
   *     there is no answer, and it stays
   */
  add(fields) {
    const id = NEW + newId();
    const colour = fields.colour ?? this.#freeColour();
    localStorage.setItem(this.prefix + id, JSON.stringify({ ...fields, colour }));
    const stored = this.#arrive(id);
    return { shown: /** @type {Category} */ (this.find(id)), stored };
  }

  /**
   * Show a new one that is kept on the device, and have the server make it.
   *
   * @param {string} id
   * @returns {Promise<Category>}
   */
  #arrive(id) {
    const fields = JSON.parse(localStorage.getItem(this.prefix + id) ?? '{}');
    const shown = { ...fields, id, builtin: false, archived: false };
    this.#set([...this.items.filter((item) => item.id !== id), shown]);
    // Under its own id, so that one whose answer was lost is made once.
    const stored = this.api.addCategory({ ...fields, id: id.slice(NEW.length) }).then(
      (category) => {
        localStorage.removeItem(this.prefix + id);
        const others = this.items.filter((item) => ![id, category.id].includes(item.id));
        this.#set([...others, category]);
        return category;
      },
      (error) => {
        // What got no answer stays, to be asked for again.
        this.#arriving.delete(id);
        if (error instanceof ApiError) {
          localStorage.removeItem(this.prefix + id);
          this.#set(this.items.filter((item) => item.id !== id));
        }
        throw error;
      },
    );
    const itsId = stored.then((category) => category.id);
    itsId.catch(() => {});
    this.#arriving.set(id, itsId);
    return stored;
  }

  /** The server's id for one that has been made here. @param {string} id */
  async resolve(id) {
    const arriving = this.#arriving.get(id);
    if (arriving) return arriving;
    if (localStorage.getItem(this.prefix + id) === null) return this.#settledElsewhere(id);
    return (await this.#arrive(id)).id;
  }

  /**
   * Made or refused by another tab, or by this page before it was loaded again: the server keeps it under
   * the id that it was given here.
   *
   * @param {string} id @returns {Promise<string>}
   * @throws {ApiError} where it was refused
   */
  async #settledElsewhere(id) {
    const { items } = await this.api.listCategories();
    const made = items.find((category) => category.id === id.slice(NEW.length));
    if (!made) throw new ApiError(422, {});
    return made.id;
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
    const before = this.find(id);
    this.#set(this.items.filter((item) => item.id !== id));
    try {
      await this.api.deleteCategory(await this.#idOf(id));
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) {
        if (before && !this.find(id)) this.#set([...this.items, before]);
        throw error;
      }
    }
    // An answer to what was asked before may have come meanwhile.
    this.#set(this.items.filter((item) => item.id !== id));
  }

  /**
   * Move a category's expenses into another; then it is gone.
   *
   * @param {string} id @param {string} into
   */
  async merge(id, into) {
    const [from, to] = [await this.#idOf(id), await this.#idOf(into)];
    let goesOn = true;
    for (let times = 1; goesOn; times++) {
      goesOn = await this.#mergeOn(from, to, times < MOST_TIMES);
    }
    this.#set(this.items.filter((item) => item.id !== id));
  }

  /**
   * Where there are more expenses than can be moved at a time, the same request goes on.
   *
   * @param {string} from @param {string} to @param {boolean} mayGoOn
   * @returns {Promise<boolean>} whether there are more
   */
  async #mergeOn(from, to, mayGoOn) {
    try {
      await this.api.deleteCategory(from, to);
    } catch (error) {
      // Gone by an attempt whose answer was lost.
      if (error instanceof ApiError && error.status === 404) return false;
      if (error instanceof BusyError && mayGoOn) return true;
      throw error;
    }
    return false;
  }

  /** @param {string} id */
  async #idOf(id) {
    return id.startsWith(NEW) ? this.resolve(id) : id;
  }

  #freeColour() {
    const used = new Set(this.items.map((item) => item.colour.toLowerCase()));
    return (
      COLOURS.find((colour) => !used.has(colour)) ?? COLOURS[this.items.length % COLOURS.length]
    );
  }

  /** @param {Category[]} items by a change made here */
  #set(items) {
    this.items = items;
    this.#asking.changed();
    this.store.emit();
  }
}
