import { html } from 'lit';
import { parts } from '../dates.js';
import { date, dayAndMonth, longDate, money, month, number } from '../format.js';
import { go, href } from '../router.js';
import { t } from '../text.js';
import { ChartCard } from './chart-card.js';
import './chart-canvas.js';
import { lineChart } from './line-chart.js';
import { dailySentence } from './sentences.js';

/** Days beyond which the axis names months. */
const MANY_DAYS = 100;

/**
 * Spending day by day, zeros included; a day opens its expenses.
 *
 *     <spending-by-day .projection=${projection} .category=${id or undefined}></spending-by-day>
 */
class SpendingByDay extends ChartCard {
  static properties = { ...ChartCard.properties, category: { attribute: false } };

  constructor() {
    super();
    /** @type {string | undefined} the one that is picked */
    this.category = undefined;
    /** @type {ReturnType<typeof lineChart> | undefined} */
    this.draw = undefined;
  }

  get heading() {
    return t('overview.daily.title');
  }

  get days() {
    return this.projection?.daily ?? [];
  }

  get sentence() {
    return dailySentence(this.days);
  }

  get isEmpty() {
    return this.days.every(({ total }) => total === 0);
  }

  /** @param {string} day */
  #filter(day) {
    return { from: day, to: day, category: this.category };
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('projection')) return;
    const days = this.days;
    const many = days.length > MANY_DAYS;
    const sameYear =
      days.length > 0 && parts(days[0].day).year === parts(days[days.length - 1].day).year;
    this.draw = lineChart({
      labels: days.map(({ day }) => (many && !sameYear ? month(day) : dayAndMonth(day))),
      titles: days.map(({ day }) => longDate(day)),
      totals: days.map(({ total }) => total),
      choose: (index) => go('expenses', this.#filter(days[index].day)),
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
          <th scope="col">${t('overview.daily.day')}</th>
          <th scope="col">${t('overview.chart.spent')}</th>
          <th scope="col">${t('overview.chart.expenses')}</th>
        </tr>
      </thead>
      <tbody>
        ${this.days.map(
          ({ day, total, count }) =>
            html`<tr data-key=${day} data-total=${total}>
              <th scope="row"><a href=${href('expenses', this.#filter(day))}>${date(day)}</a></th>
              <td>${money(total)}</td>
              <td>${number(count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('spending-by-day', SpendingByDay);
