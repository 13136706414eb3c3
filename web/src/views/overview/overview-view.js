import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { KeyController } from '../../parts/keys.js';
import {
  RouteController,
  currentFilter,
  currentParams,
  currentView,
  go,
} from '../../data/router.js';
import { shortcutsOn } from '../../parts/shortcuts.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './budgets/budget-list.js';
import { toggled } from '../../data/filter.js';
import { isOfPresentMonth, keepLastTotal } from '../../data/last-total.js';
import { endOfDay } from '../../writing/dates.js';
import { moneyParts, shortMoney } from '../../writing/format.js';
import { nameOf } from '../../parts/category-names.js';
import { memberName } from '../../parts/member-names.js';
import '../../parts/filter-chips/filter-chips.js';
import { afterPaint } from '../../parts/after-paint.js';
import { aheadCards, aheadOf, loadAhead } from './ahead/ahead.js';
import './overview-view.css';
import { periodAround, readPeriod, stepUntil, writePeriod } from './period/period.js';
import { periodLabel } from './period/period-label.js';
import './period/period-picker.js';
import { spentLabel } from './period-total.js';
import { project } from './projections.js';
import { summaryGroups } from './summary-groups.js';
import { loadTogether, togetherCards } from './together/together.js';
import { failure, skeleton } from './without-figures.js';

/**
 * @typedef {import('./period/period.js').Period} Period
 * @typedef {import('../../types.js').Filter} Filter
 */

const CARDS = 6;
/** After the charts' code did not come. */
const RETRY_MS = 3000;
/** @type {never[]} */
const NOTHING_EXPECTED = [];

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
    /** @type {unknown} of which the total is kept */
    this.kept = null;
    /** @type {import('./projections.js').Group[]} what it is worked out from */
    this.groups = [];
    /** The summary has no group, nor do the months around the period. */
    this.isNothingAround = false;
    /** The figures know single days. */
    this.byDay = true;
    /** @type {{of: unknown[], total: number} | null} what the device said, until the server has */
    this.awaited = null;
    new KeyController(this, (event) => this.#handleKey(event));
  }

  connectedCallback() {
    super.connectedCallback();
    store.budgets.load();
    store.recurring.load();
  }

  /** @returns {Period} */
  get period() {
    return readPeriod(currentParams().period, store.settings.monthStart) ?? this.#newest();
  }

  /** This month; the latest with expenses where it has none, such as after bringing in old ones. */
  #newest() {
    const { today } = store.state;
    const { monthStart } = store.settings;
    const current = periodAround('month', today, monthStart);
    const { groups } = summaryGroups(current);
    if (!groups || groups.some(({ day }) => day >= current.from && day <= current.to)) {
      return current;
    }
    const around = groups.findLast(({ day }) => day < current.from)?.day;
    const newest = around ?? store.expenses({}).items.find(({ date }) => date < current.from)?.date;
    return newest ? periodAround('month', newest, monthStart) : current;
  }

  /** What the period is narrowed to. @returns {Filter} */
  get filter() {
    const { category, without, tag, by } = currentFilter();
    return { category, without, tag, by };
  }

  /** @param {Period | null} period */
  #showPeriod(period) {
    if (!period) return;
    const isDefault = writePeriod(period) === writePeriod(this.#newest());
    go('overview', {
      ...this.filter,
      period: isDefault ? undefined : writePeriod(period),
    });
    store.announce(periodLabel(period));
  }

  /** @param {Filter} filter @param {string} said */
  #showFilter(filter, said) {
    const { period } = currentParams();
    go('overview', { period, ...filter });
    store.announce(said);
  }

  /** @param {CustomEvent<string>} event */
  #pick({ detail: id }) {
    const filter = toggled(this.filter, 'category', id);
    const names = (filter.category ?? []).map(nameOf).join(', ');
    this.#showFilter(filter, names ? t('filter.nowOnly', { category: names }) : t('filter.nowAll'));
  }

  /** @param {CustomEvent<string>} event */
  #pickMember({ detail: id }) {
    const filter = toggled(this.filter, 'by', id);
    const key = filter.by?.includes(id) ? 'nowBy' : 'byGone';
    this.#showFilter(filter, t(`filter.${key}`, { name: memberName(id) }));
  }

  /** @param {CustomEvent<string>} event */
  #exclude({ detail: id }) {
    const filter = toggled(this.filter, 'without', id);
    const key = filter.without?.includes(id) ? 'nowWithout' : 'nowBack';
    this.#showFilter(filter, t(`filter.${key}`, { category: nameOf(id) }));
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
    const { groups, status, byDay, isAwaited } = summaryGroups(this.period, this.filter);
    const of = [groups, search, today, store.categories.items, store.settings.fields];
    if (of.every((value, index) => value === this.of[index])) return status;
    this.of = of;
    this.byDay = byDay;
    if (!groups) {
      this.projection = null;
      return status;
    }
    this.groups = groups;
    this.isNothingAround = groups.length === 0;
    // Whole months, as the API groups them, are the calendar's.
    const period = byDay ? this.period : { ...this.period, begins: 1 };
    this.projection = project(groups, period, this.filter, today);
    this.#compare(isAwaited ?? false, this.projection.total);
    return status;
  }

  /** Say so where the server corrects what the device said. @param {boolean} isAwaited @param {number} total */
  #compare(isAwaited, total) {
    const { awaited } = this;
    const of = [location.search, store.ledger.id, store.state.pending];
    this.awaited = isAwaited ? { of, total } : null;
    if (isAwaited || !awaited || awaited.total === total) return;
    // Another period, or a change made here, is no correction.
    if (awaited.of.some((value, index) => value !== of[index])) return;
    const amounts = { total: shortMoney(total), before: shortMoney(awaited.total) };
    this.updateComplete.then(() => store.notify({ text: t('overview.corrected', amounts) }));
  }

  /** The next visit begins with it. */
  #keepTotal() {
    const { projection } = this;
    if (!projection || projection === this.kept || !isOfPresentMonth()) return;
    this.kept = projection;
    const shown = { period: periodLabel(this.period), label: spentLabel(projection) };
    const total = { ...shown, ...moneyParts(projection.total) };
    keepLastTotal(store.device.scope, total, endOfDay(store.state.today));
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
          @change-filter=${(
            /** @type {CustomEvent<{filter: Filter, said: string}>} */ { detail },
          ) => this.#showFilter(detail.filter, detail.said)}
        ></filter-chips>
        ${
          // Budgets that came later would push down what is being read.
          this.projection && !store.budgets.awaited
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
    const current = periodAround('month', store.state.today, store.settings.monthStart);
    if (currentParams().period || period.from === current.from) return nothing;
    const month = periodLabel(current);
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
    return html`
      <div
        class="figures"
        @pick-category=${this.#pick}
        @exclude-category=${this.#exclude}
        @pick-member=${this.#pickMember}
      >
        <period-total .projection=${projection} .filter=${filter}></period-total>
        ${
          // A budget is for all that is spent on its category, whatever the tags and whoever paid.
          filter.tag || filter.by
            ? nothing
            : html`<budget-list .groups=${this.groups} .period=${period}></budget-list>`
        }
        ${this.#cards(projection, period, filter).slice(0, this.cards)}
      </div>
    `;
  }

  /**
   * @param {import('./projections.js').Projection} projection
   * @param {Period} period
   * @param {Filter} filter
   */
  #cards(projection, period, filter) {
    const names = store.categories.items;
    const ahead = aheadOf(period, filter, this.groups);
    return [
      aheadCards(ahead, period),
      this.byDay
        ? html`<spending-over-time
            by="day"
            .projection=${projection}
            .expected=${ahead?.monthEnd?.ahead ?? NOTHING_EXPECTED}
            .filter=${filter}
          ></spending-over-time>`
        : nothing,
      html`<category-breakdown
        .projection=${projection}
        .filter=${filter}
        .names=${names}
      ></category-breakdown>`,
      togetherCards(period, filter),
      html`<spending-over-time
        by="month"
        .projection=${projection}
        .filter=${filter}
      ></spending-over-time>`,
      html`<category-trend
        .projection=${projection}
        .filter=${filter}
        .names=${names}
      ></category-trend>`,
    ];
  }

  /** The total is there first; then one card a frame, so that a slow phone can answer in between. */
  async updated() {
    this.#keepTotal();
    if (!this.projection || this.cards === CARDS || this.growing) return;
    if (store.recurring.awaited) return;
    this.growing = true;
    await afterPaint();
    const [isHere] = await Promise.all([
      loadCharts(),
      loadAhead(this.period, this.groups),
      loadTogether(),
    ]);
    this.growing = false;
    if (isHere) this.cards += 1;
    else setTimeout(() => this.requestUpdate(), RETRY_MS);
  }
}

/** @returns {Promise<boolean>} whether their code is here */
const loadCharts = () =>
  import('./charts/charts.js').then(
    () => true,
    () => {
      store.lostConnection();
      return false;
    },
  );

customElements.define('overview-view', OverviewView);
