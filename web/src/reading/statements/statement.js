/**
 * Rows of cells, whatever kind of file they came from, as a statement: expenses, refunds, what is left
 * out and what is refused, each with its reason, and how sure that is. Every row is accounted for.
 */
import { accountIn } from './accounts.js';
import { tablesOf } from './found-tables.js';
import { readTable } from './table-reading.js';
import { tieRefunds } from './refunds.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {object} Item
 * @property {number} row its line, and its own alone (`lines.js`)
 * @property {string[]} cells
 * @property {string[]} key what makes its id: its cells without those that only number it
 * @property {string} id made of its key, or the file's own
 * @property {string} date day in India
 * @property {number} amount_paise
 * @property {string} description the whole narration
 * @property {string} payee
 * @property {string} category as the file calls it
 * @property {string[]} tags
 * @property {string | null} reference
 * @property {string[]} doubts why it should be looked at; empty where all is well
 * @property {string} [of] of a refund: the day of the purchase with the same reference
 * @property {number} [purchase_row] of a refund: the row of that purchase
 * @property {string} [paid_by] in the app's own export of a shared ledger: the name of who paid
 * @property {string} [purchase_id] of a refund in the app's own export: the id of its purchase
 *
 * @typedef {object} Aside a row that is neither expense nor refund
 * @property {number} row
 * @property {string[]} cells
 * @property {string[]} key
 * @property {string} id
 * @property {string} reason
 * @property {string[]} doubts
 * @property {Item} [item] what it would be, where that could be read
 *
 * @typedef {object} TableReading how a table was read
 * @property {{name: string, role: import('./column-names.js').Role, why: string}[]} columns
 * @property {import('./cell-dates.js').DateOrder} order
 * @property {boolean} orderSure whether the dates leave no other order, or the person said it
 * @property {boolean} mixedSigns whether plus and minus alone tell spending from what came in
 * @property {1 | -1} spendingSign the sign of most spending
 * @property {string[][]} sample its first rows
 * @property {import('./shares.js').People | null} people whose shares it tells; null of most
 *
 * @typedef {object} TableChoice what a person corrected of it
 * @property {readonly import('./column-names.js').Role[]} [roles]
 * @property {import('./cell-dates.js').DateOrder} [order]
 * @property {1 | -1} [spendingSign]
 * @property {number} [person] the column of their shares; -1: the whole amounts count
 *
 * @typedef {object} Statement
 * @property {Item[]} expenses
 * @property {Item[]} refunds
 * @property {Aside[]} left_out
 * @property {Aside[]} refused
 * @property {(Row & {id?: string})[]} no_row preamble, headers, footers
 * @property {TableReading[]} tables
 * @property {string[]} doubts of the whole file; empty where all is well
 * @property {import('./accounts.js').Account | null} account whose statement it is, where it says so
 * @property {boolean} own whether it is the app's own export
 * @property {boolean} proved every amount and sign by the running balance
 */

/**
 * @param {readonly Row[]} rows
 * @param {{found?: ReturnType<typeof import('./tables.js').findTables>, divider?: string, choices?: readonly TableChoice[],
 *   titles?: readonly string[], beside?: readonly Row[]}} [how] found: their tables, where they are known; choices:
 *   one for each table; titles: of its sheets; beside: the other rows of a page, which may say whose it is and of when
 * @returns {Statement}
 */
export function readRows(
  rows,
  { found, divider = ',', choices = [], titles = [], beside = [] } = {},
) {
  const { tables, outside, doubts } = tablesOf(rows, titles, found);
  const around = [...outside, ...beside].map(({ cells }) => cells.join(' ')).join('\n');
  const read = tables.map((table, index) =>
    readTable(table, { around, divider, choice: choices[index] ?? {} }),
  );
  /** @type {Statement} */
  const statement = {
    expenses: read.flatMap(({ expenses }) => expenses),
    refunds: read.flatMap(({ refunds }) => refunds),
    left_out: inOrder(read.flatMap(({ leftOut }) => leftOut)),
    refused: inOrder(read.flatMap(({ refused }) => refused)),
    no_row: [...outside, ...read.flatMap(({ noRow }) => noRow)].sort((a, b) => a.line - b.line),
    tables: read.map(({ reading }) => reading),
    doubts: [...new Set([...doubts, ...read.flatMap((table) => table.doubts)])],
    account: accountIn(around),
    own: read.length > 0 && read.every(({ own }) => own),
    proved: read.length > 0 && read.every(({ proved }) => proved),
  };
  forgetStandingReferences(statement.expenses);
  tieRefunds(
    statement,
    read.flatMap(({ credits }) => credits),
  );
  return statement;
}

/** @param {Aside[]} rows */
const inOrder = (rows) => rows.sort((a, b) => a.row - b.row);

/**
 * What stands on payments of several days names a mandate, an account or a loan, not one payment.
 *
 * @param {readonly Item[]} items
 */
export function forgetStandingReferences(items) {
  /** @type {Map<string, Set<string>>} */
  const days = new Map();
  for (const { reference, date } of items)
    if (reference) days.set(reference, (days.get(reference) ?? new Set()).add(date));
  for (const item of items)
    if ((days.get(item.reference ?? '')?.size ?? 0) > 1) item.reference = null;
}
