/** What is upcoming, in a sentence. */
import { number, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';

/** @param {readonly import('../../data/upcoming.js').Upcoming[]} items of the next 30 days */
export function upcomingSum(items) {
  const known = items.reduce((sum, { amount_paise: paise }) => sum + (paise ?? 0), 0);
  const count = items.filter(({ amount_paise: paise }) => paise === null).length;
  const params = { amount: shortMoney(known), count, shown: number(count) };
  if (!items.length) return t('recurring.upcoming.none');
  if (!count) return t('recurring.upcoming.sum', params);
  return t(`recurring.upcoming.${known ? 'sumAndAsks' : 'onlyAsks'}`, params);
}
