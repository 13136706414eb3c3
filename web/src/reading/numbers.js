/**
 * Numbers as they are written: in any script's digits, grouped as in India, in the west or by spaces.
 * The arithmetic is exact: whole numbers over whole numbers, never a fraction in floating point.
 */
import { westernDigit } from './folding.js';
import { MAX_PAISE } from './money.js';

/** @typedef {{n: bigint, d: bigint}} Fraction */

/** A number with its group separators and decimals; the last form takes any run of digits. */
export const NUMBER = [
  String.raw`\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,.])`,
  String.raw`\d{1,3}(?:,\d{2,3})*,\d{3}(?![\d,])(?:\.\d*)?`,
  String.raw`\d{1,3}(?: \d{2,3})* \d{3}(?![\d,])(?:\.\d*)?`,
  String.raw`\d+(?:\.\d*)?|\.\d+`,
].join('|');
/** What names the currency, in any alphabet in use for it. */
export const RUPEES = String.raw`₹|(?<![\p{L}\p{M}])(?:rs|inr|rupees?|rup[aei]?(?:y[ae]?|ya|iya)|र[ुू](?:प(?:ये|ए|या))?)(?![\p{L}\p{M}])(?:\.|:(?=\s?\d))?|₨`;
/** Codes of other currencies that Indians meet. */
export const FOREIGN_CODES = 'usd eur gbp aed sgd jpy aud cad chf thb myr npr lkr cny hkd'.split(
  ' ',
);
const WHOLE_NUMBER = new RegExp(`^(?:${NUMBER})$`, 'u');

/**
 * The digits of all scripts as 0 to 9.
 *
 * @param {string} text
 * @param {{sameLength?: boolean}} [options] leave digits of two UTF-16 units, so that indices stay
 */
export function westernDigits(text, { sameLength = false } = {}) {
  // Nearly all of a statement's cells have no others.
  if (!/[\u{80}-\u{10ffff}]/u.test(text)) return text;
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) =>
    sameLength && digit.length > 1 ? digit : westernDigit(digit),
  );
}

/** @param {string} digits as NUMBER matches them @returns {Fraction} */
export function fraction(digits) {
  const isEuropean = /\.\d{3},/u.test(digits);
  const plain = isEuropean ? digits.replaceAll('.', '').replace(',', '.') : digits;
  const [whole, decimals = ''] = plain.replace(/[ ,]/gu, '').split('.');
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) };
}

/**
 * A text that is one number, where a comma before one or two last digits can only be a decimal one.
 *
 * @param {string} text of western digits
 * @returns {Fraction | null}
 */
export function readNumber(text) {
  if (/^\d+,\d{1,2}$/u.test(text)) return fraction(text.replace(',', '.'));
  return WHOLE_NUMBER.test(text) ? fraction(text) : null;
}

/**
 * A whole number from one on, in any script's digits, as a field for one holds it.
 *
 * @param {string} text
 * @param {number} most
 * @returns {number | null} null where it is none, or more
 */
export function readWhole(text, most) {
  const digits = westernDigits(text).trim();
  const number = /^\d{1,9}$/u.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= most ? number : null;
}

/**
 * @param {Fraction} rupees not below zero
 * @returns {number | 'too-large' | 'too-fine'} paise
 */
export function inPaise({ n, d }) {
  if (n * 100n > BigInt(MAX_PAISE) * d) return 'too-large';
  return (n * 100n) % d === 0n ? Number((n * 100n) / d) : 'too-fine';
}
