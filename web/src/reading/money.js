/**
 * Amounts are whole paise, in safe integers: 10^12 paise is the limit, far below 2^53. Nothing here
 * (nor anywhere else) divides or multiplies a fraction of a rupee: text is cut and joined instead.
 */

/** The largest amount the API accepts, in paise. */
export const MAX_PAISE = 10 ** 12;

/**
 * Group whole rupees the Indian way: the last three digits, then pairs.
 *
 * @param {string} digits such as `1234567`
 * @returns {string} such as `12,34,567`
 */
export function groupDigits(digits) {
  if (digits.length <= 3) return digits;
  const head = digits.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ',');
  return `${head},${digits.slice(-3)}`;
}

/**
 * Paise as plain text without symbol or grouping, for inputs and CSV: `123456.50`, `120`.
 *
 * @param {number} paise
 * @param {{always?: boolean}} [options] `always` writes the two decimals even when they are zero
 */
export function plainAmount(paise, { always = false } = {}) {
  const sign = paise < 0 ? '-' : '';
  const digits = String(Math.abs(paise)).padStart(3, '0');
  const rupees = digits.slice(0, -2);
  const fraction = digits.slice(-2);
  return sign + (fraction === '00' && !always ? rupees : `${rupees}.${fraction}`);
}
