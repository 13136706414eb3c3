/**
 * How amounts, dates and numbers are written: `en-IN` everywhere, from integer paise and ISO dates.
 */
import { addDays, daysOfMonth, parts, today } from './dates.js';
import { LOCALE } from './locale.js';
import { onDemand } from './on-demand.js';
import { t } from './text.js';

/** @type {Intl.NumberFormatOptions} */
const inRupees = { style: 'currency', currency: 'INR' };
/** @param {Intl.NumberFormatOptions} [options] */
const numbers = (options) => onDemand(() => new Intl.NumberFormat(LOCALE, options));
const exact = numbers(inRupees);
const whole = numbers({ ...inRupees, maximumFractionDigits: 0 });
const compact = numbers({ ...inRupees, notation: 'compact', maximumFractionDigits: 1 });
const count = numbers();
const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });

/**
 * Paise as a decimal string, which Intl formats exactly (ECMA-402, "Intl mathematical value"),
 * so that no amount is ever divided.
 *
 * @param {number} paise
 * @returns {Intl.StringNumericLiteral}
 */
function decimal(paise) {
  const digits = String(Math.abs(paise)).padStart(3, '0');
  const text = `${paise < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return /** @type {Intl.StringNumericLiteral} */ (text);
}

/** `₹1,23,456.50`. @param {number} paise */
export const money = (paise) => exact().format(decimal(paise));

/** `₹1,23,456` where there are no paise, else `₹1,23,456.50`. @param {number} paise */
export const shortMoney = (paise) => (paise % 100 === 0 ? whole : exact)().format(decimal(paise));

/** `₹1.2L`, for axes and tight places. @param {number} paise */
export const compactMoney = (paise) => compact().format(decimal(paise));

/**
 * The pieces of an amount, so that a large total can show its paise smaller.
 *
 * @param {number} paise
 * @returns {{symbol: string, rupees: string, paise: string}} such as `-₹`, `1,23,456`, `.50`
 */
export function moneyParts(paise) {
  let symbol = '';
  let rupees = '';
  let fraction = '';
  for (const part of exact().formatToParts(decimal(paise))) {
    if (part.type === 'currency' || part.type === 'minusSign') symbol += part.value;
    else if (part.type === 'decimal' || part.type === 'fraction') fraction += part.value;
    else if (part.type !== 'literal') rupees += part.value;
  }
  return { symbol, rupees, paise: fraction };
}

/** `12,34,567`. @param {number} value */
export const number = (value) => count().format(value);

/** `12%` from a ratio of 0.12. @param {number} ratio */
export const percentage = (ratio) => percent().format(ratio);

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/** @param {string} date `YYYY-MM-DD` @param {Intl.DateTimeFormatOptions} options */
function write(date, options) {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** `23 Nov 2026`. @param {string} date */
export const date = (date) => write(date, { day: 'numeric', month: 'short', year: 'numeric' });

/** `23 Nov`. @param {string} date */
export const dayAndMonth = (date) => write(date, { day: 'numeric', month: 'short' });

/** `23 November`. @param {string} date */
export const longDayAndMonth = (date) => write(date, { day: 'numeric', month: 'long' });

/** `November`, from a date. @param {string} date */
export const monthName = (date) => write(date, { month: 'long' });

/** `Monday, 23 November 2026`, for screen readers and titles. @param {string} date */
export const longDate = (date) =>
  write(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `Nov 2026`, from a month or a date. @param {string} month */
export const month = (month) =>
  write(`${month.slice(0, 7)}-01`, { month: 'short', year: 'numeric' });

/** `November 2026`, from a month or a date. @param {string} month */
export const longMonth = (month) =>
  write(`${month.slice(0, 7)}-01`, { month: 'long', year: 'numeric' });

/**
 * What a month is called: `November 2026`, or its days, `25 Oct – 24 Nov 2026`, where it isn't the
 * calendar's.
 *
 * @param {string} month `YYYY-MM` @param {number} begins the day that it begins on
 */
export function monthTitle(month, begins) {
  return begins === 1 ? longMonth(month) : daysName(daysOfMonth(month, begins));
}

/** As {@link monthTitle}, for an axis: `Nov 2026`, `25 Oct`. @param {string} name @param {number} begins */
export const shortMonthTitle = (name, begins) =>
  begins === 1 ? month(name) : dayAndMonth(daysOfMonth(name, begins).from);

/** `3 – 9 Nov 2026`, `25 Oct – 24 Nov 2026`. @param {import('./dates.js').Range} range */
export function daysName({ from, to }) {
  if (from.slice(0, 7) === to.slice(0, 7)) return `${parts(from).day} – ${date(to)}`;
  const first = from.slice(0, 4) === to.slice(0, 4) ? dayAndMonth(from) : date(from);
  return `${first} – ${date(to)}`;
}

/** `Today`, `Yesterday`, `Mon, 23 Nov`, `Mon, 23 Nov 2025`. @param {string} date */
export function relativeDate(date) {
  const now = today();
  if (date === now) return t('dates.today');
  if (date === addDays(now, -1)) return t('dates.yesterday');
  const sameYear = parts(date).year === parts(now).year;
  return write(date, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

const momentFormat = onDemand(
  () =>
    new Intl.DateTimeFormat(LOCALE, {
      timeZone: 'Asia/Kolkata',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    }),
);

/** A day and a time in India: `25 Nov, 6:04 pm`. @param {number} at ms */
export const moment = (at) => momentFormat().format(at);
