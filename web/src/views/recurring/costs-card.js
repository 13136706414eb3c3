import { html, nothing } from 'lit';
import { StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { nameOfRule } from '../../parts/rule-names.js';
import { date, number, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './costs-card.css';
import { costsOf, risesOf } from './recurring-costs.js';

/**
 * What recurs comes to in a month and in a year, and what rose since the time before.
 *
 *     <costs-card .rules=${rules} .history=${expenses} .today=${'2026-11-25'}></costs-card>
 */
class CostsCard extends PageElement {
  static properties = {
    rules: { attribute: false },
    history: { attribute: false },
    today: { attribute: false },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {readonly import('../../types.js').Rule[]} */
    this.rules = [];
    /** @type {readonly import('../../types.js').Expense[]} newest first */
    this.history = [];
    this.today = '';
  }

  render() {
    const { month, year, isEstimate, unknown } = costsOf(this.rules, this.history, this.today);
    const rises = risesOf(this.rules, this.history);
    return html`<section class="card" aria-labelledby="costs-title">
      <h2 class="heading" id="costs-title">${t('recurring.costs.title')}</h2>
      <dl>
        <div>
          <dd class="amount" data-month=${month}>${shortMoney(Math.round(month / 100) * 100)}</dd>
          <dt class="muted small">${t('recurring.costs.month')}</dt>
        </div>
        <div>
          <dd class="amount" data-year=${year}>${shortMoney(year)}</dd>
          <dt class="muted small">${t('recurring.costs.year')}</dt>
        </div>
      </dl>
      ${isEstimate ? html`<p class="muted small">${t('recurring.costs.estimate')}</p>` : nothing}
      ${
        unknown
          ? html`<p class="muted small">
              ${t('recurring.costs.unknown', { count: unknown, shown: number(unknown) })}
            </p>`
          : nothing
      }
      ${rises.length ? risen(rises) : nothing}
    </section>`;
  }
}

/** @param {import('./recurring-costs.js').Rise[]} rises */
const risen = (rises) =>
  html`<h3 class="small" id="rises-title">${t('recurring.costs.rises')}</h3>
    <ul aria-labelledby="rises-title">
      ${rises.map(
        ({ rule, before, after, date: day, isAhead }) =>
          html`<li>
            ${t(`recurring.costs.${isAhead ? 'willRise' : 'rose'}`, {
              name: nameOfRule(rule),
              before: shortMoney(before),
              after: shortMoney(after),
              date: date(day),
            })}
          </li>`,
      )}
    </ul>`;

customElements.define('costs-card', CostsCard);
