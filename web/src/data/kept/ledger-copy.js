/**
 * The device's copy of the expenses: whole months, the latest first, and beside them what was spent in
 * every month there is. It holds what the server has confirmed; changes that wait are laid over it,
 * as over the server's own answers.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').Filter} Filter
 * @typedef {import('../../types.js').Summary} Summary
 * @typedef {import('../store/changes.js').Change} Change
 *
 * @typedef {object} Scope
 * @property {string} from its first month, `YYYY-MM`; empty when nothing is older
 * @property {number} at ms; when the server last said that this is right
 * @property {number} read ms; when the latest months were last read whatever their figures
 *
 * @typedef {{room: string, key: string, value?: unknown}} Write
 */
import { matches, newestFirst, overlaySummary, subject } from '../store/changes.js';

export const ROOM = 'ledger';
const MONTHS = 'months';
const SCOPE = 'scope';
const NOTHING = { total_paise: 0, count: 0, groups: [] };
/** For `overlaySummary`, which takes expenses as changes. @param {Expense} after @returns {Change} */
const added = (after) => ({ id: '', kind: 'add', before: null, after });

export class LedgerCopy {
  /** @param {import('../device.js').Device} device */
  constructor(device) {
    this.device = device;
  }

  /** @returns {Promise<Scope | undefined>} absent before the first download is done */
  scope() {
    return this.device.get(ROOM, SCOPE);
  }

  /** What was spent in every month. @returns {Promise<Summary | undefined>} groups by month, category */
  months() {
    return this.device.get(ROOM, MONTHS);
  }

  /** @param {string} month @returns {Promise<Expense[] | undefined>} newest first */
  month(month) {
    return this.device.get(ROOM, month);
  }

  /**
   * @param {Filter} filter
   * @param {(category: string) => string | undefined} nameOf
   * @returns {Promise<{items: Expense[], whole: boolean} | null>} newest first; `whole` when none is older
   */
  async expenses(filter, nameOf) {
    const scope = await this.scope();
    if (!scope) return null;
    const listed = await this.#monthsWithin(filter, scope);
    const months = await Promise.all(listed.map((month) => this.month(month)));
    const items = months.flatMap((month) => month ?? []);
    return {
      items: items.filter((one) => matches(one, filter, nameOf)),
      whole: covers(scope, filter.from),
    };
  }

  /**
   * @param {Filter} range @param {'day' | 'month'} by
   * @returns {Promise<Summary | null>} null where it does not know
   */
  async summary(range, by) {
    const { from, to, tag, ...narrower } = range;
    const narrowed = tag?.length || Object.keys(narrower).length > 0;
    const months = await this.months();
    const inWholeMonths = (!from || from.endsWith('-01')) && (!to || isMonthEnd(to));
    if (months && by === 'month' && !narrowed && inWholeMonths) {
      const within = (/** @type {string} */ month) =>
        month >= (from ?? '').slice(0, 7) && month <= (to ?? '9999').slice(0, 7);
      return summed(months.groups.filter(({ month = '' }) => within(month)));
    }
    const listed = await this.expenses(range, () => undefined);
    if (!listed?.whole) return null;
    return overlaySummary(NOTHING, listed.items.map(added), {}, by);
  }

  /** @param {Filter} filter @param {Scope} scope @returns {Promise<string[]>} the latest first */
  async #monthsWithin({ from = '', to = '9999' }, scope) {
    const all = new Set((await this.months())?.groups.map(({ month = '' }) => month));
    return [...all]
      .filter(
        (month) => month >= scope.from && month >= from.slice(0, 7) && month <= to.slice(0, 7),
      )
      .sort()
      .reverse();
  }

  /**
   * What a confirmed change makes of the copy, to be written together with its leaving the queue.
   *
   * @param {Change} change as stored
   * @returns {Promise<Write[]>}
   */
  async writesOf(change) {
    const [scope, months] = await Promise.all([this.scope(), this.months()]);
    if (!scope || !months) return [];
    const { before, after } = change;
    /** @type {Write[]} */
    const writes = [
      { room: ROOM, key: MONTHS, value: overlaySummary(months, [change], {}, 'month') },
    ];
    const touched = [before, after].flatMap((one) => (one ? [one.date.slice(0, 7)] : []));
    for (const month of new Set(touched)) {
      if (month < scope.from) continue;
      const others = ((await this.month(month)) ?? []).filter(({ id }) => id !== subject(change));
      const itsOwn = after?.date.startsWith(month) ? [after] : [];
      writes.push({ room: ROOM, key: month, value: [...others, ...itsOwn].sort(newestFirst) });
    }
    return writes;
  }

  /** @param {string} month @param {Expense[]} expenses all of it, newest first */
  async keepMonth(month, expenses) {
    await this.device.put(ROOM, month, expenses);
  }

  /** @param {Summary} months @param {Scope} scope */
  async keepScope(months, scope) {
    await this.device.change([
      { room: ROOM, key: MONTHS, value: months },
      { room: ROOM, key: SCOPE, value: scope },
    ]);
  }
}

/** What a month's expenses come to, to compare. @param {Expense[]} expenses */
export function figuresOf(expenses) {
  const { groups } = overlaySummary(NOTHING, expenses.map(added), {}, 'month');
  return figures(groups);
}

/** @param {import('../../types.js').SummaryGroup[]} groups of one month */
export const figures = (groups) =>
  groups
    .filter(({ count }) => count > 0)
    .map(({ category, total_paise: total, count }) => `${category} ${total} ${count}`)
    .sort()
    .join();

/** @param {Scope} scope @param {string} [from] */
const covers = (scope, from = '') => scope.from === '' || from.slice(0, 7) >= scope.from;

/** @param {string} date */
function isMonthEnd(date) {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** @param {import('../../types.js').SummaryGroup[]} groups @returns {Summary} */
const summed = (groups) => ({
  total_paise: groups.reduce((sum, group) => sum + group.total_paise, 0),
  count: groups.reduce((sum, group) => sum + group.count, 0),
  groups,
});
