/** When a rule is due, in words: "Every 2 months on the first Monday". */
import { WEEKDAYS } from '../../data/recurrence.js';
import { isDate, makeDate, parts, weekday as weekdayOf } from '../../writing/dates.js';
import { longDayAndMonth, monthName } from '../../writing/format.js';
import { LOCALE } from '../../writing/locale.js';
import { t } from '../../writing/text.js';

/** @typedef {import('../../types.js').Recurrence} Recurrence */

const LAST_DAY = 31;
/** A leap year, so that every day of a year can be named. */
const LEAP_YEAR = 2028;
const FREQUENCY_KEYS = /** @type {const} */ ({
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
});
const NTH_KEYS = /** @type {const} */ ({
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  '-1': 'last',
});
/** By the plural categories of ordinals. @type {Record<string, 'st' | 'nd' | 'rd' | 'th'>} */
const ORDINAL_KEYS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules(LOCALE, { type: 'ordinal' });

/** @param {Recurrence} rule */
export function ruleWords(rule) {
  const { frequency, every = 1 } = rule;
  return t(`recurring.every.${FREQUENCY_KEYS[frequency]}`, {
    count: every,
    weekday: weekdayName(weekdayNameOf(rule)),
    on: frequency === 'monthly' ? inMonth(rule) : inYear(rule),
  });
}

/** @param {string} name such as `monday` */
export const weekdayName = (name) => t(`recurring.weekdays.${/** @type {'monday'} */ (name)}`);

/** @param {1 | 2 | 3 | 4 | -1} nth */
export const nthName = (nth) => t(`recurring.nth.${NTH_KEYS[nth]}`);

/** @param {Recurrence} rule */
const weekdayNameOf = ({ weekday, start }) => weekday ?? WEEKDAYS[weekdayOf(start) - 1];

/** @param {Recurrence} rule */
function inMonth(rule) {
  const { nth } = rule;
  if (nth) {
    const weekday = weekdayName(weekdayNameOf(rule));
    return t('recurring.on.weekday', { nth: nthName(nth), weekday });
  }
  const day = dayOf(rule);
  return day === LAST_DAY
    ? t('recurring.on.lastDay')
    : t('recurring.on.day', { nth: ordinal(day) });
}

/** @param {Recurrence} rule */
function inYear(rule) {
  const { nth, start } = rule;
  const month = monthName(start);
  if (nth) {
    const weekday = weekdayName(weekdayNameOf(rule));
    return t('recurring.on.weekdayOf', { nth: nthName(nth), weekday, month });
  }
  const day = dayOf(rule);
  const date = makeDate(LEAP_YEAR, parts(start).month, day);
  const isDay = isDate(date);
  return isDay
    ? t('recurring.on.yearsDay', { date: longDayAndMonth(date) })
    : t('recurring.on.lastDayOf', { month });
}

/** @param {Recurrence} rule */
const dayOf = ({ day, start }) => day ?? parts(start).day;

/** `1st`. @param {number} n */
const ordinal = (n) => t(`recurring.ordinals.${ORDINAL_KEYS[ordinals.select(n)] ?? 'th'}`, { n });
