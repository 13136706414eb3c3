import { html } from 'lit';
import { cssProperties } from '../../../parts/css-properties.js';
import { money, monthTitle, shortMonthTitle } from '../../../writing/format.js';
import { go, href } from '../../../data/router.js';
import { t } from '../../../writing/text.js';
import { colourOf, nameOf } from '../../../parts/category-names.js';
import './category-trend.css';
import { ChartCard } from './chart-card.js';
import { trendSentence } from './sentences.js';
import { stackedChart } from './stacked-chart.js';

/**
 * How the categories went over the months, stacked; a bar opens its month's expenses, the legend picks.
 *
 *     <category-trend .projection=${projection} .filter=${filter} .names=${categories}
 *       @pick-category=${({ detail: id }) => …}></category-trend>
 */
class CategoryTrend extends ChartCard {
  static properties = {
    ...ChartCard.properties,
    filter: { attribute: false },
    names: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../../types.js').Filter} that the projection is of */
    this.filter = {};
    /** @type {unknown} the categories: only what changes with them matters here */
    this.names = null;
  }

  get heading() {
    return t('overview.trend.title');
  }

  get months() {
    return (this.projection?.monthly ?? []).map((entry) => entry.month);
  }

  get begins() {
    return this.projection?.begins ?? 1;
  }

  get series() {
    return this.projection?.trend ?? [];
  }

  get sentence() {
    return trendSentence(this.series, this.months, nameOf, this.begins);
  }

  get isEmpty() {
    return this.series.length === 0;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('projection') && !changed.has('names')) return;
    const { months, series } = this;
    this.draw = stackedChart({
      labels: months.map((name) => shortMonthTitle(name, this.begins)),
      titles: months.map((name) => monthTitle(name, this.begins)),
      series: series.map(({ category, totals }) => ({
        name: nameOf(category),
        colour: category && colourOf(category),
        totals,
      })),
      totalLabel: t('overview.chart.total'),
      choose: (at, which) => {
        const one = series[which] && { category: series[which].ids };
        go('expenses', { ...this.#daysOf(at), ...this.filter, ...one });
      },
    });
  }

  /** @param {number} at which month */
  #daysOf(at) {
    return this.projection?.monthly[at]?.range ?? {};
  }

  chart() {
    return html`${super.chart()}
      <ul class="trend-legend" aria-label=${t('overview.trend.legend')}>
        ${this.series.map(
          ({ category }) =>
            html`<li ${cssProperties(category ? { '--colour': colourOf(category) } : {})}>
              ${
                category
                  ? html`<button
                      type="button"
                      aria-pressed=${this.filter.category?.includes(category) ?? false}
                      @click=${() => this.#pick(category)}
                    >
                      <span class="dot"></span>${nameOf(category)}
                    </button>`
                  : html`<span><span class="dot"></span>${nameOf(category)}</span>`
              }
            </li>`,
        )}
      </ul>`;
  }

  /** @param {string} detail */
  #pick(detail) {
    this.dispatchEvent(new CustomEvent('pick-category', { detail, bubbles: true }));
  }

  get columns() {
    return [
      t('overview.monthly.month'),
      ...this.series.map(({ category }) => nameOf(category)),
      t('overview.chart.total'),
    ];
  }

  rows() {
    const total = (/** @type {number} */ at) =>
      this.series.reduce((all, { totals }) => all + totals[at], 0);
    return this.months.map(
      (name, at) =>
        html`<tr data-key=${name} data-total=${total(at)}>
          <th scope="row">
            <a href=${href('expenses', { ...this.#daysOf(at), ...this.filter })}
              >${this.begins === 1 ? shortMonthTitle(name, 1) : monthTitle(name, this.begins)}</a
            >
          </th>
          ${this.series.map(({ totals }) => html`<td>${money(totals[at])}</td>`)}
          <td>${money(total(at))}</td>
        </tr>`,
    );
  }
}

customElements.define('category-trend', CategoryTrend);
