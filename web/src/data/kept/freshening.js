/**
 * Brings the device's copy of the expenses up to date, when the page is at rest: one summary tells
 * which months are not what they were, and those are read anew.
 *
 * @typedef {import('./ledger-copy.js').LedgerCopy} LedgerCopy
 */
import { addMonths, monthRange } from '../../writing/dates.js';
import { figures, figuresOf, ROOM } from './ledger-copy.js';
import { ApiError } from '../api.js';
import { isFromDevice } from './answers.js';

/**
 * At least so many months are kept, and older ones until there are so many expenses: two years and what
 * was paid yearly before them.
 */
const LEAST_MONTHS = 27;
const LEAST_EXPENSES = 5000;
const PAGE = 200;
/** What changes no sum of a month, such as a description, is not seen in the summary: looked for by and by. */
const READ_AGAIN_MS = 86_400_000;
const MONTHS_READ_AGAIN = 2;
/** So few that a summary of their days is small, and never too large for the API to give. */
const MONTHS_COMPARED = 3;

/**
 * @typedef {{moved: Set<string>, to?: string}} Turn the months to be read again, of those down to one
 * @type {Turn}
 */
const NOT_COMPARED = { moved: new Set() };

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

  /** @returns {Promise<boolean>} whether the copy is up to date, or there is to be none; otherwise, again later */
  async run() {
    if (this.#running) {
      this.#again = true;
      return false;
    }
    this.#running = true;
    try {
      return await oneAtATime(() => this.#freshen());
    } catch (error) {
      if (error instanceof ApiError && error.status === 403 && (await this.#seesSumsOnly())) {
        await this.copy.device.clear(ROOM);
        return true;
      }
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

  /** Whether the server says of a shared ledger that one may not see its expenses, any more. */
  async #seesSumsOnly() {
    const { ledger } = this.api;
    const told = ledger ? await this.api.getLedger(ledger).catch(() => null) : null;
    return told?.role === 'totals' && !isFromDevice(told);
  }

  async #freshen() {
    this.#began = this.pending();
    const months = await this.#confirmed(() => this.api.summary({}, 'month'));
    if (!months) return false;
    const before = await this.copy.scope();
    const isFirst = !before || Boolean(before.partial);
    const isOld = Date.now() - (before?.read ?? 0) > READ_AGAIN_MS;
    const all = [...new Set(months.groups.map(({ month = '' }) => month))].sort().reverse();
    const turn = before && !isFirst && isOld ? await this.#compare(all, before) : NOT_COMPARED;
    if (!turn) return false;
    let count = 0;
    let from = '';
    for (const [position, month] of all.entries()) {
      if (position >= LEAST_MONTHS && count >= LEAST_EXPENSES) {
        from = all[position - 1];
        break;
      }
      const wanted = figures(months.groups.filter((group) => group.month === month));
      let kept = await this.copy.month(month);
      const isToBeRead = turn.moved.has(month) || (isOld && position < MONTHS_READ_AGAIN);
      if (!kept || isToBeRead || figuresOf(kept, 'month') !== wanted) {
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
    const read = isOld ? at : (before?.read ?? at);
    await this.copy.keepScope(months, { from, at, read, compared: turn.to ?? before?.compared });
    return true;
  }

  /**
   * In which months another device has moved an expense to another day: no month's sum tells. A few older
   * months each day, in turn from the latest to the earliest.
   *
   * @param {string[]} months the latest first @param {import('./ledger-copy.js').Scope} scope
   * @returns {Promise<Turn | null>} null where it cannot be told now
   */
  async #compare(months, { from, compared = '' }) {
    const older = months.slice(MONTHS_READ_AGAIN).filter((month) => month >= from);
    const latest = older.find((month) => month < compared) ?? older[0];
    if (!latest) return NOT_COMPARED;
    const to = addMonths(`${latest}-01`, 1 - MONTHS_COMPARED).slice(0, 7);
    const range = { from: `${to}-01`, to: monthRange(`${latest}-01`).to };
    const told = await this.#confirmed(() => this.api.summary(range, 'day'));
    if (!told) return null;
    /** @type {Set<string>} */
    const moved = new Set();
    for (const month of older.filter((one) => one >= to && one <= latest)) {
      const wanted = figures(told.groups.filter(({ day = '' }) => day.startsWith(month)));
      const kept = await this.copy.month(month);
      if (kept && figuresOf(kept, 'day') !== wanted) moved.add(month);
    }
    return { moved, to };
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
