/**
 * The ledger as CSV (RFC 4180) that imports back identically, and that a spreadsheet opens without
 * running any of it.
 */
import { plainAmount } from '../../reading/money.js';
import { neutralised } from '../../reading/neutral-text.js';

/**
 * By these names the reader of statements knows the app's own file. They are part of the format, not of the
 * page's texts.
 */
const COLUMNS = 'Date Amount Kind Category Description Tags Currency Reference Id'
  .split(' ')
  .concat('Refund of');

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * @param {readonly import('../../types.js').Expense[]} expenses
 * @param {(id: string) => string} categoryName
 * @param {(id: string) => string} [memberName] of a shared ledger: the file says who paid then
 * @returns {string}
 */
export function toCsv(expenses, categoryName, memberName) {
  const rows = expenses.map((expense) => [
    expense.date,
    plainAmount(expense.amount_paise, { always: true }),
    expense.kind ?? 'expense',
    neutralised(categoryName(expense.category)),
    neutralised(expense.description),
    neutralised(expense.tags.map(escapedTag).join('; ')),
    'INR',
    neutralised(expense.reference ?? ''),
    expense.id,
    expense.of ?? '',
    ...(memberName ? [neutralised(memberName(expense.by ?? ''))] : []),
  ]);
  return table([[...COLUMNS, ...(memberName ? ['Paid by'] : [])], ...rows]);
}

/** @param {string} tag */
const escapedTag = (tag) => tag.replace(/[;\\]/gu, '\\$&');

/**
 * Any rows as CSV text.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n';
}

/** @param {string} cell */
function quoted(cell) {
  return /[",\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
