/** One row of a table as what it says: day, amount, which way the money went, words. */
import { cut, tidied } from '../folding.js';
import { readAmountCell } from './cell-amounts.js';
import { readDateCell } from './cell-dates.js';
import { said } from './evidence.js';
import { plainReference, referenceOf } from './narration.js';
import { restored } from '../neutral-text.js';
import {
  saysBalance,
  saysPlanned,
  saysSection,
  saysTotal,
  sideOf,
  statusOf,
  typeOf,
} from './row-words.js';

/**
 * @typedef {import('./column-names.js').Role} Role
 * @typedef {object} Entry what one row says
 * @property {number} row its line in the file
 * @property {string[]} cells
 * @property {string[]} key what makes its id
 * @property {string} date
 * @property {number} paise
 * @property {boolean} [isShare] whether the amount is a person's share of it
 * @property {1 | -1} sign of the amount as written
 * @property {boolean} plus an explicit plus sign
 * @property {'debit' | 'credit' | null} side by its columns or its words
 * @property {number | null} balance
 * @property {string | null} currency
 * @property {string} text description
 * @property {string} payee of a column of its own
 * @property {string} category of a column of its own
 * @property {string | null} reference
 * @property {string[]} doubts
 *
 * @typedef {{entry: Entry} | {refused: string} | {noRow: true} | {continues: string} | {leftOut: string, balance?: number | null}} RowReading
 */

/** Characters, as the API counts them. */
const LONGEST_TEXT = 500;

/** What left one account and reached another in the same row. */
const BETWEEN_ACCOUNTS = 'transfer to oneself';
const BOTH_SIDES = 'both a debit and a credit';

const WHY = /** @type {Record<string, string>} */ ({
  unreadable: 'amount that can’t be read',
  'too-fine': 'amount with more than two decimals',
  'too-large': 'amount that is too large',
  empty: 'no amount',
});
/** Why a row is refused that may go on with the day above it. */
export const NO_DATE = 'no date';

/**
 * @param {string[]} cells
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {import('./cell-dates.js').DateOrder} order
 * @param {{row: number, key: string[], own: boolean}} from own: the app's own export
 * @returns {RowReading}
 */
export function readRecord(cells, columns, order, { row, key, own }) {
  const all = (/** @type {Role} */ role) =>
    columns.flatMap((column, index) =>
      column.role === role ? [said(column, (cells[index] ?? '').trim())] : [],
    );
  const one = (/** @type {Role} */ role) => all(role).find(Boolean) ?? '';
  const plain = (/** @type {string} */ cell) => tidied(own ? restored(cell) : cell);
  const words = textOf((role) => all(role).map(plain));
  const text = cut(words, LONGEST_TEXT);
  const date = readDateCell(one('date'), order, one('zone'));
  const currency = currencyOf(one('currency'));
  const money = inRupees(moneyOf(one), currency, one('base'));
  const balance = balanceOf(one('balance'), one('balance_side'));

  if (date === null) return withoutDate(one, money, text, cells);
  if (saysTotal(text) && !saysBalance(text)) return { noRow: true };
  if (typeof money === 'string') {
    if (money === BETWEEN_ACCOUNTS) return { leftOut: money };
    const nothing = money === WHY.empty;
    // A day above its payments.
    if (nothing && cells.filter(Boolean).length === 1) return { noRow: true };
    if (nothing && typeOf(one('type')) === 'transfer') return { leftOut: BETWEEN_ACCOUNTS };
    // An amount in a column that isn't known is no lack of an amount.
    const isOther = all('ignore').some((cell) => /^\D{0,4}\d[\d,]*\.\d{2}\D{0,5}$/u.test(cell));
    // What all debits and all credits come to may stand beside it.
    if ((nothing || money === BOTH_SIDES) && saysBalance(text)) return { leftOut: 'balance' };
    if (nothing && balance !== null && !isOther) return { leftOut: 'balance', balance };
    return { refused: money };
  }
  return {
    entry: {
      row,
      cells,
      key,
      date,
      paise: money.paise,
      sign: money.sign,
      plus: money.plus,
      side: money.side,
      balance,
      currency: money.isConverted ? 'INR' : (currency ?? money.currency),
      text,
      payee: plain(one('payee')),
      category: plain(one('category')),
      reference: own
        ? plain(one('reference')) || null
        : referenceOf(text, all('reference').map(plainReference)),
      doubts:
        text === words ? [] : [`its text is longer than ${LONGEST_TEXT} characters: it is cut`],
    },
  };
}

/** @param {(role: Role) => string} one @param {ReturnType<typeof moneyOf>} money @param {string} text @param {string[]} cells @returns {RowReading} */
function withoutDate(one, money, text, cells) {
  const written = one('date');
  const filled = cells.filter(Boolean).length;
  if (typeof money === 'object' && [one('category'), one('subcategory')].some(saysBalance))
    return { leftOut: 'balance' };
  const isUnpaid = cells.some(saysPlanned) || statusOf(one('status')) === 'not completed';
  if (typeof money === 'object' && isUnpaid) return { leftOut: 'not completed' };
  if ([text, written].some((said) => saysTotal(said) || saysBalance(said))) return { noRow: true };
  if (typeof money === 'string' && saysSection(text)) return { noRow: true };
  if (written === '' && typeof money === 'string' && text !== '' && filled === 1)
    return { continues: text };
  if (typeof money === 'object') {
    if (money.paise === 0 && text === '') return { noRow: true };
    const likeDate =
      typeof readAmountCell(written) === 'string' &&
      /\d.*\d/u.test(written) &&
      /[-/. ]/u.test(written);
    if (likeDate) return { refused: 'date that can’t be read' };
    if (written === '') return text === '' ? { noRow: true } : { refused: NO_DATE };
    return !/\p{L}{2}/u.test(text) || filled < 3
      ? { noRow: true }
      : { refused: 'date that can’t be read' };
  }
  return { noRow: true };
}

/** @param {(role: Role) => string[]} all */
function textOf(all) {
  const main = [...all('payee'), ...all('description'), ...all('details'), ...all('note')];
  return [...new Set(main.filter(Boolean))].join(' · ');
}

/**
 * @param {(role: Role) => string} one
 * @returns {Pick<Entry, 'paise' | 'sign' | 'plus' | 'side' | 'currency'> | string} text: why it isn't one
 */
function moneyOf(one) {
  const [debit, credit] = [readAmountCell(one('debit')), readAmountCell(one('credit'))];
  const isPair = one('debit') !== '' || one('credit') !== '';
  if (!isPair) {
    const amount = readAmountCell(one('amount'));
    if (typeof amount === 'string') return WHY[amount];
    return { ...amount, side: sideOf(one('side')) ?? amount.side };
  }
  for (const cell of [debit, credit])
    if (typeof cell === 'string' && cell !== 'empty') return WHY[cell];
  const out = typeof debit === 'object' ? debit : null;
  const into = typeof credit === 'object' ? credit : null;
  if (out?.paise && into?.paise) return out.paise === into.paise ? BETWEEN_ACCOUNTS : BOTH_SIDES;
  const amount = out?.paise ? out : (into ?? out);
  if (!amount) return WHY.empty;
  const side = amount === out ? 'debit' : 'credit';
  return { ...amount, plus: false, side: amount.paise === 0 ? null : side };
}

/**
 * What was paid in another currency, as the file itself has it in rupees.
 *
 * @param {ReturnType<typeof moneyOf>} money
 * @param {string | null} currency
 * @param {string} base
 * @returns {(Exclude<ReturnType<typeof moneyOf>, string> & {isConverted: boolean}) | string}
 */
function inRupees(money, currency, base) {
  if (typeof money === 'string') return money;
  const rupees = readAmountCell(base);
  const isConverted = currency !== null && currency !== 'INR' && typeof rupees === 'object';
  return isConverted ? { ...money, paise: rupees.paise, isConverted } : { ...money, isConverted };
}

/** @param {string} cell @param {string} side @returns {number | null} paise, negative where it is owed */
function balanceOf(cell, side) {
  const amount = readAmountCell(cell);
  if (typeof amount === 'string') return null;
  const said = sideOf(side) ?? amount.side;
  return said === 'debit' ? -amount.paise : amount.paise * amount.sign;
}

/** @param {string} cell @returns {string | null} */
export function currencyOf(cell) {
  // GnuCash: `CURRENCY::INR`.
  const code = cell
    .replace(/^currency::/iu, '')
    .replace(/[^\p{L}₹$€£]/gu, '')
    .toUpperCase();
  if (code === '') return null;
  return ['INR', 'RS', '₹', 'RUPEES', 'RUPEE', 'INDIANRUPEE', 'INRINDIANRUPEE'].includes(code)
    ? 'INR'
    : code;
}
