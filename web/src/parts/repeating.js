/** What an expense has to do with recurring ones: it can become one, or a rule recorded it. */
import { go } from '../data/router.js';
import { store } from '../data/store.js';
import { addDays, addMonths, parts } from '../writing/dates.js';

/** @typedef {import('../types.js').Expense} Expense */

/** Open the form of a rule for an expense that comes again. @param {Expense} expense */
export function repeat({ description, amount_paise, category, tags, date }) {
  const next = addMonths(date, 1);
  const { today } = store.state;
  store.recurring.begin({
    description,
    amount_paise,
    category,
    tags,
    frequency: 'monthly',
    day: parts(date).day,
    start: next > today ? next : addDays(today, 1),
  });
  go('recurring');
}

/**
 * Of one that a rule recorded, ask whether those that come follow.
 *
 * @param {Expense} expense as it was
 * @param {import('../types.js').ExpenseFields | null} fields as it is now; null: deleted
 */
export async function askAboutNext(expense, fields) {
  if (!expense.rule) return;
  try {
    const { askOfRule } = await import('./rule-question/rule-question.js');
    await askOfRule(expense, fields);
  } catch {
    // The expense is as was said; without the network the rule stays as it is.
  }
}
