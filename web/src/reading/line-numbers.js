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
 * @property {boolean} leads what it could count follows it
 * @property {boolean} named what it could be the price of stands before it
 * @property {boolean} summed it is a sum or a product
 * @property {boolean} each it may be the price of one
 * @property {boolean} apiece it is said to be the price of one
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
  const [before, after] = [wordBefore(text, from), wordAfter(text, to)];
  const apiece = APIECE.test(text.slice(to));
  const each =
    apiece || isAtPrice(text, { from, written }) || /^ ?(\/ ?\p{L}|per\b)/iu.test(text.slice(to));
  return {
    ...{ paise, from, to, marked, scaled, cut, each, apiece },
    kind: marked || each ? 'number' : kindOf(text, { from, to, scaled }),
    count: isShort ? Number(written) : null,
    // Of `1200 - 50 off` the second is taken off, and counts nothing.
    leads: after !== '' && !apiece && !/\d\s+[-−–]\s*$/u.test(text.slice(0, from)),
    named: before !== '' && !isFor(before) && !isThing(after),
    summed: /\d *[+*×x] *[\d₹.]/iu.test(written),
  };
}

/** Behind the price of one: `20 each`, `₹45 a piece`. */
export const APIECE =
  /^ ?(?:each|apiece|a piece|per (?:piece|pc|head|person|plate|ticket))(?!\p{L})/iu;

/** `@ 30`, and of a few that the line begins with: `3 idli at 15`. @param {string} text @param {{from: number, written: string}} price */
function isAtPrice(text, { from, written }) {
  const before = text.slice(0, from);
  const [, few] = /^ *(\d{1,2}) ?[\p{L}\p{M}][\p{L}\p{M} ]* at $/iu.exec(before) ?? [];
  return /@ ?$/u.test(before) || (few !== undefined && Number(few) < Number(written));
}

/**
 * @param {string} text @param {{from: number, to: number, scaled: boolean}} place of a number without
 *   a currency
 * @returns {LineNumber['kind']}
 */
function kindOf(text, { from, to, scaled }) {
  const written = text.slice(from, to);
  const [before, after] = [wordBefore(text, from), wordAfter(text, to)];
  if (/^24 ?[x*×] ?7$/iu.test(written)) return 'perhaps';
  if (/[$€£¥] ?$/u.test(text.slice(0, from)) || isForeign(before) || isForeign(after))
    return 'quantity';
  // `2l` of milk and two lakh.
  if (/\dl$/iu.test(written)) return 'quantity';
  if (scaled) return 'number';
  const isFew = /^\d{1,2}$/u.test(written) && Number(written) <= FEW;
  if (isMeasure(after) || (isFew && isThing(after))) return 'quantity';
  if (isReference(before, written) || /^\d{9,}$/u.test(written)) return 'quantity';
  if (/^(19|20)\d\d$/u.test(written) || (isFew && isFor(before))) return 'perhaps';
  const isDayOrLabel = isLabel(before) || monthNumber(before) > 0 || monthNumber(after) > 0;
  return isDayOrLabel || isInName(text, { from, to }) ? 'perhaps' : 'number';
}

/** `7up`, `7-eleven`, `bus 500d`, `b-302`. @param {string} text @param {{from: number, to: number}} place */
const isInName = (text, { from, to }) =>
  (/^\d$/u.test(text.slice(from, to)) && /^-?\p{L}/u.test(text.slice(to))) ||
  (/^\d{1,3}$/u.test(text.slice(from, to)) && /^\p{L}(?![\p{L}\p{M}])/u.test(text.slice(to))) ||
  /(?<![\p{L}\p{M}\p{N}])\p{L}-$/u.test(text.slice(0, from));

/** Over the first of two as well: of `sector 18 to 62`. @param {string} text @param {number} at */
const wordBefore = (text, at) =>
  /([\p{L}\p{M}]+)[ .:#-]*(?:\d{1,4} ?(?:to|se|and|[-–&]) ?)?$/iu.exec(text.slice(0, at))?.[1] ??
  '';

/** @param {string} text @param {number} at */
export const wordAfter = (text, at) => /^ ?([\p{L}\p{M}]+)/u.exec(text.slice(at))?.[1] ?? '';
