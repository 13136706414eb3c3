/** The other one of debit and credit, whose name says nothing: each row has an amount in one of the two. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { plainName } from './column-names.js';
import { COUNTED } from './grid-parts.js';
import { saysCardPayment, saysIncome, saysRefund } from './row-words.js';

/** @typedef {import('./columns.js').Taken} Taken */

const WHY = 'it has an amount where the other column has none';

/**
 * @param {Taken[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 * @returns {Taken[]}
 */
export function withPair(taken, names, records) {
  const paid = besideCredits(taken, records);
  if (paid >= 0)
    return taken.map((column, at) => (at === paid ? { role: 'debit', why: WHY } : column));
  const known = knownOf(taken, records) ?? besideUnnamed(taken, names, records);
  if (!known) return taken;
  const others = [...taken.keys()].filter(
    (column) =>
      taken[column].role === 'ignore' &&
      !COUNTED.test(plainName(names[column] ?? '')) &&
      amountsIn(records, column)?.some((amount) => amount) &&
      records.every((cells) => isFilled(cells[column]) !== isFilled(cells[known.column])),
  );
  if (others.length !== 1 || hasMinus(records, others[0])) return taken;
  return taken.map((column, at) => {
    if (at === known.column) return { ...column, role: known.role };
    return at === others[0]
      ? { role: known.role === 'debit' ? 'credit' : 'debit', why: WHY }
      : column;
  });
}

/**
 * `Paid` beside `Received`: an amount in each row that has no credit.
 *
 * @param {readonly Taken[]} taken
 * @param {readonly (readonly string[])[]} records
 * @returns {number} -1 where there is none
 */
function besideCredits(taken, records) {
  const amount = taken.findIndex(({ role }) => role === 'amount');
  const credit = taken.findIndex(({ role }) => role === 'credit');
  const isPair =
    amount >= 0 &&
    credit >= 0 &&
    !taken.some(({ role }) => role === 'debit') &&
    !hasMinus(records, amount) &&
    [amount, credit].every((column) => records.some((cells) => isFilled(cells[column]))) &&
    records.every((cells) => isFilled(cells[amount]) !== isFilled(cells[credit]));
  return isPair ? amount : -1;
}

/**
 * One column of minus signs alone is what went out, if another has the rest.
 *
 * @param {readonly Taken[]} taken
 * @param {readonly (readonly string[])[]} records
 * @returns {{column: number, role: 'debit' | 'credit'} | null}
 */
function knownOf(taken, records) {
  const sides = taken.flatMap(({ role }, column) =>
    role === 'debit' || role === 'credit' ? [{ column, role }] : [],
  );
  const amount = taken.findIndex(({ role }) => role === 'amount');
  if (sides.length === 1 && amount < 0) return sides[0];
  const isOut =
    sides.length === 0 &&
    amount >= 0 &&
    amountsIn(records, amount)?.every((one) => one === null || one.sign < 0);
  return isOut ? { column: amount, role: 'debit' } : null;
}

/**
 * An amount beside a last column without a name, where what stands in that came in by its words.
 *
 * @param {readonly Taken[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 * @returns {{column: number, role: 'debit'} | null}
 */
function besideUnnamed(taken, names, records) {
  const column = taken.findIndex(({ role }) => role === 'amount');
  const last = taken.length - 1;
  if (column < 0 || column !== last - 1 || (names[last] ?? '') !== '') return null;
  const filled = records.filter((cells) => isFilled(cells[last]));
  const cameIn = filled.filter((cells) => {
    const words = cells.join(' ');
    return saysIncome(words) || saysRefund(words) || saysCardPayment(words);
  });
  return cameIn.length > filled.length / 2 ? { column, role: 'debit' } : null;
}

/**
 * @param {readonly (readonly string[])[]} records
 * @param {number} column
 * @returns {({sign: 1 | -1} | null)[] | null} one for each row, null where it has none; null where it holds something else
 */
function amountsIn(records, column) {
  const read = records.map((cells) => readAmountCell(cells[column] ?? ''));
  const isOfAmounts = read.every(
    (one, at) => one === 'empty' || (typeof one === 'object' && !isDateCell(records[at][column])),
  );
  return isOfAmounts ? read.map((one) => (typeof one === 'object' ? one : null)) : null;
}

/** @param {readonly (readonly string[])[]} records @param {number} column */
const hasMinus = (records, column) =>
  amountsIn(records, column)?.some((amount) => amount && amount.sign < 0);

/** @param {string | undefined} cell */
function isFilled(cell) {
  const amount = readAmountCell(cell ?? '');
  return typeof amount === 'object' && amount.paise > 0;
}
