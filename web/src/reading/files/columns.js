/**
 * What the columns of a file mean: found from the names in its header, and where those say nothing,
 * from what stands in the column.
 */
import { readAmount } from './amounts.js';
import { readDate, DATE_ORDERS } from './dates.js';

/**
 * @typedef {'date' | 'amount' | 'debit' | 'credit' | 'type' | 'category' | 'description' | 'tags' |
 *   'currency' | 'id' | 'ignore'} Role
 *
 * @typedef {object} Layout
 * @property {number} header index of the header's row; -1 where there is none
 * @property {string[]} names of the columns; empty text where the file gives none
 * @property {Role[]} roles one for each column
 */

/** The roles in the order a person is offered them. */
export const ROLES = /** @type {Role[]} */ ([
  'date',
  'amount',
  'debit',
  'credit',
  'type',
  'category',
  'description',
  'tags',
  'currency',
  'id',
  'ignore',
]);

/** Roles that several columns may share. */
const SHARED = new Set(['description', 'tags', 'ignore']);

/** Rows that may stand above the header: banks put the account's holder and number there. */
const PREAMBLE_ROWS = 40;
const SAMPLE_ROWS = 200;

/**
 * Names by role, each list best first, as {@link plainName} leaves them. The last pattern of a role may
 * be loose; an exact name elsewhere goes before it.
 *
 * @type {[Role, RegExp[]][]}
 */
const NAMES = [
  ['ignore', [/balance/u]],
  ['id', [/^(expense )?(id|uuid)$/u]],
  ['currency', [/^(currency|ccy|cur)( code)?$/u]],
  [
    'type',
    [
      /^(income expense|expense income|(transaction|txn|entry)? ?type|(dr|debit) (cr|credit)|(cr|credit) (dr|debit)|kind)$/u,
    ],
  ],
  ['tags', [/^(tags?|labels?)$/u, /^sub ?categor/u]],
  ['category', [/^(expense )?categor(y|ies)$/u, /^(head|group)$/u, /categor/u]],
  [
    'date',
    [
      /^date$/u,
      /^(transaction|txn|tran|purchase|expense) date$/u,
      /^(posting|posted|value) date$/u,
      /^(date time|timestamp|datetime|when|day)$/u,
      /date/u,
    ],
  ],
  [
    'debit',
    [
      /^(debits?|withdrawals?|dr|paid out|money out)( amount| amt| inr)*$/u,
      /\b(debit|withdrawals?|paid out|money out)\b/u,
    ],
  ],
  [
    'credit',
    [
      /^(credits?|deposits?|cr|paid in|money in)( amount| amt| inr)*$/u,
      /\b(credit|deposits?|paid in|money in)\b/u,
    ],
  ],
  [
    'amount',
    [
      /^amounts?( inr| rs| rupees)*$/u,
      /^(transaction|txn|expense) (amount|amt)( inr| rs)*$/u,
      /^(amt|price|cost|spent|total|sum|value|rupees|inr|rs)$/u,
      /\b(amount|amt)\b/u,
    ],
  ],
  [
    'description',
    [
      /^(description|narration|particulars|details|notes?|remarks?|memo)$/u,
      /^(payee|merchant|item|title|name|comments?|paid to|what)$/u,
      /descri|narrat|particular|detail|note|remark|payee|merchant/u,
    ],
  ],
];

/** @param {string} name */
function plainName(name) {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * @param {readonly string[][]} rows the file's first rows
 * @returns {Layout}
 */
export function detectLayout(rows) {
  const width = Math.max(0, ...rows.slice(0, SAMPLE_ROWS).map((row) => row.length));
  const header = headerRow(rows);
  const names = Array.from({ length: width }, (_, column) => rows[header]?.[column]?.trim() ?? '');
  const roles = rolesByName(names);
  const sample = rows
    .slice(header + 1, header + 1 + SAMPLE_ROWS)
    .filter((row) => row.some(Boolean));
  return { header, names, roles: completeByContent(roles, sample, header >= 0) };
}

/**
 * The first row that names a date and an amount; otherwise the first one, if it holds neither while
 * the rows below do.
 *
 * @param {readonly string[][]} rows
 */
function headerRow(rows) {
  const named = rows.slice(0, PREAMBLE_ROWS).findIndex((row) => {
    const roles = rolesByName(row);
    return (
      roles.includes('date') && roles.some((role) => ['amount', 'debit', 'credit'].includes(role))
    );
  });
  if (named >= 0) return named;
  const [first, ...below] = rows.slice(0, SAMPLE_ROWS);
  const looksLikeRecord = (/** @type {string[]} */ row) => row.some(isDate) && row.some(isAmount);
  return first && !looksLikeRecord(first) && below.some(looksLikeRecord) ? 0 : -1;
}

/** @param {string} cell */
const isDate = (cell) => DATE_ORDERS.some((order) => readDate(cell, order) !== null);

/** @param {string} cell */
const isAmount = (cell) => typeof readAmount(cell) === 'object';

/**
 * @param {readonly string[]} names
 * @returns {Role[]}
 */
function rolesByName(names) {
  const plain = names.map(plainName);
  /** @type {Role[]} */
  const roles = names.map(() => 'ignore');
  const free = new Set(plain.keys());
  const depth = Math.max(...NAMES.map(([, patterns]) => patterns.length));
  for (let level = 0; level < depth; level += 1) {
    for (const [role, patterns] of NAMES) {
      const pattern = patterns[level];
      if (!pattern || (roles.includes(role) && !SHARED.has(role))) continue;
      for (const column of free) {
        if (!plain[column] || !pattern.test(plain[column])) continue;
        if (role === 'description' && level > 1 && roles.includes(role)) continue;
        roles[column] = role;
        free.delete(column);
        if (!SHARED.has(role)) break;
      }
    }
  }
  return withoutContradiction(roles);
}

/**
 * A file with a debit and a credit column needs no amount column; one with a single one of the two has
 * no pair.
 *
 * @param {Role[]} roles
 */
function withoutContradiction(roles) {
  const paired = roles.includes('debit');
  return roles.map((role) => (role === 'amount' && paired ? 'ignore' : role));
}

/**
 * @param {Role[]} roles
 * @param {readonly string[][]} sample
 * @param {boolean} named whether there was a header
 * @returns {Role[]}
 */
function completeByContent(roles, sample, named) {
  const result = [...roles];
  const free = () => [...result.keys()].filter((column) => result[column] === 'ignore');
  /** @param {number} column @param {(cell: string) => boolean} test */
  const share = (column, test) => {
    const cells = sample.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  if (!result.includes('date')) {
    const column = free().find((index) => share(index, isDate) > 0.7);
    if (column !== undefined) result[column] = 'date';
  }
  if (!result.some((role) => role === 'amount' || role === 'debit')) {
    const column = free().find((index) => share(index, isAmount) > 0.7);
    if (column !== undefined) result[column] = 'amount';
  }
  if (!named && !result.includes('description')) {
    const texts = free().filter((index) => share(index, (cell) => !isAmount(cell)) > 0.7);
    const length = (/** @type {number} */ column) =>
      sample.reduce((all, row) => all + (row[column]?.length ?? 0), 0);
    const [longest] = texts.sort((a, b) => length(b) - length(a));
    if (longest !== undefined) result[longest] = 'description';
  }
  return result;
}

/**
 * Whether a file can be read with these roles.
 *
 * @param {readonly Role[]} roles
 * @returns {'date' | 'amount' | null} what is missing
 */
export function missingRole(roles) {
  if (!roles.includes('date')) return 'date';
  return roles.includes('amount') || roles.includes('debit') ? null : 'amount';
}

/**
 * Give a column a role, taking it from the column that had it where only one may.
 *
 * @param {readonly Role[]} roles
 * @param {number} column
 * @param {Role} role
 * @returns {Role[]}
 */
export function assignRole(roles, column, role) {
  return roles.map((old, index) => {
    if (index === column) return role;
    return old === role && !SHARED.has(role) ? 'ignore' : old;
  });
}
