/** The rows of a table as entries, with what has no day or no amount sorted out and what goes on in further rows. */
import { holdBorrowed } from './borrowed-days.js';
import { gluedBy } from './broken-lines.js';
import { isDateCell } from './cell-dates.js';
import { NO_DATE, readRecord } from './records.js';
import { saysSection, saysSummary, saysSum } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./records.js').Entry} Entry
 * @typedef {import('./statement.js').Aside} Aside
 */

/**
 * @param {{row: Row, fit: ReturnType<typeof import('./repair.js').repaired>}[]} fitted
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {import('./cell-dates.js').DateOrder} order
 * @param {{keyOf: (cells: readonly string[]) => string[], own: boolean}} how
 */
export function entriesOf(fitted, columns, order, { keyOf, own }) {
  /** @type {{entries: Entry[], leftOut: Aside[], refused: Aside[], noRow: Row[]}} */
  const found = { entries: [], leftOut: [], refused: [], noRow: [] };
  /** @type {Map<Entry, string[]>} the words of those that go on in further rows, in their lines */
  const longer = new Map();
  /** @type {Map<Entry, Aside>} those with the day of the row above, and what they are without it */
  const borrowed = new Map();
  /** @type {number | null} the balance of the row before */
  let last = null;
  const hasBalance = columns.some(({ role }) => role === 'balance');
  let isBelowSummary = false;
  /** Of all amounts so far, in paise: with those that may be sums of the others, and without. */
  const sums = { all: 0, sure: 0 };
  const dateAt = columns.findIndex(({ role }) => role === 'date');
  const keyOfRow = (/** @type {Row} */ row) => row.key ?? keyOf(row.cells.slice(0, row.said));
  const lastDated = fitted.findLastIndex(({ row }) => row.cells.some(isDateCell));
  for (const [at, { row, fit }] of fitted.entries()) {
    let maySum = false;
    const aside = (/** @type {string} */ reason) => ({
      row: row.line,
      cells: row.cells,
      key: keyOfRow(row),
      id: '',
      reason,
      doubts: [],
    });
    if (!fit) {
      if (hasDate(row)) found.refused.push(aside('more cells than the header'));
      else found.noRow.push(row);
      continue;
    }
    const from = { row: row.line, key: keyOfRow(row), own };
    let read = readRecord(fit.cells, columns, order, from);
    if (isBelowSummary && 'refused' in read && read.refused === NO_DATE) read = { noRow: true };
    const above = found.entries[found.entries.length - 1];
    // What the rows of a section come to may stand beside its name; a balance would tell.
    const mayBorrow =
      !fit.cells.some(isDateCell) && (hasBalance || !fit.cells.some((cell) => saysSection(cell)));
    if ('refused' in read && read.refused === NO_DATE && above && mayBorrow) {
      // A list that tells the day once, for all that was spent on it.
      const cells = fit.cells.map((cell, column) =>
        column === dateAt ? above.cells[column] : cell,
      );
      read = readRecord(cells, columns, order, from);
      // What several rows come to; of a balance it is held to that.
      maySum = !hasBalance && found.entries.length > 1 && isSum(read, sums);
      if (maySum) read = sumAs(read, at < lastDated);
      if ('entry' in read) borrowed.set(read.entry, aside(NO_DATE));
    }
    isBelowSummary =
      hasBalance && !('entry' in read) && (isBelowSummary || row.cells.some(saysSummary));
    const balance = last;
    if ('entry' in read) last = read.entry.balance ?? last;
    else if ('leftOut' in read) last = read.balance ?? last;
    if ('entry' in read) {
      if (!fit.sure) read.entry.doubts.push('a comma could be of the words or of the amount');
      found.entries.push(read.entry);
      sums.all += read.entry.paise;
      if (!maySum) sums.sure += read.entry.paise;
    } else if ('refused' in read) found.refused.push(aside(read.refused));
    else if ('leftOut' in read) {
      // One that has moved the balance has an amount, wherever that stands.
      const hasMoved =
        typeof read.balance === 'number' && balance !== null && read.balance !== balance;
      if (hasMoved) found.refused.push(aside('no amount, though the balance moved'));
      else found.leftOut.push(aside(read.leftOut));
    } else {
      found.noRow.push(row);
      const before = found.entries[found.entries.length - 1];
      if (!('continues' in read) || !before) continue;
      const lines = longer.get(before) ?? [before.text];
      if (before.row === row.line - lines.length) longer.set(before, [...lines, read.continues]);
    }
  }
  if (borrowed.size > 0) holdBorrowed(found, borrowed, columns);
  const glued = gluedBy([...longer.values()]);
  for (const [entry, lines] of longer)
    entry.text = lines.reduce((all, line, at) => `${all}${glued(lines[at - 1])}${line}`);
  return found;
}

/** @typedef {import('./records.js').RowReading} RowReading */

/** @param {RowReading} read @param {{all: number, sure: number}} sums */
const isSum = (read, { all, sure }) => 'entry' in read && [all, sure].includes(read.entry.paise);

/**
 * What a row without a day is that comes to as much as those above it: their total, whatever it is called.
 * Where more days follow a payment may do so by chance, unless its words tell.
 *
 * @param {RowReading} read
 * @param {boolean} goesOn
 * @returns {RowReading}
 */
function sumAs(read, goesOn) {
  if (!goesOn || !('entry' in read) || read.entry.cells.some((cell) => saysSum(cell)))
    return { noRow: true };
  read.entry.doubts.push('it is as much as the rows above it together: it may be their total');
  return read;
}

/** @param {Row} row */
const hasDate = ({ cells }) =>
  cells.some((cell) => isDateCell(cell) || /\d[-/. ]\w+[-/. ]\d/u.test(cell));
