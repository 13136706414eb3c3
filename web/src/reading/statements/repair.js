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
  const plain = cells.slice(0, columns.length);
  // A quote within quoted words ends them too early; the last cell may be empty then.
  const isTorn = cells.some((cell) => cell.includes('"')) && !fits(plain, columns);
  const extra = (isTorn ? cells.length : trimmedWidth(cells)) - columns.length;
  if (extra <= 0) return { cells: plain, sure: true };
  if (extra > 12) return null;
  const joined = joinings(cells, columns, divider, extra);
  // The end of an amount whose beginning the words have swallowed is none by itself.
  const fitting = joined.filter((row) => !row.some((cell) => /^0\d\d\.\d\d$/u.test(cell)));
  if (isTorn && joined.length === 0 && trimmedWidth(cells) <= columns.length)
    return { cells: plain, sure: true };
  // Two amounts may be divided by their commas, and the words as well.
  const isMixed = fitting.length === 0;
  const grouped = divider === ',' ? withWholeAmounts(cells) : cells;
  if (grouped.length < cells.length) {
    const isWhole = trimmedWidth(grouped) === columns.length && fits(grouped, columns);
    const rest = trimmedWidth(grouped) - columns.length;
    const others = isWhole ? [grouped] : joinings(grouped, columns, divider, rest);
    if (fitting.some((row) => !endsInNumber(row, columns))) fitting.push(...others);
    else fitting.unshift(...others);
  }
  const isPlain = fitting.length === 0;
  if (isPlain) fitting.push(...joined);
  if (fitting.length === 0) return null;
  const amounts = (/** @type {string[]} */ row) =>
    columns.map(({ role }, index) => (MONEY.includes(role) ? row[index] : '')).join('|');
  return {
    cells: fitting[0],
    sure:
      (!isMixed || isPlain || trimmedWidth(grouped) === columns.length) &&
      [...fitting, ...joined].every((row) => amounts(row) === amounts(fitting[0])),
  };
}

/**
 * Whether words have swallowed what may begin an amount: `FLAT, 12`.
 *
 * @param {readonly string[]} row
 * @param {readonly import('./columns.js').Taken[]} columns
 */
const endsInNumber = (row, columns) =>
  row.some((cell, at) => TEXT.includes(columns[at].role) && /, ?\d{0,3}$/u.test(cell));

/**
 * Every way to make one cell of neighbours so that the row fits its columns.
 *
 * @param {string[]} cells
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {string} divider
 * @param {number} extra how many cells there are too many
 * @returns {string[][]} the likeliest first
 */
function joinings(cells, columns, divider, extra) {
  if (extra <= 0) return [];
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
  return fitting;
}

/** Amounts that their own commas divided, in one cell each again. @param {readonly string[]} cells */
function withWholeAmounts(cells) {
  /** @type {string[]} */
  const whole = [];
  for (let at = 0; at < cells.length;) {
    let end = Math.min(at + LONGEST_AMOUNT, cells.length);
    while (end > at + 1 && !isExact(cells.slice(at, end))) end -= 1;
    whole.push(cells.slice(at, end).join(','));
    at = end;
  }
  return whole;
}

/** In how many cells an amount may be: `1`, `00`, `00`, `000.00`. */
const LONGEST_AMOUNT = 5;

/** @param {readonly string[]} parts */
const isExact = (parts) => isGrouped(parts) && /\.\d\d$/u.test(parts[parts.length - 1]);

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

/** `1`, `23`, `456.00` are one amount more likely than words that end in a number. @param {readonly string[]} parts */
const isGrouped = (parts) => /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d\d)?$/u.test(parts.join(','));
