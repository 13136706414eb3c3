/**
 * Brings the device's copy of the expenses up to date, when the page is at rest: one summary tells
 * which months are not what they were, and those are read anew.
 *
 * @typedef {import('./ledger-copy.js').LedgerCopy} LedgerCopy
 */
import { monthRange } from '../../writing/dates.js';
import { figures, figuresOf } from './ledger-copy.js';
import { isFromDevice } from './answers.js';

/**
 * At least so many months are kept, and older ones until there are so many expenses: two years and what
 * was paid yearly before them.
 */
const LEAST_MONTHS = 27;
const LEAST_EXPENSES = 5000;
const PAGE = 200;
/** What changes no figure, such as a description, is not seen in the summary: read again by and by. */
const READ_AGAIN_MS = 86_400_000;
const MONTHS_READ_AGAIN = 2;

export class Freshening {
  #running = false;
  #again = false;
  /** @type {unknown} what waited when it began */
  #began = undefined;

  /**
   * @param {import('../api.js').Api} api
   * @param {LedgerCopy} copy
   * @param {() => import('../store/changes.js').Change[]} pending another array after each change
   */
  constructor(api, copy, pending) {
    this.api = api;
    this.copy = copy;
    this.pending = pending;
  }

  /** @returns {Promise<boolean>} whether the copy is up to date; otherwise, again later */
  async run() {
    if (this.#running) {
      this.#again = true;
      return false;
    }
    this.#running = true;
    try {
      return await oneAtATime(() => this.#freshen());
    } catch (error) {
      // The next run takes it up where it was.
      console.warn(error);
      return false;
    } finally {
      this.#running = false;
      if (this.#again) {
        this.#again = false;
        this.run();
      }
    }
  }

  async #freshen() {
    this.#began = this.pending();
    const months = await this.#confirmed(() => this.api.summary({}, 'month'));
    if (!months) return false;
    const before = await this.copy.scope();
    const isFirst = !before || Boolean(before.partial);
    const isOld = Date.now() - (before?.read ?? 0) > READ_AGAIN_MS;
    const all = [...new Set(months.groups.map(({ month = '' }) => month))].sort().reverse();
    let count = 0;
    let from = '';
    for (const [position, month] of all.entries()) {
      if (position >= LEAST_MONTHS && count >= LEAST_EXPENSES) {
        from = all[position - 1];
        break;
      }
      const wanted = figures(months.groups.filter((group) => group.month === month));
      let kept = await this.copy.month(month);
      if (!kept || figuresOf(kept) !== wanted || (isOld && position < MONTHS_READ_AGAIN)) {
        kept = (await this.#read(month)) ?? undefined;
        if (!kept) return false;
        await this.copy.keepMonth(month, kept);
      }
      count += kept.length;
      // A visit that ends before the first download does leaves what has come by then.
      if (isFirst && month < (before?.from ?? '9999')) {
        const at = Date.now();
        await this.copy.keepScope(months, { from: month, at, read: at, partial: true });
      }
    }
    if (!this.#isUndisturbed()) return false;
    const at = Date.now();
    await this.copy.keepScope(months, { from, at, read: isOld ? at : (before?.read ?? at) });
    return true;
  }

  /** @param {string} month @returns {Promise<import('../../types.js').Expense[] | null>} */
  async #read(month) {
    const range = monthRange(`${month}-01`);
    /** @type {import('../../types.js').Expense[]} */
    const items = [];
    /** @type {string | null} */
    let cursor = null;
    do {
      /** @type {string | null} */
      const asked = cursor;
      /** @type {import('../store/lists.js').Page | null} */
      const page = await this.#confirmed(() =>
        this.api.listExpenses(range, { cursor: asked, limit: PAGE }),
      );
      if (!page) return null;
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor);
    return items;
  }

  /**
   * The server's word, and only if no change was on its way meanwhile: it may or may not hold that.
   *
   * @template T @param {() => Promise<T>} ask @returns {Promise<T | null>}
   */
  async #confirmed(ask) {
    if (!this.#isUndisturbed()) return null;
    const answer = await ask();
    return this.#isUndisturbed() && !isFromDevice(answer) ? answer : null;
  }

  #isUndisturbed() {
    return this.pending() === this.#began && this.pending().length === 0;
  }
}

/** Of all tabs. @template T @param {() => Promise<T>} work @returns {Promise<T | false>} */
function oneAtATime(work) {
  if (!navigator.locks) return work();
  return navigator.locks.request('expense-tracker.copy', { ifAvailable: true }, (lock) =>
    lock ? work() : Promise.resolve(/** @type {const} */ (false)),
  );
}
