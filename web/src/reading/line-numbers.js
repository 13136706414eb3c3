/** The numbers of a line, and what each looks like: an amount, a quantity, a price for each, or a part of a name. */
import { amountsIn } from './amount.js';
import { monthNumber } from './dates.js';
import { isFor, isForeign, isLabel, isMeasure, isReference, isThing } from './quantities.js';

/**
 * @typedef {object} LineNumber
 * @property {number} paise that it would be
 * @property {number} from
 * @property {number} to the index after its last character
 * @property {'number' | 'perhaps' | 'quantity'} kind `perhaps`: likelier a year, a count or a name's part;
 *   `quantity`: no rupees, unless the line has nothing else
 * @property {boolean} marked a currency stands with it
 * @property {boolean} scaled it is a sum, or a word such as `lakh` stands with it
 * @property {number | null} count its value if it is a whole number below 100 and nothing more
 * @property {boolean} leads a word follows it
 * @property {boolean} each it is said to be the price of one
 * @property {boolean} cut what follows may belong to it
 */

/** More than this many are hardly counted in a line about spending. */
export const FEW = 20;

/**
 * @param {string} text NFC, of western digits
 * @returns {LineNumber[]} from left to right
 */
export const numbersIn = (text) =>
  amountsIn(text)
    .flatMap((span) => splitGroups(text, span))
    .map((span) => lineNumber(text, span));

/**
 * `2 300` is 2,300, or two for 300; `25 000` can only be grouped.
 *
 * @param {string} text @param {import('./amount.js').AmountSpan} span
 */
function splitGroups(text, span) {
  const { from, to } = span;
  const groups = /^(\d{1,3}) (?:\d{2,3} )*(\d{3})$/u.exec(text.slice(from, to));
  if (!groups || groups[2] === '000') return [span];
  const last = { ...span, from: to - 3, paise: Number(groups[2]) * 100 };
  if (last.paise === 0) return [span];
  const isForSome = Number(groups[1]) <= FEW && isFor(wordBefore(text, from));
  return isForSome ? [last] : [span, last];
}

/** @param {string} text @param {import('./amount.js').AmountSpan} span @returns {LineNumber} */
function lineNumber(text, { from, to, paise, marked, scaled, cut }) {
  const written = text.slice(from, to);
  const isShort = /^\d{1,2}$/u.test(written);
  return {
    ...{ paise, from, to, marked, scaled, cut },
    kind: marked ? 'number' : kindOf(text, { from, to, scaled }),
    count: isShort ? Number(written) : null,
    // Of `1200 - 50 off` the second is taken off, and counts nothing.
    leads: wordAfter(text, to) !== '' && !/\d\s+[-−–]\s*$/u.test(text.slice(0, from)),
    each: /@ ?$/u.test(text.slice(0, from)) || /^ ?(\/ ?\p{L}|(per|each)\b)/iu.test(text.slice(to)),
  };
}

/**
 * @param {string} text @param {{from: number, to: number, scaled: boolean}} place of a number without
 *   a currency
 * @returns {LineNumber['kind']}
 */
function kindOf(text, { from, to, scaled }) {
  const written = text.slice(from, to);
  const [before, after] = [wordBefore(text, from), wordAfter(text, to)];
  if (/[$€£¥] ?$/u.test(text.slice(0, from)) || isForeign(before) || isForeign(after))
    return 'quantity';
  // `2l` of milk and two lakh.
  if (/\dl$/iu.test(written)) return 'quantity';
  if (scaled) return 'number';
  const isFew = /^\d{1,2}$/u.test(written) && Number(written) <= FEW;
  if (isMeasure(after) || (isFew && isThing(after))) return 'quantity';
  if (isReference(before) || /^\d{9,}$/u.test(written)) return 'quantity';
  if (/^(19|20)\d\d$/u.test(written) || (isFew && isFor(before))) return 'perhaps';
  const isDayOrLabel = isLabel(before) || monthNumber(before) > 0 || monthNumber(after) > 0;
  const isInName = /^\d$/u.test(written) && /^\p{L}/u.test(text.slice(to)); // `7up`, `3d`
  return isDayOrLabel || isInName ? 'perhaps' : 'number';
}

/** @param {string} text @param {number} at */
const wordBefore = (text, at) => /([\p{L}\p{M}]+)[ .:#-]*$/u.exec(text.slice(0, at))?.[1] ?? '';

/** @param {string} text @param {number} at */
export const wordAfter = (text, at) => /^ ?([\p{L}\p{M}]+)/u.exec(text.slice(at))?.[1] ?? '';
