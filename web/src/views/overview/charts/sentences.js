/** What each chart shows, in one sentence for screen readers. */
import { date, longMonth, number, percentage, shortMoney } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';

/** Categories that a sentence names. */
const NAMED = 3;

/** @template {{total: number}} T @param {readonly T[]} entries */
const largest = (entries) => entries.reduce((a, b) => (b.total > a.total ? b : a));
/** @template {{total: number}} T @param {readonly T[]} entries */
const smallest = (entries) => entries.reduce((a, b) => (b.total < a.total ? b : a));

/** @param {readonly import('../projections.js').DaySum[]} days */
export function dailySentence(days) {
  if (days.length === 0) return '';
  const ends = { from: date(days[0].day), to: date(days[days.length - 1].day) };
  const total = days.reduce((all, day) => all + day.total, 0);
  if (total === 0) return t('overview.daily.nothing', ends);
  const peak = largest(days);
  const zeros = days.filter((day) => day.total === 0).length;
  return t('overview.daily.sentence', {
    ...ends,
    total: shortMoney(total),
    peak: date(peak.day),
    most: shortMoney(peak.total),
    count: zeros,
    shown: number(zeros),
  });
}

/** @param {readonly import('../projections.js').MonthSum[]} months */
export function monthlySentence(months) {
  if (months.length === 0) return '';
  const ends = { from: longMonth(months[0].month), to: longMonth(months[months.length - 1].month) };
  const peak = largest(months);
  if (peak.total === 0) return t('overview.monthly.nothing', ends);
  const low = smallest(months);
  return t('overview.monthly.sentence', {
    ...ends,
    peak: longMonth(peak.month),
    most: shortMoney(peak.total),
    low: longMonth(low.month),
    least: shortMoney(low.total),
  });
}

/**
 * @param {readonly {category: string, share: number}[]} categories largest first
 * @param {(id: string) => string} nameOf
 */
export function categorySentence(categories, nameOf) {
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
 */
export function trendSentence(series, months, nameOf) {
  if (months.length === 0) return '';
  const ends = { from: longMonth(months[0]), to: longMonth(months[months.length - 1]) };
  if (series.length === 0) return t('overview.trend.nothing', ends);
  const [{ category, totals }] = series;
  return t('overview.trend.sentence', {
    ...ends,
    category: nameOf(category),
    first: shortMoney(totals[0]),
    last: shortMoney(totals[totals.length - 1]),
  });
}
