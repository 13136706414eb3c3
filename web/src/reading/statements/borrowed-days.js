/** Rows that leave out the day, as it is that of the row above. */
import { isTelling, proveBalance } from './balance.js';
import { readAmountCell } from './cell-amounts.js';
import { saysBalance } from './row-words.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./records.js').Entry} Entry
 * @typedef {import('./statement.js').Aside} Aside
 */

/**
 * The balance proves that a row belongs where it stands; one that it doesn't fit may be no payment at all.
 *
 * @param {{entries: Entry[], leftOut: Aside[], refused: Aside[], noRow: Row[]}} found
 * @param {ReadonlyMap<Entry, Aside>} borrowed the rows with the day of the row above, and what they are without it
 * @param {readonly import('./columns.js').Taken[]} columns
 */
export function holdBorrowed(found, borrowed, columns) {
  const hasBalance = columns.some(({ role }) => role === 'balance');
  const verdicts = hasBalance ? verdictsOf(found, columns) : null;
  found.entries = found.entries.filter((entry, index) => {
    const refused = borrowed.get(entry);
    if (!refused || verdicts?.[index] === 'proved') return true;
    if (hasBalance) found.refused.push(refused);
    else entry.doubts.push('it has no date: that of the row above is taken');
    return !hasBalance;
  });
}

/**
 * @param {{entries: Entry[], leftOut: Aside[], noRow: Row[]}} found
 * @param {readonly import('./columns.js').Taken[]} columns
 * @returns {import('./balance.js').Verdict[] | null} one for each entry; null where the balance tells nothing
 */
function verdictsOf({ entries, leftOut, noRow }, columns) {
  const column = columns.findIndex(({ role }) => role === 'balance');
  // What was brought forward.
  const told = [...leftOut.map(({ row, cells }) => ({ line: row, cells })), ...noRow];
  const around = told
    .filter(({ cells }) => cells.some((cell) => saysBalance(cell)))
    .sort((a, b) => a.line - b.line)
    .flatMap(({ line, cells }) => {
      const amount = readAmountCell(cells[column] ?? '');
      return typeof amount === 'object'
        ? [{ line, change: 0, size: 0, balance: amount.paise * amount.sign }]
        : [];
    });
  const first = entries[0].row;
  const before = around.filter(({ line }) => line < first).slice(-1);
  const after = around.filter(({ line }) => line > first).slice(0, 1);
  const proof = proveBalance([
    ...before,
    ...entries.map(({ side, paise, balance }) => ({
      change: side ? (side === 'debit' ? -paise : paise) : null,
      size: paise,
      balance,
    })),
    ...after,
  ]);
  return isTelling(proof)
    ? proof.rows.slice(before.length, before.length + entries.length).map(({ verdict }) => verdict)
    : null;
}
