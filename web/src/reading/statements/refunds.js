/** The refunds of a file, tied to the purchases in it. */
import { purchaseIn } from '../purchases.js';

/** @typedef {import('./statement.js').Item} Item */

/**
 * A credit with the reference of a purchase gives that purchase back, also where no word says so.
 *
 * @param {import('./statement.js').Statement} statement
 * @param {readonly Item[]} credits left out as money in; those that are refunds move there
 */
export function tieRefunds(statement, credits) {
  const purchaseOf = purchaseIn(statement.expenses);
  const given = new Set();
  for (const credit of credits) if (purchaseOf(credit)) given.add(credit.row);
  statement.left_out = statement.left_out.filter(({ row }) => !given.has(row));
  statement.refunds.push(...credits.filter(({ row }) => given.has(row)));
  for (const refund of statement.refunds) {
    const purchase = purchaseOf(refund);
    if (purchase) Object.assign(refund, { of: purchase.date, purchase_row: purchase.row });
  }
}
