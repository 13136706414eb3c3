/**
 * A card's PDF may have the letter C in the place of its rupee sign: `C 312.00` is a purchase there, and
 * `+ C 240.00` came in. Before every amount of a column, some with a sign, the letter tells no side.
 */
const LETTER = /^[-+]?\s*C\s?(?=\d)/u;
const SIGNED = /^[-+]/u;

/**
 * @param {import('./records.js').Entry[]} entries of one column of amounts
 * @param {readonly import('./columns.js').Taken[]} columns
 * @returns {import('./records.js').Entry[]}
 */
export function withoutRupeeLetters(entries, columns) {
  const at = columns.findIndex(({ role }) => role === 'amount');
  const amounts = entries.map(({ cells }) => (cells[at] ?? '').trim());
  const isLetter =
    amounts.some((cell) => SIGNED.test(cell)) && amounts.every((cell) => LETTER.test(cell));
  return isLetter ? entries.map((entry) => ({ ...entry, side: null })) : entries;
}
