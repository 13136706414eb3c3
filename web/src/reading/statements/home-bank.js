/** HomeBank's own export: eight columns, mostly without a header, and a number for how each was paid. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { plainName } from './column-names.js';
import { countsOn } from './columns.js';

/** @typedef {import('./cells.js').Row} Row */

const NAMES = ['Date', 'Type', 'Info', 'Payee', 'Memo', 'Amount', 'Category', 'Tags'];
const [DATE, MODE, INFO, AMOUNT] = [0, 1, 2, 5];
const OWN_HEADER = /^date\|pay(ment)? ?mode\|info\|payee\|(memo|wording)\|amount\|category\|tags$/u;
/** Of its ways to pay, the one between accounts of its own. */
const INTERNAL = '5';

/**
 * @param {Row | null} header
 * @param {readonly Row[]} rows
 * @returns {{header: Row, rows: Row[]} | null} with names and kinds that say what they are; null where it is another form
 */
export function ofHomeBank(header, rows) {
  const isNamed = OWN_HEADER.test(header?.cells.map(plainName).join('|') ?? '');
  const isAlone = header === null && rows.length > 0 && rows.every(isItsRow);
  if (!isNamed && (!isAlone || countsOn(rows.map(({ cells }) => cells[MODE])))) return null;
  return {
    header: { line: 0, ...header, cells: NAMES },
    rows: rows.map((row) => (isItsRow(row) ? told(row) : row)),
  };
}

/** @param {Row} row no other column has an amount, but the number of a cheque */
function isItsRow({ cells }) {
  return (
    cells.length === NAMES.length &&
    isDateCell(cells[DATE]) &&
    /^(\d|1[01])$/u.test(cells[MODE]) &&
    cells.every((cell, at) => at <= INFO || isAmount(cell) === (at === AMOUNT))
  );
}

/** @param {string} cell */
const isAmount = (cell) => typeof readAmountCell(cell) === 'object';

/** Its amounts are signed: one without a minus came in. @param {Row} row @returns {Row} */
function told(row) {
  const { cells } = row;
  return {
    ...row,
    key: row.key ?? cells,
    cells: cells.map((cell, at) => {
      if (at === MODE) return cell === INTERNAL ? 'Transfer' : '';
      return at === AMOUNT && /^\d/u.test(cell) ? `+${cell}` : cell;
    }),
  };
}
