/**
 * The pages of expenses loaded so far, a list a filter, with the unconfirmed changes laid over.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').Filter} Filter
 *
 * @typedef {{items: Expense[], next_cursor: string | null, searched_to?: string}} Page
 *
 * @typedef {object} ListView
 * @property {Filter} filter the same object for as long as it is the same list
 * @property {'loading' | 'ready' | 'failed'} status of its first page
 * @property {Expense[]} items newest first; the same array until something changes
 * @property {boolean} complete nothing older is left to load
 * @property {string | null} searchedTo the day down to which a search has looked that goes on from
 *     there: it looks at its share at a time
 * @property {boolean} loading a page is on its way
 * @property {boolean} failed the last page did not come
 * @property {() => Promise<void>} loadMore
 */
import { overlayItems } from './changes.js';
import { Recent } from './recent.js';

const KEPT = 6;
const PAGE = 100;
const LARGEST_PAGE = 200;

/** Searching is for later than a first visit. @param {string} q @param {(category: string) => string | undefined} nameOf */
const search = async (q, nameOf) => (await import('../search.js')).finder(q, nameOf);

/** One filter's expenses. */
class ExpenseList {
  /** @type {Expense[]} */
  base = [];
  /** @type {string | null} */
  cursor = null;
  complete = false;
  /** @type {string | null} */
  searchedTo = null;
  started = false;
  loading = false;
  failed = false;
  stale = false;
  /** @type {((expense: Expense) => boolean) | undefined} by its search, once that has come */
  isFound = undefined;
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
    const items = view && sameItems ? view.items : this.#overlay(base, pending);
    this.of = { base, complete, loading, failed, started, pending };
    this.view = {
      filter: this.filter,
      status: this.started ? 'ready' : this.failed ? 'failed' : 'loading',
      items,
      complete: this.complete,
      searchedTo: this.searchedTo,
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
      if (this.filter.q) this.isFound ??= await search(this.filter.q, this.lists.store.nameOf);
      if (!this.started) this.#showKnown();
      await (this.stale || !this.started ? this.#loadFirst() : this.#loadNext());
    } catch (error) {
      this.failed = true;
      this.lists.store.failed(error);
    } finally {
      this.loading = false;
      this.lists.store.emit();
    }
  }

  /** Until the server answers. */
  async #showKnown() {
    const page = await this.lists.known(this.filter, PAGE);
    if (!page || this.started) return;
    this.#take(page.items, page);
    this.started = true;
    this.lists.store.emit();
  }

  async #loadNext() {
    const page = await this.lists.load(this.filter, this.cursor, PAGE);
    const last = this.base.at(-1)?.id;
    const items = last === page.items[0]?.id ? page.items.slice(1) : page.items;
    this.#take([...this.base, ...items], page);
  }

  /** The first page, and as many more as were loaded before: who has scrolled down stays where they are. */
  async #loadFirst() {
    const wanted = this.base.length;
    const limit = wanted > PAGE ? LARGEST_PAGE : PAGE;
    this.stale = false;
    /** @type {Expense[]} */
    let items = [];
    /** @type {Page | null} */
    let page = null;
    do {
      page = await this.lists.load(this.filter, page?.next_cursor ?? null, limit);
      items = items.concat(page.items);
    } while (page.next_cursor && items.length < wanted);
    this.#take(items, page);
    this.started = true;
  }

  /** @param {Expense[]} items @param {Page} last of the pages that they came with */
  #take(items, { next_cursor: cursor, searched_to: searchedTo }) {
    this.complete = cursor === null;
    this.cursor = cursor;
    this.searchedTo = (!this.complete && searchedTo) || null;
    this.base = this.#overlay(items, this.meanwhile);
    this.lists.seen(items);
  }

  /** @param {Change} change */
  settle(change) {
    if (this.loading) this.meanwhile.push(change);
    if (this.started) {
      this.base = this.#overlay(this.base, [change]);
    }
  }

  /** @param {Expense[]} items @param {Change[]} changes */
  #overlay(items, changes) {
    return overlayItems(items, changes, this.filter, this.complete, this.isFound);
  }
}

export class Lists {
  /** @type {Recent<ExpenseList>} */
  #lists = new Recent(KEPT);

  /**
   * @param {(filter: Filter, cursor: string | null, limit: number) => Promise<Page>} load
   * @param {{pending: () => Change[], emit: () => void, failed: (error: unknown) => void,
   *   nameOf: (category: string) => string | undefined}} store
   * @param {(expenses: Expense[]) => void} seen told of every expense that is loaded
   * @param {(filter: Filter, limit: number) => Promise<Page | null>} known by the device: the first page
   */
  constructor(load, store, seen, known) {
    this.load = load;
    this.store = store;
    this.seen = seen;
    this.known = known;
  }

  /** @param {Filter} filter @returns {ListView} */
  view(filter) {
    const { from, to, category, without, tag, kind, by, q } = filter;
    const key = JSON.stringify([from, to, category, without, tag, kind, by, q]);
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
