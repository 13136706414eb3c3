/** One cell as an amount in whole paise: its number, and the sign, side and currency that stand with it. */
import { readAmount } from '../amount.js';
import { FOREIGN_CODES, inPaise, readNumber, RUPEES, westernDigits } from '../numbers.js';
import { remembered } from '../remembered.js';

/**
 * @typedef {object} CellAmount
 * @property {number} paise never negative
 * @property {1 | -1} sign -1 for `-12`, `12-`, `(12)`
 * @property {boolean} plus whether a plus sign stands there
 * @property {'debit' | 'credit' | null} side what a `Dr` or `Cr` beside the digits says
 * @property {string | null} currency `INR`, another code, or null where the cell names none
 *
 * @typedef {Readonly<CellAmount> | 'empty' | 'unreadable' | 'too-fine' | 'too-large'} AmountReading
 */

const LONGEST = 40;
const IN_RUPEES = new RegExp(String.raw`${RUPEES}|(?:\/-|\/=)\s*$`, 'giu');
/** How it was paid, behind the amount. */
const PAID_BY =
  /(?<=\d(?:\/[-=])?)\s+(?:(?:by|in|via)\s+)?(?:cash|upi|card|gpay|google pay|phonepe|paytm|online)\.?$/iu;
const OTHER = new RegExp(`(?<![a-z])(${FOREIGN_CODES.join('|')})(?![a-z])`, 'iu');
const SYMBOLS = /** @type {Record<string, string>} */ ({
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
});
/** As people write them for themselves: `32k`, `1.2L`, `2.5 lakh`, `120+50`. */
const BY_HAND = /^[-+]?\d[\d,.]*(?:(?:k|l|\s?la(?:kh|c)s?)|(?:\+\d[\d,.]*){1,5})$/iu;
/** `D`, `C`; `M` is what SBI Card writes behind a debit that is to be paid in instalments. */
const SIDE = /(?<![a-z])(dr|debit|d|cr|credit|c|(?<=\d )m$)(?![a-z])\.?/iu;

/**
 * @param {string} text of one amount, or of what several people paid: `200;100`
 * @returns {AmountReading}
 */
export const readAmountCell = (text) =>
  text.length > LONGEST ? readAmounts(text) : readOnce(text);

const readOnce = remembered(readAmounts);

/** @param {string} text @returns {AmountReading} */
function readAmounts(text) {
  const parts = text.split(';');
  if (parts.length === 1) return readOneAmount(text);
  const read = parts.map(readOneAmount);
  const [first] = read;
  const amounts = read.filter((one) => typeof one === 'object');
  const isSum =
    typeof first === 'object' &&
    amounts.length === parts.length &&
    amounts.every(({ sign, side }) => sign === first.sign && side === first.side);
  if (!isSum) return 'unreadable';
  return { ...first, paise: amounts.reduce((sum, { paise }) => sum + paise, 0) };
}

/** @param {string} text @returns {AmountReading} */
function readOneAmount(text) {
  let rest = westernDigits(text).trim().replace(PAID_BY, '');
  if (rest === '' || /^[-–—.]+$/u.test(rest) || /^(nil|null|n\/?a|none)$/iu.test(rest))
    return 'empty';
  if (rest.length > LONGEST || !/\d/u.test(rest)) return 'unreadable';

  const inRupees = IN_RUPEES.test(rest);
  IN_RUPEES.lastIndex = 0;
  rest = rest.replace(/\s+only\W*$/iu, '');
  const symbol = /[$€£¥]/u.exec(rest)?.[0];
  const currency =
    OTHER.exec(rest)?.[1].toUpperCase() ?? (symbol ? SYMBOLS[symbol] : inRupees ? 'INR' : null);
  rest = rest
    .replace(OTHER, ' ')
    .replace(/[$€£¥]/gu, ' ')
    .replace(IN_RUPEES, ' ');

  const word = SIDE.exec(rest)?.[1]?.toLowerCase();
  const side = word ? (word.startsWith('c') ? 'credit' : 'debit') : null;
  rest = rest
    .replace(SIDE, ' ')
    .replace(/\(\s*\)/u, ' ')
    .replace(/[\s\u00A0\u202F']/gu, '')
    .replace(/[−–—]/gu, '-');
  rest = rest.replace('(-)', '-').replace('(+)', '+');

  const bracketed = /^\((.*)\)$/u.exec(rest);
  const signed = /^([-+]?)(.*?)([-+]?)$/u.exec(bracketed ? bracketed[1] : rest);
  const signs = (signed?.[1] ?? '') + (signed?.[3] ?? '');
  const paise = paiseOf(signed?.[2] ?? '');
  if (typeof paise === 'string') return paise;
  const negative = bracketed !== null || signs.includes('-');
  return { paise, sign: negative ? -1 : 1, plus: signs.includes('+'), side, currency };
}

/** @param {string} digits @returns {number | 'unreadable' | 'too-fine' | 'too-large'} */
function paiseOf(digits) {
  const rupees = readNumber(digits);
  if (rupees) return inPaise(rupees);
  const read = BY_HAND.test(digits) ? readAmount(digits) : null;
  if (!read || 'choices' in read) return 'unreadable';
  return 'paise' in read ? read.paise : 'unreadable';
}
