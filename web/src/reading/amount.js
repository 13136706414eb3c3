/**
 * The reader of amounts that people type, paste or say. What it can't read, or could read in two ways,
 * it says; it never leaves a part of a number out.
 */
import { spokenNumber } from './number-words.js';
import { fraction, inPaise, NUMBER as WRITTEN, RUPEES, westernDigits } from './numbers.js';

/**
 * @typedef {'empty' | 'unreadable' | 'too-fine' | 'too-large' | 'not-above-zero'} AmountProblem
 *
 * @typedef {{paise: number}
 *   | {problem: AmountProblem}
 *   | {choices: number[]}} AmountReading `choices`: what it could mean, in paise
 *
 * @typedef {object} AmountSpan an amount within a longer text
 * @property {number} from
 * @property {number} to the index after its last character
 * @property {number} paise
 * @property {boolean} marked a currency stands with it
 * @property {boolean} scaled it is a sum, or a word such as `lakh`, `sau` or `paise` stands with it
 * @property {boolean} cut it is money, and what follows may belong to it: `₹1 250,50`, `₹500 - 10%`
 *
 * @typedef {import('./numbers.js').Fraction} Fraction of rupees
 * @typedef {{end: number, value: Fraction, marked: boolean, scaled: boolean}} Term
 */

const LONGEST = 500;
const NOT_IN_WORD = String.raw`(?![\p{L}\p{M}])`;
const sticky = (/** @type {string} */ source) => new RegExp(source, 'iuy');
const word = (/** @type {string} */ words) => sticky(`(?:${words})${NOT_IN_WORD}`);

const SPACE = sticky(String.raw`\s*`);
const CURRENCY = sticky(RUPEES);
/** `/-` and `/=`, which close an amount on paper. */
const CLOSING = sticky(String.raw`\/[-=](?![\d₹])`);
const PAISE = word('pais[ae]|पैस[ेा]');
/** Apart from its number it is a litre, but of money. */
const LONE_L = word('l');
/**
 * Powers of ten, and whether the unit is said without a number too: `hazaar rupaye`.
 *
 * @type {[RegExp, number, boolean][]}
 */
const UNITS = [
  [word('hundreds?|sau|सौ'), 2, true],
  [word('thousands?|haza+r|haja+r|हज़ार|हजार'.normalize('NFC')), 3, true],
  [word('k'), 3, false],
  [word('la+(?:c|ck|k|kh)s?|lks?|लाख'), 5, true],
  [word('(?<=\\d)l'), 5, false],
  [LONE_L, 5, false],
  [word('mi?l?li?on|mn'), 6, false],
  [word('crs?|crores?|karor|karod|करोड़|करोड'.normalize('NFC')), 7, false],
];
/** Behind an amount of money: more of a number, or what is done with it. */
const MORE =
  /^(?:\s?['’·½⅓⅔¼¾]|[\s,.]*[\s,.]\d[\d,.]*(?: ?p(?!\p{L})|(?![\d,. ]*(?:\p{L}|[-/:])))|\s*[-−–/÷]\s*\d|\s*\+\s*\p{L}|\s*(?:e\d|(?:lpa|p|pa)(?![\p{L}\d])))/iu;
const AND = word('and|aur|और');
const NUMBER = sticky(WRITTEN);
const WORD = sticky(String.raw`[\p{L}\p{M}]+`);
const GAP = sticky(String.raw` |-(?=\p{L})`);
/** Within a line, what stands between two numbers else may divide a date or a range. */
const PLUS_OR_TIMES = sticky(String.raw`[+*×]|x(?=\s*[\d₹.])`);
const OPERATOR = sticky(String.raw`[-+−–*×/÷]|x(?=\s*[\d₹.])`);

/**
 * Read a text that is meant to be one amount.
 *
 * @param {string} text such as `₹1,234.50`, `1.5 lakh`, `120+50`, `२५०`, `Rs. 99 debited`
 * @returns {AmountReading}
 */
export function readAmount(text) {
  const plain = westernDigits(text.normalize('NFC'))
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, ' ')
    .trim();
  if (plain === '') return { problem: 'empty' };
  if (plain.length > LONGEST) return { problem: 'unreadable' };
  const ofStatement = besideDrOrCr(plain);
  if (ofStatement) return ofStatement;
  const sign = /^[-+−–] ?/u.exec(plain)?.[0] ?? '';
  const sum = readSum(plain, sign.length, OPERATOR, /[-−–]/u.test(sign));
  if (sum?.end === plain.length && sum.value.n > 0n) return reading(sum.value);
  const among = choicesOfRange(plain) ?? choicesOfComma(plain);
  if (among) return among;
  return sum?.end === plain.length
    ? reading(sum.value)
    : (markedIn(plain) ?? { problem: 'unreadable' });
}

/** Whether text could only be read as it stands: digits, grouped or not, and up to two decimals. */
export const isPlainAmount = (/** @type {string} */ text) => /^[\d,]*(\.\d{0,2})?$/.test(text);

/**
 * Every amount that a longer text could hold, from left to right.
 *
 * @param {string} text whose digits are western ones
 * @returns {AmountSpan[]}
 */
export function amountsIn(text) {
  const spans = [];
  let at = 0;
  while (at < text.length) {
    const before = text.slice(0, at);
    // Within a word or a number nothing begins: `UPI432`, `1.2.3`.
    const begins =
      text[at] !== ' ' &&
      !/[\p{L}\p{M}\p{N}_#]$/u.test(before) &&
      (!/\d[.,:/-]$/u.test(before) || match(CURRENCY, text, at) !== null);
    const term = begins ? readSum(text, at, PLUS_OR_TIMES) : null;
    const read = term && reading(term.value);
    const after = term ? text.slice(term.end) : '';
    if (term && read && 'paise' in read && !/^[\d_:%]|^[.,/-]\d/u.test(after)) {
      const { marked, scaled } = term;
      const cut = marked && MORE.test(after);
      spans.push({ from: at, to: term.end, paise: read.paise, marked, scaled, cut });
      at = term.end;
    } else at += 1;
  }
  return spans;
}

/** @param {Fraction} rupees @returns {AmountReading} */
function reading(rupees) {
  if (rupees.n <= 0n) return { problem: 'not-above-zero' };
  const paise = inPaise(rupees);
  return typeof paise === 'string' ? { problem: paise } : { paise };
}

/** @param {string[]} texts @returns {AmountReading} what can be read of them, to choose from */
function choicesOf(texts) {
  const meant = texts.map(readAmount);
  const choices = meant.flatMap((one) => ('paise' in one ? [one.paise] : []));
  return choices.length === 1 ? { paise: choices[0] } : { choices };
}

/** In a statement `250.00 Dr` is debited and `250.00 Cr` credited, or 250 crore. @param {string} text */
function besideDrOrCr(text) {
  const match = /^(.*\d)\s*(?:(dr|debit)|(?<=\.\d\d\s*|\d{3}\s+)cr)\.?$/iu.exec(text);
  if (!match) return null;
  const [, amount, debit] = match;
  if (debit) return readAmount(amount);
  const meant = choicesOf([amount, `${amount} crore`]);
  return 'choices' in meant && meant.choices.length === 0 ? null : meant;
}

/** From one amount to another: `500-600`, `₹500 to ₹600`, `1-2 lakh`. */
const RANGE =
  /^(\D*\d[\d.,]*)( ?[^\d ]*?) ?(?:[-−–—]|\bto\b|\bse\b|से) ?(\D{0,7}\d[\d.,]*)( ?\D*)$/iu;

/** @param {string} text @returns {AmountReading | null} its two ends, the lower first */
function choicesOfRange(text) {
  const [, first, behind, second, unit] = RANGE.exec(text) ?? [];
  if (!first) return null;
  const to = readAmount(second + unit);
  // `1-2 lakh` is of lakhs, and `900-1.5k` is not of 900 thousand.
  const from = [behind || unit, behind].map((of) => readAmount(first + of));
  for (const one of from) {
    if ('paise' in one && 'paise' in to && one.paise < to.paise)
      return { choices: [one.paise, to.paise] };
  }
  return null;
}

/** `1,20` is 1.20 to one and an unfinished 1,200 to another. @param {string} text */
function choicesOfComma(text) {
  const match = /^(?:(?:₹|rs\.?|inr) ?)?(\d+),(\d{1,2})$/iu.exec(text);
  if (!match) return null;
  const [, whole, rest] = match;
  return choicesOf([`${whole}.${rest}`, whole + rest]);
}

/** Amounts with a currency among other words. @param {string} text @returns {AmountReading | null} */
function markedIn(text) {
  const marked = amountsIn(text).filter((span) => span.marked);
  if (marked.some(({ cut }) => cut)) return null;
  const choices = [...new Set(marked.map(({ paise }) => paise))];
  if (choices.length === 0) return null;
  return choices.length === 1 ? { paise: choices[0] } : { choices };
}

/**
 * Terms joined by + - × and /, these two first, as far as they go.
 *
 * @param {string} text @param {number} start
 * @param {RegExp} operators
 * @param {boolean} [isNegative] whether a minus stands before the first term
 * @returns {Term | null} null where no term begins, or one would be divided by zero
 */
function readSum(text, start, operators, isNegative = false) {
  const first = readTerm(text, start);
  if (!first) return null;
  const sum = { ...first };
  let total = { n: 0n, d: 1n };
  let product = isNegative ? negative(first.value) : first.value;
  for (;;) {
    const at = skip(text, sum.end);
    const operator = match(operators, text, at);
    const term = operator && readTerm(text, skip(text, at + operator.length));
    if (!term) return { ...sum, value: plus(total, product) };
    const { n, d } = term.value;
    if (/[*×x]/iu.test(operator)) product = { n: product.n * n, d: product.d * d };
    else if (/[/÷]/u.test(operator)) {
      if (n === 0n) return null;
      product = { n: product.n * d, d: product.d * n };
    } else {
      total = plus(total, product);
      product = { n: operator === '+' ? n : -n, d };
    }
    sum.end = term.end;
    sum.marked ||= term.marked;
    sum.scaled = true;
  }
}

/**
 * One amount: `Rs. 1,234.50/-`, `2.5k`, `1 lakh 20 thousand`, `5 rupees 50 paise`, `do sau`.
 *
 * @param {string} text @param {number} start @returns {Term | null}
 */
function readTerm(text, start) {
  let end = start;
  let marked = false;
  let scaled = false;
  for (let found; (found = match(CURRENCY, text, skip(text, end))); marked = true) {
    end = skip(text, end) + found.length;
  }
  let value = { n: 0n, d: 1n };
  let last = Infinity;
  for (;;) {
    const isFirst = last === Infinity;
    const part = readPart(text, isFirst ? skip(text, end) : next(text, end), { marked, isFirst });
    if (!part || part.power >= last) break;
    // `12 34` is no amount, and nothing but paise follows plain rupees.
    if (last === 0 && part.power > -2) break;
    value = plus(value, part.value);
    last = part.power;
    end = part.end;
    scaled ||= part.power !== 0;
    const behind = currencyBehind(text, end);
    marked ||= behind > end || hasCurrency(text, end);
    end = behind;
  }
  return last === Infinity ? null : { end, value, marked, scaled };
}

/**
 * A number and the unit behind it.
 *
 * @param {string} text @param {number} start
 * @param {{marked: boolean, isFirst: boolean}} context `marked`: money is spoken of, so that a
 *   number's name needs no unit; `isFirst`: no larger part stands before it
 * @returns {{end: number, value: Fraction, power: number} | null}
 */
function readPart(text, start, { marked, isFirst }) {
  const digits = match(NUMBER, text, start);
  const spoken = digits ? null : spokenAt(text, start);
  const value = digits ? fraction(digits) : (spoken?.value ?? { n: 1n, d: 1n });
  const end = digits ? start + digits.length : (spoken?.end ?? start);
  const at = skip(text, end);
  const paise = match(PAISE, text, at);
  if (paise && end > start) {
    return { end: at + paise.length, value: { n: value.n, d: value.d * 100n }, power: -2 };
  }
  for (const [unit, power, alone] of UNITS) {
    const found = match(unit, text, at);
    if (!found || (unit === LONE_L && !marked)) continue;
    const past = at + found.length;
    if (end === start && !(alone && isFirst && (marked || hasCurrency(text, past)))) return null;
    return { end: past, value: { n: value.n * 10n ** BigInt(power), d: value.d }, power };
  }
  if (digits) return isFirst ? { end, value, power: 0 } : null;
  if (!spoken) return null;
  // `do` is a verb and `ten` part of a name, unless money is spoken of: `do rupaye`, `ek sau das`.
  const isMoney = marked || hasCurrency(text, end);
  const isRest = !isFirst && (value.n >= 10n * value.d || at === text.length);
  return isMoney || isRest ? { end, value, power: 0 } : null;
}

/** @param {string} text @param {number} start @returns {{end: number, value: Fraction} | null} */
function spokenAt(text, start) {
  const first = match(WORD, text, start);
  if (!first) return null;
  const gap = match(GAP, text, start + first.length) ?? '';
  const second = gap && match(WORD, text, start + first.length + gap.length);
  const spoken = spokenNumber([first, second || '']);
  if (!spoken) return null;
  const length = first.length + (spoken.count > 1 ? gap.length + (second || '').length : 0);
  return { end: start + length, value: spoken.value };
}

/** Where the next part of an amount can begin: `two hundred and fifty`. @param {string} text @param {number} end */
function next(text, end) {
  const at = skip(text, end);
  const and = match(AND, text, at);
  return and ? skip(text, at + and.length) : at;
}

/**
 * Where the currency behind a number ends, such as `rs`, `₹` or `/-`. One that stands apart before
 * another number isn't taken: it may be that one's.
 *
 * @param {string} text @param {number} end of the number
 */
function currencyBehind(text, end) {
  for (let at = skip(text, end); ; at = skip(text, end)) {
    const found = match(CURRENCY, text, at) ?? match(CLOSING, text, at);
    if (!found || (at > end && ofNext(text, at, found))) return end;
    end = at + found.length;
  }
}

/** @param {string} text @param {number} at @param {string} currency that stands there */
const ofNext = (text, at, currency) =>
  /^(₹|rs\.?|inr\.?)$/iu.test(currency) && match(NUMBER, text, skip(text, at + currency.length));

/**
 * Whether a currency stands behind a number and could be its own: of `62 Rs 500` nobody can tell, and
 * of `62 Rs. 500` and `62 ₹500` it is the other's.
 *
 * @param {string} text @param {number} end of the number
 */
function hasCurrency(text, end) {
  const at = skip(text, end);
  const found = match(CURRENCY, text, at);
  if (!found || !ofNext(text, at, found)) return found !== null;
  return at === end || (/^[a-z]+$/iu.test(found) && text[at + found.length] === ' ');
}

/** @param {Fraction} a @returns {Fraction} */
const negative = ({ n, d }) => ({ n: -n, d });

/** @param {Fraction} a @param {Fraction} b @returns {Fraction} */
const plus = (a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });

/** @param {RegExp} pattern sticky @param {string} text @param {number} at @returns {string | null} */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] || null;
}

/** @param {string} text @param {number} at */
const skip = (text, at) => at + (match(SPACE, text, at)?.length ?? 0);
