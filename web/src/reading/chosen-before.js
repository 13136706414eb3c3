/** What a person chose for a payee before says what the next one is. */
import { foldedPayee } from './folding.js';
import { payeeOf } from './payees.js';

/** So long before, in days. */
export const DAYS_BEFORE = 180;
/** Where nothing else is known; nobody has to have chosen it. */
const NONE = 'other';

/**
 * @param {readonly Pick<import('../types.js').Expense, 'description' | 'category'>[]} expenses newest first
 * @returns {(payee: string) => string | undefined} the category last chosen for a payee, folded
 */
export function chosenBefore(expenses) {
  /** @type {Map<string, string>} */
  const categories = new Map();
  for (const { description, category } of expenses) {
    const payee = foldedPayee(payeeOf(description));
    if (payee && category !== NONE && !categories.has(payee)) categories.set(payee, category);
  }
  return (payee) => categories.get(payee);
}
