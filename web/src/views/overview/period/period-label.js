/** How a period is called, in `en-IN`. */
import { addDays, parts } from '../../../writing/dates.js';
import { date, daysName, longMonth, relativeDate } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import { periodAround } from './period.js';

/**
 * @param {import('./period.js').Period} period
 * @returns {string} such as `November 2026`, `25 Oct – 24 Nov 2026`, `16 – 22 Nov 2026`, `FY 2026–27`
 */
export function periodLabel({ kind, from, to }) {
  switch (kind) {
    case 'day':
      return relativeDate(from);
    case 'month':
      return rangeLabel({ from, to });
    case 'year':
      return String(parts(from).year);
    case 'fy':
      return t('overview.period.financialYear', { years: spanOfYears(from, to) });
    case 'all':
      return t('overview.period.allTime');
    default:
      return rangeLabel({ from, to });
  }
}

/** @param {string} from @param {string} to */
const spanOfYears = (from, to) => `${parts(from).year}–${to.slice(2, 4)}`;

/**
 * @param {import('../../../writing/dates.js').Range} range
 * @returns {string} a whole month or year by its name, otherwise both ends
 */
export function rangeLabel({ from, to }) {
  if (from === to) return date(from);
  const startsMonth = from.endsWith('-01');
  const endsMonth = addDays(to, 1).endsWith('-01');
  if (startsMonth && endsMonth) {
    if (from.slice(0, 7) === to.slice(0, 7)) return longMonth(from);
    const whole = [periodAround('year', from), periodAround('fy', from)];
    const same = whole.find((period) => period.from === from && period.to === to);
    if (same) return periodLabel(same);
  }
  return daysName({ from, to });
}
