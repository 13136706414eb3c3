/** One payment a row, whose amount stands in the column of who paid it, or how. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import {
  COUNTED,
  isOfMoney,
  isOfNames,
  isSame,
  isTotal,
  NO_FIT,
  onlyHeader,
  roleIn,
  shortened,
  totalsFit,
} from './grid-parts.js';
import { sideOf, statusOf, typeOf } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./grid-parts.js').Listed} Listed
 */

const NOT_PROVED = 'its amounts stand in several columns: what is in each is taken for spent';
/** Ways to pay, and who paid: what stands below them was spent. */
const PAID =
  /^(cash|upi|card|(credit|debit) card|bank|wallet|online|net ?banking|cheque|g ?pay|google pay|phone ?pe|paytm|paid by .+)$/u;
const FREE = ['ignore', 'account'];
const WORDS = ['description', 'payee', 'details', 'note'];
const MONEY = ['amount', 'debit', 'credit', 'balance', 'side', 'foreign', 'share'];

/** What came in, in words that name nobody and no way to pay. */
const CAME_IN = /^(incoming|plus|a[av]+ak|jama|came|got|added|returned|repaid|owed)$/u;

/** @param {string} name */
const saysIn = (name) =>
  ['income', 'refund', 'settlement'].includes(typeOf(name)) ||
  sideOf(name) === 'credit' ||
  CAME_IN.test(plainName(name));

/** @param {readonly Row[]} rows @returns {Listed | null} */
export function ofSpreadAmounts(rows) {
  const at = onlyHeader(rows, ({ cells }) => isOfNames(cells, 4) && roleIn(cells, 'date') >= 0);
  if (at < 0) return null;
  const { line, cells: names } = rows[at];
  const roles = names.map((name) => namedRole(plainName(name)).role);
  const below = rows.slice(at + 1);
  const body = below.filter(({ cells }) => isDateCell(cells[roles.indexOf('date')] ?? ''));
  const columns = [...names.keys()].filter(
    (column) =>
      FREE.includes(roles[column]) &&
      !COUNTED.test(plainName(names[column])) &&
      statusOf(names[column]) !== 'not completed' &&
      body.some(({ cells }) => cells[column]) &&
      isOfMoney(body, column, [1]),
  );
  const filled = body.map(({ cells }) => columns.filter((column) => isFilled(cells[column])));
  const isSpread =
    columns.length > 1 &&
    filled.filter((its) => its.length === 1).length > body.length / 2 &&
    columns.every((column) => body.every(({ cells }) => !isTakenBack(cells[column])));
  const isTold = roles.some(
    (role, column) =>
      WORDS.includes(role) && body.filter(({ cells }) => cells[column]).length > body.length / 2,
  );
  if (!isSpread || !isTold || roles.some((role) => MONEY.includes(role))) return null;

  const into = columns.filter((column) => saysIn(names[column]));
  if (into.length > 0)
    return columns.length === 2 && into.length === 1
      ? ofPair(rows, at, { into: into[0], columns })
      : null;

  const kept = [...names.keys()].filter((column) => !columns.includes(column));
  const isFit = totalsFit(below, columns);
  const payments = below.flatMap((row) => {
    const { cells } = row;
    if (isTotal(cells) || isSame(cells, names)) return [shortened(row)];
    const its = columns.filter((column) => isFilled(cells[column]));
    const words = kept.map((column) => cells[column] ?? '');
    return its.length === 0
      ? [{ line: row.line, cells: [...words, '', ''] }]
      : its.map((column) => ({
          line: row.line,
          cells: [...words, cells[column], names[column]],
        }));
  });
  const isKnown = columns.every((column) => PAID.test(plainName(names[column])));
  return {
    rows: [
      ...rows.slice(0, at),
      { line, cells: [...kept.map((column) => names[column]), 'Amount', 'Mode'] },
      ...payments,
    ],
    doubts: [...(isFit ? [] : [NO_FIT]), ...(isKnown ? [] : [NOT_PROVED])],
  };
}

/**
 * `In | Out`, as what they are.
 *
 * @param {readonly Row[]} rows @param {number} at of the header
 * @param {{into: number, columns: readonly number[]}} pair
 * @returns {Listed}
 */
function ofPair(rows, at, { into, columns }) {
  const nameOf = (/** @type {string} */ name, /** @type {number} */ column) => {
    if (!columns.includes(column)) return name;
    return column === into ? 'Credit' : 'Debit';
  };
  const header = rows[at].cells;
  return {
    rows: rows.map((row) =>
      isSame(row.cells, header) ? { ...row, cells: header.map(nameOf) } : row,
    ),
    doubts: [],
  };
}

/** Also with what can't be read: its row is refused. @param {string | undefined} cell */
function isFilled(cell) {
  const amount = readAmountCell(cell ?? '');
  return typeof amount === 'object' ? amount.paise !== 0 : amount !== 'empty';
}

/** @param {string | undefined} cell */
function isTakenBack(cell) {
  const amount = readAmountCell(cell ?? '');
  return typeof amount === 'object' && amount.sign < 0;
}
