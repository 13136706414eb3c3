/**
 * One line, such as `120 chai #office yesterday` or `2.5k rent 1 nov`, read into an expense's
 * fields. Pure: today and the categories are given to it.
 *
 * @typedef {object} Known
 * @property {string} today `YYYY-MM-DD`
 * @property {import('../types.js').Category[]} categories that can be chosen
 * @property {(description: string) => string | undefined} categoryOf the one last used with it
 *
 * @typedef {object} Read
 * @property {number | null} amount_paise
 * @property {string} date today unless the line says otherwise
 * @property {string} category an id, or '' where nothing points to one
 * @property {string} description
 * @property {string[]} tags
 */
import { parseAmount } from './money.js';
import { categoryByWord } from './keywords.js';
import { findDate } from './spoken-dates.js';

const NUMBER = String.raw`(?:₹\s*|rs\.?\s*|inr\s*)?\d[\d,]*(?:\.\d+)?`;
const UNIT = String.raw`(?:\s*(?:k|l|cr)|\s+(?:lac|lakhs?|crores?))`;
const AMOUNT = new RegExp(String.raw`(?<=^|\s)(${NUMBER}${UNIT}?)(?:/-)?(?=\s|$)`, 'gi');
const TAG = /(?<=^|\s)#([\p{L}\p{M}\p{N}_-]{1,32})(?=\s|$)/gu;

/**
 * @param {string} line @param {Known} known
 * @returns {Read}
 */
export function parseQuickEntry(line, known) {
  const tags = [...line.matchAll(TAG)].map(([, tag]) => tag.toLowerCase());
  const untagged = tidy(line.replace(TAG, ' '));
  const dated = findDate(untagged, known.today);
  let rest = dated.rest;
  let date = dated.date;
  let found = takeAmount(rest);
  if (found.amount === null) {
    // "may 5" with no other number is five rupees for "may", not a date without an amount.
    const undated = takeAmount(untagged);
    if (undated.amount !== null) {
      found = undated;
      date = known.today;
    }
  }
  rest = found.rest;
  return {
    amount_paise: found.amount,
    date,
    description: rest,
    tags: [...new Set(tags)],
    category: rest ? findCategory(rest, known) : '',
  };
}

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {string} text @returns {{amount: number | null, rest: string}} */
function takeAmount(text) {
  for (const match of text.matchAll(AMOUNT)) {
    const amount = parseAmount(match[1]);
    if (amount === null) continue;
    const end = match.index + match[0].length;
    return { amount, rest: tidy(`${text.slice(0, match.index)} ${text.slice(end)}`) };
  }
  return { amount: null, rest: text };
}

/** @param {string} text @param {Known} known */
function findCategory(text, { categories, categoryOf }) {
  const usable = (/** @type {string | undefined} */ id) =>
    categories.some((category) => category.id === id) ? id : undefined;
  const habit = usable(categoryOf(text));
  if (habit) return habit;
  const lower = text.toLowerCase();
  const words = lower.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const named = categories.find(({ name }) => lower.includes(name.toLowerCase()));
  if (named) return named.id;
  const partly = categories.find(({ name }) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .some((word) => word.length > 3 && words.includes(word)),
  );
  if (partly) return partly.id;
  return words.map((word) => usable(categoryByWord(word))).find(Boolean) ?? '';
}
