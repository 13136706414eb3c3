/**
 * What a running month comes to by its end: spent, still due by recurring rules, and the usual for the
 * days that are left. Whole paise; the usual is an estimate, and whoever shows it says so.
 *
 * @typedef {import('../../../types.js').Rule} Rule
 * @typedef {import('../../../writing/dates.js').Range} Range
 * @typedef {import('../projections.js').Group} Group
 *
 * @typedef {object} MonthEnd
 * @property {number} total spent, due and usual together, in paise
 * @property {number} spent what is on record of the month, days to come included
 * @property {number} due whose amounts are known
 * @property {number} rules by which that is due
 * @property {number} days that are left after today
 * @property {number | null} usual a day, in paise, without what recurs; null where too little is known
 * @property {{day: string, total: number}[]} ahead each of the days left, with what to expect of it
 */
import { WEEKDAYS, timesWithin } from '../../../data/recurrence.js';
import { addDays, addMonths, daysIn, eachDay, parts, weekday } from '../../../writing/dates.js';

/** Months before this one that tell what is usual. */
const MONTHS_BEFORE = 3;
/** Days of records that tell what is usual; fewer may be anything. */
const FEWEST_DAYS = 28;

/**
 * @param {object} known
 * @param {readonly Group[]} known.groups of the month and of at least three months before it
 * @param {Range} known.month
 * @param {string} known.today within the month
 * @param {readonly Rule[]} known.rules
 * @param {readonly import('../../../data/upcoming.js').Upcoming[]} known.upcoming what is still to come
 * @returns {MonthEnd}
 */
export function monthEndOf({ groups, month, today, rules, upcoming }) {
  const spent = sum(groups.filter(({ day }) => day >= month.from && day <= month.to));
  // What waits since an earlier month is that month's, on whatever day it comes.
  const still = upcoming.filter(
    ({ date, amount_paise: paise }) => date >= month.from && date <= month.to && paise,
  );
  const due = still.reduce((all, { amount_paise: paise }) => all + (paise ?? 0), 0);
  const left = today < month.to ? eachDay({ from: addDays(today, 1), to: month.to }) : [];
  const usual = usualOf(groups, rules, month);
  const ahead = left.map((day, index) => ({
    day,
    total: still
      // What waits since an earlier day may come on any: it is drawn on the first.
      .filter(({ date }) => date === day || (index === 0 && date < day))
      .reduce((all, { amount_paise: paise }) => all + (paise ?? 0), usual ?? 0),
  }));
  return {
    total: spent + due + left.length * (usual ?? 0),
    spent,
    due,
    rules: new Set(still.map(({ rule }) => rule.id)).size,
    days: left.length,
    usual,
    ahead,
  };
}

/**
 * What a day usually comes to, apart from what recurs: by category, all that was spent in the months
 * before but for what the rules come to in them, whoever recorded it.
 *
 * @param {readonly Group[]} groups @param {readonly Rule[]} rules @param {Range} month
 * @returns {number | null}
 */
function usualOf(groups, rules, month) {
  const window = windowBefore(groups, month);
  if (!window) return null;
  /** @type {Map<string, number>} */
  const spent = new Map();
  for (const { day, category, total_paise: paise } of groups) {
    if (day < window.from || day > window.to) continue;
    spent.set(category, (spent.get(category) ?? 0) + paise);
  }
  for (const rule of rules) {
    const before = spent.get(rule.category);
    if (before === undefined || rule.amount_paise === null) continue;
    const until = lastDayOf(rule);
    const paid = { from: window.from, to: until !== null && until < window.to ? until : window.to };
    const times = timesWithin(begunBefore(rule, window.from), paid).length;
    spent.set(rule.category, before - times * rule.amount_paise);
  }
  const all = [...spent.values()].reduce((total, paise) => total + Math.max(0, paise), 0);
  return Math.round(all / daysIn(window));
}

/**
 * The day after which it was paid no more, before all where it never was; null where it goes on.
 *
 * @param {Rule} rule @returns {string | null}
 */
function lastDayOf({ state, last, end }) {
  if (state === 'ended') return last ?? '';
  return (state === 'paused' ? last : end) ?? null;
}

/** @param {readonly Group[]} groups @param {Range} month @returns {Range | null} */
function windowBefore(groups, month) {
  const first = groups.reduce((day, group) => (group.day < day ? group.day : day), month.from);
  const from = addMonths(month.from, -MONTHS_BEFORE);
  const window = { from: first > from ? first : from, to: addDays(month.from, -1) };
  return window.from <= window.to && daysIn(window) >= FEWEST_DAYS ? window : null;
}

/**
 * A rule as if it had begun before a day: what recurs now was mostly paid before it became a rule.
 *
 * @param {Rule} rule @param {string} day @returns {import('../../../data/recurrence.js').Recurrence}
 */
function begunBefore({ frequency, every = 1, day: on, weekday: name, nth, start }, day) {
  const months = frequency === 'monthly' ? every : 12 * every;
  const days = frequency === 'daily' ? every : 7 * every;
  const isOfDays = frequency === 'daily' || frequency === 'weekly';
  let begun = start;
  while (begun > day) begun = isOfDays ? addDays(begun, -days) : addMonths(begun, -months);
  return {
    frequency,
    every,
    start: begun,
    nth,
    // Said by the start, which is another day now.
    day: isOfDays || name ? null : (on ?? parts(start).day),
    weekday: frequency === 'weekly' ? (name ?? WEEKDAYS[weekday(start) - 1]) : name,
  };
}

/** @param {readonly Group[]} groups */
const sum = (groups) => groups.reduce((all, { total_paise: paise }) => all + paise, 0);
