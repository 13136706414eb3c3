/**
 * Which number of a line is its amount: one with a currency, or else one that isn't a quantity, a year, a
 * time, a reference or a count. Where several are left, it says all.
 */
import { readAmount } from './amount.js';
import { APIECE, FEW, numbersIn, wordAfter } from './line-numbers.js';
import { isMeasure } from './quantities.js';

/**
 * @typedef {import('./line-numbers.js').LineNumber} LineNumber
 *
 * @typedef {object} LineAmount
 * @property {number} paise
 * @property {number} from
 * @property {number} to the index after its last character; as `from` where it is no one place
 *
 * @typedef {object} LineAmounts
 * @property {LineAmount[]} meant one if it is sure, several to choose from, or none
 * @property {boolean} sure
 * @property {import('./amount.js').AmountProblem | null} problem of a number that is no amount
 */

/** @type {LineAmounts} */
const NONE = { meant: [], sure: false, problem: null };
const MOST_CHOICES = 4;

/** @param {LineAmount[]} meant to choose from @returns {LineAmounts} */
const open = (meant) => ({ ...NONE, meant });

/**
 * @param {string} text NFC, of western digits, without its date and tags
 * @returns {LineAmounts}
 */
export function lineAmounts(text) {
  const all = numbersIn(text);
  const possible = all.filter(({ kind }) => kind !== 'quantity');
  const range = rangeIn(text, all);
  if (range) return range;
  const unread = unreadIn(text, all);
  if (possible.length === 0) return unread ?? open(quantities(text, all));
  const [first, ...others] = narrowed(text, possible);
  if (first.cut) return { ...NONE, problem: 'unreadable' };
  const beside = readAmount(text.slice(first.from, first.to));
  if (others.length === 0 && 'choices' in beside)
    return open(beside.choices.map((paise) => ({ ...first, paise })));
  if (first.each && all.length > 1 && others.length === 0) return forAll(text, first, all);
  const isOne =
    others.length === 0 ||
    (first.count === null && others.every(({ paise }) => paise === first.paise));
  if (isOne && (first.marked || !unread)) return { ...NONE, meant: [first], sure: true };
  return open(choices(text, [first, ...others]));
}

/** Leave out what is less likely, as long as something is left. @param {string} text @param {LineNumber[]} candidates */
function narrowed(text, candidates) {
  let left = candidates;
  /** @param {(one: LineNumber) => boolean} keeps */
  const keep = (keeps) => {
    const kept = left.filter(keeps);
    if (kept.length) left = kept;
  };
  keep(({ marked }) => marked);
  keep(({ kind }) => kind !== 'perhaps');
  // `rent 2.5k 1`, but not `photo 4x6 print 20`.
  if (left.every(({ scaled, summed, count }) => (scaled && !summed) || count !== null))
    keep(({ scaled }) => scaled);
  // `2 coffees 300`: what is counted comes before its name, and the price is above the count.
  const prices = left.filter(({ leads }) => !leads);
  const highest = Math.max(...prices.map(({ paise }) => paise));
  const isCounted = (/** @type {LineNumber} */ { leads, count, paise, named }) =>
    leads && count !== null && paise < highest && !(named && count > FEW); // `bread 45 eggs 84`
  if (prices.length === 1 && left.every((one) => !one.leads || isCounted(one))) return prices;
  keep((one) => !isCounted(one) || (one.count ?? 0) > FEW);
  // `redmi note 13 17999`: two prices of one thing, one a hundred times the other, are a name and its price.
  const [name, price] = left;
  const isNamed = left.length === 2 && name.count !== null && name.named;
  const isFarAbove = isNamed && price.paise >= 100 * name.paise;
  return isFarAbove && text.slice(name.to, price.from) === ' ' ? [price] : left;
}

/** @param {string} text @param {LineNumber[]} numbers each, and all together */
function choices(text, numbers) {
  const different = distinct(numbers);
  const overlap = different.some((one) =>
    different.some((other) => one !== other && one.from < other.to && other.from < one.to),
  );
  const together = overlap || numbers.length < 2 ? null : total(text, numbers);
  return [
    ...different.slice(0, MOST_CHOICES),
    ...(together ? [{ paise: together, from: 0, to: 0 }] : []),
  ];
}

/** @param {LineAmount[]} amounts */
const distinct = (amounts) =>
  amounts.filter(({ paise }, index) => amounts.findIndex((one) => one.paise === paise) === index);

/** `1200 - 50` is a difference, and others are a sum. @param {string} text @param {LineNumber[]} numbers */
function total(text, numbers) {
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  const sum = numbers.reduce((paise, one) => paise + one.paise, 0);
  const written = text.slice(first.from, last.to);
  const read = readAmount(
    /^[^\p{L}]*\d *[-−–/] *\d[^\p{L}]*$/u.test(written) ? written : `${sum} paise`,
  );
  return 'paise' in read ? read.paise : null;
}

/**
 * What they all cost at a price for each; where that isn't said, or is of a measure, that price as well.
 *
 * @param {string} text @param {LineNumber} price @param {LineNumber[]} all
 */
function forAll(text, price, all) {
  const [one, ...more] = all.filter((number) => number !== price);
  const cost =
    more.length === 0 && one.count ? readAmount(`${price.paise} paise x ${one.count}`) : null;
  if (!cost || !('paise' in cost)) return open([price]);
  const from = /(?:@|\bat) ?$/iu.exec(text.slice(0, price.from))?.index ?? price.from;
  const to = price.to + (APIECE.exec(text.slice(price.to))?.[0].length ?? 0);
  return price.apiece && one.leads && !isMeasure(wordAfter(text, one.to))
    ? { ...NONE, meant: [{ paise: cost.paise, from, to }], sure: true }
    : open([{ paise: cost.paise, from: 0, to: 0 }, price]);
}

/** Between two numbers that no other stands beside: `500-600`. */
const RANGE =
  /(?<![\p{L}\p{M}\p{N}_.,:/-])(?:(?:₹|rs\.?|inr) ?)?\d[\d.,]* ?(?:k|l|lakhs?)? ?(?:[-–—]|to|se|से) ?(?:(?:₹|rs\.?|inr) ?)?\d[\d.,]*(?: ?(?:k|l|lakhs?|rs|₹))?(?![\p{L}\p{M}\d:/%_-])/iu;

/** What lies between two amounts can only be asked. @param {string} text @param {LineNumber[]} numbers */
function rangeIn(text, numbers) {
  const found = RANGE.exec(text);
  if (!found) return null;
  const [from, to] = [found.index, found.index + found[0].length];
  const isAlone =
    !/\d{9}/u.test(found[0]) && numbers.every((one) => from <= one.from && one.to <= to);
  const ends = isAlone && !isMeasure(wordAfter(text, to)) ? readAmount(found[0]) : null;
  return ends && 'choices' in ends
    ? open(ends.choices.map((paise) => ({ paise, from, to })))
    : null;
}

/** What only might be rupees: `2l` also as two lakh. @param {string} text @param {LineNumber[]} numbers */
function quantities(text, numbers) {
  const meant = numbers.slice(0, MOST_CHOICES).flatMap((number) => {
    const { from, to } = number;
    const [, digits, l] = /^(\d+(?:\.\d+)?) ?(l(?!\p{L}))?/iu.exec(text.slice(from)) ?? [];
    const readings = (l ? [digits, `${digits} lakh`] : []).map(readAmount);
    const both = readings.flatMap((one) =>
      'paise' in one ? [{ paise: one.paise, from, to }] : [],
    );
    return both.length ? both : [number];
  });
  return distinct(meant);
}

/**
 * A number that no amount was read from: `1.005`, `1,50`, `99999999999`.
 *
 * @param {string} text @param {LineNumber[]} read
 * @returns {LineAmounts | null}
 */
function unreadIn(text, read) {
  for (const { 0: found, index } of text.matchAll(
    /(?<![\p{L}\p{M}\p{N}_.,:/-])\d[\d.,]*(?![\d:/%_-])/gu,
  )) {
    const written = found.replace(/[.,]+$/u, '');
    if (isMeasure(wordAfter(text, index + found.length))) continue;
    if (read.some(({ from, to }) => from < index + written.length && index < to)) continue;
    const reading = readAmount(written);
    const place = { from: index, to: index + written.length };
    if ('choices' in reading) return open(reading.choices.map((paise) => ({ paise, ...place })));
    if ('problem' in reading && reading.problem !== 'unreadable')
      return { ...NONE, problem: reading.problem };
  }
  // `1200-50` and `1200/4`, which could be a range or a date.
  const sum = /(?<![\p{L}\p{M}\p{N}_.,:/-])\d[\d.,]*[-/]\d[\d.,]*(?![\p{L}\d:/%_-])/u.exec(text);
  const meant = sum && read.length === 0 ? readAmount(sum[0]) : null;
  return sum && meant && 'paise' in meant
    ? open([{ paise: meant.paise, from: sum.index, to: sum.index + sum[0].length }])
    : null;
}
