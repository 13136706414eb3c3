/**
 * Rows of cells, whatever kind of file they came from, as a statement: expenses, refunds, what is left
 * out and what is refused, each with its reason, and how sure that is. Every row is accounted for.
 */
import { readAmountCell } from './cell-amounts.js';
import { dateOrderOf } from './cell-dates.js';
import { findDirections } from './directions.js';
import { kindOf } from './kinds.js';
import { payeeIn } from './narration.js';
import { readRecord } from './records.js';
import { repaired } from './repair.js';
import { saysCardStatement, saysCardThanks, statusOf, typeOf } from './row-words.js';
import { tieRefunds } from './refunds.js';
import { findTables } from './tables.js';
import { tagReader } from './tags.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {object} Item
 * @property {number} row
 * @property {string[]} cells
 * @property {string} id of the app's own export; empty in other files
 * @property {string} date day in India
 * @property {number} amount_paise
 * @property {string} description the whole narration
 * @property {string} payee
 * @property {string} category as the file calls it
 * @property {string[]} tags
 * @property {string | null} reference
 * @property {string[]} doubts why it should be looked at; empty where all is well
 * @property {string} [of] of a refund: the day of the purchase with the same reference
 *
 * @typedef {{row: number, cells: string[], reason: string, doubts: string[]}} Aside
 * @typedef {object} Statement
 * @property {Item[]} expenses
 * @property {Item[]} refunds
 * @property {Aside[]} left_out
 * @property {Aside[]} refused
 * @property {number[]} no_row lines of preamble, headers, footers
 * @property {{name: string, role: string, why: string}[][]} columns of each table
 * @property {string[]} doubts of the whole file; empty where all is well
 * @property {boolean} proved every amount and sign by the running balance
 */

const OWN_EXPORT = 'date,amount,category,description,tags,currency,id';
const MONEY_IN = 'money in';

/**
 * @param {readonly Row[]} rows
 * @param {{divider?: string}} [how]
 * @returns {Statement}
 */
export function readRows(rows, { divider = ',' } = {}) {
  const { tables, outside } = findTables(rows);
  /** @type {Statement} */
  const statement = {
    expenses: [],
    refunds: [],
    left_out: [],
    refused: [],
    no_row: outside.map(({ line }) => line),
    columns: [],
    doubts: [],
    proved: tables.length > 0,
  };
  const around = outside.map(({ cells }) => cells.join(' ')).join('\n');
  /** @type {Item[]} */
  const credits = [];
  for (const table of tables) readTable(table, around, divider, statement, credits);
  tieRefunds(statement, credits);
  for (const group of [statement.left_out, statement.refused]) group.sort((a, b) => a.row - b.row);
  statement.no_row.sort((a, b) => a - b);
  statement.doubts = [...new Set(statement.doubts)];
  return statement;
}

/** @param {import('./tables.js').Table} table @param {string} around @param {string} divider @param {Statement} statement @param {Item[]} credits */
function readTable({ header, columns, rows }, around, divider, statement, credits) {
  statement.columns.push(
    columns.map((column, index) => ({ name: header?.cells[index] ?? '', ...column })),
  );
  const place = (/** @type {string} */ role) => columns.findIndex((column) => column.role === role);
  const has = (/** @type {string} */ role) => place(role) >= 0;
  const at = (/** @type {string[]} */ cells, /** @type {string} */ role) =>
    has(role) ? (cells[place(role)] ?? '').trim() : '';
  const fitted = rows.map((row) => ({ row, fit: repaired(row.cells, columns, divider) }));
  const { order, sure } = dateOrderOf(fitted.map(({ fit }) => (fit ? at(fit.cells, 'date') : '')));
  if (!sure) statement.doubts.push('day and month could be the other way round');

  /** @type {import('./records.js').Entry[]} */
  const entries = [];
  for (const { row, fit } of fitted) {
    if (!fit) {
      const isNone = !row.cells.some((cell) => /\d[-/. ]\w+[-/. ]\d/u.test(cell));
      if (isNone) statement.no_row.push(row.line);
      else
        statement.refused.push({
          ...row,
          row: row.line,
          reason: 'more cells than the header',
          doubts: [],
        });
      continue;
    }
    const read = readRecord(fit.cells, columns, order, row.line);
    const aside = { row: row.line, cells: row.cells, doubts: [] };
    if ('entry' in read) {
      if (!fit.sure) read.entry.doubts.push('a comma could be of the words or of the amount');
      entries.push(read.entry);
    } else if ('refused' in read) statement.refused.push({ ...aside, reason: read.refused });
    else if ('leftOut' in read) statement.left_out.push({ ...aside, reason: read.leftOut });
    else {
      statement.no_row.push(row.line);
      const before = entries[entries.length - 1];
      if ('continues' in read && before && before.row === row.line - 1)
        before.text = `${before.text} ${read.continues}`;
    }
  }

  const opening = openingIn(`${around}\n${rows.map(({ cells }) => cells.join(' ')).join('\n')}`);
  const hasPair = has('debit') || has('credit');
  const category = (/** @type {import('./records.js').Entry} */ { cells }) => at(cells, 'category');
  const { out, doubts, proved } = findDirections(entries, {
    hasPair,
    hasSide: has('side'),
    category,
    opening,
  });
  statement.doubts.push(...doubts);
  statement.proved &&= proved;

  const isCard =
    (!has('balance') || /credit limit|outstanding/iu.test(header?.cells.join(' ') ?? '')) &&
    (saysCardStatement(`${around}\n${header?.cells.join(' ') ?? ''}`) ||
      entries.some(({ text }, index) => out[index] === false && saysCardThanks(text)));
  const typed = entries.filter(
    ({ cells, paise }) => typeOf(at(cells, 'type')) === 'expense' && paise > 0,
  );
  const spendingSign = typed.filter(({ sign }) => sign < 0).length > typed.length / 2 ? -1 : 1;
  const own = header?.cells.map((cell) => cell.trim().toLowerCase()).join() === OWN_EXPORT;
  const readTags = tagReader(
    entries.map(({ cells }) => at(cells, 'tags')),
    own,
  );

  entries.forEach((entry, index) => {
    const { cells, row, doubts: its } = entry;
    const tagged = readTags(at(cells, has('tags') ? 'tags' : 'subcategory'));
    const category = at(cells, 'category') || tagged.category;
    const type = at(cells, 'type');
    const evidence = {
      ...entry,
      out: out[index],
      category,
      type,
      isCard,
      status: at(cells, 'status'),
      expenseFlag: at(cells, 'expense_flag'),
      incomeFlag: at(cells, 'income_flag'),
      transferFlag: at(cells, 'transfer_flag'),
    };
    if (evidence.status && statusOf(evidence.status) === 'unknown')
      its.push('its status isn’t known');
    const kind = own ? 'expense' : kindOf(evidence, { spendingSign });
    const item = {
      row,
      cells,
      id: at(cells, 'id'),
      date: entry.date,
      amount_paise: entry.paise,
      description: entry.text,
      payee: entry.payee || payeeIn(entry.text),
      category,
      tags: tagged.tags,
      reference: entry.reference,
      doubts: its,
    };
    if (typeof kind === 'object') {
      const isCredit = kind.leftOut === MONEY_IN && typeOf(type) === 'unknown';
      if (isCredit && entry.reference) credits.push(item);
      statement.left_out.push({ row, cells, reason: kind.leftOut, doubts: its });
    } else if (out[index] === null && kind === 'expense' && typeOf(type) !== 'expense') {
      const reason = 'which way the money went isn’t said';
      statement.refused.push({ row, cells, reason, doubts: its });
    } else (kind === 'expense' ? statement.expenses : statement.refunds).push(item);
  });
}

/** @param {string} text @returns {number | null} paise */
function openingIn(text) {
  const written = /opening balance[^\d\n]*(?:as on \S+)?[^\d\n]*([\d,]+\.\d{2})/iu.exec(text)?.[1];
  const amount = written ? readAmountCell(written) : 'empty';
  return typeof amount === 'object' ? amount.paise : null;
}
