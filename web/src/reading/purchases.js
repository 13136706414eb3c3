/** Which purchase a refund gives back: the one with its bank reference, of no less and not long before. */

/** @typedef {{reference?: string | null, date: string, amount_paise: number}} Payment */

const MOST_DAYS = 400;

/**
 * @template {Payment} P
 * @param {readonly P[]} purchases the last of those with one reference counts
 * @returns {(refund: Payment) => P | undefined}
 */
export function purchaseIn(purchases) {
  const known = new Map(purchases.flatMap((one) => (one.reference ? [[one.reference, one]] : [])));
  return ({ reference, date, amount_paise }) => {
    const purchase = reference ? known.get(reference) : undefined;
    if (!purchase || amount_paise > purchase.amount_paise) return undefined;
    const days = (Date.parse(date) - Date.parse(purchase.date)) / 864e5;
    return days >= 0 && days <= MOST_DAYS ? purchase : undefined;
  };
}
