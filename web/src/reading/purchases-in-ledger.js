/**
 * What the rows of a file give back, where its purchase is in the ledger already or comes with them.
 *
 * @typedef {import('./import-plan.js').Found} Found
 * @typedef {import('./import-plan.js').Known} Known
 * @typedef {import('./import-plan.js').PlanRow} PlanRow
 */

/** Why most of what came in is left out. */
const MONEY_IN = 'money in';

/** @param {Found} row */
const mayGiveBack = ({ kind }) => kind === 'refund' || kind === 'left out';

/** @param {Found} row @param {Known} known @returns {Found} */
export const withPurchase = (row, { purchaseOf }) =>
  mayGiveBack(row) && row.item ? { ...row, purchase: purchaseOf?.(row.item) } : row;

/** What came in is a refund also where its purchase is in the ledger alone. @param {Found} row @returns {Found} */
export function asRefund(row) {
  const { purchase } = row;
  if (!purchase || row.reason !== MONEY_IN) return row;
  // As is what reaches the other account, or another member, of what one sent.
  const isWhole = purchase.amount_paise === row.item?.amount_paise;
  const doubts = isWhole
    ? [...row.doubts, 'it may be the other side of a payment, no refund']
    : row.doubts;
  return { ...row, kind: 'refund', reason: '', doubts };
}

/**
 * A refund names its purchase by the id that this has in the ledger, or else gets; by none where the purchase
 * isn't imported.
 *
 * @param {readonly PlanRow[]} rows
 * @param {readonly Found[]} found
 */
export function tieToPurchases(rows, found) {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const { line, item, purchase: inLedger } of found.filter(mayGiveBack)) {
    const refund = byLine.get(line);
    if (refund?.kind !== 'refund' || !refund.expense) continue;
    const inFile = byLine.get(item?.purchase_row ?? -1);
    const id =
      item?.purchase_id ??
      inLedger?.id ??
      (inFile?.kind === 'expense' ? inFile.expense?.id : undefined);
    if (id) refund.expense.purchase = id;
    if (inLedger) refund.expense.of ??= inLedger.date;
  }
}
