/**
 * Files of double-entry bookkeeping, as GnuCash and hledger write them: a row for each account that a
 * booking moves, so that its rows add up to nothing. What an account of expenses got was spent; the rows
 * of the other accounts say where from.
 */
import { readAmountCell } from './cell-amounts.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./kinds.js').Kind} Kind
 * @typedef {object} Bookings
 * @property {Row[]} rows with the day and words that only the first row of a booking has
 * @property {Map<number, {kind: Kind, category: string}>} booked by the row's line
 */

const ACCOUNT = /^(expense|income|revenue|asset|liabilit|equity)(?:s|y|ies)?(?::(.*))?$/isu;
/** What a booking's further rows leave empty, as it holds for all of them. */
const SHARED = ['date', 'description', 'payee', 'details', 'note', 'currency'];
const OTHER_SIDE = 'the other side of a booking';

/**
 * @param {string} name of an account: `Expenses:Dining`
 * @returns {{class: 'expense' | 'income' | 'own', name: string} | null} `own`: what the person has or
 *   owes; null where it is no such name
 */
export function accountOf(name) {
  const found = ACCOUNT.exec(name.trim());
  if (!found) return null;
  const [, root, rest] = found;
  const of = root.toLowerCase();
  return {
    class: of === 'expense' ? 'expense' : ['income', 'revenue'].includes(of) ? 'income' : 'own',
    name: rest?.trim() ?? '',
  };
}

/**
 * @param {readonly Row[]} rows of one table
 * @param {readonly import('./columns.js').Taken[]} columns
 * @returns {Bookings | null} null where the rows are of no bookings
 */
export function bookingsIn(rows, columns) {
  const where = columns.findIndex((_, column) => holdsAccounts(rows, column));
  if (where < 0) return null;
  const moves = rows.map(({ cells }) => ({
    paise: movedBy(cells, columns),
    account: accountOf(cells[where] ?? ''),
  }));
  const isBooked = moves.every(({ paise, account }) => paise !== null && account !== null);
  if (!isBooked || moves.reduce((all, { paise }) => all + (paise ?? 0), 0) !== 0) return null;
  /** @type {Bookings} */
  const bookings = { rows: [], booked: new Map() };
  let first = 0;
  let sum = 0;
  moves.forEach(({ paise }, at) => {
    sum += paise ?? 0;
    if (sum !== 0) return;
    const classes = moves.slice(first, at + 1).map(({ account }) => account?.class);
    for (let one = first; one <= at; one += 1) {
      const { line, cells } = rows[one];
      const head = rows[first].cells;
      bookings.rows.push({
        line,
        cells: cells.map((cell, column) =>
          cell === '' && SHARED.includes(columns[column]?.role) ? head[column] : cell,
        ),
      });
      bookings.booked.set(line, {
        kind: kindOf(classes, classes[one - first], moves[one].paise ?? 0),
        category: classes[one - first] === 'expense' ? (moves[one].account?.name ?? '') : '',
      });
    }
    first = at + 1;
  });
  return bookings;
}

/**
 * @param {readonly (string | undefined)[]} classes of the booking's accounts
 * @param {string | undefined} own that of the row
 * @param {number} paise
 * @returns {Kind}
 */
function kindOf(classes, own, paise) {
  if (own === 'expense') {
    if (paise === 0) return { leftOut: 'of zero' };
    return paise > 0 ? 'expense' : 'refund';
  }
  if (own === 'income') return { leftOut: 'money in' };
  if (classes.includes('expense')) return { leftOut: OTHER_SIDE };
  return { leftOut: classes.includes('income') ? 'money in' : 'transfer to oneself' };
}

/** @param {readonly Row[]} rows @param {number} column */
function holdsAccounts(rows, column) {
  const classes = new Set(rows.map(({ cells }) => accountOf(cells[column] ?? '')?.class));
  return classes.size > 1 && classes.has('expense') && !classes.has(undefined);
}

/**
 * @param {readonly string[]} cells
 * @param {readonly import('./columns.js').Taken[]} columns
 * @returns {number | null} paise, negative for what the account gave
 */
function movedBy(cells, columns) {
  const of = (/** @type {string} */ role) =>
    readAmountCell(cells[columns.findIndex((column) => column.role === role)] ?? '');
  const [amount, debit, credit] = [of('amount'), of('debit'), of('credit')];
  if (typeof amount === 'object') return amount.sign * amount.paise;
  const sides = [debit, credit].map((side) => (typeof side === 'object' ? side.paise : null));
  return sides.every((side) => side === null) ? null : (sides[0] ?? 0) - (sides[1] ?? 0);
}
