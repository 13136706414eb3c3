import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { money, moneyParts, number, percentage, shortMoney } from '../../writing/format.js';
import { href } from '../../data/router.js';
import { t } from '../../writing/text.js';
import { rangeLabel } from './period/period-label.js';
import './period-total.css';

/**
 * What was spent in a period: the total, how it compares, the average, how many.
 *
 *     <period-total .projection=${projection} .filter=${filter}></period-total>
 */
class PeriodTotal extends PageElement {
  static properties = { projection: { attribute: false }, filter: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./projections.js').Projection | null} */
    this.projection = null;
    /** @type {import('../../types.js').Filter} that the projection is of, for the list of it */
    this.filter = {};
  }

  render() {
    if (!this.projection) return nothing;
    const { total, count, days, average, comparison, range } = this.projection;
    const parts = moneyParts(total);
    return html`
      <section class="card" aria-labelledby="total-label">
        <div class="inner">
          <div class="sum">
            <h2 class="muted small" id="total-label">${spentLabel(this.projection)}</h2>
            <p class="total amount" data-total=${total}>
              <span class="visually-hidden">${money(total)}</span>
              <span aria-hidden="true"
                ><span class="symbol">${parts.symbol}</span>${parts.rupees}<span class="paise"
                  >${parts.paise}</span
                ></span
              >
            </p>
            ${comparison ? changeLine(comparison) : nothing}
          </div>
          <dl>
            ${
              days > 1
                ? html`<div>
                    <dd class="amount">${shortMoney(average)}</dd>
                    <dt>${t('overview.total.average', { count: days, shown: number(days) })}</dt>
                  </div>`
                : nothing
            }
            <div>
              <dd class="amount">${number(count)}</dd>
              <dt>
                ${t('overview.total.count', { count })}
                ${
                  count
                    ? html`<a href=${href('expenses', { ...range, ...this.filter })}
                        >${t('overview.total.see')}</a
                      >`
                    : nothing
                }
              </dt>
            </div>
          </dl>
        </div>
      </section>
    `;
  }
}

/** What the total is of. @param {import('./projections.js').Projection} projection */
export const spentLabel = ({ running }) =>
  t(running ? 'overview.total.spentSoFar' : 'overview.total.spent');

/** @param {import('./projections.js').Comparison} comparison */
function changeLine({ range, total, change, ratio }) {
  const label = rangeLabel(range);
  if (total < 0) {
    const then = { amount: shortMoney(total), range: label };
    return html`<p class="change muted">${t('overview.total.cameBack', then)}</p>`;
  }
  if (total === 0) {
    const key = change === 0 ? 'nothingEither' : 'moreThanNothing';
    return html`<p class="change muted">${t(`overview.total.${key}`, { range: label })}</p>`;
  }
  const percent = percentage(Math.abs(ratio ?? 0));
  // What rounds to no percent is no news, and no warning.
  const about = change !== 0 && percent === percentage(0);
  const direction = change === 0 || about ? 'same' : change > 0 ? 'more' : 'less';
  return html`<p class="change ${direction}">
    <span class="arrow" aria-hidden="true"
      >${direction === 'more' ? '↑' : direction === 'less' ? '↓' : '='}</span
    >
    <span>
      ${t(`overview.total.${about ? 'about' : direction}`, { percent, range: label })}
      <span class="muted was">${t('overview.total.was', { amount: shortMoney(total) })}</span>
    </span>
  </p>`;
}

customElements.define('period-total', PeriodTotal);
