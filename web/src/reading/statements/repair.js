/** Rows with more cells than the header, because a comma inside a cell was not quoted. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { trimmedWidth } from './tables.js';

const TEXT = ['description', 'payee', 'note', 'details'];
const MONEY = ['amount', 'debit', 'credit', 'balance'];

/**
 * @param {string[]} cells
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {string} divider
 * @returns {{cells: string[], sure: boolean} | null} as many cells as the header, not sure where another
 *   joining gives other amounts; null where none makes sense
 */
export function repaired(cells, columns, divider) {
  const extra = trimmedWidth(cells) - columns.length;
  if (extra <= 0) return { cells: cells.slice(0, columns.length), sure: true };
  if (extra > 12) return null;
  const texts = [...columns.keys()].filter((column) => TEXT.includes(columns[column].role));
  const others = [...columns.keys()].filter((column) => !texts.includes(column));
  /** @type {string[][]} */
  const fitting = [];
  const money = others.filter((column) => isGrouped(cells.slice(column, column + extra + 1)));
  for (const column of new Set([...money, ...texts, ...others])) {
    const parts = cells.slice(column, column + extra + 1);
    // Words don't swallow an amount: the row's commas are then of several kinds.
    if (texts.includes(column) && parts.some((part) => /^\d[\d,]*\.\d{2}$/u.test(part))) continue;
    const glue = divider === ',' && !MONEY.includes(columns[column].role) ? ', ' : divider;
    const joined = [
      ...cells.slice(0, column),
      cells.slice(column, column + extra + 1).join(glue),
      ...cells.slice(column + extra + 1),
    ].slice(0, columns.length);
    if (fits(joined, columns)) fitting.push(joined);
  }
  if (fitting.length === 0) return null;
  const amounts = (/** @type {string[]} */ joined) =>
    columns.map(({ role }, index) => (MONEY.includes(role) ? joined[index] : '')).join('|');
  return {
    cells: fitting[0],
    sure: fitting.every((joined) => amounts(joined) === amounts(fitting[0])),
  };
}

/** @param {readonly string[]} cells @param {readonly import('./columns.js').Taken[]} columns */
function fits(cells, columns) {
  const moneyRead = columns.filter(
    ({ role }, index) =>
      MONEY.includes(role) && typeof readAmountCell(cells[index] ?? '') === 'object',
  );
  return (
    moneyRead.length > 0 &&
    columns.every(({ role }, index) => {
      const cell = cells[index] ?? '';
      if (role === 'date') return isDateCell(cell);
      const amount = readAmountCell(cell);
      return !MONEY.includes(role) || amount === 'empty' || typeof amount === 'object';
    })
  );
}

/** `1`, `23`, `456.00` are one amount more likely than words that end in a number. @param {string[]} parts */
const isGrouped = (parts) => /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d\d)?$/u.test(parts.join(','));
