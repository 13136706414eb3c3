/**
 * The days on which something recurs, as the server computes them: both are held to
 * tests/recurrence.json.
 *
 * @typedef {import('../writing/dates.js').ISODate} ISODate
 * @typedef {'daily' | 'weekly' | 'monthly' | 'yearly'} Frequency
 *
 * @typedef {object} Recurrence
 * @property {Frequency} frequency
 * @property {number} [every] so many days, weeks, months or years apart
 * @property {number | null} [day] of the month, its last where it is shorter; the start's where absent
 * @property {string | null} [weekday] such as `monday`; the start's where absent
 * @property {1 | 2 | 3 | 4 | -1 | null} [nth] which such weekday of the month
 * @property {ISODate} start
 * @property {ISODate | null} [end]
 * @property {number | null} [count] the number of the last time
 * @property {number} [first_number] the number of the first time
 * @property {readonly ISODate[]} [skipped] left out; they keep their numbers
 *
 * @typedef {{number: number, day: ISODate}} Time one of a recurrence's days, and which it is
 */
import {
  LAST_DATE,
  addDays,
  addMonths,
  daysInMonth,
  makeDate,
  monthStart,
  parts,
  weekday as weekdayOf,
} from '../writing/dates.js';

/** In the order of ISO 8601's numbers. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/**
 * Every day that is not skipped, in order.
 *
 * @param {Recurrence} recurrence
 * @returns {Generator<Time, void, void>}
 */
export function* times(recurrence) {
  const { end, count, first_number: first = 1, skipped = [] } = recurrence;
  let number = first;
  for (const day of allDays(recurrence)) {
    if (day > (end ?? LAST_DATE) || (count && number > count)) return;
    if (!skipped.includes(day)) yield { number, day };
    number += 1;
  }
}

/**
 * @param {Recurrence} recurrence
 * @param {{from: ISODate, to: ISODate}} range
 * @returns {Time[]} those within it, both ends included
 */
export function timesWithin(recurrence, { from, to }) {
  const found = [];
  for (const time of times(recurrence)) {
    if (time.day > to) break;
    if (time.day >= from) found.push(time);
  }
  return found;
}

/** @param {Recurrence} recurrence @returns {Generator<ISODate, void, void>} without an end */
function* allDays({ frequency, every = 1, start, ...on }) {
  if (frequency === 'daily' || frequency === 'weekly') {
    const step = frequency === 'daily' ? every : 7 * every;
    let day = frequency === 'daily' ? start : firstWeekday(start, on.weekday);
    for (; ; day = addDays(day, step)) yield day;
  }
  const one = frequency === 'yearly' ? 12 : 1;
  let month = monthStart(start);
  // "Every two months on the 15th" begins with the first 15th there is, and counts from there.
  while (dayIn(month, start, on) < start) month = addMonths(month, one);
  for (; ; month = addMonths(month, one * every)) yield dayIn(month, start, on);
}

/** @param {ISODate} start @param {string | null | undefined} name */
function firstWeekday(start, name) {
  const wanted = name ? WEEKDAYS.indexOf(name) + 1 : weekdayOf(start);
  return addDays(start, (wanted - weekdayOf(start) + 7) % 7);
}

/**
 * @param {ISODate} month its first day
 * @param {ISODate} start
 * @param {Pick<Recurrence, 'day' | 'weekday' | 'nth'>} on
 */
function dayIn(month, start, { day, weekday, nth }) {
  const { year, month: number } = parts(month);
  const last = daysInMonth(year, number);
  if (!weekday || !nth) return makeDate(year, number, Math.min(day ?? parts(start).day, last));
  if (nth > 0) return addDays(firstWeekday(month, weekday), 7 * (nth - 1));
  return firstWeekday(makeDate(year, number, last - 6), weekday);
}
