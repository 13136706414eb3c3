import { html } from 'lit';
import { money, number } from '../../../writing/format.js';
import { go, href } from '../../../data/router.js';
import { t } from '../../../writing/text.js';
import { ChartCard } from './chart-card.js';
import { lineChart } from './line-chart.js';
import { POINTS } from './points-in-time.js';

/** @typedef {import('./points-in-time.js').Point} Point */

/**
 * A line of spending by day or by month, zeros included, oldest first. A point opens its expenses; one
 * that is still to come, what it comes from.
 *
 *     <spending-over-time by="day" .projection=${projection} .filter=${filter}></spending-over-time>
 */
class SpendingOverTime extends ChartCard {
  static properties = {
    ...ChartCard.properties,
    by: {},
    filter: { attribute: false },
    expected: { attribute: false },
  };

  constructor() {
    super();
    /** @type {'day' | 'month'} */
    this.by = 'day';
    /** @type {import('../../../types.js').Filter} that the projection is of */
    this.filter = {};
    /** @type {readonly import('./points-in-time.js').Expected[]} the days that are left */
    this.expected = [];
    /** @type {Point[]} */
    this.points = [];
  }

  get name() {
    return `spending-by-${this.by}`;
  }

  get heading() {
    return POINTS[this.by].heading();
  }

  get sentence() {
    return POINTS[this.by].sentence(this.projection, this.expected);
  }

  get isEmpty() {
    return this.points.every(({ count }) => count === 0);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!['projection', 'by', 'expected'].some((name) => changed.has(name))) return;
    const points = this.projection ? POINTS[this.by].of(this.projection, this.expected) : [];
    this.points = points;
    this.draw = lineChart({
      labels: points.map(({ label }) => label),
      titles: points.map(({ title }) => title),
      totals: points.map(({ total }) => total),
      known: points.filter(({ isExpected }) => !isExpected).length,
      choose: (index) => this.#open(points[index]),
    });
  }

  /** @param {Point} point */
  #open(point) {
    if (point.isExpected) go('recurring');
    else go('expenses', this.#filter(point));
  }

  /** @param {Point} point */
  #filter({ range }) {
    return { ...range, ...this.filter };
  }

  get columns() {
    return [POINTS[this.by].column(), t('overview.chart.spent'), t('overview.chart.expenses')];
  }

  rows() {
    return this.points.map(
      (point) =>
        html`<tr data-key=${point.key} data-total=${point.total}>
          <th scope="row">
            ${
              point.isExpected
                ? point.name
                : html`<a href=${href('expenses', this.#filter(point))}>${point.name}</a>`
            }
          </th>
          <td>${money(point.total)}</td>
          <td>${point.isExpected ? '' : number(point.count)}</td>
        </tr>`,
    );
  }
}

customElements.define('spending-over-time', SpendingOverTime);
