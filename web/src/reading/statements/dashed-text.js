/** Notes with a line for each payment, divided by dashes: `1/10 - Milk - 60`. */
import { readAmountCell } from './cell-amounts.js';

/** @typedef {import('./cells.js').Row} Row */

const FEWEST = 2;

/** @param {string} text @returns {Row[]} none where most lines are of something else */
export function dashedRows(text) {
  const rows = text
    .split(/\r?\n/u)
    .map((line, index) => ({ line: index + 1, cells: line.trim().split(/\s+[-–—]\s+/u) }))
    .filter(({ cells }) => cells.some(Boolean));
  const payments = rows.filter(
    ({ cells }) =>
      cells.length > 2 &&
      /^\d/u.test(cells[0]) &&
      typeof readAmountCell(cells[cells.length - 1]) === 'object',
  );
  return payments.length >= FEWEST && payments.length > rows.length / 2 ? rows : [];
}
