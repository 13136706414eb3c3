/** What the chart of days and the one of months show: the same chart, of other points. */
import { store } from '../../../data/store.js';
import { monthEnd, monthOf, parts } from '../../../writing/dates.js';
import {
  date,
  dayAndMonth,
  longDate,
  month,
  monthTitle,
  shortMonthTitle,
} from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import { dailySentence, monthlySentence } from './sentences.js';

/**
 * @typedef {import('../projections.js').Projection} Projection
 *
 * @typedef {object} Point one day or month of the line
 * @property {string} key
 * @property {string} label under the axis
 * @property {string} title in the tooltip
 * @property {string} name in the table
 * @property {number} total in paise
 * @property {number} count
 * @property {import('../../../writing/dates.js').Range} range its days
 * @property {boolean} [isExpected] it is still to come
 *
 * @typedef {{day: string, total: number}} Expected what is still to come on a day, in paise
 *
 * @typedef {object} Points
 * @property {() => string} heading
 * @property {() => string} column what heads the names in the table
 * @property {(projection: Projection | null, expected: readonly Expected[]) => string} sentence what the
 *   chart shows
 * @property {(projection: Projection, expected: readonly Expected[]) => Point[]} of those of a
 *   projection and after it, zeros included, oldest first
 */

/** Days beyond which the axis names months. */
const MANY_DAYS = 100;

/** @type {Record<'day' | 'month', Points>} */
export const POINTS = {
  day: {
    heading: () => t('overview.daily.title'),
    column: () => t('overview.daily.day'),
    sentence: (projection, expected) => dailySentence(projection?.daily ?? [], expected),
    of: days,
  },
  month: {
    heading: () => t('overview.monthly.title'),
    column: () => t('overview.monthly.month'),
    sentence: (projection) => monthlySentence(projection?.monthly ?? [], projection?.begins),
    of: months,
  },
};

/** @param {Projection} projection @param {readonly Expected[]} expected @returns {Point[]} */
function days({ daily: known }, expected) {
  const past = known.filter(({ day }) => !expected.some((one) => one.day === day));
  // What is dated ahead is on record already, and comes on top of what is expected.
  const ahead = expected.map(({ day, total }) => {
    const dated = known.find((one) => one.day === day);
    return { day, total: total + (dated?.total ?? 0), count: dated?.count ?? 0 };
  });
  const daily = [...past, ...ahead];
  const years = new Set(daily.map(({ day }) => parts(day).year));
  const label = daily.length > MANY_DAYS && years.size > 1 ? month : dayAndMonth;
  return daily.map(({ day, total, count }, index) => ({
    key: day,
    label: label(day),
    ...(index < past.length
      ? { title: longDate(day), name: date(day) }
      : {
          title: t('recurring.monthEnd.expected', { day: longDate(day) }),
          name: t('recurring.monthEnd.expected', { day: date(day) }),
          isExpected: true,
        }),
    total,
    count,
    range: { from: day, to: day },
  }));
}

/** @param {Projection} projection @returns {Point[]} */
function months({ monthly, begins }) {
  const { today } = store.state;
  const called = (/** @type {string} */ key) => {
    const name = monthTitle(key, begins);
    const running = monthOf(today, begins) === key && today < monthEnd(today, begins);
    return running ? t('overview.monthly.soFar', { month: name }) : name;
  };
  return monthly.map(({ month: key, total, count, range }) => ({
    key,
    label: shortMonthTitle(key, begins),
    title: called(key),
    name: called(key),
    total,
    count,
    range,
  }));
}
