/** What of an edit of an expense its rule could say from now on. */
import { times } from '../../data/recurrence.js';
import { daysInMonth, makeDate, parts } from '../../writing/dates.js';

/**
 * @typedef {import('../../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').RuleContent} RuleContent
 *
 * @param {Rule} rule
 * @param {ExpenseFields} before
 * @param {ExpenseFields} after
 * @returns {Partial<RuleContent>} what changed; not an amount that is asked each time
 */
export function changesFor(rule, before, after) {
  /** @type {Partial<RuleContent>} */
  const changes = {};
  if (rule.amount_paise !== null && after.amount_paise !== before.amount_paise)
    changes.amount_paise = after.amount_paise;
  if (after.category !== before.category) changes.category = after.category;
  if (after.description !== before.description) changes.description = after.description;
  if (String([...after.tags].sort()) !== String([...before.tags].sort())) changes.tags = after.tags;
  return { ...changes, ...onAnotherDay(rule, before.date, after.date) };
}

/**
 * A day of the month that moved within its month; of other days it can't be told what is meant. Each of
 * the rule's times stays the one it was, with its number, and no month gets a second one.
 *
 * @param {Rule} rule @param {string} before @param {string} after @returns {Partial<RuleContent>}
 */
function onAnotherDay(rule, before, after) {
  if (rule.frequency !== 'monthly' || rule.weekday || !rule.last) return {};
  if (before === after || before.slice(0, 7) !== after.slice(0, 7)) return {};
  const { day } = parts(after);
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
