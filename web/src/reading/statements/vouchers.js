/**
 * The books of one's own, as Tally keeps them: what comes into an account is its debit, the other way round
 * than a bank tells it. The kinds of its vouchers say so, or the `To` and `By` beside them.
 */
import { readAmountCell } from './cell-amounts.js';
import { typeOf } from './row-words.js';

/** @typedef {import('./columns.js').Taken} Taken */
/** @typedef {'debit' | 'credit'} Side */

const VOUCHER = /\b(vch|voucher)\b/iu;
const WHY = 'the books are of one’s own: what came in is a debit';

/**
 * @param {Taken[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 * @returns {Taken[]} with debit and credit exchanged where the rows say that money came in by the debits
 */
export function withSidesOfBooks(taken, names, records) {
  const debit = taken.findIndex(({ role }) => role === 'debit');
  const credit = taken.findIndex(({ role }) => role === 'credit');
  if (debit < 0 || credit < 0) return taken;
  const rows = records.flatMap((cells) => {
    const sides = [debit, credit].map((column) => isMoved(cells[column] ?? ''));
    if (sides[0] === sides[1]) return [];
    return [{ cells, side: /** @type {Side} */ (sides[0] ? 'debit' : 'credit') }];
  });
  const hasBalance = taken.some(({ role }) => role === 'balance');
  const isOfBooks = [...taken.keys()].some((column) => {
    const told = rows.flatMap(({ cells, side }) => {
      const meant = meantBy(cells[column] ?? '', hasBalance);
      return meant ? [{ meant, side }] : [];
    });
    const kinds = new Set(told.map(({ meant }) => meant)).size;
    // A card's statement has its bill's payments among the credits, too.
    const isEnough = kinds > 1 || (kinds === 1 && VOUCHER.test(names[column] ?? ''));
    return isEnough && told.every(({ meant, side }) => meant !== side);
  });
  if (!isOfBooks) return taken;
  return taken.map((column, index) => {
    if (index === debit) return { role: 'credit', why: WHY };
    return index === credit ? { role: 'debit', why: WHY } : column;
  });
}

/** @param {string} cell */
function isMoved(cell) {
  const amount = readAmountCell(cell);
  return typeof amount === 'object' && amount.paise > 0;
}

/**
 * What a bank would call it.
 *
 * @param {string} cell the kind of a voucher, or the word before an account
 * @param {boolean} hasBalance a bank that writes `To` and `By` means the other way by them, and tells the balance
 * @returns {Side | null}
 */
function meantBy(cell, hasBalance) {
  const word = cell.trim().toLowerCase();
  if (/^(to|by)$/u.test(word) && hasBalance) return null;
  if (/^(to|receipt)$/u.test(word)) return 'credit';
  if (/^(by|payment)$/u.test(word)) return 'debit';
  return typeOf(word) === 'expense' && word.length < LONGEST_KIND ? 'debit' : null;
}

/** Longer is a narration. */
const LONGEST_KIND = 12;
