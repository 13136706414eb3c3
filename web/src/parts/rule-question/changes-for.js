/** What of an edit of an expense its rule could say from now on. */
import { onAnotherDay } from '../../data/another-day.js';
import { parts } from '../../writing/dates.js';

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
  return { ...changes, ...onDayOf(rule, before.date, after.date) };
}

/**
 * A day of the month that moved within its month; of other days it can't be told what is meant.
 *
 * @param {Rule} rule @param {string} before @param {string} after @returns {Partial<RuleContent>}
 */
function onDayOf(rule, before, after) {
  const isMoved = before !== after && before.slice(0, 7) === after.slice(0, 7);
  return isMoved ? onAnotherDay(rule, parts(after).day) : {};
}
