/** The tables of transactions in a file: their headers, their rows, and what is neither. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { takeColumns } from './columns.js';
import { ofHomeBank } from './home-bank.js';
import { isSideWord } from './row-words.js';
import { withPair } from './paired-columns.js';
import { proveColumns } from './proven-columns.js';
import { withSidesOfBooks } from './vouchers.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{header: Row | null, columns: import('./columns.js').Taken[], rows: Row[]}} Table
 */

const MONEY = ['amount', 'debit', 'credit', 'expense_flag'];
/** What a payment was for, which no table of sums says. */
const NAMING = ['description', 'payee'];
const TELLING = [
  'description',
  'payee',
  'note',
  'category',
  'reference',
  'balance',
  'type',
  'side',
  'details',
];

/**
 * @param {readonly Row[]} rows
 * @returns {{tables: Table[], outside: Row[]}} outside: preamble, headers, other tables
 */
export function findTables(rows) {
  /** @type {Row[]} */
  const outside = [];
  /** @type {{header: Row, key: string, rows: Row[]}[]} */
  const found = [];
  for (const [index, row] of rows.entries()) {
    const header = headerAt(rows, index);
    if (header) {
      const key = header.cells.map(plainName).join('|').replace(/\|+$/u, '');
      found.push({ header, key, rows: [] });
      outside.push(row);
    } else if (found.length > 0) found[found.length - 1].rows.push(row);
    else outside.push(row);
  }
  const withRecords = found.filter(({ rows: below }) =>
    below.some(({ cells }) => looksLikeRecord(cells)),
  );
  if (withRecords.length === 0) return withoutHeader(rows);

  const told = withRecords.filter(
    ({ header }) =>
      rolesOf(header.cells).some((role) => NAMING.includes(role)) || tells(header.cells),
  );
  const chosen = told.length > 0 ? told : withRecords;
  for (const table of found) if (!chosen.includes(table)) outside.push(...table.rows);
  /** @type {Map<string, {header: Row, rows: Row[]}>} */
  const merged = new Map();
  for (const { header, key, rows: below } of chosen) {
    const same = merged.get(key);
    if (same) same.rows.push(...below);
    else merged.set(key, { header, rows: [...below] });
  }
  const tables = [...merged.values()].map(({ header, rows: below }) => tableOf(header, below));
  return { tables, outside };
}

/** The share of rows that are payments of their own, where they may be prose. */
const LEAST_RECORDS = 1 / 8;

/** @param {readonly Row[]} rows */
function withoutHeader(rows) {
  const records = rows.filter(({ cells }) => looksLikeRecord(cells));
  const isProse = records.every(({ cells }) => mayBeProse(cells));
  if (records.length === 0 || (isProse && records.length < rows.length * LEAST_RECORDS))
    return { tables: [], outside: [...rows] };
  const first = rows.indexOf(records[0]);
  // The row above the first record is its header, in words that the table of names doesn't have.
  const above = first > 0 ? rows[first - 1] : null;
  const isNamed =
    above !== null &&
    Math.abs(above.cells.length - records[0].cells.length) <= 1 &&
    above.cells.filter(Boolean).length > above.cells.length / 2 &&
    !above.cells.some((cell) => typeof readAmountCell(cell) === 'object');
  return {
    tables: [tableOf(isNamed ? above : null, rows.slice(first))],
    outside: rows.slice(0, first),
  };
}

/** `1 Oct, 2026 - 31 Oct, 2026`: its only amount is a year. @param {readonly string[]} cells */
const mayBeProse = (cells) => cells.filter(isMoney).every((cell) => /^(19|20)\d\d$/u.test(cell));

/** @param {Row | null} above its header @param {Row[]} below @returns {Table} */
function tableOf(above, below) {
  const { header, rows } = ofHomeBank(above, below) ?? { header: above, rows: below };
  const width = header ? widthBelow(header, rows) : usualWidth(rows);
  const fitting = rows.filter(
    ({ cells }) => trimmedWidth(cells) <= width && looksLikeRecord(cells),
  );
  const records = (fitting.length > 0 ? fitting : rows).map(({ cells }) => cells);
  const names = header?.cells.slice(0, width) ?? [];
  const taken = withPair(takeColumns(names, records), names, records);
  const proved = proveColumns(taken, names, records);
  const columns = withSidesOfBooks(proved, names, records);
  return { header, columns: columns.slice(0, Math.max(width, 1)), rows };
}

/**
 * Of the named columns, and of one more, whose name cards leave out: where nothing but `D` and `C` stands, or the
 * amounts of rows that have none before it, below an empty name.
 *
 * @param {Row} header @param {readonly Row[]} rows
 */
function widthBelow({ cells: names }, rows) {
  const width = trimmedWidth(names);
  const records = rows.filter(({ cells }) => looksLikeRecord(cells));
  const isAll = (/** @type {(cell: string, before: string) => boolean} */ test) =>
    records.some(({ cells }) => cells[width]) &&
    records.every(
      ({ cells }) =>
        trimmedWidth(cells) <= width + 1 && test(cells[width] ?? '', cells[width - 1] ?? ''),
    );
  // `paid` on some rows tells nothing of the others.
  const hasSides =
    isAll(isSideWord) || isAll((cell) => /^((cr|dr|c|d|credit|debit)\.?)?$/iu.test(cell.trim()));
  const hasMore =
    names.length > width && isAll((cell, before) => (isMoney(cell) ? before === '' : cell === ''));
  return hasSides || hasMore ? width + 1 : width;
}

/** @param {readonly string[]} cells */
export function trimmedWidth(cells) {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width -= 1;
  return width;
}

/** @param {readonly Row[]} rows the commonest number of cells among records */
function usualWidth(rows) {
  /** @type {Map<number, number>} */
  const widths = new Map();
  for (const { cells } of rows.filter((row) => looksLikeRecord(row.cells))) {
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  return [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** @param {readonly string[]} cells */
const rolesOf = (cells) => cells.map((cell) => namedRole(plainName(cell)).role);

/** @param {readonly string[]} cells */
const tells = (cells) => rolesOf(cells).filter((role) => TELLING.includes(role)).length > 1;

/** @param {readonly string[]} cells */
function isHeader(cells) {
  const filled = cells.filter(Boolean);
  if (filled.length < 2 || filled.some((cell) => cell.length > 60 || isDateCell(cell)))
    return false;
  if (filled.some((cell) => typeof readAmountCell(cell) === 'object')) return false;
  const roles = rolesOf(cells);
  return (
    (roles.includes('date') || roles.includes('time')) &&
    roles.some((role) => MONEY.includes(role)) &&
    filled.every((cell) => !cell.endsWith(':') || cell.length < 25)
  );
}

/**
 * A header, which may stand in two rows: `Txn`, `Debit` above `Date`, `Amount`.
 *
 * @param {readonly Row[]} rows
 * @param {number} index
 * @returns {Row | null}
 */
function headerAt(rows, index) {
  const row = rows[index];
  const above = rows[index - 1];
  const whole =
    above?.line === row.line - 1 && isOfNames(above.cells) && isOfNames(row.cells)
      ? row.cells.map((cell, at) => `${above.cells[at] ?? ''} ${cell}`.trim())
      : null;
  if (isHeader(row.cells)) {
    const names = row.cells.map(plainName);
    const isTwice = row.cells.some(
      (cell, at) =>
        MONEY.includes(namedRole(names[at]).role) && names.indexOf(names[at]) < at && cell !== '',
    );
    return whole && isTwice && isHeader(whole) ? { ...row, cells: whole } : row;
  }
  return whole && !isHeader(above.cells) && isHeader(whole) ? { ...row, cells: whole } : null;
}

/** @param {readonly string[]} cells */
const isOfNames = (cells) =>
  cells.filter(Boolean).length > 1 &&
  cells.every((cell) => cell.length < 40 && !/\d|:$/u.test(cell));

/** @param {readonly string[]} cells */
export function looksLikeRecord(cells) {
  const date = cells.findIndex((cell) => isDateCell(cell));
  return date >= 0 && cells.some((cell, index) => index !== date && isMoney(cell));
}

/** @param {string} cell */
const isMoney = (cell) =>
  typeof readAmountCell(cell) === 'object' && !isDateCell(cell) && !/^\d{9,}$/u.test(cell);
