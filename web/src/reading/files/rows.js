/**
 * From the rows of a file to expenses: which rows are spending, which are not, and which cannot be read.
 */
import { readAmount } from './amounts.js';
import { readDate } from './dates.js';
import { isId } from './identity.js';
import { plainText } from './neutral-text.js';
import { LEFT_OUT_TYPES, typeOf } from './transaction-types.js';

/**
 * @typedef {import('./columns.js').Role} Role
 * @typedef {import('./amounts.js').Amount} Amount
 *
 * @typedef {'income' | 'transfer' | 'credit' | 'zero' | 'type'} LeftOutReason why a row is no expense
 * @typedef {'date' | 'amount' | 'no-amount' | 'too-fine' | 'too-large' | 'currency' |
 *   'description' | 'repeated-id'} RefusedReason why a row cannot be read
 *
 * @typedef {object} Reading how to read the rows
 * @property {readonly Role[]} roles
 * @property {import('./dates.js').DateOrder} order
 * @property {1 | -1} spendingSign the sign that spending has in a column of signed amounts
 * @property {Readonly<Record<string, boolean>>} countedTypes whether rows of a type, by its plain
 *   name, are spending; types not listed count as their name says
 *
 * @typedef {object} ReadExpense
 * @property {number} line where the row begins in the file, from 1
 * @property {readonly string[]} cells
 * @property {string | null} id from the file, where it has one
 * @property {string} date
 * @property {number} amount_paise
 * @property {string} category as the file calls it; may be empty
 * @property {string} description
 * @property {string[]} tags
 *
 * @typedef {{line: number, cells: readonly string[], reason: LeftOutReason}} LeftOut
 * @typedef {{line: number, cells: readonly string[], reason: RefusedReason}} Refused
 * @typedef {{expenses: ReadExpense[], leftOut: LeftOut[], refused: Refused[]}} ReadLedger
 */

/** The API's limits. */
const LONGEST_DESCRIPTION = 500;
const MOST_TAGS = 10;
const LONGEST_TAG = 32;

/**
 * @param {readonly (readonly string[])[]} rows below the header
 * @param {Reading} reading
 * @param {number} firstLine the line of the first of them
 * @returns {ReadLedger}
 */
export function readLedger(rows, reading, firstLine) {
  /** @type {ReadLedger} */
  const ledger = { expenses: [], leftOut: [], refused: [] };
  const ids = new Set();
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const line = firstLine + index;
    const result = readRow(cells, reading);
    if ('leftOut' in result) {
      ledger.leftOut.push({ line, cells, reason: result.leftOut });
    } else if ('refused' in result) {
      ledger.refused.push({ line, cells, reason: result.refused });
    } else if (result.id && ids.has(result.id)) {
      ledger.refused.push({ line, cells, reason: 'repeated-id' });
    } else {
      if (result.id) ids.add(result.id);
      ledger.expenses.push({ line, cells, ...result });
    }
  });
  return ledger;
}

/**
 * @param {readonly string[]} cells
 * @param {Reading} reading
 * @returns {{leftOut: LeftOutReason} | {refused: RefusedReason} | Omit<ReadExpense, 'line' | 'cells'>}
 */
function readRow(cells, { roles, order, spendingSign, countedTypes }) {
  const all = (/** @type {Role} */ role) => cellsOf(cells, roles, role);
  const one = (/** @type {Role} */ role) => all(role)[0] ?? '';

  const kind = typeOf(one('type'));
  const counts = countedTypes[kind.name] ?? !LEFT_OUT_TYPES.has(kind.type);
  if (!counts) {
    return { leftOut: LEFT_OUT_TYPES.has(kind.type) ? /** @type {any} */ (kind.type) : 'type' };
  }
  const currency = one('currency')
    .replace(/[^\p{L}₹]/gu, '')
    .toUpperCase();
  if (currency && !['INR', 'RS', '₹', 'RUPEES'].includes(currency)) return { refused: 'currency' };

  const date = readDate(one('date'), order);
  const amount = roles.includes('debit')
    ? pairedAmount(one('debit'), one('credit'))
    : singleAmount(one('amount'), kind.type === 'expense' ? null : spendingSign);
  if (typeof amount === 'object' && 'leftOut' in amount) return date ? amount : { refused: 'date' };
  if (date === null) return { refused: 'date' };
  if (typeof amount === 'object') return amount;

  const description = all('description').map(plainText).filter(Boolean).join(' · ');
  if ([...description].length > LONGEST_DESCRIPTION) return { refused: 'description' };
  const id = one('id').toLowerCase();
  return {
    id: isId(id) ? id : null,
    date,
    amount_paise: amount,
    category: plainText(one('category')),
    description,
    tags: readTags(all('tags')),
  };
}

/**
 * @param {readonly string[]} cells
 * @param {readonly Role[]} roles
 * @param {Role} role
 */
function cellsOf(cells, roles, role) {
  return roles.flatMap((its, column) => (its === role ? [(cells[column] ?? '').trim()] : []));
}

/**
 * @param {string} debit
 * @param {string} credit
 * @returns {number | {leftOut: LeftOutReason} | {refused: RefusedReason}} paise
 */
function pairedAmount(debit, credit) {
  const out = readAmount(debit);
  const into = readAmount(credit);
  if (typeof out === 'object' && out.paise > 0) {
    return out.sign < 0 && typeof into !== 'object' && !allNegative(debit)
      ? { leftOut: 'credit' }
      : out.paise;
  }
  if (typeof into === 'object' && into.paise > 0) return { leftOut: 'credit' };
  if (typeof out === 'object' || typeof into === 'object') return { leftOut: 'zero' };
  return refusal(out === 'empty' ? into : out);
}

/** Some banks print every debit with a minus. @param {string} debit */
const allNegative = (debit) => /^[-−–]/u.test(debit.trim());

/**
 * @param {string} text
 * @param {1 | -1 | null} spendingSign null where the row's type says that it is spending
 * @returns {number | {leftOut: LeftOutReason} | {refused: RefusedReason}} paise
 */
function singleAmount(text, spendingSign) {
  const amount = readAmount(text);
  if (typeof amount === 'string') return refusal(amount);
  if (amount.paise === 0) return { leftOut: 'zero' };
  if (amount.side) return amount.side === 'debit' ? amount.paise : { leftOut: 'credit' };
  if (spendingSign === null) return amount.paise;
  return amount.sign === spendingSign ? amount.paise : { leftOut: 'credit' };
}

/**
 * @param {'empty' | 'unreadable' | 'too-fine' | 'too-large'} problem
 * @returns {{refused: RefusedReason}}
 */
function refusal(problem) {
  if (problem === 'empty') return { refused: 'no-amount' };
  return { refused: problem === 'unreadable' ? 'amount' : problem };
}

/**
 * Tags are labels: more or longer ones than the API takes are cut.
 *
 * @param {readonly string[]} cells `a; b`, a backslash before a semicolon that belongs to a tag
 */
function readTags(cells) {
  const tags = cells
    .flatMap((cell) => cell.match(/(?:\\.|[^;\\])+/gu) ?? [])
    .map((tag) => plainText(tag.replace(/\\(.)/gu, '$1')).toLowerCase())
    .map((tag) => [...tag].slice(0, LONGEST_TAG).join('').trim())
    .filter(Boolean);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

/**
 * The sign that spending has: the more frequent one, for a ledger holds more purchases than income.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly Role[]} roles
 * @returns {{sign: 1 | -1, mixed: boolean}} mixed where both signs occur
 */
export function detectSpendingSign(rows, roles) {
  const count = { 1: 0, '-1': 0 };
  for (const cells of rows) {
    const amount = readAmount(cellsOf(cells, roles, 'amount')[0] ?? '');
    if (typeof amount === 'object' && amount.paise > 0 && !amount.side) count[amount.sign] += 1;
  }
  const mixed = count['1'] > 0 && count['-1'] > 0;
  return { sign: count['-1'] > count['1'] ? -1 : 1, mixed };
}
