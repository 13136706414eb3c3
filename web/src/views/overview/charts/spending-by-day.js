import { parts } from '../../../writing/dates.js';
import { date, dayAndMonth, longDate, month } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import { dailySentence } from './sentences.js';
import { SpendingOverTime } from './spending-over-time.js';

/** Days beyond which the axis names months. */
const MANY_DAYS = 100;

/**
 * Spending day by day.
 *
 *     <spending-by-day .projection=${projection} .category=${id or undefined}></spending-by-day>
 */
class SpendingByDay extends SpendingOverTime {
  get heading() {
    return t('overview.daily.title');
  }

  get sentence() {
    return dailySentence(this.projection?.daily ?? []);
  }

  get pointLabel() {
    return t('overview.daily.day');
  }

  /** @param {import('../projections.js').Projection} projection */
  pointsOf({ daily }) {
    const years = new Set(daily.map(({ day }) => parts(day).year));
    const label = daily.length > MANY_DAYS && years.size > 1 ? month : dayAndMonth;
    return daily.map(({ day, total, count }) => ({
      key: day,
      label: label(day),
      title: longDate(day),
      name: date(day),
      total,
      count,
      range: { from: day, to: day },
    }));
  }
}

customElements.define('spending-by-day', SpendingByDay);
