/**
 * What recurs comes to, and what rose.
 *
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').Expense} Expense
 *
 * @typedef {object} Costs
 * @property {number} year what is due in the next twelve months, in paise
 * @property {number} month a twelfth of it, to the nearest paisa
 * @property {boolean} isEstimate last amounts stand for some that are asked each time
 * @property {number} unknown rules that ask each time and never had an amount: they are not in it
 *
 * @typedef {object} Rise
 * @property {Rule} rule
 * @property {number} before in paise
 * @property {number} after in paise
 * @property {string} date of the first higher one
 * @property {boolean} isAhead it is still to come
 */
import { timesWithin } from '../../data/recurrence.js';
import { addDays, addMonths } from '../../writing/dates.js';

/**
 * @param {readonly Rule[]} rules
 * @param {readonly Expense[]} history newest first
 * @param {string} today
 * @returns {Costs}
 */
export function costsOf(rules, history, today) {
  const to = addDays(addMonths(today, 12), -1);
  let year = 0;
  let unknown = 0;
  let isEstimate = false;
  for (const rule of rules) {
    const { next, amount_paise: fixed } = rule;
    if (!next) continue;
    const amount = fixed ?? recordedBy(rule, history)[0]?.amount_paise;
    // What waits is not of the months to come, however long it has.
    const from = next > today ? next : today;
    const times = timesWithin(rule, { from, to }).length;
    if (amount === undefined) unknown += 1;
    else year += times * amount;
    if (fixed === null && amount !== undefined) isEstimate = true;
  }
  return { year, month: Math.round(year / 12), isEstimate, unknown };
}

/**
 * What costs more than the time before, or will the next time.
 *
 * @param {readonly Rule[]} rules
 * @param {readonly Expense[]} history newest first
 * @returns {Rise[]}
 */
export function risesOf(rules, history) {
  return rules.flatMap((rule) => riseOf(rule, recordedBy(rule, history)));
}

/** @param {Rule} rule @param {readonly Expense[]} recorded by it, newest first @returns {Rise[]} */
function riseOf(rule, [latest, before]) {
  const { amount_paise: fixed, next } = rule;
  if (latest && next && fixed !== null && fixed > latest.amount_paise) {
    return [{ rule, before: latest.amount_paise, after: fixed, date: next, isAhead: true }];
  }
  if (!latest || !before || latest.amount_paise <= before.amount_paise) return [];
  const { amount_paise: after, date } = latest;
  return [{ rule, before: before.amount_paise, after, date, isAhead: false }];
}

/** @param {Rule} rule @param {readonly Expense[]} history */
const recordedBy = ({ id }, history) => history.filter(({ rule }) => rule === id);
