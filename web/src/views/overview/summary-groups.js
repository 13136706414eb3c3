/** The groups that a period's overview is projected from. */
import { monthEnd } from '../../writing/dates.js';
import { store } from '../../data/store.js';
import { neededRange } from './period/period.js';

/**
 * @typedef {import('./projections.js').Group} Group
 * @typedef {object} SummaryGroups
 * @property {'loading' | 'ready' | 'failed'} status
 * @property {Group[] | null} groups the same array until something changes
 * @property {boolean} [isAwaited] they are the device's, until the server answers
 * @property {boolean} byDay false where a group is a whole month, dated to its first day
 */

/**
 * One summary by day and category; of a history with more of them than the API answers with (50,000),
 * one by month, which has no days to show.
 *
 * @param {import('./period/period.js').Period} period
 * @param {import('../../types.js').Filter} [filter] whose tags and payers count; categories are projected
 * @returns {SummaryGroups}
 */
export function summaryGroups(period, { tag, by } = {}) {
  // All of time has open ends.
  const range = { ...(period.kind === 'all' ? {} : neededRange(period)), tag, by };
  const { status, data, isAwaited } = store.summary(range);
  if (data) return { status, groups: /** @type {Group[]} */ (data.groups), isAwaited, byDay: true };
  if (status !== 'failed' || period.kind !== 'all') return { status, groups: null, byDay: true };
  const monthly = store.summary({ tag, by }, { by: 'month' });
  return {
    status: monthly.status,
    groups: monthly.data && datedToMonths(monthly.data),
    byDay: false,
  };
}

/** @type {WeakMap<object, Group[]>} */
const dated = new WeakMap();

/** @param {import('../../types.js').Summary} summary @returns {Group[]} */
function datedToMonths(summary) {
  let groups = dated.get(summary);
  if (!groups) {
    groups = summary.groups.map((group) => ({ ...group, day: `${group.month}-01` }));
    const last = groups.at(-1);
    // The last month is as long as the others.
    if (last) groups.push({ ...last, day: monthEnd(last.day), total_paise: 0, count: 0 });
    dated.set(summary, groups);
  }
  return groups;
}
