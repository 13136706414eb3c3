import { html, nothing } from 'lit';
import { daysIn } from '../../writing/dates.js';
import { PageElement } from '../../parts/element.js';
import '../../parts/empty-ledger/empty-ledger.js';
import '../../parts/expense-filters/expense-filters.js';
import '../../parts/expense-list/expense-list.js';
import { moneyParts, number } from '../../writing/format.js';
import { currentFilter, go, href, isBackwards, RouteController } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './expenses-view.css';

/** A search's total is added up from what it finds; beyond so many it is said to be partial. */
const MOST_ADDED_UP = 10_000;

/**
 * Every expense, newest first, by day; searched and filtered, with what it adds up to.
 *
 *     <expenses-view></expenses-view>
 */
class ExpensesView extends PageElement {
  constructor() {
    super();
    new StoreController(this);
    new RouteController(this);
    /** @type {import('../../data/store/lists.js').ListView | null} shown until another filter's has come */
    this.shown = null;
  }

  /**
   * What is filtered adds up to: from the summary where it can tell, else from what is loaded.
   *
   * @param {import('../../types.js').Filter} filter @param {import('../../data/store/lists.js').ListView} list
   * @returns {{total: number, count: number, partial: boolean} | null}
   */
  #total({ from, to, category, tag, q }, list) {
    if (tag || q) {
      if (list.status !== 'ready') return null;
      const total = list.items.reduce((sum, { amount_paise }) => sum + amount_paise, 0);
      return { total, count: list.items.length, partial: !list.complete };
    }
    const short = from && to && daysIn({ from, to }) <= 366;
    const { data } = store.summary({ from, to }, { by: short ? 'day' : 'month' });
    if (!data) return null;
    const groups = data.groups.filter((group) => !category || group.category === category);
    return {
      total: groups.reduce((sum, { total_paise }) => sum + total_paise, 0),
      count: groups.reduce((sum, { count }) => sum + count, 0),
      partial: false,
    };
  }

  updated() {
    const filter = currentFilter();
    if ((!filter.tag && !filter.q) || isBackwards(filter)) return;
    const list = store.expenses(filter);
    const wanted = list.status === 'ready' && list.items.length < MOST_ADDED_UP;
    if (wanted && !list.complete && !list.loading && !list.failed) list.loadMore();
  }

  render() {
    const filter = currentFilter();
    if (isBackwards(filter)) return this.#backwards();
    const list = store.expenses(filter);
    const filtered = Object.keys(filter).length > 0;
    const none = list.status === 'ready' && list.complete && !list.items.length;
    return html`
      <div class="view">
        <header class="expenses-head">
          <h1 class="title">${t('expenses.title')}</h1>
          ${none && !filtered ? nothing : this.#sum(this.#total(filter, list))}
        </header>
        ${
          none && !filtered
            ? html`<empty-ledger></empty-ledger>`
            : html`<expense-filters></expense-filters>${this.#list(list, none)}`
        }
      </div>
    `;
  }

  /** The fields say what is wrong. */
  #backwards() {
    return html`
      <div class="view">
        <header class="expenses-head"><h1 class="title">${t('expenses.title')}</h1></header>
        <expense-filters></expense-filters>
        <div class="nothing"><p class="heading">${t('expenses.noneFound')}</p></div>
      </div>
    `;
  }

  /** @param {{total: number, count: number, partial: boolean} | null} sum */
  #sum(sum) {
    if (!sum) return html`<p class="sum"><span class="skeleton"></span></p>`;
    const { symbol, rupees, paise } = moneyParts(sum.total);
    const counted = { count: sum.count, shown: number(sum.count) };
    return html`
      <p class="sum">
        <span class="amount"><small>${symbol}</small>${rupees}<small>${paise}</small></span>
        <span class="muted">
          ${t(sum.partial ? 'expenses.soFar' : 'expenses.inExpenses', counted)}
        </span>
        <a class="export" href=${href('import', { ...currentFilter() })}>${t('expenses.export')}</a>
      </p>
    `;
  }

  /** @param {import('../../data/store/lists.js').ListView} list @param {boolean} none */
  #list(list, none) {
    if (none) {
      return html`<div class="nothing" role="status">
        <p class="heading">${t('expenses.noneFound')}</p>
        <p class="muted">${t('expenses.noneFoundHint')}</p>
        <button type="button" class="button" @click=${() => go('expenses')}>
          ${t('expenses.clear')}
        </button>
      </div>`;
    }
    const waits = list.status === 'loading';
    const shown = waits && this.shown ? this.shown : list;
    if (!waits) this.shown = list;
    if (shown.status === 'loading') {
      return html`<div class="waiting-rows" role="status">
        <span class="visually-hidden">${t('app.loading')}</span>
        ${Array.from({ length: 8 }, () => html`<div class="skeleton"></div>`)}
      </div>`;
    }
    return html`
      <expense-list .list=${shown} aria-busy=${waits ? 'true' : 'false'}></expense-list>
      <div class="end muted small" role="status">
        ${
          list.failed
            ? html`<p>${t('app.failed')}</p>
                <button type="button" class="button" @click=${() => list.loadMore()}>
                  ${t('app.retry')}
                </button>`
            : list.complete
              ? t('expenses.end')
              : t('app.loading')
        }
      </div>
    `;
  }
}

customElements.define('expenses-view', ExpensesView);
