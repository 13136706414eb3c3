/**
 * The person's categories, built-in and own, changed at once and put back if refused. What gets no answer
 * stays as it was wanted, and is asked for again.
 *
 * @typedef {import('../../types.js').Category} Category
 * @typedef {{name: string, colour?: string}} NewCategory
 * @typedef {Partial<Pick<Category, 'name' | 'colour' | 'archived'>>} CategoryChange
 * @typedef {import('./kept.js').Kept['first']} Known
 */
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { PALETTE } from '../../writing/palette.js';
import { Asking } from './asking.js';
import { mergeWhole } from './merging.js';
import { isSame } from '../../reading/folding.js';
import { t } from '../../writing/text.js';

/** What an id begins with until the server has the category, which keeps the rest of it. */
const NEW = 'new:';
/** What the keys of new ones begin with; the device's scope follows. */
export const PREFIX = 'expense-tracker.category.';
/** In the outbox, by what the id is or will be. */
const KIND = 'category';
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
   * @param {{emit: () => void, failed: (error: unknown) => void, known: Known,
   *   outbox: import('./outbox.js').Outbox, refused: (what: string, error: ApiError) => void}} store
   *   `refused`: long after the person has gone on
   */
  constructor(scope, api, store) {
    this.prefix = `${PREFIX}${scope}.`;
    this.api = api;
    this.store = store;
    store.outbox.sendsBy(KIND, {
      send: (id, change) => this.#send(id, change),
      refused: (id, change, error) => {
        store.refused(this.#inWords(id, change), error);
        this.load();
      },
    });
    this.retry();
  }

  /** Ask again for new ones that got no answer, now or when the page was last open. */
  retry() {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(this.prefix))) {
      const id = key.slice(this.prefix.length);
      if (!this.#arriving.has(id)) this.#arriveLate(id);
    }
  }

  /** How many new ones the server has not got, of those that are shown. */
  get waiting() {
    return this.items.filter(({ id }) => id.startsWith(NEW)).length;
  }

  /** @param {string} id of a new one */
  #arriveLate(id) {
    const { name } = JSON.parse(localStorage.getItem(this.prefix + id) ?? '{}');
    this.#arrive(id).catch((error) => {
      if (error instanceof ApiError) {
        this.store.refused(t('refused.newCategory', { category: name }), error);
      }
      this.store.failed(error);
    });
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
          this.items = this.#asWanted([...items, ...newer]);
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
    this.items = this.#asWanted([...known.items, ...this.items]);
    this.store.emit();
  }

  /** With what waits to be sent. @param {Category[]} items */
  #asWanted(items) {
    return items.flatMap((item) => {
      const change = this.store.outbox.find(KIND, kept(item.id)) ?? {};
      return change.deleted ? [] : [{ ...item, ...change }];
    });
  }

  /** @param {string} id as shown, or as the server keeps it @returns {Category | undefined} */
  find(id) {
    return this.items.find((category) => kept(category.id) === kept(id));
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
    this.#set([...this.items.filter((item) => item.id !== id), ...this.#asWanted([shown])]);
    // Under its own id, so that one whose answer was lost is made once.
    const stored = this.#make({ ...fields, id: kept(id) }).then(
      (category) => {
        localStorage.removeItem(this.prefix + id);
        const others = this.items.filter((item) => ![id, category.id].includes(item.id));
        this.#set([...others, ...this.#asWanted([category])]);
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

  /** @param {NewCategory & {id: string}} fields @returns {Promise<Category>} */
  async #make(fields) {
    try {
      return await this.api.addCategory(fields);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) throw error;
      // Made on another device meanwhile: it is the one that is meant.
      const { items } = await this.api.listCategories();
      const same = items.find(({ name, archived }) => !archived && isSame(name, fields.name));
      if (!same) throw error;
      return same;
    }
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
    const made = items.find((category) => category.id === kept(id));
    if (!made) throw new ApiError(422, {});
    return made.id;
  }

  /**
   * @param {string} id @param {CategoryChange} fields
   * @returns {Promise<Category>} as stored, or as it is to be where there is no answer
   */
  async edit(id, fields) {
    const { outbox } = this.store;
    const before = this.find(id);
    this.#set(this.items.map((item) => (item.id === id ? { ...item, ...fields } : item)));
    try {
      await outbox.put(KIND, kept(id), { ...outbox.find(KIND, kept(id)), ...fields });
    } catch (error) {
      if (before) this.#set(this.items.map((item) => (item.id === id ? before : item)));
      throw error;
    }
    return /** @type {Category} */ (this.find(id));
  }

  /** @param {string} id */
  async delete(id) {
    const before = this.find(id);
    this.#set(this.items.filter((item) => item.id !== id));
    try {
      await this.store.outbox.put(KIND, kept(id), { deleted: true });
    } catch (error) {
      if (before && !this.find(id)) this.#set([...this.items, before]);
      throw error;
    }
    // An answer to what was asked before may have come meanwhile.
    this.#set(this.items.filter((item) => item.id !== id));
  }

  /** @param {string} id as the server has it @param {CategoryChange & {deleted?: true}} change */
  async #send(id, { deleted, ...fields }) {
    const known = await this.idOf(id);
    if (!deleted) {
      const stored = await this.api.editCategory(known, fields);
      const [shown] = this.#asWanted([stored]);
      this.#set(this.items.map((item) => (item.id === stored.id ? (shown ?? item) : item)));
      return;
    }
    try {
      await this.api.deleteCategory(known);
    } catch (error) {
      // Gone by an attempt whose answer was lost.
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
  }

  /** @param {string} id @param {CategoryChange & {deleted?: true}} change */
  #inWords(id, { deleted, name }) {
    const category = this.find(id)?.name ?? name ?? '';
    return t(deleted ? 'refused.deletedCategory' : 'refused.changedCategory', { category });
  }

  /**
   * Move a category's expenses into another; then it is gone.
   *
   * @param {string} id @param {string} into
   */
  async merge(id, into) {
    const [from, to] = [await this.idOf(id), await this.idOf(into)];
    await mergeWhole(this.api, from, to);
    this.#set(this.items.filter((item) => item.id !== id));
  }

  /** The server's id, once it has the category. @param {string} id as shown, or as it will be */
  async idOf(id) {
    const asNew = NEW + kept(id);
    const isKept = () => localStorage.getItem(this.prefix + asNew) !== null;
    return id === asNew || this.#arriving.has(asNew) || isKept() ? this.resolve(asNew) : id;
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

/** The id that the server keeps a category under. @param {string} id as shown */
export const kept = (id) => (id.startsWith(NEW) ? id.slice(NEW.length) : id);
