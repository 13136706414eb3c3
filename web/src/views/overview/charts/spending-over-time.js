import { html } from 'lit';
import { money, number } from '../../../writing/format.js';
import { go, href } from '../../../data/router.js';
import { t } from '../../../writing/text.js';
import { ChartCard } from './chart-card.js';
import { lineChart } from './line-chart.js';

/**
 * @typedef {object} Point one day or month of the line
 * @property {string} key
 * @property {string} label under the axis
 * @property {string} title in the tooltip
 * @property {string} name in the table
 * @property {number} total in paise
 * @property {number} count
 * @property {import('../../../writing/dates.js').Range} range its days
 */

/**
 * The base of a line of spending, zeros included, oldest first. A point opens its expenses. A subclass
 * gives its points, its title, its sentence, and what a point is.
 */
export class SpendingOverTime extends ChartCard {
  static properties = { ...ChartCard.properties, category: { attribute: false } };

  constructor() {
    super();
    /** @type {string | undefined} the one that is picked */
    this.category = undefined;
    /** @type {Point[]} */
    this.points = [];
  }

  /**
   * @param {import('../projections.js').Projection} _projection
   * @returns {Point[]}
   */
  pointsOf(_projection) {
    return [];
  }

  /** @returns {string} heads the column of their names */
  get pointLabel() {
    return '';
  }

  get isEmpty() {
    return this.points.every(({ total }) => total === 0);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('projection')) return;
    const points = this.projection ? this.pointsOf(this.projection) : [];
    this.points = points;
    this.draw = lineChart({
      labels: points.map(({ label }) => label),
      titles: points.map(({ title }) => title),
      totals: points.map(({ total }) => total),
      choose: (index) => go('expenses', this.#filter(points[index])),
    });
  }

  /** @param {Point} point */
  #filter({ range }) {
    return { ...range, category: this.category };
  }

  get columns() {
    return [this.pointLabel, t('overview.chart.spent'), t('overview.chart.expenses')];
  }

  rows() {
    return this.points.map(
      (point) =>
        html`<tr data-key=${point.key} data-total=${point.total}>
          <th scope="row">
            <a href=${href('expenses', this.#filter(point))}>${point.name}</a>
          </th>
          <td>${money(point.total)}</td>
          <td>${number(point.count)}</td>
        </tr>`,
    );
  }
}
