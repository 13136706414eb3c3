import { html, nothing } from 'lit';
import { PageElement } from '../../../parts/element.js';
import { number, shortMoney } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';

/** Estimates are told in whole rupees. @param {number} paise */
const about = (paise) => shortMoney(Math.round(paise / 100) * 100);

/**
 * What the month comes to by its end, and what that rests on.
 *
 *     <month-end-card .of=${monthEndOf(…)} .month=${'November 2026'}></month-end-card>
 */
class MonthEndCard extends PageElement {
  static properties = { of: { attribute: false }, month: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./month-end.js').MonthEnd | null} */
    this.of = null;
    /** What it is called. */
    this.month = '';
  }

  render() {
    if (!this.of) return nothing;
    const { total, usual } = this.of;
    return html`<section class="card" aria-labelledby="month-end-title">
      <h2 class="heading" id="month-end-title">
        ${t('recurring.monthEnd.title', { month: this.month })}
      </h2>
      <p class="sum amount" data-total=${total}>
        ${
          usual === null
            ? t('recurring.monthEnd.atLeast', { amount: shortMoney(total) })
            : t('recurring.monthEnd.about', { amount: about(total) })
        }
      </p>
      <p class="muted small">${restsOn(this.of)}</p>
    </section>`;
  }
}

/** @param {import('./month-end.js').MonthEnd} of */
function restsOn({ spent, due, usual, days }) {
  const amounts = { spent: shortMoney(spent), due: shortMoney(due), usual: about(usual ?? 0) };
  if (usual === null) return t('recurring.monthEnd.noUsual', amounts);
  const key = due ? 'whole' : 'nothingDue';
  return t(`recurring.monthEnd.${key}`, { ...amounts, count: days, shown: number(days) });
}

customElements.define('month-end-card', MonthEndCard);
