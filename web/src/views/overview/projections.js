/**
 * Everything the overview shows, worked out from the groups of one summary response: by day and
 * category. Whole paise throughout; only what Chart.js draws is divided, and nothing is read back.
 */
import { daysIn, daysOfMonth, eachDay, eachMonth, monthOf } from '../../writing/dates.js';
import { isNarrowed, passesCategory } from '../../data/filter.js';
import { comparedRange, dailyWindow, elapsed, monthlyWindow } from './period/period.js';

/**
 * @typedef {import('../../writing/dates.js').ISODate} ISODate
 * @typedef {import('../../writing/dates.js').Range} Range
 * @typedef {import('./period/period.js').Period} Period
 *
 * @typedef {object} Group one day's spending in one category
 * @property {ISODate} day
 * @property {string} category id
 * @property {number} total_paise
 * @property {number} count
 *
 * @typedef {{total: number, count: number}} Sum total in paise
 * @typedef {Sum & {day: ISODate}} DaySum
 * @typedef {Sum & {month: string, range: Range}} MonthSum month as `YYYY-MM`; its days that count
 * @typedef {Sum & {category: string, share: number}} CategorySum share from 0 to 1
 * @typedef {object} TrendSeries
 * @property {string | null} category null: all the rest
 * @property {readonly string[]} ids of the categories that it stands for
 * @property {number[]} totals one a month, in paise
 *
 * @typedef {Pick<import('../../types.js').Filter, 'category' | 'without'>} Filter
 *
 * @typedef {object} Comparison
 * @property {Range} range the days compared with
 * @property {number} total what was spent in them, in paise
 * @property {number} change so far less then, in paise
 * @property {number | null} ratio change as a part of `total`; null where that was nothing or less
 *
 * @typedef {object} Projection
 * @property {Range} range the days the figures are about: all of the period that there is
 * @property {number} total
 * @property {number} count
 * @property {boolean} running it has begun, and days of it are to come
 * @property {number} days that have begun, which the average is over
 * @property {number} average paise a day of these, to the nearest paisa
 * @property {Comparison | null} comparison
 * @property {DaySum[]} daily every day, oldest first
 * @property {MonthSum[]} monthly every month, oldest first
 * @property {number} begins the day that the months begin on
 * @property {TrendSeries[]} trend a total for each of the months, largest category first
 * @property {CategorySum[]} categories what is not excluded, largest first; picking does not hide the rest
 * @property {CategorySum[]} excluded what is excluded, largest first, as shares of what is excluded
 */

/**
 * @param {readonly Group[]} groups of a range that holds `neededRange(period)`
 * @param {Period} period
 * @param {Filter} filter
 * @param {ISODate} today
 * @returns {Projection}
 */
export function project(groups, period, filter, today) {
  const shown = isNarrowed(filter)
    ? groups.filter(({ category }) => passesCategory(category, filter))
    : groups;
  const days = sumByDay(shown);
  const bounded = period.kind === 'all' ? { ...period, ...wholeHistory(groups, today) } : period;
  const past = endOfSeries(days, bounded, today);
  const { total, count } = sumWithin(days, bounded);
  const soFar = elapsed(bounded, today);
  const begun = bounded.from <= today ? daysIn(soFar) : 0;
  const months = monthlyWindow(bounded);
  const { begins = 1 } = period;
  const monthly = byMonth(days, months, past(months), begins);
  return {
    range: { from: bounded.from, to: bounded.to },
    total,
    count,
    running: bounded.from <= today && today < bounded.to,
    days: begun,
    average: begun && Math.round(sumWithin(days, soFar).total / begun),
    comparison: compare(days, period, today),
    daily: byDay(days, past(dailyWindow(bounded))),
    monthly,
    begins,
    trend: trend(
      shown,
      monthly.map(({ month }) => month),
      months,
      { begins },
    ),
    ...byCategory(groups, bounded, filter.without ?? []),
  };
}

/**
 * Everything there is: from the first expense to the last.
 *
 * @param {readonly Group[]} groups
 * @param {ISODate} today where nothing is spent yet
 * @returns {Range}
 */
function wholeHistory(groups, today) {
  let from = groups[0]?.day ?? today;
  let to = from;
  for (const { day } of groups) {
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return { from, to };
}

/** @typedef {ReadonlyMap<ISODate, Sum>} DaySums days without spending left out */

/** @param {readonly Group[]} groups @returns {DaySums} */
function sumByDay(groups) {
  /** @type {Map<ISODate, Sum>} */
  const sums = new Map();
  for (const group of groups) addTo(sums, group.day, group);
  return sums;
}

/**
 * @template K
 * @param {Map<K, Sum>} sums
 * @param {K} key
 * @param {{total_paise: number, count: number}} group
 */
function addTo(sums, key, { total_paise, count }) {
  const sum = sums.get(key);
  if (sum) {
    sum.total += total_paise;
    sum.count += count;
  } else {
    sums.set(key, { total: total_paise, count });
  }
}

/**
 * Series of a running period end today: days that have not come are not days without spending. An
 * expense dated ahead still shows.
 *
 * @param {DaySums} days
 * @param {Range} bounded
 * @param {ISODate} today
 * @returns {(window: Range) => Range}
 */
function endOfSeries(days, bounded, today) {
  if (today < bounded.from || today >= bounded.to) return (window) => window;
  let last = today;
  for (const day of days.keys()) if (day > last && day <= bounded.to) last = day;
  return ({ from, to }) => ({ from, to: to < last ? to : last });
}

/** @param {Range} range @param {ISODate} day */
const within = ({ from, to }, day) => from <= day && day <= to;

/** @param {DaySums} days @param {Range} range @returns {Sum} */
function sumWithin(days, range) {
  const whole = { total: 0, count: 0 };
  for (const [day, { total, count }] of days) {
    if (!within(range, day)) continue;
    whole.total += total;
    whole.count += count;
  }
  return whole;
}

/**
 * @param {DaySums} days
 * @param {Period} period
 * @param {ISODate} today
 * @returns {Comparison | null}
 */
function compare(days, period, today) {
  const range = comparedRange(period, today);
  if (!range) return null;
  const then = sumWithin(days, range).total;
  const change = sumWithin(days, elapsed(period, today)).total - then;
  return { range, total: then, change, ratio: then <= 0 ? null : change / then };
}

const NOTHING = { total: 0, count: 0 };

/** @param {DaySums} days @param {Range} range @returns {DaySum[]} */
function byDay(days, range) {
  return eachDay(range).map((day) => ({ day, ...(days.get(day) ?? NOTHING) }));
}

/**
 * @param {DaySums} days
 * @param {Range} window the days that count
 * @param {Range} range the part of them that there is to show
 * @param {number} begins the day that months begin on
 * @returns {MonthSum[]}
 */
function byMonth(days, window, range, begins) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (const [day, { total, count }] of days) {
    if (within(range, day)) addTo(sums, monthOf(day, begins), { total_paise: total, count });
  }
  return eachMonth(range, begins).map((month) => {
    const { from, to } = daysOfMonth(month, begins);
    const its = {
      from: from < window.from ? window.from : from,
      to: to > window.to ? window.to : to,
    };
    return { month, range: its, ...(sums.get(month) ?? NOTHING) };
  });
}

/**
 * @param {readonly Group[]} groups
 * @param {Range} range
 * @param {readonly string[]} excluded
 * @returns {{categories: CategorySum[], excluded: CategorySum[]}} each largest first
 */
function byCategory(groups, range, excluded) {
  /** @type {Map<string, Sum>} */
  const sums = new Map();
  for (const group of groups) {
    if (within(range, group.day)) addTo(sums, group.category, group);
  }
  const entries = [...sums].filter(([, { count }]) => count > 0);
  return {
    categories: withShares(entries.filter(([id]) => !excluded.includes(id))),
    excluded: withShares(entries.filter(([id]) => excluded.includes(id))),
  };
}

/**
 * Shares of what the categories above zero come to. One at or below zero, of which as much or more came
 * back, is no part of a whole: its share is 0.
 *
 * @param {[string, Sum][]} entries @returns {CategorySum[]}
 */
function withShares(entries) {
  const whole = entries.reduce((all, [, { total }]) => all + Math.max(total, 0), 0);
  return entries
    .map(([category, sum]) => ({
      category,
      ...sum,
      share: whole ? Math.max(sum.total, 0) / whole : 0,
    }))
    .sort((a, b) => b.total - a.total || (a.category < b.category ? -1 : 1));
}

/** Those that a whole can be made of. @param {readonly CategorySum[]} categories */
export const aboveZero = (categories) => categories.filter(({ total }) => total > 0);

/**
 * The largest categories, and the rest as one, so that a chart stays legible.
 *
 * @param {readonly CategorySum[]} categories largest first
 * @param {number} slices at most
 * @returns {(Omit<CategorySum, 'category'> & {category: string | null, of: number})[]} `of`: how many
 *   categories a slice stands for
 */
export function largest(categories, slices) {
  const all = categories.map((entry) => ({ ...entry, of: 1 }));
  if (all.length <= slices) return all;
  const rest = categories.slice(slices - 1);
  const folded = rest.reduce(
    (sums, { total, count, share }) => ({
      total: sums.total + total,
      count: sums.count + count,
      share: sums.share + share,
    }),
    { total: 0, count: 0, share: 0 },
  );
  return [...all.slice(0, slices - 1), { category: null, ...folded, of: rest.length }];
}

/**
 * How the categories went over the months, largest first, small ones together at the end.
 *
 * @param {readonly Group[]} groups
 * @param {readonly string[]} months as the monthly series has them
 * @param {Range} window days that count
 * @param {{most?: number, begins?: number}} [options] series at most; the day that months begin on
 * @returns {TrendSeries[]}
 */
export function trend(groups, months, window, { most = 7, begins } = {}) {
  const at = new Map(months.map((month, index) => [month, index]));
  /** @type {Map<string, number[]>} */
  const series = new Map();
  for (const group of groups) {
    const index = at.get(monthOf(group.day, begins));
    if (index === undefined || !within(window, group.day)) continue;
    const totals = series.get(group.category) ?? months.map(() => 0);
    totals[index] += group.total_paise;
    series.set(group.category, totals);
  }
  const sorted = [...series]
    .map(([category, totals]) => ({ category, totals, whole: totals.reduce((a, b) => a + b, 0) }))
    .filter(({ totals }) => totals.some((total) => total !== 0))
    .sort((a, b) => b.whole - a.whole || (a.category < b.category ? -1 : 1));
  const shown = sorted.length <= most ? sorted : sorted.slice(0, most - 1);
  const rest = sorted.slice(shown.length);
  const result = shown.map(({ category, totals }) => ({
    category: /** @type {string | null} */ (category),
    ids: [category],
    totals,
  }));
  if (rest.length > 0) {
    result.push({
      category: null,
      ids: rest.map(({ category }) => category),
      totals: months.map((_, index) => rest.reduce((all, { totals }) => all + totals[index], 0)),
    });
  }
  return result;
}
