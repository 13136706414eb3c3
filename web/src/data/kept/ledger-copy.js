/**
 * The device's copy of the expenses: whole months, the latest first, with what was spent on each of
 * their days, and beside them what was spent in every month there is. Until the first download has come
 * far enough, also the last summary that the server gave. It holds what the server has confirmed; changes
 * that wait are laid over it, as over the server's own answers.
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
 * @property {string} [compared] down to which month the sums of days were compared last, `YYYY-MM`
 * @property {boolean} [partial] the first download was not done when it was written
 *
 * @typedef {{from: string, to: string, at: number, summary: Summary}} Told what the server said of all
 *   that was spent from one day to another, by day and category
 *
 * @typedef {{room: string, key: string, value?: unknown}} Write
 */
import {
  matches,
  newestFirst,
  overlayPaid,
  overlaySummary,
  sliceByDay,
  subject,
  summed,
} from '../store/changes.js';

export const ROOM = 'ledger';
const MONTHS = 'months';
const SCOPE = 'scope';
const TOLD = 'told';
/** Under which the sums of a month's days are. @param {string} month */
const daysOf = (month) => `${month} days`;
const NOTHING = { total_paise: 0, count: 0, groups: [] };
/** For `overlaySummary`, which takes expenses as changes. @param {Expense} after @returns {Change} */
const added = (after) => ({ id: '', kind: 'add', before: null, after });
/** What expenses come to. @param {Expense[]} expenses @param {'day' | 'month'} by @returns {Summary} */
const addedUp = (expenses, by) => overlaySummary(NOTHING, expenses.map(added), {}, by);

export class LedgerCopy {
  /** @param {import('../device.js').Device} device */
  constructor(device) {
    this.device = device;
  }

  /** @returns {Promise<Scope | undefined>} absent before anything was downloaded */
  scope() {
    return this.device.get(ROOM, SCOPE);
  }

  /** @returns {Promise<number | undefined>} ms; when the server last said that what is here is right */
  async at() {
    const [scope, told] = await this.#all([SCOPE, TOLD]);
    return scope?.at ?? told?.at;
  }

  /** @param {string[]} keys @returns {Promise<any>} their values, as they are at one moment */
  #all(keys) {
    return this.device.getAll(ROOM, keys);
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
    const [scope, months] = await this.#all([SCOPE, MONTHS]);
    if (!scope) return null;
    /** @type {(Expense[] | undefined)[]} */
    const listed = await this.#all(monthsWithin(months, filter, scope));
    const items = listed.flatMap((month) => month ?? []);
    const { q } = filter;
    const isFound = q ? (await import('../search.js')).finder(q, nameOf) : undefined;
    return {
      items: items.filter((one) => matches(one, filter, isFound)),
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
    const inWholeMonths = (!from || from.endsWith('-01')) && (!to || isMonthEnd(to));
    const months = by === 'month' && !narrowed && inWholeMonths ? await this.months() : undefined;
    if (months) {
      const within = (/** @type {string} */ month) =>
        month >= (from ?? '').slice(0, 7) && month <= (to ?? '9999').slice(0, 7);
      return summed(months.groups.filter(({ month = '' }) => within(month)));
    }
    if (by === 'day' && !narrowed) return this.#days({ from, to });
    const listed = await this.expenses(range, () => undefined);
    if (!listed?.whole) return null;
    return addedUp(listed.items, by);
  }

  /**
   * What each member paid.
   *
   * @param {Filter} filter
   * @returns {Promise<{groups: {member: string, total_paise: number}[]} | null>} null where it does not know
   */
  async paid(filter) {
    const listed = await this.expenses(filter, () => undefined);
    if (!listed?.whole) return null;
    const paid = overlayPaid(new Map(), listed.items.map(added), {});
    return { groups: [...paid].map(([member, total_paise]) => ({ member, total_paise })) };
  }

  /** @param {Pick<Filter, 'from' | 'to'>} range @returns {Promise<Summary | null>} */
  async #days(range) {
    /** @type {[Scope | undefined, Summary | undefined, Told | undefined]} */
    const [scope, months, told] = await this.#all([SCOPE, MONTHS, TOLD]);
    const { from = '', to = '9999' } = range;
    const isTold = told && told.from <= from && told.to >= to;
    if (!(scope && covers(scope, from)) && !isTold) return null;
    // What its lists have is summed up from them, so that both agree; the server's word is for before.
    const within = scope ? monthsWithin(months, range, scope).reverse() : [];
    /** @type {(import('../../types.js').SummaryGroup[] | undefined)[]} */
    const kept = await this.#all(within.map(daysOf));
    const before = isTold ? told.summary.groups : [];
    const groups = [
      ...before.filter(({ day = '' }) => !scope || day < scope.from),
      ...kept.flatMap((groups) => groups ?? []),
    ];
    return sliceByDay({ groups }, range);
  }

  /**
   * What a confirmed change makes of the copy, to be written together with its leaving the queue.
   *
   * @param {Change} change as stored
   * @returns {Promise<Write[]>}
   */
  async writesOf(change) {
    /** @type {[Scope | undefined, Summary | undefined, Told | undefined]} */
    const [scope, months, told] = await this.#all([SCOPE, MONTHS, TOLD]);
    /** @type {Write[]} */
    const writes = [];
    if (told) {
      const { from, to } = told;
      const summary = overlaySummary(told.summary, [change], { from, to }, 'day');
      writes.push({ room: ROOM, key: TOLD, value: { ...told, summary } });
    }
    if (!scope || !months) return writes;
    writes.push({ room: ROOM, key: MONTHS, value: overlaySummary(months, [change], {}, 'month') });
    const { before, after } = change;
    const touched = [before, after].flatMap((one) => (one ? [one.date.slice(0, 7)] : []));
    for (const month of new Set(touched)) {
      if (month < scope.from) continue;
      const others = ((await this.month(month)) ?? []).filter(({ id }) => id !== subject(change));
      const itsOwn = after?.date.startsWith(month) ? [after] : [];
      writes.push(...writesOfMonth(month, [...others, ...itsOwn].sort(newestFirst)));
    }
    return writes;
  }

  /** @param {string} month @param {Expense[]} expenses all of it, newest first */
  async keepMonth(month, expenses) {
    await this.device.change(writesOfMonth(month, expenses));
  }

  /** @param {Summary} months @param {Scope} scope */
  async keepScope(months, scope) {
    await this.device.change([
      { room: ROOM, key: MONTHS, value: months },
      { room: ROOM, key: SCOPE, value: scope },
      // What the copy itself says is as old as its lists, and so agrees with them.
      ...(scope.partial ? [] : [{ room: ROOM, key: TOLD }]),
    ]);
  }

  /**
   * Keep what the server said, where the copy does not reach as far.
   *
   * @param {Pick<Filter, 'from' | 'to'>} range
   * @param {Summary} summary by day and category
   * @param {() => boolean} holds whether it still says what is known
   */
  async keepTold({ from = '', to = '9999' }, summary, holds) {
    const scope = await this.scope();
    if ((scope && (!scope.partial || covers(scope, from))) || !holds()) return;
    await this.device.put(ROOM, TOLD, { from, to, at: Date.now(), summary });
  }
}

/** @param {string} month @param {Expense[]} expenses @returns {Write[]} */
function writesOfMonth(month, expenses) {
  const { groups } = addedUp(expenses, 'day');
  return [
    { room: ROOM, key: month, value: expenses },
    { room: ROOM, key: daysOf(month), value: groups },
  ];
}

/** What a month's expenses come to, to compare. @param {Expense[]} expenses @param {'day' | 'month'} by */
export function figuresOf(expenses, by) {
  return figures(addedUp(expenses, by).groups);
}

/** @param {import('../../types.js').SummaryGroup[]} groups of one month */
export const figures = (groups) =>
  groups
    .filter(({ count }) => count > 0)
    .map(({ day = '', category, total_paise: total, count }) =>
      [day, category, total, count].join(' '),
    )
    .sort()
    .join();

/** @param {Scope} scope @param {string} [from] */
const covers = (scope, from = '') => scope.from === '' || from.slice(0, 7) >= scope.from;

/** @param {Summary | undefined} months @param {Filter} filter @param {Scope} scope @returns {string[]} the latest first */
const monthsWithin = (months, { from = '', to = '9999' }, scope) =>
  [...new Set(months?.groups.map(({ month = '' }) => month))]
    .filter((month) => month >= scope.from && month >= from.slice(0, 7) && month <= to.slice(0, 7))
    .sort()
    .reverse();

/** @param {string} date */
function isMonthEnd(date) {
  const next = new Date(`${date}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
