/** What of an edit of an expense its rule could say from now on. */

/**
 * @typedef {import('../../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('../../types.js').RuleContent} RuleContent
 *
 * @param {RuleContent} rule
 * @param {ExpenseFields} before
 * @param {ExpenseFields} after
 * @returns {Partial<RuleContent>} what changed; not the date, nor an amount that is asked each time
 */
export function changesFor(rule, before, after) {
  /** @type {Partial<RuleContent>} */
  const changes = {};
  if (rule.amount_paise !== null && after.amount_paise !== before.amount_paise)
    changes.amount_paise = after.amount_paise;
  if (after.category !== before.category) changes.category = after.category;
  if (after.description !== before.description) changes.description = after.description;
  if (String([...after.tags].sort()) !== String([...before.tags].sort())) changes.tags = after.tags;
  return changes;
}
