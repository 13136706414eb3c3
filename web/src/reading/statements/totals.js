/** The totals that a statement says of itself, held against its rows: a row that was misread shows there. */
import { readAmountCell } from './cell-amounts.js';
import { plainName } from './column-names.js';
import { saysBalance, saysTotal } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./records.js').Entry} Entry
 * @typedef {{paise: number, out: boolean | null, row: number}} Moved
 */

/**
 * @param {readonly Entry[]} entries
 * @param {readonly (boolean | null)[]} out which way the money of each went
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly Row[]} noRow the table's other rows
 * @returns {string[]} doubts; none where every total fits, or there is none
 */
export function totalDoubts(entries, out, columns, noRow) {
  const moved = entries.map(({ paise, row }, index) => ({ paise, row, out: out[index] }));
  const doubts = summariesIn(noRow).some(
    ({ debits, credits }) => !fitsWhole(moved, debits, credits),
  )
    ? ['the summary of the statement doesn’t fit its rows']
    : [];
  let since = 0;
  for (const { line, cells } of noRow) {
    if (!cells.some((cell) => saysTotal(cell)) || cells.some((cell) => COUNTED.test(cell)))
      continue;
    if (isBalanceAlone(cells)) continue;
    const above = moved.filter(({ row }) => row < line);
    const parts = above.filter(({ row }) => row > since);
    const isRight = ['debit', 'credit', 'amount'].every((role) => {
      const cell = cells[columns.findIndex((column) => column.role === role)] ?? '';
      const total = readAmountCell(cell);
      // Of a page or of all so far.
      return (
        typeof total === 'string' ||
        [above, parts].some((rows) => sumsOf(rows, role).includes(total.paise))
      );
    });
    since = line;
    if (!isRight) doubts.push(`the total in row ${line} doesn’t fit the rows above it`);
  }
  return doubts;
}

/** A balance is no sum of the rows; beside it may stand those that are. @param {readonly string[]} cells */
const isBalanceAlone = (cells) =>
  cells.some((cell) => saysBalance(cell)) &&
  cells.filter((cell) => typeof readAmountCell(cell) === 'object').length === 1;

/** How many there are, not how much. */
const COUNTED =
  /\b(total|number|no\.?|count) (number |no\.? |count )?of\b.*\b(debit|credit|transaction|withdrawal|deposit|entr)/iu;

/** @param {readonly Moved[]} rows @param {string} role @returns {number[]} what a total of a column may be */
function sumsOf(rows, role) {
  const [debits, credits] = [true, false].map((way) =>
    sumOf(rows.filter(({ out }) => out === way)),
  );
  if (role === 'debit') return [debits];
  if (role === 'credit') return [credits];
  return [debits, credits, Math.abs(debits - credits), sumOf(rows)];
}

/** @param {readonly {paise: number}[]} rows */
const sumOf = (rows) => rows.reduce((all, { paise }) => all + paise, 0);

/** @param {readonly Moved[]} moved @param {number} debits @param {number} credits */
const fitsWhole = (moved, debits, credits) =>
  sumsOf(moved, 'debit').includes(debits) && sumsOf(moved, 'credit').includes(credits);

/**
 * `Opening Balance, Dr Count, Cr Count, Debits, Credits, Closing Bal` with what they are in the row below.
 *
 * @param {readonly Row[]} rows
 */
function summariesIn(rows) {
  return rows.flatMap(({ cells }, index) => {
    const names = cells.map(plainName);
    const at = (/** @type {RegExp} */ name) => names.findIndex((one) => name.test(one));
    const below = rows[index + 1]?.cells ?? [];
    const [debits, credits] = [
      /^(total )?debits?( amount)?$/u,
      /^(total )?credits?( amount)?$/u,
    ].map((name) => readAmountCell(below[at(name)] ?? ''));
    return typeof debits === 'object' && typeof credits === 'object'
      ? [{ debits: debits.paise, credits: credits.paise }]
      : [];
  });
}
