/** What each chart shows, in one sentence for screen readers. */
import { date, monthTitle, number, percentage, shortMoney } from '../../../writing/format.js';
import { aboveZero } from '../projections.js';
import { t } from '../../../writing/text.js';

/** Categories that a sentence names. */
const NAMED = 3;

/** @template {{total: number}} T @param {readonly T[]} entries */
const largest = (entries) => entries.reduce((a, b) => (b.total > a.total ? b : a));
/** @template {{total: number}} T @param {readonly T[]} entries */
const smallest = (entries) => entries.reduce((a, b) => (b.total < a.total ? b : a));

/**
 * @param {readonly import('../projections.js').DaySum[]} days
 * @param {readonly {day: string, total: number}[]} [expected] days that are left, whose texts are here then
 */
export function dailySentence(days, expected = []) {
  const spent = spentSentence(days);
  const last = expected.at(-1);
  if (!last) return spent;
  const total = shortMoney(expected.reduce((all, day) => all + day.total, 0));
  return `${spent} ${t('recurring.monthEnd.sentence', { to: date(last.day), total })}`;
}

/** @param {readonly import('../projections.js').DaySum[]} days */
function spentSentence(days) {
  if (days.length === 0) return '';
  const ends = { from: date(days[0].day), to: date(days[days.length - 1].day) };
  const total = days.reduce((all, day) => all + day.total, 0);
  if (days.every(({ count }) => count === 0)) return t('overview.daily.nothing', ends);
  const peak = largest(days);
  const zeros = days.filter(({ count }) => count === 0).length;
  const below = days.filter((day) => day.total < 0).length;
  const sentence = t('overview.daily.sentence', {
    ...ends,
    total: shortMoney(total),
    peak: date(peak.day),
    most: shortMoney(peak.total),
    count: zeros,
    shown: number(zeros),
  });
  if (!below) return sentence;
  return `${sentence} ${t('overview.daily.below', { count: below, shown: number(below) })}`;
}

/**
 * @param {readonly Omit<import('../projections.js').MonthSum, 'range'>[]} months
 * @param {number} [begins] the day that they begin on
 */
export function monthlySentence(months, begins = 1) {
  if (months.length === 0) return '';
  const ends = {
    from: monthTitle(months[0].month, begins),
    to: monthTitle(months[months.length - 1].month, begins),
  };
  const peak = largest(months);
  if (months.every(({ count }) => count === 0)) return t('overview.monthly.nothing', ends);
  const low = smallest(months);
  return t('overview.monthly.sentence', {
    ...ends,
    peak: monthTitle(peak.month, begins),
    most: shortMoney(peak.total),
    low: monthTitle(low.month, begins),
    least: shortMoney(low.total),
  });
}

/**
 * @param {readonly import('../projections.js').CategorySum[]} categories largest first
 * @param {(id: string) => string} nameOf
 */
export function categorySentence(categories, nameOf) {
  return [sharesSentence(aboveZero(categories), nameOf), belowSentence(categories, nameOf)]
    .filter(Boolean)
    .join(' ');
}

/**
 * What left the doughnut, since as much or more came back.
 *
 * @param {readonly import('../projections.js').CategorySum[]} categories
 * @param {(id: string) => string} nameOf
 * @returns {string} empty where there is none
 */
export function belowSentence(categories, nameOf) {
  const below = categories.filter(({ total }) => total <= 0);
  if (!below.length) return '';
  const list = below.map(({ category, total }) =>
    t('overview.categories.belowEntry', { category: nameOf(category), amount: shortMoney(total) }),
  );
  return t('overview.categories.below', { list: list.join(', ') });
}

/**
 * @param {readonly import('../projections.js').CategorySum[]} categories
 * @param {(id: string) => string} nameOf
 */
function sharesSentence(categories, nameOf) {
  if (categories.length === 0) return t('overview.categories.nothing');
  const list = categories
    .slice(0, NAMED)
    .map(({ category, share }) =>
      t('overview.categories.entry', { category: nameOf(category), share: percentage(share) }),
    );
  const more = categories.length - NAMED;
  if (more > 0) list.push(t('overview.categories.others', { count: more, shown: number(more) }));
  return t('overview.categories.sentence', { list: list.join(', ') });
}

/**
 * @param {readonly {category: string | null, totals: readonly number[]}[]} series largest first
 * @param {readonly string[]} months
 * @param {(id: string | null) => string} nameOf
 * @param {number} [begins] the day that the months begin on
 */
export function trendSentence(series, months, nameOf, begins = 1) {
  if (months.length === 0) return '';
  const ends = {
    from: monthTitle(months[0], begins),
    to: monthTitle(months[months.length - 1], begins),
  };
  if (series.length === 0) return t('overview.trend.nothing', ends);
  const [{ category, totals }] = series;
  return t('overview.trend.sentence', {
    ...ends,
    category: nameOf(category),
    first: shortMoney(totals[0]),
    last: shortMoney(totals[totals.length - 1]),
  });
}
