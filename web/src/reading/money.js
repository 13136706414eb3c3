/**
 * Amounts are whole paise, in safe integers: 10^13 paise is the limit, far below 2^53. Nothing here
 * (nor anywhere else) divides or multiplies a fraction of a rupee: text is cut and joined instead.
 */

/** The largest amount the API accepts, in paise. */
export const MAX_PAISE = 10 ** 13;

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
 * Read an amount as a person writes it: `1,23,456.5`, `₹ 120`, `2.5k`, `1.2 lakh`, `3cr`.
 *
 * @param {string} text
 * @returns {number | null} paise, at least 1; null if it is not an amount the app can hold
 */
export function parseAmount(text) {
  const match =
    /^(?:₹|rs\.?|inr)?\s*([\d,]*)(?:\.(\d*))?\s*(k|l|lac|lakh|lakhs|cr|crore|crores)?$/i.exec(
      text.trim(),
    );
  if (!match) return null;
  const rupees = match[1].replaceAll(',', '');
  const fraction = match[2] ?? '';
  if (rupees === '' && fraction === '') return null;
  const zeros = 2 + magnitude(match[3]);
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > zeros) return null; // finer than a paisa
  const paise = rupees + kept.padEnd(zeros, '0');
  if (paise.replace(/^0+/, '').length > 14) return null;
  const amount = Number(paise);
  return amount >= 1 && amount <= MAX_PAISE ? amount : null;
}

/** @param {string | undefined} unit */
function magnitude(unit) {
  if (!unit) return 0;
  const first = unit[0].toLowerCase();
  return first === 'k' ? 3 : first === 'l' ? 5 : 7;
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

/**
 * What an amount field shows while it is typed in: Indian grouping, at most two decimals, and the
 * caret behind the same digit as before.
 *
 * @param {string} text what the field holds
 * @param {number} caret where the caret is in it
 * @returns {{text: string, caret: number}}
 */
export function groupWhileTyping(text, caret) {
  const isKept = (/** @type {string} */ c) => /[\d.]/.test(c);
  const keptBefore = [...text.slice(0, caret)].filter(isKept).length;
  const kept = [...text].filter(isKept).join('');
  const [whole, ...rest] = kept.split('.');
  const rupees = whole.replace(/^0+(?=\d)/, '').slice(0, 12);
  const dropped = whole.length - rupees.length;
  const fraction = rest.length ? `.${rest.join('').slice(0, 2)}` : '';
  const grouped = groupDigits(rupees) + fraction;
  let position = 0;
  for (let seen = 0; seen < keptBefore - dropped && position < grouped.length; position++) {
    if (isKept(grouped[position])) seen++;
  }
  return { text: grouped, caret: position };
}
