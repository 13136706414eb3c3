import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { monthOf } from '../../writing/dates.js';
import { longMonth, number } from '../../writing/format.js';
import { RouteController, currentParams, currentView, go } from '../../data/router.js';
import { shortcutsOn } from '../../parts/shortcuts.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './budget-list.js';
import { budgetUse } from './budgets.js';
import './charts/category-breakdown.js';
import { readFilter, toggleExcluded, togglePicked, writeFilter } from './category-filter.js';
import { nameOf } from './category-names.js';
import './charts/category-trend.js';
import { afterPaint } from './after-paint.js';
import './filter-chips.js';
import './overview-view.css';
import { budgetWindow, periodAround, readPeriod, stepUntil, writePeriod } from './period/period.js';
import { periodLabel } from './period/period-label.js';
import './period/period-picker.js';
import './period-total.js';
import { project } from './projections.js';
import './charts/spending-by-day.js';
import './charts/spending-by-month.js';
import { summaryGroups } from './summary-groups.js';

/**
 * @typedef {import('./period/period.js').Period} Period
 * @typedef {import('./projections.js').Filter} Filter
 */

const CARDS = 4;

/**
 * Where the money went in a period. Period and filter are in the address; every figure and chart is a
 * projection of the one summary of the period, so nothing but another period asks the server.
 *
 *     <overview-view></overview-view>
 */
class OverviewView extends PageElement {
  static properties = { cards: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    new RouteController(this);
    /** How many of the charts' cards are shown. */
    this.cards = 0;
    this.growing = false;
    /** @type {unknown[]} what the projection is of */
    this.of = [];
    /** @type {import('./projections.js').Projection | null} */
    this.projection = null;
    /** @type {import('./budgets.js').BudgetUse[] | null} */
    this.budgets = null;
    /** The summary has no group, nor do the months around the period. */
    this.isNothingAround = false;
    /** The figures know single days. */
    this.byDay = true;
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.#handleKey(event);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
  }

  /** @returns {Period} */
  get period() {
    return readPeriod(currentParams().period) ?? this.#newest();
  }

  /** This month; the latest with expenses where it has none, such as after bringing in old ones. */
  #newest() {
    const { today } = store.state;
    const current = periodAround('month', today);
    const { groups } = summaryGroups(current);
    if (!groups || groups.some(({ day }) => day >= current.from && day <= current.to)) {
      return current;
    }
    const around = groups.findLast(({ day }) => day < current.from)?.day;
    const newest = around ?? store.expenses({}).items.find(({ date }) => date < current.from)?.date;
    return newest ? periodAround('month', newest) : current;
  }

  /** @returns {Filter} */
  get filter() {
    return readFilter(currentParams());
  }

  /** @param {Period | null} period */
  #showPeriod(period) {
    if (!period) return;
    const isDefault = writePeriod(period) === writePeriod(this.#newest());
    go('overview', {
      ...writeFilter(this.filter),
      period: isDefault ? undefined : writePeriod(period),
    });
    store.announce(periodLabel(period));
  }

  /** @param {Filter} filter @param {string} said */
  #showFilter(filter, said) {
    const { period } = currentParams();
    go('overview', { period, ...writeFilter(filter) });
    store.announce(said);
  }

  /** @param {CustomEvent<string>} event */
  #pick({ detail: id }) {
    const filter = togglePicked(this.filter, id);
    const names = [...filter.picked].map(nameOf).join(', ');
    this.#showFilter(
      filter,
      names ? t('overview.filter.nowOnly', { category: names }) : t('overview.filter.nowAll'),
    );
  }

  /** @param {CustomEvent<string>} event */
  #exclude({ detail: id }) {
    const filter = toggleExcluded(this.filter, id);
    const key = filter.excluded.has(id) ? 'nowWithout' : 'nowBack';
    this.#showFilter(filter, t(`overview.filter.${key}`, { category: nameOf(id) }));
  }

  #clearFilter() {
    this.#showFilter(readFilter({}), t('overview.filter.nowAll'));
  }

  /** @param {KeyboardEvent} event */
  #handleKey(event) {
    if (event.key !== '[' && event.key !== ']') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {Element} */ (event.target);
    if (target.closest?.('input, select, textarea') || document.querySelector('dialog[open]'))
      return;
    if (!shortcutsOn() || currentView() !== 'overview') return;
    this.#showPeriod(stepUntil(this.period, event.key === '[' ? -1 : 1, store.state.today));
  }

  /** Work out the figures anew only when what they are made of has changed. */
  #refigure() {
    const { search } = location;
    const { today } = store.state;
    const { groups, status, byDay } = summaryGroups(this.period);
    const of = [groups, search, today, store.categories.items];
    if (of.every((value, index) => value === this.of[index])) return status;
    this.of = of;
    this.byDay = byDay;
    if (!groups) {
      this.projection = null;
      return status;
    }
    this.isNothingAround = groups.length === 0;
    this.projection = project(groups, this.period, this.filter, today);
    const window = budgetWindow(this.period);
    this.budgets = window && budgetUse(groups, store.categories.items, window);
    return status;
  }

  /** No expense at all: known for certain only where a look at the list finds none either. */
  get #isEmptyLedger() {
    if (!this.projection || this.projection.count > 0 || !this.isNothingAround) return false;
    const { status, complete, items } = store.expenses({});
    const isEmpty = status === 'ready' && complete && items.length === 0;
    // Most people come here with expenses: for them it is not worth its weight.
    if (isEmpty) import('../../parts/empty-ledger/empty-ledger.js');
    return isEmpty;
  }

  render() {
    const status = this.#refigure();
    const { period, filter } = this;
    if (this.#isEmptyLedger) {
      return html`<div class="view">
        <h1 class="visually-hidden">${t('nav.overview')}</h1>
        <empty-ledger></empty-ledger>
      </div>`;
    }
    return html`
      <div class="view">
        <period-picker
          .period=${period}
          .today=${store.state.today}
          @pick=${(/** @type {CustomEvent<Period>} */ event) => this.#showPeriod(event.detail)}
        ></period-picker>
        ${this.#whyThis(period)}
        <filter-chips
          .filter=${filter}
          @pick-category=${this.#pick}
          @exclude-category=${this.#exclude}
          @clear-filter=${this.#clearFilter}
        ></filter-chips>
        ${
          this.projection
            ? this.#figures(this.projection, period, filter)
            : status === 'failed'
              ? failure()
              : skeleton()
        }
      </div>
    `;
  }

  /** Where nobody has asked for this period. @param {Period} period */
  #whyThis(period) {
    const current = periodAround('month', store.state.today);
    if (currentParams().period || monthOf(period.from) === monthOf(current.from)) return nothing;
    const month = longMonth(current.from);
    return html`<p class="why muted" role="status">
      ${t('overview.newest', { current: month })}
      <button class="button" type="button" @click=${() => this.#showPeriod(current)}>
        ${t('overview.showCurrent', { current: month })}
      </button>
    </p>`;
  }

  /**
   * @param {import('./projections.js').Projection} projection
   * @param {Period} period
   * @param {Filter} filter
   */
  #figures(projection, period, filter) {
    const category = filter.picked.size === 1 ? [...filter.picked][0] : undefined;
    return html`
      <div class="figures" @pick-category=${this.#pick} @exclude-category=${this.#exclude}>
        <period-total .projection=${projection} .category=${category}></period-total>
        ${
          this.budgets
            ? html`<budget-list
                class=${this.budgets.length ? '' : 'none'}
                .budgets=${this.budgets}
                .heading=${budgetHeading(period)}
              ></budget-list>`
            : nothing
        }
        ${this.#cards(projection, filter, category).slice(0, this.cards)}
      </div>
    `;
  }

  /**
   * @param {import('./projections.js').Projection} projection
   * @param {Filter} filter
   * @param {string | undefined} category the one that is picked
   */
  #cards(projection, filter, category) {
    const names = store.categories.items;
    return [
      this.byDay
        ? html`<spending-by-day .projection=${projection} .category=${category}></spending-by-day>`
        : nothing,
      html`<category-breakdown
        .projection=${projection}
        .filter=${filter}
        .names=${names}
      ></category-breakdown>`,
      html`<spending-by-month .projection=${projection} .category=${category}></spending-by-month>`,
      html`<category-trend
        .projection=${projection}
        .filter=${filter}
        .names=${names}
      ></category-trend>`,
    ];
  }

  /** The total is there first; then one card a frame, so that a slow phone can answer in between. */
  async updated() {
    if (!this.projection || this.cards === CARDS || this.growing) return;
    this.growing = true;
    await afterPaint();
    this.growing = false;
    this.cards += 1;
  }
}

/** @param {Period} period */
function budgetHeading(period) {
  const window = budgetWindow(period);
  if (!window) return t('overview.budgets.title');
  return window.months === 1
    ? t('overview.budgets.titleMonth', { month: longMonth(window.from) })
    : t('overview.budgets.titleMonths', { months: number(window.months) });
}

function failure() {
  return html`<div class="card failure" role="alert">
    <p>${t('overview.failed')}</p>
    <button class="button" type="button" @click=${() => store.retry()}>${t('app.retry')}</button>
  </div>`;
}

function skeleton() {
  return html`<div class="figures" role="status">
    <span class="visually-hidden">${t('app.loading')}</span>
    ${['total', 'chart', 'chart'].map(
      (name) =>
        html`<div class="card ${name}">
          <div class="skeleton"></div>
        </div>`,
    )}
  </div>`;
}

customElements.define('overview-view', OverviewView);
