/** A column for each month and a row for each category, written out as one payment a month. */
import { MONTH, monthNumber } from '../dates.js';
import { readAmountCell } from './cell-amounts.js';
import {
  isOfMoney,
  isTotal,
  NO_FIT,
  onlyHeader,
  paiseIn,
  shortened,
  sumOf,
  totalsFit,
} from './grid-parts.js';
import { saysTotal, typeOf } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./grid-parts.js').Listed} Listed
 * @typedef {{column: number, day: string}} Month the first day of what a column is of
 */

const OF_MONTHS = 'its columns are of months: the first day of each is taken';
const FEWEST_MONTHS = 2;
const MONTH_NAME = new RegExp(`^(${MONTH})[\\s,.'’\\-/]*(20\\d\\d|\\d\\d)?$`, 'iu');
const YEAR = /(?<!\d)20\d\d(?!\d)/gu;

/** @param {readonly Row[]} rows @param {readonly string[]} titles @returns {Listed | null} */
export function ofMonths(rows, titles) {
  const at = onlyHeader(rows, ({ cells }) => namesIn(cells).length >= FEWEST_MONTHS);
  const months = at < 0 ? [] : monthsIn(rows[at].cells, yearsTold(rows.slice(0, at + 1), titles));
  if (months.length < FEWEST_MONTHS) return null;
  const { line, cells: names } = rows[at];
  const below = rows.slice(at + 1);
  const columns = months.map(({ column }) => column);
  const [item] = [...names.keys()].filter((column) => column < columns[0]).slice(-1);
  const body = below.filter(({ cells }) => !isTotal(cells) && isPaid(cells, columns));
  const isOther = columns.some((column) => !isOfMoney(body, column, [1, -1]));
  if (item === undefined || body.length === 0 || isOther) return null;
  const total = names.findIndex((name) => saysTotal(name));
  const isSummed = body.every(
    ({ cells }) =>
      !cells[total] || paiseIn(cells[total]) === sumOf(columns.map((column) => cells[column])),
  );
  const isFit = isSummed && totalsFit(below, columns);
  let section = '';
  const payments = below.flatMap((row) => {
    const { cells } = row;
    const name = cells[item] ?? '';
    if (isTotal(cells)) return [shortened(row)];
    if (!isPaid(cells, columns)) {
      // `Income` above its rows, `Expenses` above the others.
      section = ['income', 'expense'].includes(typeOf(name)) ? name : section;
      return [shortened(row)];
    }
    return months
      .filter(({ column }) => readAmountCell(cells[column] ?? '') !== 'empty')
      .map(({ column, day }) => ({
        line: row.line,
        cells: [day, section, name, name, cells[column]],
      }));
  });
  const header = ['Date', 'Type', 'Category', 'Item', 'Amount'];
  return {
    rows: [...rows.slice(0, at), { line, cells: header }, ...payments],
    doubts: [OF_MONTHS, ...(isFit ? [] : [NO_FIT])],
  };
}

/** @param {readonly string[]} cells @param {readonly number[]} columns */
const isPaid = (cells, columns) =>
  columns.some((column) => typeof readAmountCell(cells[column] ?? '') === 'object');

/** @param {readonly string[]} cells @returns {number[]} the columns called after months; none where one is twice */
function namesIn(cells) {
  const found = [...cells.keys()].filter((column) => MONTH_NAME.test(cells[column]));
  return new Set(found.map((column) => cells[column].toLowerCase())).size === found.length
    ? found
    : [];
}

/**
 * @param {readonly string[]} names
 * @param {readonly number[]} years that the file tells
 * @returns {Month[]} none where the year of one isn't told
 */
function monthsIn(names, years) {
  const found = namesIn(names).map((column) => {
    const [, name, year] = MONTH_NAME.exec(names[column]) ?? [];
    return { column, month: monthNumber(name), year: year ? 2000 + (Number(year) % 100) : 0 };
  });
  const isTold = found.every(({ year }) => year > 0);
  if (!isTold && (found.some(({ year }) => year > 0) || years.length === 0 || years.length > 2))
    return [];
  // A year may turn once among them, as from April to March.
  let current = years[0] ?? 0;
  return found.map(({ column, month, year }, index) => {
    if (index > 0 && month < found[index - 1].month) current += 1;
    return { column, day: `${year || current}-${String(month).padStart(2, '0')}-01` };
  });
}

/** `2026`, `2026-27`, above the names or among them. @param {readonly Row[]} above @param {readonly string[]} titles @returns {number[]} in order */
function yearsTold(above, titles) {
  const said = [...above.map(({ cells }) => cells.join(' ')), ...titles].join('\n');
  return [...new Set((said.match(YEAR) ?? []).map(Number))].sort((a, b) => a - b);
}
