/** What a row's columns say of its kind. */
import { sideOf, typeOf } from './row-words.js';

/** @typedef {import('./table-reading.js').At} At */

/** The words of columns that tell nothing else: the kind of a payment may be among them. @param {readonly import('./columns.js').Taken[]} columns */
export const besides = (columns) => (/** @type {readonly string[]} */ cells) =>
  columns
    .map(({ role }, column) => (['ignore', 'extra'].includes(role) ? (cells[column] ?? '') : ''))
    .filter(Boolean)
    .join(' · ');

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
