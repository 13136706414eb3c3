/** Which purchase a refund gives back. */

/** @typedef {import('./statement.js').Item} Item */

const MOST_DAYS = 400;

/**
 * A credit with the reference of a purchase gives that purchase back, also where no word says so.
 *
 * @param {import('./statement.js').Statement} statement
 * @param {readonly Item[]} credits left out as money in; those that are refunds move there
 */
export function tieRefunds(statement, credits) {
  const purchases = new Map(
    statement.expenses.flatMap((item) => (item.reference ? [[item.reference, item]] : [])),
  );
  const purchaseOf = (/** @type {Item} */ { reference, date, amount_paise }) => {
    const purchase = reference ? purchases.get(reference) : undefined;
    if (!purchase || amount_paise > purchase.amount_paise) return undefined;
    const days = (Date.parse(date) - Date.parse(purchase.date)) / 864e5;
    return days >= 0 && days <= MOST_DAYS ? purchase : undefined;
  };
  const given = new Set();
  for (const credit of credits) if (purchaseOf(credit)) given.add(credit.row);
  statement.left_out = statement.left_out.filter(({ row }) => !given.has(row));
  statement.refunds.push(...credits.filter(({ row }) => given.has(row)));
  for (const refund of statement.refunds) {
    const purchase = purchaseOf(refund);
    if (purchase) Object.assign(refund, { of: purchase.date, purchase_row: purchase.row });
  }
}
