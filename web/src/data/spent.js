/**
 * What an expense adds to what was spent: a refund, whose amount is positive too, takes away.
 *
 * @param {Pick<import('../types.js').Expense, 'kind' | 'amount_paise'>} expense
 * @returns {number} paise
 */
export const spentPaise = ({ kind, amount_paise }) =>
  kind === 'refund' ? -amount_paise : amount_paise;
