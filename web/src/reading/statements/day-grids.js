/** A column for each day of a month, written out as one payment a row. */
import { readAmountCell } from './cell-amounts.js';
import { isTotal, NO_FIT, onlyHeader, paiseIn, shortened, sumOf, totalsFit } from './grid-parts.js';
import { saysTotal } from './row-words.js';
import { monthOf } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./grid-parts.js').Listed} Listed
 */

const NOT_PROVED = 'its numbers below the days are taken for amounts';
/** Fewer numbers in a row could be of anything. */
const FEWEST_DAYS = 5;

/** @param {readonly Row[]} rows @param {readonly string[]} titles @returns {Listed | null} */
export function ofDays(rows, titles) {
  const at = onlyHeader(rows, ({ cells }) => daysIn(cells).length >= FEWEST_DAYS);
  // Of two months in one file, the title of each would have to be told from the other's.
  const isOnly = rows.filter(({ cells }) => daysIn(cells).length >= FEWEST_DAYS).length === 1;
  const month = at >= 0 && isOnly ? monthOf(rows.slice(0, at + 1), titles) : null;
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
    doubts: isProved ? [] : [isFit ? NOT_PROVED : NO_FIT],
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
