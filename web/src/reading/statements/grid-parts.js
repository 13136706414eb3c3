/** What people's own grids have in common: their headers, their totals, and rows that are no payments. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { countsOn } from './columns.js';
import { saysTotal } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{rows: Row[], doubts: string[]}} Listed the payments of a grid, one a row
 */

export const NO_FIT = 'the totals of the columns don’t fit what is in them';

/** Numbers of something else than money. */
export const COUNTED =
  /\b(rate|price|mrp|qty|quantity|units?|kms?|litres?|nos?|number|balance|opening|closing|points?|year|hours?)\b/u;

/**
 * The one such row; of two, the second would be taken for a row of the first.
 *
 * @param {readonly Row[]} rows
 * @param {(row: Row) => boolean} test
 * @returns {number} -1 where there is none, or several that differ
 */
export function onlyHeader(rows, test) {
  const found = [...rows.keys()].filter((at) => test(rows[at]));
  return new Set(found.map((at) => rows[at].cells.join('|'))).size === 1 ? found[0] : -1;
}

/** @param {readonly string[]} names @param {import('./column-names.js').Role} role */
export const roleIn = (names, role) =>
  names.findIndex((name) => namedRole(plainName(name)).role === role);

/** @param {readonly string[]} cells @param {number} fewest */
export const isOfNames = (cells, fewest) => {
  const filled = cells.filter(Boolean);
  return filled.length >= fewest && filled.every((cell) => cell.length < 40 && !/\d/u.test(cell));
};

/** @param {readonly string[]} cells @param {readonly string[]} others */
export const isSame = (cells, others) => cells.join('|') === others.join('|');

/** A row that is no payment, without what it counts. @param {Row} row @returns {Row} */
export const shortened = (row) => ({ ...row, cells: [row.cells.find(Boolean) ?? ''] });

/** @param {readonly string[]} cells */
export const isTotal = (cells) => cells.some((cell) => saysTotal(cell));

/** Whether the totals are what stands above them, all or since the total before. @param {readonly Row[]} rows @param {readonly number[]} columns */
export function totalsFit(rows, columns) {
  const totals = [...rows.keys()].filter((at) => isTotal(rows[at].cells));
  return totals.every((at, index) =>
    columns.every((column) => {
      const sums = [0, (totals[index - 1] ?? -1) + 1].map((from) =>
        sumOf(
          rows
            .slice(from, at)
            .filter(({ cells }) => !isTotal(cells))
            .map(({ cells }) => cells[column]),
        ),
      );
      const cell = rows[at].cells[column];
      return !cell || sums.includes(paiseIn(cell));
    }),
  );
}

/** @param {string | undefined} cell @returns {number} paise; of none 0 */
export function paiseIn(cell) {
  const amount = readAmountCell(cell ?? '');
  return typeof amount === 'object' ? amount.paise * amount.sign : 0;
}

/** @param {readonly (string | undefined)[]} cells */
export const sumOf = (cells) => cells.reduce((all, cell) => all + paiseIn(cell), 0);

/**
 * Mostly: one that can't be read is refused by its name, and one with a minus is looked at as elsewhere.
 *
 * @param {readonly Row[]} body
 * @param {number} column
 * @param {readonly number[]} signs that most of its amounts have
 */
export function isOfMoney(body, column, signs) {
  const filled = body.map(({ cells }) => cells[column] ?? '').filter(Boolean);
  const amounts = filled.filter((cell) => {
    const amount = readAmountCell(cell);
    return (
      !isDateCell(cell) &&
      (amount === 'empty' || (typeof amount === 'object' && signs.includes(amount.sign)))
    );
  });
  return amounts.length > filled.length / 2 && !countsOn(filled);
}
