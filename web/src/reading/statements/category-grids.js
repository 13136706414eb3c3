/** A column for each category, written out as one payment a row. */
import { readAmountCell } from './cell-amounts.js';
import { saysCategory } from '../category-matching.js';
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
  paiseIn,
  roleIn,
  shortened,
  sumOf,
  totalsFit,
} from './grid-parts.js';
import { saysTotal } from './row-words.js';
import { saysMonth } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./grid-parts.js').Listed} Listed
 */

const OF_PEOPLE = 'its columns are taken for people: what each row comes to counts';
const NOT_PROVED = 'its columns of amounts are taken for categories';
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

/** @param {readonly Row[]} rows @param {readonly string[]} [titles] of their sheets @returns {Listed | null} */
export function ofCategories(rows, titles = []) {
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
  if (isOther) return null;
  const hasSums = body.every(({ cells }) => cells[total]);
  // A month that has only begun, whose days each say what they come to.
  const isBegun = hasSums && body.length > 0 && spent.length > 0 && titles.some(saysMonth);
  if (!isBegun && (body.length < 2 || spent.length < 2)) return null;
  const notes = notesBeside(body, roles, [day, total, ...columns]);
  const isSummed = body.every(
    ({ cells }) =>
      !cells[total] || paiseIn(cells[total]) === sumOf(columns.map((column) => cells[column])),
  );
  if (!isSummed || !notes) return null;
  const hasTotals = below.some(({ cells }) => isTotal(cells));
  const isFit = totalsFit(below, columns);
  const isOfPeople = hasSums && !columns.some((column) => saysCategory(names[column]));
  const grid = { names, columns, day, notes, total };
  const payments = below.flatMap((row) => {
    if (isTotal(row.cells) || isSame(row.cells, names)) return [shortened(row)];
    return isOfPeople ? [ofAll(row, grid)] : ofEachCategory(row, grid);
  });
  const isProved = hasSums || (hasTotals && isFit);
  return {
    rows: [
      ...rows.slice(0, at),
      { line, cells: ['Date', 'Category', 'Details', 'Amount'] },
      ...payments,
    ],
    doubts: [
      ...(isFit ? [] : [NO_FIT]),
      ...(isProved || !isFit ? [] : [NOT_PROVED]),
      ...(isOfPeople ? [OF_PEOPLE] : []),
    ],
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

/**
 * What a day came to, of whoever spent it.
 *
 * @param {Row} row
 * @param {{names: string[], columns: number[], day: number, notes: number[], total: number}} grid
 * @returns {Row}
 */
function ofAll({ line, cells }, { names, columns, day, notes, total }) {
  const parts = columns
    .filter((column) => paiseIn(cells[column]) !== 0)
    .map((column) => `${names[column]} ${cells[column]}`);
  const words = [...parts, ...notes.map((note) => cells[note])].filter(Boolean).join(' · ');
  return { line, cells: [cells[day] ?? '', '', words, cells[total] ?? ''] };
}
