/**
 * What people draw up themselves, written out as one payment a row: a column for each category, a column for
 * each day of a month or for each month, income beside expenses, one month beside the other.
 */
import { ofCategories } from './category-grids.js';
import { namedRole, plainName } from './column-names.js';
import { ofDays } from './day-grids.js';
import {
  isOfNames,
  isSame,
  isTotal,
  NO_FIT,
  onlyHeader,
  roleIn,
  shortened,
  totalsFit,
} from './grid-parts.js';
import { withOwnLines } from './lines.js';
import { ofMonths } from './month-grids.js';
import { typeOf } from './row-words.js';
import { ofSpreadAmounts } from './spread-grids.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./grid-parts.js').Listed} Listed
 */

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} titles of their sheets
 * @returns {Listed | null} null where they are no grid
 */
export function listed(rows, titles) {
  const found =
    ofCategories(rows, titles) ??
    ofDays(rows, titles) ??
    ofMonths(rows, titles) ??
    ofBothWays(rows) ??
    ofGroupsSideBySide(rows) ??
    ofSpreadAmounts(rows);
  return found && { ...found, rows: withOwnLines(found.rows) };
}

/**
 * `Date | Income | Rs. | Expense | Rs.`, and `Date | Receipts | Rs. | Date | Payments | Rs.`
 *
 * @param {readonly Row[]} rows
 * @returns {Listed | null}
 */
function ofBothWays(rows) {
  const at = onlyHeader(
    rows,
    ({ cells }) => isOfNames(cells, 5) && roleIn(cells, 'date') >= 0 && waysIn(cells) !== null,
  );
  if (at < 0) return null;
  const { line, cells: names } = rows[at];
  const ways = waysIn(names) ?? [];
  const below = rows.slice(at + 1);
  const isFit = totalsFit(
    below,
    ways.map((way) => way + 1),
  );
  const payments = below.flatMap((row) => {
    const { cells } = row;
    const parts = ways.filter((way) => cells[way + 1]);
    if (isTotal(cells) || isSame(cells, names) || parts.length === 0) return [shortened(row)];
    return parts.map((way) => ({
      line: row.line,
      cells: [
        cells[dayOf(names, way)] ?? '',
        wayOf(names[way], names),
        cells[way] ?? '',
        cells[way + 1],
      ],
    }));
  });
  return {
    rows: [
      ...rows.slice(0, at),
      { line, cells: ['Date', 'Type', 'Details', 'Amount'] },
      ...payments,
    ],
    doubts: isFit ? [] : [NO_FIT],
  };
}

/** @param {readonly string[]} names @returns {number[] | null} where income and expenses stand, each before its amounts */
function waysIn(names) {
  const ofAmounts = [...names.keys()].filter(
    (column) =>
      names[column].length < 20 && namedRole(plainName(names[column + 1] ?? '')).role === 'amount',
  );
  const told = ofAmounts.filter((column) => isWay(names[column]));
  // `Date | Details | Rs. | Date | Income | Rs.`: each side has its day, and one says what it is.
  const isOfDays = ofAmounts.every((column) => roleIn([names[column - 1] ?? ''], 'date') === 0);
  const ways = told.length === 1 && ofAmounts.length === 2 && isOfDays ? ofAmounts : told;
  return new Set(ways.map((way) => typeOf(wayOf(names[way], names)))).size === 2 &&
    ways.length === 2
    ? ways
    : null;
}

/** @param {string} name */
const isWay = (name) => ['income', 'expense'].includes(typeOf(asExpense(name)));

/** A cash book's payments are what was spent. @param {string} name */
const asExpense = (name) => (/^payments?$/iu.test(name) ? 'Expense' : name);

/** What a side is of: where it doesn't say, the other one says. @param {string} name @param {readonly string[]} names */
function wayOf(name, names) {
  if (isWay(name)) return asExpense(name);
  const other = names.find((one) => one !== name && isWay(one)) ?? '';
  return typeOf(other) === 'income' ? 'Expense' : 'Income';
}

/** The date on its side, where each has its own. @param {readonly string[]} names @param {number} way */
function dayOf(names, way) {
  const days = [...names.keys()].filter((column) => roleIn([names[column]], 'date') === 0);
  return days.filter((column) => column < way).pop() ?? days[0];
}

/**
 * `Date | Item | Rs | | Date | Item | Rs`
 *
 * @param {readonly Row[]} rows
 * @returns {Listed | null}
 */
function ofGroupsSideBySide(rows) {
  const at = onlyHeader(rows, ({ cells }) => isOfNames(cells, 4) && groupsIn(cells).length > 1);
  if (at < 0) return null;
  const { line, cells: names } = rows[at];
  const below = rows.slice(at + 1);
  let isFit = true;
  const groups = groupsIn(names).flatMap((from, index, all) => {
    const its = below.map((row) => ({ ...row, cells: row.cells.slice(from, all[index + 1]) }));
    const header = names.slice(from, all[index + 1]);
    isFit &&= totalsFit(its, [roleIn(header, 'amount')]);
    const filled = its
      .filter(({ cells }) => cells.some(Boolean))
      .map((row) =>
        isTotal(row.cells) ? { ...row, cells: [row.cells.find(Boolean) ?? ''] } : row,
      );
    return [{ line, cells: header }, ...filled];
  });
  return { rows: [...rows.slice(0, at), ...groups], doubts: isFit ? [] : [NO_FIT] };
}

/** @param {readonly string[]} names @returns {number[]} where each begins; none where they aren't alike */
function groupsIn(names) {
  const plain = names.map(plainName);
  const first = roleIn(names, 'date');
  const starts = [...names.keys()].filter((at) => first >= 0 && plain[at] === plain[first]);
  const groups = starts.map((from, index) =>
    plain
      .slice(from, starts[index + 1])
      .join('|')
      .replace(/\|+$/u, ''),
  );
  const isAlike =
    first === 0 && new Set(groups).size === 1 && roleIn(names.slice(0, starts[1]), 'amount') > 0;
  return isAlike ? starts : [];
}
