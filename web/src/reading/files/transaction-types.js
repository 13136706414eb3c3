/** What a column that tells expenses from the rest says of a row. */

/** @typedef {'expense' | 'income' | 'transfer' | 'credit' | 'unknown'} TransactionType */

/** @type {[TransactionType, RegExp][]} the first that fits decides */
const WORDS = [
  ['transfer', /transfer|trf|self/u],
  ['credit', /^(cr|credit|deposit|refund|reversal|cashback|paid in|in)\b/u],
  ['income', /income|salary|earning|interest|received|receipt|revenue/u],
  ['expense', /expense|^(dr|debit|out)\b|withdraw|spen[dt]|purchase|payment|paid/u],
];

/** Types that are no spending. */
export const LEFT_OUT_TYPES = new Set(
  /** @type {TransactionType[]} */ (['income', 'transfer', 'credit']),
);

/**
 * @param {string} cell
 * @returns {{type: TransactionType, name: string}} name: the cell without case and punctuation, so that
 *   `Transfer-Out` and `transfer out` are one
 */
export function typeOf(cell) {
  const name = cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { type: WORDS.find(([, words]) => words.test(name))?.[0] ?? 'unknown', name };
}

/**
 * The types that a file knows, most frequent first.
 *
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly import('./columns.js').Role[]} roles
 * @returns {{name: string, label: string, count: number, counted: boolean}[]} counted: whether rows of it
 *   are taken for spending
 */
export function typesIn(rows, roles) {
  const column = roles.indexOf('type');
  if (column < 0) return [];
  /** @type {Map<string, {name: string, label: string, count: number, counted: boolean}>} */
  const types = new Map();
  for (const cells of rows) {
    const label = (cells[column] ?? '').trim();
    if (cells.every((cell) => cell.trim() === '')) continue;
    const { type, name } = typeOf(label);
    const known = types.get(name);
    if (known) known.count += 1;
    else types.set(name, { name, label, count: 1, counted: !LEFT_OUT_TYPES.has(type) });
  }
  return [...types.values()].sort((a, b) => b.count - a.count);
}
