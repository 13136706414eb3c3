/**
 * The form of an expense's refund: of the whole, to be made less where only a part comes back.
 *
 * @param {import('../../types.js').Expense} purchase
 * @param {string} today
 * @returns {import('../../data/store/telling.js').Form}
 */
export function refundForm(purchase, today) {
  const { id, amount_paise, category, description, tags } = purchase;
  return {
    fields: { kind: 'refund', of: id, date: today, amount_paise, category, description, tags },
    fresh: true,
    purchase,
  };
}

/**
 * How much of a purchase a refund gives back.
 *
 * @param {number | null} refunded paise
 * @param {number} paid paise
 * @param {number} [before] paise that came back already
 * @returns {{share: 'none' | 'whole' | 'rest' | 'part' | 'more', left: number}}
 *   `left`: paise that stay spent
 */
export function shareOf(refunded, paid, before = 0) {
  const left = Math.max(paid - before - (refunded ?? 0), 0);
  if (refunded === null) return { share: 'none', left };
  if (refunded + before === paid) return { share: before ? 'rest' : 'whole', left };
  return { share: refunded + before < paid ? 'part' : 'more', left };
}
