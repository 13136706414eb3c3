import { longMonth, month } from '../../../writing/format.js';
import { store } from '../../../data/store.js';
import { monthEnd, monthOf } from '../../../writing/dates.js';
import { t } from '../../../writing/text.js';
import { rangeOfMonth } from '../period/period.js';
import { monthlySentence } from './sentences.js';
import { SpendingOverTime } from './spending-over-time.js';

/**
 * Spending month by month.
 *
 *     <spending-by-month .projection=${projection} .category=${id or undefined}></spending-by-month>
 */
class SpendingByMonth extends SpendingOverTime {
  get heading() {
    return t('overview.monthly.title');
  }

  get sentence() {
    return monthlySentence(this.projection?.monthly ?? []);
  }

  get pointLabel() {
    return t('overview.monthly.month');
  }

  /** @param {import('../projections.js').Projection} projection */
  pointsOf({ monthly, months }) {
    const { today } = store.state;
    const called = (/** @type {string} */ key) => {
      const running = monthOf(today) === key && today < monthEnd(today);
      return running ? t('overview.monthly.soFar', { month: longMonth(key) }) : longMonth(key);
    };
    return monthly.map(({ month: key, total, count }) => ({
      key,
      label: month(key),
      title: called(key),
      name: called(key),
      total,
      count,
      range: rangeOfMonth(key, months),
    }));
  }
}

customElements.define('spending-by-month', SpendingByMonth);
