/** What is known of a ledger when a file is read into it, from its records as the API gives them. */
import { chosenBefore } from './chosen-before.js';
import { foldedPayee } from './folding.js';
import { purchaseIn } from './purchases.js';

/**
 * @param {object} ledger
 * @param {readonly import('../types.js').Category[]} ledger.categories
 * @param {readonly {payee: string, category: string}[]} ledger.payees what was taught of payees
 * @param {readonly import('../types.js').Expense[]} ledger.expenses around the days of the file, newest first
 * @param {readonly {id: string, name: string}[]} ledger.payers of a shared one: who can have paid
 * @returns {import('./import-plan.js').Known}
 */
export function knownOf({ categories, payees, expenses, payers }) {
  const open = new Set(categories.filter(({ archived }) => !archived).map(({ id }) => id));
  // What was taught or chosen may be archived since.
  const rules = new Map(
    payees
      .filter(({ category }) => open.has(category))
      .map(({ payee, category }) => [foldedPayee(payee), category]),
  );
  return {
    categories,
    rule: (payee) => rules.get(payee),
    before: chosenBefore(expenses.filter(({ category }) => open.has(category))),
    purchaseOf: purchaseIn(expenses.filter(({ kind }) => kind !== 'refund')),
    payers,
  };
}
