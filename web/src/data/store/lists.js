/**
 * The pages of expenses loaded so far, a list a filter, with the unconfirmed changes laid over.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').Filter} Filter
 *
 * @typedef {object} ListView
 * @property {'loading' | 'ready' | 'failed'} status of its first page
 * @property {Expense[]} items newest first; the same array until something changes
 * @property {boolean} complete nothing older is left to load
 * @property {boolean} loading a page is on its way
 * @property {boolean} failed the last page did not come
 * @property {() => Promise<void>} loadMore
 */
import { overlayItems } from './changes.js';
import { Recent } from './recent.js';

const KEPT = 6;
const PAGE = 100;

/** One filter's expenses. */
class ExpenseList {
  /** @type {Expense[]} */
  base = [];
  /** @type {string | null} */
  cursor = null;
  complete = false;
  started = false;
  loading = false;
  failed = false;
  stale = false;
  /** @type {Change[]} confirmed while a page was on its way, which may not hold them */
  meanwhile = [];
  /** @type {ListView | undefined} */
  view = undefined;
  /** @type {{base: Expense[], complete: boolean, loading: boolean, failed: boolean,
   *   started: boolean, pending: Change[]} | undefined} what the view is made of */
  of = undefined;

  /** @param {Lists} lists @param {Filter} filter */
  constructor(lists, filter) {
    this.lists = lists;
    this.filter = filter;
  }

  /** @returns {ListView} */
  present() {
    const pending = this.lists.store.pending();
    const { base, complete, loading, failed, started } = this;
    const { view, of } = this;
    const sameItems =
      of !== undefined && of.base === base && of.complete === complete && of.pending === pending;
    const same =
      sameItems && of.loading === loading && of.failed === failed && of.started === started;
    if (view && same) return view;
    const items =
      view && sameItems ? view.items : overlayItems(base, pending, this.filter, complete);
    this.of = { base, complete, loading, failed, started, pending };
    this.view = {
      status: this.started ? 'ready' : this.failed ? 'failed' : 'loading',
      items,
      complete: this.complete,
      loading: this.loading,
      failed: this.failed,
      loadMore: () => this.loadMore(),
    };
    return this.view;
  }

  async loadMore() {
    if (this.loading || (this.complete && !this.stale)) return;
    this.loading = true;
    this.failed = false;
    this.meanwhile = [];
    this.lists.store.emit();
    try {
      await (this.stale || !this.started ? this.#loadFirst() : this.#loadNext());
    } catch (error) {
      this.failed = true;
      this.lists.store.failed(error);
    } finally {
      this.loading = false;
      this.lists.store.emit();
    }
  }

  async #loadNext() {
    const page = await this.lists.load(this.filter, this.cursor, PAGE);
    const last = this.base.at(-1)?.id;
    const items = last === page.items[0]?.id ? page.items.slice(1) : page.items;
    this.#take([...this.base, ...items], page.next_cursor);
  }

  /** The first page, and as many more as were loaded before, up to a screenful of pages. */
  async #loadFirst() {
    const wanted = Math.min(this.base.length, 4 * PAGE);
    this.stale = false;
    /** @type {Expense[]} */
    let items = [];
    /** @type {string | null} */
    let cursor = null;
    do {
      const page = await this.lists.load(this.filter, cursor, PAGE);
      items = items.concat(page.items);
      cursor = page.next_cursor;
    } while (cursor && items.length < wanted);
    this.#take(items, cursor);
    this.started = true;
  }

  /** @param {Expense[]} items @param {string | null} cursor */
  #take(items, cursor) {
    this.complete = cursor === null;
    this.cursor = cursor;
    this.base = overlayItems(items, this.meanwhile, this.filter, this.complete);
    this.lists.seen(items);
  }

  /** @param {Change} change */
  settle(change) {
    if (this.loading) this.meanwhile.push(change);
    if (this.started) {
      this.base = overlayItems(this.base, [change], this.filter, this.complete);
    }
  }
}

export class Lists {
  /** @type {Recent<ExpenseList>} */
  #lists = new Recent(KEPT);

  /**
   * @param {(filter: Filter, cursor: string | null, limit: number) =>
   *   Promise<{items: Expense[], next_cursor: string | null}>} load
   * @param {{pending: () => Change[], emit: () => void, failed: (error: unknown) => void}} store
   * @param {(expenses: Expense[]) => void} seen told of every expense that is loaded
   */
  constructor(load, store, seen) {
    this.load = load;
    this.store = store;
    this.seen = seen;
  }

  /** @param {Filter} filter @returns {ListView} */
  view(filter) {
    const key = JSON.stringify([filter.from, filter.to, filter.category, filter.tag, filter.q]);
    const list = this.#lists.use(key, () => new ExpenseList(this, filter));
    if ((!list.started || list.stale) && !list.failed) queueMicrotask(() => list.loadMore());
    return list.present();
  }

  /** Take a confirmed change into every list. @param {Change} change */
  settle(change) {
    for (const list of this.#lists.all()) list.settle(change);
  }

  /** Ask again for what is shown, keeping it meanwhile. */
  refresh() {
    for (const list of this.#lists.all()) {
      list.stale = true;
      list.failed = false;
    }
    this.store.emit();
  }
}
