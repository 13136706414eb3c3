/** Payees: which names are one, and which are alike. */
import { LONGEST_DESCRIPTION } from './characters.js';
import { cut, fold, foldedPayee } from './folding.js';
import { payeeIn } from './statements/narration.js';

/** Divides a payee from the narration that it was taken from. */
const DIVIDER = ' · ';

/**
 * The payee of an expense, whose description may be a bank's whole narration.
 *
 * @param {string} description
 */
export const payeeOf = (description) => payeeIn(description.split(DIVIDER)[0]);

/**
 * A narration with its payee in front, so that a list of expenses tells it at first sight.
 *
 * @param {string} payee
 * @param {string} narration
 */
export function withPayee(payee, narration) {
  if (!payee || foldedPayee(narration).startsWith(foldedPayee(payee))) return narration;
  return cut(`${payee}${DIVIDER}${narration}`, LONGEST_DESCRIPTION);
}

/** Words of narrations that name nobody. */
const NOBODY =
  /^(upi|imps|neft|rtgs|pos|ecom|bank|payment|paid|from|with|transfer|india|limited|private|services?|online|store|card|debit|credit|phone|sent|ltd|pvt|okaxis|oksbi|okicici|okhdfcbank)$/u;

/**
 * Whether two descriptions may be of one payee: one is within the other, or they share a telling word.
 *
 * @param {string} a
 * @param {string} b
 */
export function likePayee(a, b) {
  const [first, second] = [plain(a), plain(b)];
  if (first === '' || second === '') return true;
  if (first.includes(second) || second.includes(first)) return true;
  const words = new Set(first.split(' ').filter(tells));
  return second.split(' ').some((word) => tells(word) && words.has(word));
}

/** @param {string} text */
const plain = (text) =>
  fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** @param {string} word */
const tells = (word) => /^[\p{L}\p{M}]{4,}$/u.test(word) && !NOBODY.test(word);
