/** Calendar dates as people and banks write them, in digits or with a month's name. */
import { makeDate, parts as partsOf, isDate } from '../writing/dates.js';

/** @typedef {'dmy' | 'mdy' | 'ymd'} DateOrder */

/** Each month in English and in Hindi, the short forms too. */
const MONTHS = [
  'january jan janvari जनवरी',
  'february feb farvari फरवरी फ़रवरी',
  'march mar मार्च',
  'april apr aprail अप्रैल',
  'may mai मई',
  'june jun जून',
  'july jul julai जुलाई',
  'august aug agast अगस्त',
  'september sept sep सितंबर सितम्बर',
  'october oct aktubar अक्टूबर अक्तूबर',
  'november nov navambar नवंबर नवम्बर',
  'december dec disambar दिसंबर दिसम्बर',
].map((names) => names.normalize('NFC').split(' '));

/** What a month is called, for a pattern; the longer names first. */
export const MONTH = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

/** @param {string} name @returns {number} 1 to 12, or 0 if it is none: `sept`, `Novem`, `मई` */
export function monthNumber(name) {
  const lower = name.normalize('NFC').toLowerCase();
  const isIt = (/** @type {string[]} */ names) =>
    names.includes(lower) || (lower.length > 2 && names[0].startsWith(lower));
  return MONTHS.findIndex(isIt) + 1;
}

/**
 * A whole date with nothing else around it: `25-12-26`, `2026/12/25`, `25th Dec '26`, `Dec 25, 2026`,
 * `20261225`. Two-digit years are of this century.
 *
 * @param {string} text of western digits
 * @param {DateOrder} order of a date in digits only; a month's name or a year in front speaks for itself
 * @returns {string | null} `YYYY-MM-DD`, null if it is none
 */
export function writtenDate(text, order) {
  const found = partsIn(text.toLowerCase());
  if (!found) return null;
  const named = found.findIndex((part) => !/\d/u.test(part));
  if (named >= 0) {
    const month = monthNumber(found[named]);
    const others = found.filter((_, index) => index !== named);
    const [year, day] = others[0].length === 4 ? others : [others[1], others[0]];
    return existing(fullYear(year), month, Number(day));
  }
  const [first, second, third] = found;
  if (first.length === 4) return existing(Number(first), Number(second), Number(third));
  if (order === 'ymd') return existing(fullYear(first), Number(second), Number(third));
  return order === 'dmy'
    ? existing(fullYear(third), Number(second), Number(first))
    : existing(fullYear(third), Number(first), Number(second));
}

/** @param {string} date @returns {string[] | null} three parts: digits, or a month's name */
function partsIn(date) {
  const compact = /^(?:((?:19|20)\d{2})(0[1-9]|1[0-2])(\d{2})|(\d{2})(\d{2})(20\d{2}))$/u.exec(
    date,
  );
  if (compact) return compact.slice(1).filter((part) => part !== undefined);
  const found = date
    .replace(/(\d)(st|nd|rd|th)(?![\p{L}\p{M}])/gu, '$1')
    .replace(/(\d)(?=\p{L})|([\p{L}\p{M}])(?=\d)/gu, '$1$2 ')
    .split(/[\s\-/.,'’]/u)
    .filter(Boolean);
  const isPart = (/** @type {string} */ part) => /^(\d{1,2}|\d{4}|[\p{L}\p{M}]{2,10})$/u.test(part);
  return found.length === 3 && found.every(isPart) ? found : null;
}

/** @param {string} year */
const fullYear = (year) => Number(year) + (year.length === 4 ? 0 : 2000);

/** @param {number} year @param {number} month @param {number} day @returns {string | null} */
export function existing(year, month, day) {
  const date = makeDate(year, month, day);
  return isDate(date) ? date : null;
}

/**
 * The latest such day that has been.
 *
 * @param {number} month @param {number} day @param {string} today @returns {string | null}
 */
export function latestOfYear(month, day, today) {
  const { year } = partsOf(today);
  // The 29th of February comes every fourth year; 2100 is the last that is kept.
  for (let back = 0; back <= 4; back++) {
    const date = existing(year - back, month, day);
    if (date && date <= today) return date;
  }
  return null;
}

/** The latest such day of a month that has been. @param {number} day @param {string} today */
export function latestOfMonth(day, today) {
  const { year, month } = partsOf(today);
  // Of three months in a row one has 31 days.
  for (const back of [0, 1, 2]) {
    const at = year * 12 + month - 1 - back;
    const date = existing(Math.floor(at / 12), (at % 12) + 1, day);
    if (date && date <= today) return date;
  }
  return null;
}
