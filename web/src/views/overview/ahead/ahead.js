/** What the overview shows of what is still to come; its code comes only where there is something. */
import { html, nothing } from 'lit';
import { isNarrowed } from '../../../data/filter.js';
import { store } from '../../../data/store.js';
import { periodLabel } from '../period/period-label.js';
import { lastUpcoming } from '../../../data/upcoming.js';

/**
 * @typedef {import('../period/period.js').Period} Period
 * @typedef {import('../projections.js').Group} Group
 * @typedef {import('./month-end.js').MonthEnd} MonthEnd
 *
 * @typedef {object} Ahead
 * @property {MonthEnd | null} monthEnd null where the period is no running month
 * @property {readonly import('../../../data/upcoming.js').Upcoming[]} upcoming
 */

/** @type {typeof import('./cards.js') | null} */
let cards = null;
/** @type {{of: unknown[], ahead: Ahead} | null} */
let known = null;

/**
 * Have the code at hand, where a period that is about to be shown has something to come.
 *
 * @param {Period} period @param {readonly Group[]} groups
 */
export async function loadAhead(period, groups) {
  if (cards || !isNow(period) || (!store.recurring.items.length && !groups.length)) return;
  try {
    cards = await import('./cards.js');
    store.emit();
  } catch {
    // The figures are there without it.
  }
}

/**
 * What is to come: of a period that is running, and where nothing is left out of it.
 *
 * @param {Period} period @param {import('../../../types.js').Filter} filter
 * @param {readonly Group[]} groups that the period's figures are worked out from
 * @returns {Ahead | null} the same until something changes
 */
export function aheadOf(period, filter, groups) {
  if (!isNow(period) || isNarrowed(filter) || filter.tag?.length) return null;
  if (!cards) {
    if (!store.recurring.awaited) loadAhead(period, groups);
    return null;
  }
  const { today } = store.state;
  const { items: rules } = store.recurring;
  const upcoming = store.recurring.upcoming(lastUpcoming(today));
  const of = [groups, rules, upcoming, today, period.kind, period.from];
  if (!known || of.some((value, index) => value !== known?.of[index])) {
    const isRunning = period.kind === 'month' && today < period.to;
    const monthEnd = isRunning
      ? cards.monthEndOf({ groups, month: period, today, rules, upcoming })
      : null;
    // What is certain is said already where it is all that there is to say.
    const isNews = monthEnd && (monthEnd.due > 0 || monthEnd.usual !== null);
    known = { of, ahead: { monthEnd: isNews ? monthEnd : null, upcoming } };
  }
  return known.ahead;
}

/** @param {Ahead | null} ahead @param {Period} period */
export function aheadCards(ahead, period) {
  if (!ahead) return nothing;
  const { monthEnd, upcoming } = ahead;
  return html`
    ${monthEnd ? html`<month-end-card .of=${monthEnd} .month=${periodLabel(period)}></month-end-card>` : nothing}
    ${upcoming.length ? html`<upcoming-card .items=${upcoming}></upcoming-card>` : nothing}
  `;
}

/** @param {import('../../../writing/dates.js').Range} range */
const isNow = ({ from, to }) => from <= store.state.today && store.state.today <= to;
