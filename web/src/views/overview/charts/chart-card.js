import { html, nothing } from 'lit';
import { PageElement } from '../../../parts/element.js';
import { icon } from '../../../writing/icons.js';
import { t } from '../../../writing/text.js';
import './chart-canvas.js';
import './chart-card.css';

/**
 * The base of a card with a chart that can be shown as a table of the same figures. A subclass gives
 * its title, its sentence, what to draw and the table's rows.
 */
export class ChartCard extends PageElement {
  static properties = {
    projection: { attribute: false },
    tabular: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../projections.js').Projection | null} */
    this.projection = null;
    this.tabular = false;
    /** @type {((look: import('./chart-look.js').Look) => import('chart.js').ChartConfiguration) | undefined} */
    this.draw = undefined;
  }

  /** @returns {string} that no other card has */
  get name() {
    return this.localName;
  }

  /** @returns {string} */
  get heading() {
    return '';
  }

  /** @returns {string} what the chart shows, in one sentence */
  get sentence() {
    return '';
  }

  /** @returns {boolean} nothing to draw */
  get isEmpty() {
    return false;
  }

  /** @returns {unknown} */
  chart() {
    return html`<chart-canvas
      class="drawing"
      .draw=${this.draw}
      .label=${this.sentence}
    ></chart-canvas>`;
  }

  /** @returns {string[]} heads of the table's columns */
  get columns() {
    return [];
  }

  /** @returns {unknown} the table's `<tr>`s */
  rows() {
    return nothing;
  }

  /** @returns {unknown} what stands under either */
  footer() {
    return nothing;
  }

  render() {
    if (!this.projection) return nothing;
    const id = `${this.name}-title`;
    return html`
      <section class="chart-card card" aria-labelledby=${id}>
        <header>
          <h2 class="heading" id=${id}>${this.heading}</h2>
          <button
            class="icon-button"
            type="button"
            aria-pressed=${this.tabular}
            aria-label="${t('overview.chart.table', { title: this.heading })}"
            title=${this.tabular ? t('overview.chart.showChart') : t('overview.chart.showTable')}
            @click=${() => (this.tabular = !this.tabular)}
          >
            ${icon(this.tabular ? 'overview' : 'expenses')}
          </button>
        </header>
        ${this.#body()} ${this.footer()}
      </section>
    `;
  }

  #body() {
    if (this.tabular) {
      return html`<div
        class="table scrolls"
        role="region"
        tabindex="0"
        aria-label=${t('overview.chart.table', { title: this.heading })}
      >
        <table>
          <caption class="visually-hidden">
            ${this.sentence}
          </caption>
          <thead>
            <tr>
              ${this.columns.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.rows()}
          </tbody>
        </table>
      </div>`;
    }
    if (this.isEmpty) {
      return html`<p class="nothing muted">
        <span aria-hidden="true">${t('overview.chart.empty')}</span>
        <span class="visually-hidden">${this.sentence}</span>
      </p>`;
    }
    return this.chart();
  }
}
