/** A monthly rule on another day of the month. */
import { times } from './recurrence.js';
import { daysInMonth, makeDate, parts } from '../writing/dates.js';

/**
 * Each of the rule's times stays the one it was, with its number, and no month gets a second one.
 *
 * @param {import('../types.js').Rule} rule
 * @param {number} day of the month
 * @returns {Partial<import('../types.js').RuleContent>} what is to be said of it; nothing of one that has
 *   recorded none yet, or says no day of the month
 */
export function onAnotherDay(rule, day) {
  if (rule.frequency !== 'monthly' || rule.weekday || !rule.last) return {};
  const moved = (/** @type {string} */ date) => {
    const { year, month } = parts(date);
    return makeDate(year, month, Math.min(day, daysInMonth(year, month)));
  };
  const { last, end } = rule;
  const [first] = times({ ...rule, end: null, count: null, skipped: [] });
  const ahead = rule.skipped.filter((date) => date > last).map(moved);
  return {
    day,
    start: moved(first.day),
    ...(end && { end: moved([...times({ ...rule, skipped: [] })].pop()?.day ?? end) }),
    skipped: moved(last) > last ? [moved(last), ...ahead] : ahead,
  };
}
