/** Lists that tell a day once, in a line of its own above all that was paid on it. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';

/** @typedef {import('./cells.js').Row} Row */

/** Of the rows below the first day: the others are totals, or no payments at all. */
const LEAST_PAYMENTS = 1 / 2;

/**
 * @param {readonly Row[]} rows
 * @returns {Row[] | null} each payment with its day; null where it is no such list
 */
export function withDaysAbove(rows) {
  /** @type {{at: number, day: string} | null} */
  let heading = null;
  let days = 0;
  let payments = 0;
  let others = 0;
  const dated = rows.map((row) => {
    const at = dayAloneIn(row.cells);
    if (at >= 0) {
      heading = { at, day: row.cells[at] };
      days += 1;
    } else if (heading && isPayment(row.cells)) {
      payments += 1;
      return { ...row, cells: withDay(row.cells, heading) };
    } else if (heading) others += 1;
    return row;
  });
  const isList = payments > 0 && payments >= LEAST_PAYMENTS * (payments + others);
  return isList && days + payments > 2 ? dated : null;
}

/** @param {readonly string[]} cells @returns {number} where it stands; -1 where there is more, or none */
function dayAloneIn(cells) {
  const filled = [...cells.keys()].filter((at) => cells[at] !== '');
  return filled.length === 1 && isDateCell(cells[filled[0]]) ? filled[0] : -1;
}

/** @param {readonly string[]} cells */
const isPayment = (cells) =>
  !cells.some((cell) => isDateCell(cell)) &&
  cells.some((cell) => typeof readAmountCell(cell) === 'object') &&
  cells.some((cell) => /\p{L}{2}/u.test(cell) && typeof readAmountCell(cell) !== 'object');

/** In its column, or in one of its own where no column is of days. @param {string[]} cells @param {{at: number, day: string}} heading */
const withDay = (cells, { at, day }) =>
  cells[at] === '' ? cells.map((cell, column) => (column === at ? day : cell)) : [day, ...cells];
