/** What a row is: expense, refund, or left out, and for which reason. */
import { accountOf } from './double-entry.js';
import {
  isNone,
  isLoanCategory,
  isTransferCategory,
  saysBalance,
  saysCardBill,
  saysCardPayment,
  saysFailed,
  saysIncome,
  saysLoan,
  saysPot,
  saysRefund,
  saysSelf,
  saysSettlement,
  statusOf,
  typeOf,
} from './row-words.js';

/**
 * @typedef {'expense' | 'refund' | {leftOut: string}} Kind
 * @typedef {object} Evidence
 * @property {string} text narration and the like
 * @property {boolean | null} out whether the money went out
 * @property {number} paise
 * @property {number | null} balance after it
 * @property {1 | -1} sign as written
 * @property {'debit' | 'credit' | null} side by its columns or its words
 * @property {string | null} currency
 * @property {string} status
 * @property {string} type
 * @property {string} category
 * @property {string} subcategory
 * @property {string} expenseFlag
 * @property {string} excludedFlag
 * @property {string} incomeFlag
 * @property {string} transferFlag
 * @property {boolean} isGivenBack by a column that tells nothing else
 * @property {boolean} [isShare] the amount is a person's share of it
 * @property {boolean} isCard the file is a card's statement
 * @property {boolean} isOfGroup the file is of people who share what they spend
 */

const isNo = (/** @type {string} */ cell) => /^(no|n|false|0)$/iu.test(cell);
const isYes = (/** @type {string} */ cell) => /^(yes|y|true|1|x)$/iu.test(cell);

/** By yes or no, or by the name of another account. @param {string} cell */
const isMoved = (cell) => /[\p{L}\p{N}]/u.test(cell) && !isNo(cell) && !isNone(cell);

/**
 * @param {Evidence} row
 * @param {{spendingSign: 1 | -1}} file
 * @returns {Kind}
 */
export function kindOf(row, { spendingSign }) {
  if (row.status && statusOf(row.status) === 'not completed') return { leftOut: 'not completed' };
  // A balance beside it would tell.
  if (row.out !== false && row.balance === null && saysFailed(row.text))
    return { leftOut: 'not completed' };
  const type = believedType(row);
  if (type === 'balance' || [row.text, row.category, row.subcategory].some(saysBalance))
    return { leftOut: 'balance' };
  if (isNo(row.expenseFlag)) return notByItsWord(row);
  const account = accountOf(row.category)?.class;
  const isTransfer = type === 'transfer' || isMoved(row.transferFlag) || account === 'own';
  if (isTransfer || isTransferCategory(row.category))
    return { leftOut: row.isOfGroup ? 'settlement' : 'transfer to oneself' };
  if (isYes(row.excludedFlag) || type === 'loan' || isLoanCategory(row.category))
    return notByItsWord(row);
  if (type === 'settlement' || saysSettlement(row.text, row.category))
    return { leftOut: 'settlement' };
  if (type === 'bill' && !saysLoan(`${row.text} ${row.category}`))
    return { leftOut: "payment of a card's bill" };
  if (type === 'income' || isYes(row.incomeFlag) || (account === 'income' && row.out === false))
    return /^refunds?\b/iu.test(row.category) ? refundOf(row) : { leftOut: 'money in' };
  if (row.currency && row.currency !== 'INR') return { leftOut: 'another currency' };
  if (row.paise === 0) return { leftOut: row.isShare ? 'no share of yours' : 'of zero' };
  if (type === 'refund') return 'refund';
  if (type === 'expense') return row.sign === spendingSign ? 'expense' : 'refund';
  // Only an account has pots, and one that is of a category was bought.
  const isPot = row.side !== null && saysPot(row.text, row.category);
  const own = saysSelf(row.text) || /self transfer/iu.test(row.category);
  if (own || isPot) return { leftOut: 'transfer to oneself' };
  if (row.out === false) {
    if (saysCardBill(row.text)) return { leftOut: "payment of a card's bill" };
    if (row.isCard)
      return saysCardPayment(row.text) && !saysRefund(row.text)
        ? { leftOut: "payment of a card's bill" }
        : 'refund';
    // In a column of positive spending, a minus takes an expense back.
    if (row.sign < 0 && !saysIncome(`${row.text} ${row.category}`)) return refundOf(row);
    const isOfExpense = account === 'expense' || isYes(row.expenseFlag);
    return isOfExpense || row.isGivenBack || [row.text, row.category].some(saysRefund)
      ? refundOf(row)
      : { leftOut: 'money in' };
  }
  if (!row.isCard && (saysCardBill(row.text) || saysCardBill(row.category)))
    return { leftOut: "payment of a card's bill" };
  return 'expense';
}

/** @param {Evidence} row @returns {Kind} */
const notByItsWord = ({ incomeFlag, out }) => ({
  leftOut:
    isYes(incomeFlag) || out === false ? 'money in' : "not an expense by the file's own word",
});

/**
 * A bank's type is how the money went: a `Transfer Debit` goes to anybody, and a purchase that was
 * credited came back.
 *
 * @param {Evidence} row
 */
function believedType({ type, side, out }) {
  const told = typeOf(type);
  if (side === null) return told;
  if (told === 'transfer')
    return saysSelf(type) || /\bself\b|^contra$/iu.test(type) ? told : 'unknown';
  if (told === 'expense' && out === false) return 'refund';
  return told === 'income' && out ? 'unknown' : told;
}

/** @param {Evidence} row @returns {Kind} */
const refundOf = (row) =>
  row.currency && row.currency !== 'INR' ? { leftOut: 'another currency' } : 'refund';
