/** What a row's columns say of its kind. */
import { plainName } from './column-names.js';
import { isAside, saysIncome, saysLoan, sideOf, typeOf } from './row-words.js';

/** @typedef {import('./table-reading.js').At} At */

/** Columns that tell a kind, of which another one may have been taken for it. */
const OF_KIND = /^(kind|type|status|remarks?|(nature of )?transaction|transaction type)$/u;
/** No more than the word: an offer tells of cashback, too. */
const GIVEN_BACK = /^(toll )?(refund(ed)?|revers(al|ed)|cash ?back|charge ?back)$/iu;

/**
 * Whether a column that tells nothing else calls a row given back.
 *
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 */
export function givenBack(columns, names) {
  const telling = columns.map(
    ({ role }, column) =>
      ['ignore', 'extra'].includes(role) && OF_KIND.test(plainName(names[column] ?? '')),
  );
  return (/** @type {readonly string[]} */ cells) =>
    cells.some((cell, column) => telling[column] && GIVEN_BACK.test(cell.trim()));
}

/**
 * What a cell says in its column: of categories among which there are refunds, only those tell a kind; and
 * `n` is a no where the name asks for one, and else a status that isn't known.
 *
 * @param {import('./columns.js').Taken | undefined} column
 * @param {string} cell
 */
export function said(column, cell) {
  if (column?.asidesOnly) return isAside(cell) ? cell : '';
  return column?.ofPayment && /^n$/iu.test(cell) ? 'no' : cell;
}

/** Among withdrawals and deposits stand transfers, too. @param {readonly string[]} cells @param {At} at */
export function typeIn(cells, at) {
  const side = at(cells, 'side');
  const beside = sideOf(side) ? '' : side;
  return typeOf(beside) === 'unknown' ? at(cells, 'type') || beside : beside;
}

/** @param {import('./records.js').Entry} entry @param {At} at */
export const evidenceIn = (entry, at) => ({
  ...entry,
  type: typeIn(entry.cells, at),
  status: at(entry.cells, 'status'),
  subcategory: at(entry.cells, 'subcategory'),
  expenseFlag: at(entry.cells, 'expense_flag'),
  excludedFlag: at(entry.cells, 'excluded_flag'),
  incomeFlag: at(entry.cells, 'income_flag'),
  transferFlag: at(entry.cells, 'transfer_flag'),
});

/** `Inflow: Ready to Assign` is YNAB's category of all that came in to be spent. */
const INFLOW = /^(inflow\b|ready to assign$|to be budgeted$)/iu;
/** Money Lover has a category of each side of what was lent and borrowed. */
const LENT_BACK = /^debt collection$/iu;
const LENT = /^(debt collection|loan|debt|repayment)$/iu;

/** Who lends for a living is paid back. */
const LENDER = /\b(bank|finance|finserv|hdfc|icici|sbi|axis|kotak|bajaj|lic|instal+ments?)\b/iu;

/**
 * What a file's categories tell of each other: where income has one of its own, what came into another in
 * which something was spent came back; and where there is one of debts that were collected, a loan was lent.
 *
 * @param {readonly {category: string}[]} entries
 * @param {readonly (boolean | null)[]} out
 * @returns {(entry: {category: string, text: string}) => {isGivenBack: boolean, isLent: boolean}} of a row
 */
export function amongCategories(entries, out) {
  const hasInflow = entries.some(({ category }) => INFLOW.test(category));
  const spent = new Set(entries.filter((_, at) => out[at]).map(({ category }) => category));
  const hasLent = entries.some(({ category }) => LENT_BACK.test(category));
  return ({ category, text }) => ({
    isGivenBack:
      hasInflow &&
      category !== '' &&
      spent.has(category) &&
      !/^savings?\b/iu.test(category) &&
      !INFLOW.test(category) &&
      !saysIncome(`${text} ${category}`),
    isLent: hasLent && LENT.test(category) && !saysLoan(text) && !LENDER.test(text),
  });
}

const WHOLE_BILL =
  /^(?:credit )?(?:card )?(?:bill )?payment(?: (?:received|successful|thank you))?$/iu;

/**
 * Among a card's purchases by their type, what is of the type `Payment` and says nothing else paid its bill.
 *
 * @template {{cells: readonly string[], text: string}} E
 * @param {readonly E[]} entries
 * @param {At} at
 * @returns {(entry: E) => boolean}
 */
export function billsAmong(entries, at) {
  const hasPurchases = entries.some(({ cells }) => /^purchases?$/iu.test(typeIn(cells, at)));
  return ({ cells, text }) =>
    hasPurchases && /^payments?$/iu.test(typeIn(cells, at)) && WHOLE_BILL.test(text);
}
