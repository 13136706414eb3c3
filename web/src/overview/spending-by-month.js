import { html } from 'lit';
import { longMonth, money, month, number } from '../format.js';
import { go, href } from '../router.js';
import { t } from '../text.js';
import { ChartCard } from './chart-card.js';
import './chart-canvas.js';
import { lineChart } from './line-chart.js';
import { rangeOfMonth } from './period.js';
import { monthlySentence } from './sentences.js';

/**
 * Spending month by month, zeros included; a month opens its expenses.
 *
 *     <spending-by-month .projection=${projection} .category=${id or undefined}></spending-by-month>
 */
class SpendingByMonth extends ChartCard {
  static properties = { ...ChartCard.properties, category: { attribute: false } };

  constructor() {
    super();
    /** @type {string | undefined} the one that is picked */
    this.category = undefined;
    /** @type {ReturnType<typeof lineChart> | undefined} */
    this.draw = undefined;
  }

  get heading() {
    return t('overview.monthly.title');
  }

  get months() {
    return this.projection?.monthly ?? [];
  }

  get sentence() {
    return monthlySentence(this.months);
  }

  get isEmpty() {
    return this.months.every(({ total }) => total === 0);
  }

  /** @param {string} month */
  #filter(month) {
    const days = this.projection ? rangeOfMonth(month, this.projection.months) : {};
    return { ...days, category: this.category };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('projection')) return;
    const months = this.months;
    this.draw = lineChart({
      labels: months.map((entry) => month(entry.month)),
      titles: months.map((entry) => longMonth(entry.month)),
      totals: months.map(({ total }) => total),
      choose: (index) => go('expenses', this.#filter(months[index].month)),
    });
  }

  chart() {
    return html`<chart-canvas
      class="drawing"
      .draw=${this.draw}
      .label=${this.sentence}
    ></chart-canvas>`;
  }

  table() {
    return html`<table>
      <caption class="visually-hidden">
        ${this.sentence}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('overview.monthly.month')}</th>
          <th scope="col">${t('overview.chart.spent')}</th>
          <th scope="col">${t('overview.chart.expenses')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.months.map(
          (entry) =>
            html`<tr data-key=${entry.month} data-total=${entry.total}>
              <th scope="row">
                <a href=${href('expenses', this.#filter(entry.month))}>${longMonth(entry.month)}</a>
              </th>
              <td>${money(entry.total)}</td>
              <td>${number(entry.count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('spending-by-month', SpendingByMonth);
