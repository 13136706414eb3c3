/**
 * Calendar dates as `YYYY-MM-DD` text. They have no time and no zone; the arithmetic runs on UTC
 * midnights, which know no daylight saving, so a day is always 86,400,000 ms.
 *
 * @typedef {string} ISODate such as `2026-11-23`
 * @typedef {{from: ISODate, to: ISODate}} Range both ends included
 */

const DAY_MS = 86_400_000;
/** India is ahead of UTC by so much, all year round. */
const AHEAD_MS = 19_800_000;

/** The first and last date the API accepts. */
export const FIRST_DATE = '1900-01-01';
export const LAST_DATE = '2100-12-31';

/**
 * Today in India, whatever zone the device is set to.
 *
 * @param {Date} [now]
 * @returns {ISODate}
 */
export function today(now = new Date()) {
  return fromMs(now.getTime() + AHEAD_MS);
}

/**
 * Milliseconds until the next midnight in India.
 *
 * @param {Date} [now]
 */
export function untilMidnight(now = new Date()) {
  return DAY_MS - ((now.getTime() + AHEAD_MS) % DAY_MS);
}

/** When a day ends in India, in milliseconds since 1970. @param {ISODate} date */
export const endOfDay = (date) => toMs(date) + DAY_MS - AHEAD_MS;

/** @param {ISODate} date */
const toMs = (date) => Date.parse(`${date}T00:00:00Z`);
/** @param {number} ms */
const fromMs = (ms) => new Date(ms).toISOString().slice(0, 10);

/**
 * Whether text is a date that exists and that the API accepts.
 *
 * @param {string} text
 */
export function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = toMs(text);
  return !Number.isNaN(ms) && fromMs(ms) === text && text >= FIRST_DATE && text <= LAST_DATE;
}

/**
 * @param {number} year
 * @param {number} month 1 to 12
 * @param {number} day
 * @returns {ISODate}
 */
export function makeDate(year, month, day) {
  const pad = (/** @type {number} */ n, /** @type {number} */ width) =>
    String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** @param {ISODate} date @returns {{year: number, month: number, day: number}} */
export function parts(date) {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

/** @param {ISODate} date @param {number} days @returns {ISODate} */
export function addDays(date, days) {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** @param {number} year @param {number} month 1 to 12 */
export function daysInMonth(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * The same day so many months on, or the month's last day where it has no such day.
 *
 * @param {ISODate} date @param {number} months @returns {ISODate}
 */
export function addMonths(date, months) {
  const { year, month, day } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return makeDate(y, m, Math.min(day, daysInMonth(y, m)));
}

/*
 * A month is the calendar's, unless it is said on which day of it, from 1 to 28, it `begins`. It is
 * called by the calendar's month that it begins in: `2026-10` is 25 October to 24 November.
 */

/** The month of a date: `2026-11`. @param {ISODate} date @param {number} [begins] */
export function monthOf(date, begins = 1) {
  const here = date.slice(0, 7);
  return Number(date.slice(8)) >= begins ? here : addMonths(`${here}-01`, -1).slice(0, 7);
}

/** @param {ISODate} date @param {number} [begins] @returns {ISODate} */
export const monthStart = (date, begins = 1) => firstDay(monthOf(date, begins), begins);

/** @param {ISODate} date @param {number} [begins] @returns {ISODate} */
export const monthEnd = (date, begins = 1) => addDays(addMonths(monthStart(date, begins), 1), -1);

/** @param {string} month `YYYY-MM` @param {number} begins @returns {ISODate} */
const firstDay = (month, begins) => `${month}-${String(begins).padStart(2, '0')}`;

/** The days of a month. @param {string} month `YYYY-MM` @param {number} [begins] @returns {Range} */
export function daysOfMonth(month, begins = 1) {
  const from = firstDay(month, begins);
  return { from, to: monthEnd(from, begins) };
}

/** Days from one date to another; 0 for the same day. @param {ISODate} from @param {ISODate} to */
export const daysBetween = (from, to) => Math.round((toMs(to) - toMs(from)) / DAY_MS);

/** Days in a range, both ends included. @param {Range} range */
export const daysIn = ({ from, to }) => daysBetween(from, to) + 1;

/** 1 for Monday to 7 for Sunday. @param {ISODate} date */
export const weekday = (date) => new Date(toMs(date)).getUTCDay() || 7;

/** The Monday of the date's week. @param {ISODate} date */
export const weekStart = (date) => addDays(date, 1 - weekday(date));

/** The April 1st that the date's Indian financial year began on. @param {ISODate} date */
export function financialYearStart(date) {
  const { year, month } = parts(date);
  return makeDate(month >= 4 ? year : year - 1, 4, 1);
}

/** The month of a date. @param {ISODate} date @param {number} [begins] @returns {Range} */
export const monthRange = (date, begins = 1) => daysOfMonth(monthOf(date, begins), begins);

/** The calendar year of a date. @param {ISODate} date @returns {Range} */
export function yearRange(date) {
  const { year } = parts(date);
  return { from: makeDate(year, 1, 1), to: makeDate(year, 12, 31) };
}

/** The Indian financial year of a date, April to March. @param {ISODate} date @returns {Range} */
export function financialYearRange(date) {
  const from = financialYearStart(date);
  return { from, to: addDays(addMonths(from, 12), -1) };
}

/** Every date of a range, in order. @param {Range} range @returns {ISODate[]} */
export function eachDay({ from, to }) {
  const days = [];
  for (let ms = toMs(from); ms <= toMs(to); ms += DAY_MS) days.push(fromMs(ms));
  return days;
}

/**
 * Every month (`YYYY-MM`) that a range touches, in order.
 *
 * @param {Range} range @param {number} [begins]
 */
export function eachMonth({ from, to }, begins = 1) {
  const months = [];
  for (let date = monthStart(from, begins); date <= to; date = addMonths(date, 1)) {
    months.push(monthOf(date));
  }
  return months;
}
