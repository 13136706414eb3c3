/** One cell as an amount in whole paise. The digits are put together as text, never as a fraction. */

/**
 * @typedef {object} CellAmount
 * @property {number} paise never negative
 * @property {1 | -1} sign -1 for `-12`, `12-`, `(12)`
 * @property {boolean} plus whether a plus sign stands there
 * @property {'debit' | 'credit' | null} side what a `Dr` or `Cr` beside the digits says
 * @property {string | null} currency `INR`, another code, or null where the cell names none
 *
 * @typedef {CellAmount | 'empty' | 'unreadable' | 'too-fine' | 'too-large'} AmountReading
 */

const MOST_PAISE = 1e13;
const LONGEST = 40;
const RUPEES = /₹|(?<![a-z])(?:rs|inr|rupees?)(?![a-z])\.?|(?:\/-|\/=)\s*$/giu;
const OTHER = /(?<![a-z])(usd|eur|gbp|aed|sgd|jpy|aud|cad|chf|thb|myr|npr|lkr|cny|hkd)(?![a-z])/iu;
const SYMBOLS = /** @type {Record<string, string>} */ ({
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
});
const SIDE = /(?<![a-z])(dr|debit|d|cr|credit|c)(?![a-z])\.?/iu;

/**
 * @param {string} text
 * @returns {AmountReading}
 */
export function readAmountCell(text) {
  let rest = text
    .trim()
    .replace(/[\u0966-\u096F]/gu, (digit) => String(digit.charCodeAt(0) - 0x966));
  if (rest === '' || /^[-–—.]+$/u.test(rest) || /^(nil|null|n\/?a|none)$/iu.test(rest))
    return 'empty';
  if (rest.length > LONGEST || !/\d/u.test(rest)) return 'unreadable';

  const rupees = RUPEES.test(rest);
  RUPEES.lastIndex = 0;
  const symbol = /[$€£¥]/u.exec(rest)?.[0];
  const currency =
    OTHER.exec(rest)?.[1].toUpperCase() ?? (symbol ? SYMBOLS[symbol] : rupees ? 'INR' : null);
  rest = rest
    .replace(OTHER, ' ')
    .replace(/[$€£¥]/gu, ' ')
    .replace(RUPEES, ' ');

  const word = SIDE.exec(rest)?.[1]?.toLowerCase();
  const side = word ? (word.startsWith('d') ? 'debit' : 'credit') : null;
  rest = rest
    .replace(SIDE, ' ')
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

/** @param {string} text digits with group separators and perhaps decimals */
function paiseOf(text) {
  let plain = text;
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/u.test(text)) plain = text.replaceAll(',', '');
  else if (/^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/u.test(text)) {
    plain = text.replaceAll('.', '').replace(',', '.');
  }
  const match = /^(\d*)(?:\.(\d*))?$/u.exec(plain);
  if (!match || (match[1] === '' && !match[2])) return 'unreadable';
  const decimals = (match[2] ?? '').replace(/0+$/u, '');
  if (decimals.length > 2) return 'too-fine';
  const digits = (match[1] + decimals.padEnd(2, '0')).replace(/^0+(?=\d)/u, '');
  if (digits.length > 14 || Number(digits) > MOST_PAISE) return 'too-large';
  return Number(digits);
}
