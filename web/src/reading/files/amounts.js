/**
 * Reading amounts as people and banks write them, into whole paise. No floating point: the digits are
 * put together as text.
 */

import { MAX_PAISE } from '../money.js';

/**
 * @typedef {object} Amount
 * @property {number} paise never negative
 * @property {1 | -1} sign -1 for `-12`, `12-`, `(12)`
 * @property {'debit' | 'credit' | null} side what a trailing `Dr` or `Cr` says
 */

/** What may stand around the digits and says nothing about the value. */
const CURRENCY = /₹|(?<![a-z])(?:rs|inr|rupees?)(?![a-z])\.?|(?:\/-|\/=)\s*$/giu;
const SIDE = /(?<![a-z])(dr|debit|cr|credit)(?![a-z])\.?/iu;

/**
 * Read one cell.
 *
 * @param {string} text
 * @returns {Amount | 'empty' | 'unreadable' | 'too-fine' | 'too-large'} `too-fine`: more than two
 *   decimals; rounding somebody's money silently is not ours to do
 */
export function readAmount(text) {
  let rest = westernDigits(text).trim();
  if (rest === '' || /^[-–—]+$/u.test(rest) || /^(nil|null|n\/?a)$/iu.test(rest)) return 'empty';

  const sideWord = SIDE.exec(rest)?.[1]?.toLowerCase();
  const side = sideWord ? (sideWord.startsWith('d') ? 'debit' : 'credit') : null;
  rest = rest.replace(SIDE, ' ').replace(CURRENCY, ' ');
  rest = rest.replace(/[\s\u00A0\u202F']/gu, '').replace(/[−–—]/gu, '-');

  /** @type {1 | -1} */
  let sign = 1;
  const bracketed = /^([-+]?)\((.*)\)$/u.exec(rest);
  if (bracketed) {
    sign = -1;
    rest = bracketed[2];
  }
  const signed = /^([-+]?)(.*?)([-+]?)$/u.exec(rest);
  if (signed) {
    if (signed[1] === '-' || signed[3] === '-') sign = -1;
    rest = signed[2];
  }
  const paise = readDigits(rest);
  return typeof paise === 'number' ? { paise, sign, side } : paise;
}

/**
 * @param {string} text digits with group separators and perhaps decimals
 * @returns {number | 'unreadable' | 'too-fine' | 'too-large'}
 */
function readDigits(text) {
  const plain = withPointForDecimals(text);
  const match = plain === null ? null : /^(\d*)(?:\.(\d*))?$/u.exec(plain);
  if (!match || (match[1] === '' && !match[2])) return 'unreadable';
  const decimals = (match[2] ?? '').replace(/0+$/u, '');
  if (decimals.length > 2) return 'too-fine';
  const digits = (match[1] + decimals.padEnd(2, '0')).replace(/^0+(?=\d)/u, '');
  if (digits.length > 14) return 'too-large';
  const paise = Number(digits);
  return paise > MAX_PAISE ? 'too-large' : paise;
}

/**
 * Take out group separators. A comma groups (1,23,456 or 123,456); it is a decimal comma only where it
 * cannot group: one comma, followed by one or two last digits.
 *
 * @param {string} text
 * @returns {string | null} null where the grouping makes no sense
 */
function withPointForDecimals(text) {
  if (/^\d*(\.\d*)?$/u.test(text)) return text;
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/u.test(text)) return text.replaceAll(',', '');
  if (/^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/u.test(text)) {
    return text.replaceAll('.', '').replace(',', '.');
  }
  return null;
}

/** @param {string} text */
function westernDigits(text) {
  return text.replace(/[\u0966-\u096F]/gu, (digit) => String(digit.charCodeAt(0) - 0x0966));
}
