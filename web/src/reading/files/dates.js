/**
 * Reading dates in whichever order a file writes them. The order is found from all rows together: one
 * row `03-04-2018` says nothing, one row `25-04-2018` among them settles it.
 */

/** @typedef {'dmy' | 'mdy' | 'ymd'} DateOrder */

/** All orders, likeliest first in India. */
export const DATE_ORDERS = /** @type {DateOrder[]} */ (['dmy', 'mdy', 'ymd']);

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What may follow a date: a time, with or without seconds, AM/PM and zone. It is left out. */
const TIME =
  /[T\s,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|utc|gmt|ist|[+-]\d{2}:?\d{2})?$/iu;
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.\s]+/iu;

/**
 * Read one date.
 *
 * @param {string} text
 * @param {DateOrder} order how to read a date written in digits only; a month's name or a leading
 *   four-digit year speaks for itself
 * @returns {string | null} `YYYY-MM-DD`, or null if it is no date of 1900–2100
 */
export function readDate(text, order) {
  const parts = datePartsOf(text);
  if (!parts) return null;
  const named = parts.findIndex((part) => /^[a-z]/u.test(part));
  if (named >= 0) return readNamed(parts, named);
  if (parts[0].length === 4) return isoDate(parts[0], parts[1], parts[2]);
  if (order === 'ymd') {
    return parts[2].length === 4 ? null : isoDate(fullYear(parts[0]), parts[1], parts[2]);
  }
  const [day, month] = order === 'dmy' ? [parts[0], parts[1]] : [parts[1], parts[0]];
  return isoDate(fullYear(parts[2]), month, day);
}

/**
 * @param {string} text
 * @returns {string[] | null} three parts: digits, or a month's name in lower case
 */
function datePartsOf(text) {
  const date = text.trim().replace(TIME, '').replace(WEEKDAY, '').toLowerCase();
  const compact = /^(?:((?:19|20|21)\d{2})(0[1-9]|1[0-2])(\d{2})|(\d{2})(\d{2})(\d{4}))$/u.exec(
    date,
  );
  if (compact) return compact.slice(1).filter((part) => part !== undefined);
  const parts = date
    .replace(/(\d)(st|nd|rd|th)\b/gu, '$1')
    .replace(/(\d)([a-z])|([a-z])(\d)/gu, '$1$3 $2$4')
    .split(/[\s\-/.,'’]+/u)
    .filter(Boolean);
  return parts.length === 3 && parts.every((part) => /^(\d{1,2}|\d{4}|[a-z]{3,9})$/u.test(part))
    ? parts
    : null;
}

/**
 * `20 Sep 2018`, `Sep 20, 2018`, `2018-Sep-20`.
 *
 * @param {string[]} parts
 * @param {number} at where the month's name stands
 */
function readNamed(parts, at) {
  const month = MONTHS.findIndex((name) => parts[at].startsWith(name)) + 1;
  const others = parts.filter((_, index) => index !== at);
  if (month === 0 || others.some((part) => !/^\d+$/u.test(part))) return null;
  const [year, day] = others[0].length === 4 ? others : [others[1], others[0]];
  return isoDate(fullYear(year), String(month), day);
}

/**
 * Two-digit years are of this century up to 69, as POSIX reads them.
 *
 * @param {string} year
 */
function fullYear(year) {
  if (year.length === 4) return year;
  return String(Number(year) + (Number(year) < 70 ? 2000 : 1900));
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} day
 * @returns {string | null}
 */
function isoDate(year, month, day) {
  const [y, m, d] = [year, month, day].map(Number);
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!exists || y < 1900 || y > 2100) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/**
 * Find the order that reads the most of a column.
 *
 * @param {Iterable<string>} texts every cell of the date column; empty ones are passed over
 * @param {string} [latest] dates after this one do not count: spending lies in the past
 * @returns {{order: DateOrder, read: number, total: number, ambiguous: boolean}} `ambiguous` when another
 *   order reads just as many cells to other dates, so that the person should look
 */
export function detectDateOrder(texts, latest = '2100-12-31') {
  const read = { dmy: 0, mdy: 0, ymd: 0 };
  const differs = { dmy: false, mdy: false, ymd: false };
  let total = 0;
  for (const text of new Set(texts)) {
    if (text.trim() === '') continue;
    total += 1;
    const dates = DATE_ORDERS.map((order) => readDate(text, order));
    DATE_ORDERS.forEach((order, index) => {
      const date = dates[index];
      if (date && date <= latest) read[order] += 1;
      if (dates[index] !== dates[0]) differs[order] = true;
    });
  }
  const order = DATE_ORDERS.reduce((best, next) => (read[next] > read[best] ? next : best));
  const ambiguous = DATE_ORDERS.some(
    (other) =>
      other !== order &&
      read[other] === read[order] &&
      read[order] > 0 &&
      (differs[other] || differs[order]),
  );
  return { order, read: read[order], total, ambiguous };
}
