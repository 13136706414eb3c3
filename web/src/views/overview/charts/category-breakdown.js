import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cssProperties } from '../../../parts/css-properties.js';
import { compactMoney, money, number, percentage, shortMoney } from '../../../writing/format.js';
import { icon } from '../../../writing/icons.js';
import { t } from '../../../writing/text.js';
import './category-breakdown.css';
import { colourOf, nameOf } from '../../../parts/category-names.js';
import { ChartCard } from './chart-card.js';
import { doughnutChart } from './doughnut-chart.js';
import { aboveZero, largest } from '../projections.js';
import { belowSentence, categorySentence } from './sentences.js';

/** Slices that stay legible. */
const SLICES = 9;
/** Rows of the legend until the person asks for all. */
const ROWS = 6;

/**
 * Where the money went: a doughnut and its legend. A slice or a row picks its category, which
 * filters everything; the eye leaves it out.
 *
 *     <category-breakdown .projection=${projection} .filter=${filter} .names=${categories}
 *       @pick-category=${({ detail: id }) => …} @exclude-category=${…}></category-breakdown>
 */
class CategoryBreakdown extends ChartCard {
  static properties = {
    ...ChartCard.properties,
    filter: { attribute: false },
    names: { attribute: false },
    whole: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../../types.js').Filter} that the projection is of */
    this.filter = {};
    /** @type {unknown} the categories: only what changes with them matters here */
    this.names = null;
    this.whole = false;
  }

  get picked() {
    return this.filter.category ?? [];
  }

  get heading() {
    return t('overview.categories.title');
  }

  get entries() {
    return this.projection?.categories ?? [];
  }

  get sentence() {
    return categorySentence(this.entries, nameOf);
  }

  get isEmpty() {
    return aboveZero(this.entries).length === 0;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('projection') && !changed.has('names')) return;
    const { picked } = this;
    const slices = largest(aboveZero(this.entries), SLICES);
    this.draw = doughnutChart({
      slices: slices.map(({ category, total, share, of }) => ({
        name: category
          ? nameOf(category)
          : t('overview.categories.others', { count: of, shown: number(of) }),
        colour: category && colourOf(category),
        total,
        share,
        faded: picked.length > 0 && !(category && picked.includes(category)),
      })),
      choose: (index) => {
        const { category } = slices[index];
        if (category) this.#ask('pick-category', category);
        else this.whole = true;
      },
    });
  }

  /** @param {'pick-category' | 'exclude-category'} name @param {string} detail */
  #ask(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  /**
   * Leave a category out, or bring it back. The keyboard goes with it, so that a second press takes
   * back the first.
   *
   * @param {string} id
   */
  #exclude(id) {
    this.#ask('exclude-category', id);
    requestAnimationFrame(() => {
      const moved = this.querySelector(`[data-category="${CSS.escape(id)}"] .icon-button`);
      const next = moved ?? this.querySelector('.legend .icon-button');
      /** @type {HTMLElement | null} */ (next)?.focus();
    });
  }

  chart() {
    const { picked } = this;
    const shown = picked.length
      ? this.entries.filter(({ category }) => picked.includes(category))
      : this.entries;
    const total = shown.reduce((all, entry) => all + entry.total, 0);
    const label =
      picked.length === 0
        ? t('overview.categories.all')
        : picked.length === 1
          ? nameOf(picked[0])
          : t('overview.categories.picked');
    return html`<div class="ring">
      ${super.chart()}
      <p class="centre" aria-hidden="true">
        <strong class="amount">${compactMoney(total)}</strong><span>${label}</span>
      </p>
    </div>`;
  }

  footer() {
    const entries = this.tabular ? [] : this.entries;
    const shown = this.whole || entries.length <= ROWS + 1 ? entries : entries.slice(0, ROWS);
    const hidden = entries.length - shown.length;
    const left = this.projection?.excluded ?? [];
    const below = this.tabular ? '' : belowSentence(entries, nameOf);
    return html`
      ${below ? html`<p class="muted small" aria-hidden="true">${below}</p>` : nothing}
      ${
        shown.length
          ? html`<ul class="legend" aria-label=${t('overview.categories.list')}>
              ${repeat(shown, byCategory, (entry) => this.#row(entry))}
            </ul>`
          : nothing
      }
      ${
        hidden > 0 || (this.whole && entries.length > ROWS + 1)
          ? html`<button
              class="button quiet"
              type="button"
              @click=${() => (this.whole = !this.whole)}
            >
              ${
                hidden > 0
                  ? t('overview.categories.showAll', { count: hidden, shown: number(hidden) })
                  : t('overview.categories.showFewer')
              }
            </button>`
          : nothing
      }
      ${
        left.length
          ? html`<h3 class="muted small" id="left-out">
                ${t('overview.categories.excludedTitle')}
              </h3>
              <ul class="legend excluded" aria-labelledby="left-out">
                ${repeat(left, byCategory, (entry) => this.#excludedRow(entry))}
              </ul>`
          : nothing
      }
    `;
  }

  /** @param {import('../projections.js').CategorySum} entry */
  #row({ category, total, share }) {
    const name = nameOf(category);
    const colour = cssProperties({ '--colour': colourOf(category), '--share': String(share) });
    return html`<li ${colour} data-category=${category} data-total=${total}>
      <button
        class="pick"
        type="button"
        aria-pressed=${this.picked.includes(category)}
        @click=${() => this.#ask('pick-category', category)}
      >
        <span class="dot"></span>
        <span class="name">${name}</span>
        <span class="share muted">${total > 0 ? percentage(share) : nothing}</span>
        <span class="amount">${shortMoney(total)}</span>
      </button>
      <button
        class="icon-button"
        type="button"
        aria-label=${t('overview.categories.exclude', { category: name })}
        title=${t('overview.categories.exclude', { category: name })}
        @click=${() => this.#exclude(category)}
      >
        ${icon('eye', 18)}
      </button>
    </li>`;
  }

  /** @param {import('../projections.js').CategorySum} entry */
  #excludedRow({ category, total }) {
    const name = nameOf(category);
    return html`<li ${cssProperties({ '--colour': colourOf(category) })} data-category=${category}>
      <span class="pick">
        <span class="dot"></span>
        <span class="name">${name}</span>
        <span class="share"></span>
        <span class="amount">${shortMoney(total)}</span>
      </span>
      <button
        class="icon-button"
        type="button"
        aria-label=${t('overview.categories.bringBack', { category: name })}
        title=${t('overview.categories.bringBack', { category: name })}
        @click=${() => this.#exclude(category)}
      >
        ${icon('eyeOff', 18)}
      </button>
    </li>`;
  }

  get columns() {
    return [
      t('overview.categories.category'),
      t('overview.chart.spent'),
      t('overview.categories.share'),
      t('overview.chart.expenses'),
    ];
  }

  rows() {
    return this.entries.map(
      ({ category, total, share, count }) =>
        html`<tr data-key=${category} data-total=${total}>
          <th scope="row">
            <button
              type="button"
              aria-pressed=${this.picked.includes(category)}
              @click=${() => this.#ask('pick-category', category)}
            >
              ${nameOf(category)}
            </button>
          </th>
          <td>${money(total)}</td>
          <td>${total > 0 ? percentage(share) : nothing}</td>
          <td>${number(count)}</td>
        </tr>`,
    );
  }
}

/** @param {import('../projections.js').CategorySum} entry */
const byCategory = ({ category }) => category;

customElements.define('category-breakdown', CategoryBreakdown);
