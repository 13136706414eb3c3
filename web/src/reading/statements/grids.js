/**
 * What people draw up themselves, written out as one payment a row: a column for each category, a column for
 * each day of a month, income beside expenses, one month beside the other.
 */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { countsOn } from './columns.js';
import { withOwnLines } from './lines.js';
import { saysTotal, typeOf } from './row-words.js';
import { monthOf } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{rows: Row[], doubts: string[]}} Listed
 */

const NOT_PROVED = 'its columns of amounts are taken for categories';
const NOT_PROVED_DAYS = 'its numbers below the days are taken for amounts';
const NO_FIT = 'the totals of the columns don’t fit what is in them';
/** Numbers of something else than money. */
const COUNTED =
  /\b(rate|price|mrp|qty|quantity|units?|kms?|litres?|nos?|number|balance|opening|closing|points?|year|hours?)\b/u;
const OTHER_FORMS = [
  'debit',
  'credit',
  'balance',
  'side',
  'type',
  'currency',
  'status',
  'expense_flag',
  'income_flag',
];
const NO_MONEY = [
  'date',
  'serial',
  'id',
  'reference',
  'time',
  'zone',
  'foreign',
  'base',
  'share',
  'amount',
];
const WORDS = ['note', 'description', 'payee', 'details'];
/** They say nothing of a payment besides its day. */
const COUNTING = ['date', 'time', 'zone', 'serial'];
/** Fewer numbers in a row could be of anything. */
const FEWEST_DAYS = 5;

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} titles of their sheets
 * @returns {Listed | null} null where they are no grid
 */
export function listed(rows, titles) {
  const found =
    ofCategories(rows) ?? ofDays(rows, titles) ?? ofBothWays(rows) ?? ofGroupsSideBySide(rows);
  return found && { ...found, rows: withOwnLines(found.rows) };
}

/** @param {readonly Row[]} rows @returns {Listed | null} */
function ofCategories(rows) {
  const at = onlyHeader(rows, ({ cells }) => isOfNames(cells, 3) && roleIn(cells, 'date') >= 0);
  if (at < 0) return null;
  const { line, cells: names } = rows[at];
  const roles = names.map((name) => namedRole(plainName(name)).role);
  const day = roles.indexOf('date');
  const below = rows.slice(at + 1);
  const body = below.filter(({ cells }) => isDateCell(cells[day] ?? ''));
  const total = names.findIndex((name) => saysTotal(name));
  const isOther = roles.some(
    (role, column) => OTHER_FORMS.includes(role) || (role === 'amount' && column !== total),
  );
  const columns = [...names.keys()].filter(
    (column) =>
      column !== total &&
      names[column] !== '' &&
      !NO_MONEY.includes(roles[column]) &&
      !COUNTED.test(plainName(names[column])) &&
      isOfMoney(body, column, [1, -1]),
  );
  const spent = columns.filter((column) => isOfMoney(body, column, [1]));
  if (isOther || body.length < 2 || spent.length < 2) return null;
  const notes = notesBeside(body, roles, [day, total, ...columns]);
  const isSummed = body.every(
    ({ cells }) =>
      !cells[total] || paiseIn(cells[total]) === sumOf(columns.map((column) => cells[column])),
  );
  const hasSums = body.every(({ cells }) => cells[total]);
  if (!isSummed || !notes) return null;
  const hasTotals = below.some(({ cells }) => isTotal(cells));
  const isFit = totalsFit(below, columns);
  const payments = below.flatMap((row) =>
    isTotal(row.cells) || isSame(row.cells, names)
      ? [shortened(row)]
      : ofEachCategory(row, { names, columns, day, notes }),
  );
  const isProved = hasSums || (hasTotals && isFit);
  return {
    rows: [
      ...rows.slice(0, at),
      { line, cells: ['Date', 'Category', 'Details', 'Amount'] },
      ...payments,
    ],
    doubts: [...(isFit ? [] : [NO_FIT]), ...(isProved || !isFit ? [] : [NOT_PROVED])],
  };
}

/**
 * What else a row says, in no more than a few remarks: one with words or a number of its own is one payment,
 * and the columns are its parts, or those of whoever paid.
 *
 * @param {readonly Row[]} body
 * @param {readonly import('./column-names.js').Role[]} roles
 * @param {readonly number[]} used the columns that the grid tells
 * @returns {number[] | null} columns; null where the grid would leave out what a row says
 */
function notesBeside(body, roles, used) {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const others = [...Array(width).keys()]
    .filter((column) => !used.includes(column) && !COUNTING.includes(roles[column]))
    .map((column) => ({
      column,
      filled: body.map(({ cells }) => cells[column] ?? '').filter(Boolean),
    }))
    .filter(({ filled }) => filled.length > 0);
  const isOfRemarks = others.every(
    ({ column, filled }) =>
      WORDS.includes(roles[column]) &&
      filled.length <= body.length / 2 &&
      !filled.some((cell) => typeof readAmountCell(cell) === 'object'),
  );
  return isOfRemarks ? others.map(({ column }) => column) : null;
}

/**
 * @param {Row} row
 * @param {{names: string[], columns: number[], day: number, notes: number[]}} grid
 * @returns {Row[]} one for each category; the row itself where nothing is in any
 */
function ofEachCategory(row, { names, columns, day, notes }) {
  const { line, cells } = row;
  const parts = columns.filter((column) => readAmountCell(cells[column] ?? '') !== 'empty');
  if (parts.length === 0) return [row];
  return parts.map((column) => {
    const words = [names[column], ...notes.map((note) => cells[note])].filter(Boolean).join(' · ');
    return { line, cells: [cells[day] ?? '', names[column], words, cells[column]] };
  });
}

/** @param {readonly Row[]} rows @param {readonly string[]} titles @returns {Listed | null} */
function ofDays(rows, titles) {
  const at = onlyHeader(rows, ({ cells }) => daysIn(cells).length >= FEWEST_DAYS);
  // Of two months in one file, the title of each would have to be told from the other's.
  const isOnly = rows.filter(({ cells }) => daysIn(cells).length >= FEWEST_DAYS).length === 1;
  const month = at >= 0 && isOnly ? monthOf(rows.slice(0, at), titles) : null;
  if (!month) return null;
  const { line, cells: names } = rows[at];
  const days = daysIn(names);
  const [item] = [...names.keys()].filter((column) => column < days[0]).slice(-1);
  const total = names.findIndex((name) => saysTotal(name));
  if (item === undefined) return null;
  const below = rows.slice(at + 1);
  const told = below.filter(({ cells }) => !isTotal(cells) && isOfDays(cells, { item, days }));
  const isSummed = endsInSums(told, { item, days });
  const spent = isSummed ? told.slice(0, -1) : told;
  const isFit =
    totalsFit(below, days) &&
    spent.every(
      ({ cells }) =>
        total < 0 ||
        !cells[total] ||
        paiseIn(cells[total]) === sumOf(days.map((day) => cells[day])),
    );
  const isProved = isFit && (total >= 0 || isSummed || below.some(({ cells }) => isTotal(cells)));
  const withAmounts = new Set(spent);
  // An item's name may stand once, for the rows below it as well.
  let name = '';
  const payments = below.flatMap((row) => {
    const { line: own, cells } = row;
    name = (!isTotal(cells) && cells[item]) || name;
    if (!withAmounts.has(row)) return [shortened(row)];
    return days
      .filter((day) => readAmountCell(cells[day] ?? '') !== 'empty')
      .map((day) => ({
        line: own,
        cells: [`${month.year}-${month.month}-${names[day]}`, name, cells[day]],
      }));
  });
  return {
    rows: [...rows.slice(0, at), { line, cells: ['Date', 'Item', 'Amount'] }, ...payments],
    doubts: isProved ? [] : [isFit ? NOT_PROVED_DAYS : NO_FIT],
  };
}

/** @param {readonly string[]} cells @param {{item: number, days: readonly number[]}} grid */
const isOfDays = (cells, { item, days }) =>
  cells[item]
    ? days.some((day) => readAmountCell(cells[day] ?? '') !== 'empty')
    : days.some((day) => typeof readAmountCell(cells[day] ?? '') === 'object');

/**
 * Whether the last row, without a word, is what the others come to on every day.
 *
 * @param {readonly Row[]} rows
 * @param {{item: number, days: readonly number[]}} grid
 */
function endsInSums(rows, { item, days }) {
  const above = rows.slice(0, -1);
  const last = rows[above.length]?.cells ?? [];
  return (
    above.length > 1 &&
    !last[item] &&
    days.every((day) => paiseIn(last[day]) === sumOf(above.map(({ cells }) => cells[day])))
  );
}

/**
 * `Date | Income | Rs. | Expense | Rs.`
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
  const day = roleIn(names, 'date');
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
      cells: [cells[day] ?? '', names[way], cells[way] ?? '', cells[way + 1]],
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
  const ways = [...names.keys()].filter(
    (column) =>
      ['income', 'expense'].includes(typeOf(names[column])) &&
      names[column].length < 20 &&
      namedRole(plainName(names[column + 1] ?? '')).role === 'amount',
  );
  return new Set(ways.map((way) => typeOf(names[way]))).size === 2 && ways.length === 2
    ? ways
    : null;
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

/**
 * The one such row; of two, the second would be taken for a row of the first.
 *
 * @param {readonly Row[]} rows
 * @param {(row: Row) => boolean} test
 * @returns {number} -1 where there is none, or several that differ
 */
function onlyHeader(rows, test) {
  const found = [...rows.keys()].filter((at) => test(rows[at]));
  return new Set(found.map((at) => rows[at].cells.join('|'))).size === 1 ? found[0] : -1;
}

/** @param {readonly string[]} names @param {import('./column-names.js').Role} role */
const roleIn = (names, role) => names.findIndex((name) => namedRole(plainName(name)).role === role);

/** @param {readonly string[]} cells @param {number} fewest */
const isOfNames = (cells, fewest) => {
  const filled = cells.filter(Boolean);
  return filled.length >= fewest && filled.every((cell) => cell.length < 40 && !/\d/u.test(cell));
};

/** Days that follow each other. @param {readonly string[]} cells @returns {number[]} their columns */
function daysIn(cells) {
  const days = [...cells.keys()].filter((at) => /^\d{1,2}$/u.test(cells[at]));
  const isRow = days.every(
    (at, index) =>
      Number(cells[at]) <= 31 &&
      Number(cells[at]) === Number(cells[days[0]]) + index &&
      at === days[0] + index,
  );
  return isRow && Number(cells[days[0]]) > 0 ? days : [];
}

/**
 * Mostly: one that can't be read is refused by its name, and one with a minus is looked at as elsewhere.
 *
 * @param {readonly Row[]} body
 * @param {number} column
 * @param {readonly number[]} signs that most of its amounts have
 */
function isOfMoney(body, column, signs) {
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

/** @param {readonly string[]} cells @param {readonly string[]} others */
const isSame = (cells, others) => cells.join('|') === others.join('|');

/** A row that is no payment, without what it counts. @param {Row} row @returns {Row} */
const shortened = (row) => ({ ...row, cells: [row.cells.find(Boolean) ?? ''] });

/** @param {readonly string[]} cells */
const isTotal = (cells) => cells.some((cell) => saysTotal(cell));

/** Whether the totals are what stands above them, all or since the total before. @param {readonly Row[]} rows @param {readonly number[]} columns */
function totalsFit(rows, columns) {
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
function paiseIn(cell) {
  const amount = readAmountCell(cell ?? '');
  return typeof amount === 'object' ? amount.paise * amount.sign : 0;
}

/** @param {readonly (string | undefined)[]} cells */
const sumOf = (cells) => cells.reduce((all, cell) => all + paiseIn(cell), 0);
