/**
 * What is still to come by recurring rules, as `GET /api/upcoming` has it: computed here, since the page
 * has the rules anyway.
 *
 * @typedef {import('../types.js').Rule} Rule
 *
 * @typedef {object} Upcoming one day of a rule that is not recorded yet
 * @property {Rule} rule
 * @property {string} date `YYYY-MM-DD`
 * @property {number | null} number "7 of 24"; null for a day that the rule had before it got others
 * @property {number | null} amount_paise null where it is still to be told
 * @property {'due' | 'waiting' | 'asked'} state will be recorded on its day; is held back, as its rule
 *     waits; is past, and asks for its amount
 */
import { addDays } from '../writing/dates.js';
import { times } from './recurrence.js';

const DAYS_AHEAD = 30;

/** The last day of what is shown as upcoming. @param {string} today */
export const lastUpcoming = (today) => addDays(today, DAYS_AHEAD);

/**
 * @param {readonly Rule[]} rules
 * @param {string} to the last day
 * @returns {Upcoming[]} in the order of the days; what asks for its amount however long ago it was
 */
export function upcoming(rules, to) {
  return rules
    .flatMap((rule) => [...ofRule(rule, to)])
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rule.id < b.rule.id ? -1 : 1));
}

/** @param {Rule} rule @param {string} to @returns {Generator<Upcoming>} */
function* ofRule(rule, to) {
  const asked = new Set(rule.asked.filter((date) => date <= to));
  const { next } = rule;
  for (const { number, day } of times(rule)) {
    if (day > to || (!asked.size && next === null)) break;
    if (asked.delete(day)) yield { rule, date: day, number, amount_paise: null, state: 'asked' };
    else if (next !== null && day >= next) {
      const state = rule.state === 'waiting' ? 'waiting' : 'due';
      yield { rule, date: day, number, amount_paise: rule.amount_paise, state };
    }
  }
  for (const date of asked) yield { rule, date, number: null, amount_paise: null, state: 'asked' };
}
