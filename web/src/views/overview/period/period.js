/**
 * The periods that the overview shows: a day, a week from Monday, a month, a year, an Indian financial
 * year (April to March), everything, or any range.
 */
import {
  FIRST_DATE,
  LAST_DATE,
  addDays,
  addMonths,
  daysBetween,
  daysIn,
  eachMonth,
  financialYearRange,
  isDate,
  monthEnd,
  monthOf,
  monthRange,
  monthStart,
  weekStart,
  yearRange,
} from '../../../writing/dates.js';

/**
 * @typedef {import('../../../writing/dates.js').ISODate} ISODate
 * @typedef {import('../../../writing/dates.js').Range} Range
 * @typedef {'day' | 'week' | 'month' | 'year' | 'fy' | 'all' | 'range'} PeriodKind
 * @typedef {{kind: PeriodKind, from: ISODate, to: ISODate, begins?: number}} Period both ends included;
 *   `begins`: the day that its months begin on, where it isn't the first
 */

/** The kinds in the order the picker shows them. */
export const PERIOD_KINDS = /** @type {const} */ ([
  'day',
  'week',
  'month',
  'year',
  'fy',
  'all',
  'range',
]);

/** Months that a chart by month shows around a period shorter than two months. */
const MONTHS_OF_CONTEXT = 12;
/** Days that a chart by day shows around a single day. */
const DAYS_OF_CONTEXT = 14;

/**
 * The period of a kind that holds a date.
 *
 * @param {Exclude<PeriodKind, 'range'>} kind
 * @param {ISODate} date
 * @param {number} [begins] the day that months begin on; years are the calendar's
 * @returns {Period}
 */
export function periodAround(kind, date, begins = 1) {
  const range = rangeAround(kind, date, begins);
  return { kind, ...range, ...(begins === 1 ? {} : { begins }) };
}

/**
 * @param {Exclude<PeriodKind, 'range'>} kind @param {ISODate} date @param {number} begins
 * @returns {Range}
 */
function rangeAround(kind, date, begins) {
  switch (kind) {
    case 'day':
      return { from: date, to: date };
    case 'week':
      return { from: weekStart(date), to: addDays(weekStart(date), 6) };
    case 'month':
      return monthRange(date, begins);
    case 'year':
      return yearRange(date);
    case 'fy':
      return financialYearRange(date);
    case 'all':
      return { from: FIRST_DATE, to: LAST_DATE };
  }
}

/**
 * The period that a range is: a whole day, week, month or year by its kind, or else any range.
 *
 * @param {Range} range
 * @param {number} [begins] the day that months begin on
 * @returns {Period}
 */
export function periodOf({ from, to }, begins = 1) {
  const kinds = /** @type {const} */ (['day', 'week', 'month', 'year', 'fy']);
  const whole = kinds.map((kind) => periodAround(kind, from, begins));
  return whole.find((one) => one.from === from && one.to === to) ?? asRange({ from, to }, begins);
}

/** @param {Range} range @param {number} begins @returns {Period} */
const asRange = ({ from, to }, begins) => ({
  kind: 'range',
  from,
  to,
  ...(begins === 1 ? {} : { begins }),
});

/**
 * The period before (-1) or after (+1); null where there is none.
 *
 * @param {Period} period
 * @param {1 | -1} direction
 * @returns {Period | null}
 */
export function step(period, direction) {
  const { kind, from, to } = period;
  if (kind === 'all') return null;
  const next =
    kind === 'range'
      ? shift(period, direction * daysIn(period))
      : periodAround(kind, direction > 0 ? addDays(to, 1) : addDays(from, -1), period.begins);
  return next.from < FIRST_DATE || next.to > LAST_DATE ? null : next;
}

/**
 * As {@link step}, but not to a period that has not begun: there is nothing to see in it.
 *
 * @param {Period} period @param {1 | -1} direction @param {ISODate} today
 */
export function stepUntil(period, direction, today) {
  const next = step(period, direction);
  return next && direction > 0 && next.from > today ? null : next;
}

/** @param {Period} period @param {number} days @returns {Period} */
function shift({ from, to, ...period }, days) {
  return { ...period, from: addDays(from, days), to: addDays(to, days) };
}

/**
 * The part of a period that has happened, or all of one that lies ahead.
 *
 * @param {Period} period
 * @param {ISODate} today
 * @returns {Range}
 */
export function elapsed({ from, to }, today) {
  return { from, to: from <= today && today < to ? today : to };
}

/**
 * What a period is compared with: the one before, and of a period that is still running as many days
 * of it as have passed, so that half a month is not held against a whole one.
 *
 * @param {Period} period
 * @param {ISODate} today
 * @returns {Range | null} null for everything
 */
export function comparedRange(period, today) {
  const before = step(period, -1);
  if (!before) return null;
  const soFar = elapsed(period, today);
  if (soFar.to === period.to) return { from: before.from, to: before.to };
  const to = addDays(before.from, daysBetween(soFar.from, soFar.to));
  return { from: before.from, to: to < before.to ? to : before.to };
}

/**
 * The days the chart by day shows: the period, or two weeks around a single day.
 *
 * @param {Period} period
 * @returns {Range}
 */
export function dailyWindow({ from, to }) {
  if (from !== to) return { from, to };
  const first = addDays(to, 1 - DAYS_OF_CONTEXT);
  return { from: first < FIRST_DATE ? FIRST_DATE : first, to };
}

/**
 * The months the charts by month show: the period's, or a year of whole months up to a period that is
 * too short to show a line.
 *
 * @param {Period} period
 * @returns {Range}
 */
export function monthlyWindow({ kind, from, to, begins }) {
  const isOneMonth = monthOf(from, begins) === monthOf(to, begins);
  if (kind !== 'day' && kind !== 'week' && !isOneMonth) return { from, to };
  const first = addMonths(monthStart(to, begins), 1 - MONTHS_OF_CONTEXT);
  return { from: first < FIRST_DATE ? FIRST_DATE : first, to: monthEnd(to, begins) };
}

/**
 * The one range whose summary holds everything the overview shows of a period. It has no use for
 * today's date, so that a response serves until the period changes.
 *
 * @param {Period} period
 * @returns {Range}
 */
export function neededRange(period) {
  const ranges = [period, dailyWindow(period), monthlyWindow(period), step(period, -1) ?? period];
  return {
    from: ranges.map((range) => range.from).reduce((a, b) => (a < b ? a : b)),
    to: ranges.map((range) => range.to).reduce((a, b) => (a > b ? a : b)),
  };
}

/**
 * The whole months whose budgets a period is held against; a budget says nothing of part of a month.
 *
 * @param {Period} period
 * @returns {string[] | null} `YYYY-MM`, oldest first; null where neither the period is made of whole
 *   months nor short enough to stand for the month that it ends in
 */
export function budgetMonths(period) {
  const { kind, from, to, begins } = period;
  if (kind === 'day' || kind === 'week') return [monthOf(to, begins)];
  const isWhole = from === monthStart(from, begins) && to === monthEnd(to, begins);
  return kind === 'all' || !isWhole ? null : eachMonth({ from, to }, begins);
}

/**
 * A period as it stands in the address: `month:2026-11-01`, `range:2026-11-03:2026-11-20`, `all`.
 *
 * @param {Period} period
 */
export function writePeriod({ kind, from, to }) {
  if (kind === 'all') return kind;
  return kind === 'range' ? `range:${from}:${to}` : `${kind}:${from}`;
}

/**
 * @param {string | null | undefined} text
 * @param {number} [begins] the day that months begin on
 * @returns {Period | null} null if it is not what {@link writePeriod} writes
 */
export function readPeriod(text, begins = 1) {
  const [kind, from, to] = (text ?? '').split(':');
  if (kind === 'all') return periodAround('all', FIRST_DATE, begins);
  if (!from || !isDate(from)) return null;
  if (kind === 'range')
    return to && isDate(to) && from <= to ? asRange({ from, to }, begins) : null;
  const known = PERIOD_KINDS.find((name) => name === kind);
  return known && known !== 'range' ? periodAround(known, from, begins) : null;
}
