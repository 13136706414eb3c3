/** One cell as a day in India, and the order of day and month found from a whole column. */

import { writtenDate } from '../dates.js';
import { westernDigits } from '../numbers.js';
import { remembered } from '../remembered.js';

/** @typedef {import('../dates.js').DateOrder} DateOrder */

/** Nothing that a bank still writes about is older. */
const FIRST = '1950-01-01';
const LONGEST = 45;

const ORDERS = /** @type {DateOrder[]} */ (['dmy', 'mdy', 'ymd']);
const INDIA_MINUTES = 330;
const CLOCK = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?/iu;
/** At the end alone, where it is no number of a day. */
const CLOCK_WITH_DOT = /(?<=[\s,])([01]?\d|2[0-3])\.([0-5]\d)(?:\.([0-5]\d))?\s*([ap]\.?m\.?)?$/iu;
const ZONE = /^\s*(?:(z|utc|gmt|ist)|([+-]\d{2}):?(\d{2})(?: ?\(?[a-z]{2,5}\)?)?)$/iu;
/** The day of value behind the day of the payment: `05-Oct-26 (06-Oct-26)`. */
const SECOND_DAY = /\(([^()]*)\)$/u;
const WEEKDAY = /^(mon|tue(s)?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?[,.\s]+/iu;

/**
 * @param {string} text
 * @param {DateOrder} order how to read a date of digits only; a month's name speaks for itself
 * @param {string} [zone] of another column, such as `-05:00`
 * @returns {string | null} `YYYY-MM-DD` in India, null if it is no date of 1950–2100
 */
export const readDateCell = (text, order, zone = '') =>
  zone === '' && text.length <= LONGEST ? READ[order](text) : readDate(text, order, zone);

const READ = {
  dmy: remembered((text) => readDate(text, 'dmy', '')),
  mdy: remembered((text) => readDate(text, 'mdy', '')),
  ymd: remembered((text) => readDate(text, 'ymd', '')),
};

/** @param {string} text @param {DateOrder} order @param {string} zone @returns {string | null} */
function readDate(text, order, zone) {
  let rest = westernDigits(text).trim();
  const second = SECOND_DAY.exec(rest);
  if (second && isDateCell(second[1])) rest = rest.slice(0, second.index).trim();
  if (rest.length < 6 || rest.length > LONGEST || !/\d/u.test(rest)) return null;
  const clock = CLOCK.exec(rest) ?? CLOCK_WITH_DOT.exec(rest);
  let offset = null;
  if (clock) {
    const before = rest.slice(0, clock.index);
    const after = rest.slice(clock.index + clock[0].length);
    offset = offsetOf(after) ?? offsetOf(zone);
    rest = `${before.replace(/T$/u, '')} ${after.replace(ZONE, '')}`
      .replace(/[\s,|•·]+(?:at)?\s*$/iu, '')
      .replace(/^[\s,|•·]+/u, '');
  }
  const date = writtenDate(rest.trim().replace(WEEKDAY, ''), order);
  if (!date || date < FIRST) return null;
  if (!clock || offset === null || offset === INDIA_MINUTES) return date;
  let hours = Number(clock[1]);
  if (clock[4]) hours = (hours % 12) + (/^p/iu.test(clock[4]) ? 12 : 0);
  const moment = Date.parse(`${date}T00:00:00Z`) + (hours * 60 + Number(clock[2])) * 60000;
  return new Date(moment + (INDIA_MINUTES - offset) * 60000).toISOString().slice(0, 10);
}

/** @param {string} text @returns {number | null} minutes east of Greenwich */
function offsetOf(text) {
  const match = ZONE.exec(text);
  if (!match) return null;
  if (match[1]) return match[1].toLowerCase() === 'ist' ? INDIA_MINUTES : 0;
  const minutes = Math.abs(Number(match[2])) * 60 + Number(match[3]);
  return match[2].startsWith('-') ? -minutes : minutes;
}

/** @param {string} text */
export const isDateCell = (text) => ORDERS.some((order) => readDateCell(text, order) !== null);

const IN_DIGITS = /(?<![\d/.-])\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/.-])/gu;

/**
 * The order of a column's dates; where they leave two, the one that the dates around the table are in.
 *
 * @param {readonly string[]} texts
 * @param {string} around text outside of the table
 * @returns {{order: DateOrder, sure: boolean}}
 */
export function dateOrderAmong(texts, around) {
  const own = dateOrderOf(texts);
  if (own.sure) return own;
  const told = dateOrderOf(around.match(IN_DIGITS) ?? []);
  return told.sure && told.read > 0 && told.order !== 'ymd' ? told : own;
}

/**
 * The order that reads the most cells; among equals the one in which the rows follow each other in
 * time and lie close together, as a statement's do.
 *
 * @param {readonly string[]} texts
 * @returns {{order: DateOrder, sure: boolean, read: number}} not sure: another order reads as many to
 *   other days; `read`: how many it reads
 */
export function dateOrderOf(texts) {
  const filled = texts.filter((text) => text.trim() !== '');
  const scored = ORDERS.map((order) => {
    const days = filled.map((text) => readDateCell(text, order));
    const read = /** @type {string[]} */ (days.filter((day) => day !== null));
    return {
      order,
      days: days.join(),
      read: read.length,
      direct: turnsOf(read),
      span: spanOf(read),
    };
  });
  const most = Math.max(...scored.map(({ read }) => read));
  const full = scored.filter(({ read }) => read === most);
  // A year of two digits in front is rare: only where no other order reads as many, or as close together.
  const years = full.find(({ order }) => order === 'ymd');
  if (years && full.every(({ order, span }) => order === 'ymd' || span > 4 * years.span + YEAR))
    return { order: 'ymd', sure: true, read: most };
  const best = full.length > 1 ? full.filter(({ order }) => order !== 'ymd') : full;
  const [first, ...others] = [...best].sort((a, b) => a.direct - b.direct);
  const rivals = others.filter(({ days }) => days !== first.days);
  if (rivals.length === 0) return { order: first.order, sure: true, read: most };
  const clear = first.read >= 4 && rivals.every(({ direct }) => first.direct === 0 && direct > 0);
  if (clear)
    return { order: first.order, sure: rivals.every(({ direct }) => direct > 1), read: most };
  return { order: best[0].order, sure: false, read: most };
}

const YEAR = 366;

/** How many days lie between the first and the last. @param {string[]} days */
function spanOf(days) {
  const times = days.map((day) => Date.parse(day) / 864e5);
  return times.length > 0
    ? times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))
    : 0;
}

/** How often the rows turn back in time: 0 for a file in either order. @param {string[]} days */
function turnsOf(days) {
  let ups = 0;
  let downs = 0;
  days.forEach((day, index) => {
    if (index && day > days[index - 1]) ups += 1;
    if (index && day < days[index - 1]) downs += 1;
  });
  return Math.min(ups, downs);
}

/**
 * A spreadsheet that puts months first takes the days up to the 12th for months, and leaves the others as
 * they were written.
 *
 * @param {readonly string[]} days
 */
export function isHalfTaken(days) {
  const taken = days.flatMap((day) => /^\d{4}-\d\d-(\d\d)$/u.exec(day)?.[1] ?? []);
  const left = days.flatMap((day) => /^(\d{1,2})[-/.]\d{1,2}[-/.]\d{4}$/u.exec(day)?.[1] ?? []);
  const isFirst = (/** @type {string} */ day) => Number(day) <= 12;
  return taken.length > 0 && left.length > 0 && taken.every(isFirst) && !left.some(isFirst);
}
