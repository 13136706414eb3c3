import { html, nothing } from 'lit';
import { daysIn } from '../../writing/dates.js';
import { PageElement } from '../../parts/element.js';
import { KeyController } from '../../parts/keys.js';
import '../../parts/empty-ledger/empty-ledger.js';
import '../../parts/expense-filters/expense-filters.js';
import { KINDS } from '../../parts/expense-filters/kinds.js';
import '../../parts/expense-list/expense-list.js';
import { isTogether, memberName } from '../../parts/member-names.js';
import { date, moneyParts, number, shortMoney } from '../../writing/format.js';
import {
  isBackwards,
  isListedOnly,
  isNarrowed,
  passesCategory,
  toggled,
} from '../../data/filter.js';
import { currentFilter, go, href, RouteController } from '../../data/router.js';
import { spentPaise } from '../../data/spent.js';
import { store, StoreController } from '../../data/store.js';
import { destinations } from '../../data/store/transfers.js';
import { t } from '../../writing/expense-text.js';
import { rangeLabel } from '../overview/period/period-label.js';
import { periodAround, periodOf, writePeriod } from '../overview/period/period.js';
import './expenses-view.css';

/** A search's total is added up from what it finds; beyond so many it is said to be partial. */
const MOST_ADDED_UP = 10_000;
/** More than so many are moved or copied in several goes. */
const MOST_TRANSFERRED = 1000;
/** Between looks whether a page has come that was on its way. */
const LOOK_MS = 100;

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
    new KeyController(this, (event) => {
      if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#print();
    });
  }

  #print() {
    this.#whole(() => print());
  }

  /** Ask where all that is listed is to go. */
  async #transfer() {
    const { askWhere } = await import('../../parts/ledger-transfer/ledger-transfer.js');
    this.#whole(({ items }) => {
      if (items.length <= MOST_TRANSFERRED) askWhere(items);
      else store.notify({ text: t('transfer.tooMany', { most: number(MOST_TRANSFERRED) }) });
    });
  }

  /**
   * Go on with the whole list: the pages that have not been loaded come first.
   *
   * @param {(list: import('../../data/store/lists.js').ListView) => void} then
   */
  async #whole(then) {
    const list = store.expenses(currentFilter());
    if (list.status === 'failed' || list.failed) return;
    if (list.complete) {
      then(list);
      return;
    }
    store.announce(t('app.loading'));
    await list.loadMore();
    setTimeout(() => this.isConnected && this.#whole(then), list.loading ? LOOK_MS : 0);
  }

  /**
   * What is filtered adds up to: from the summary where it can tell, else from what is loaded.
   *
   * @param {import('../../types.js').Filter} filter @param {import('../../data/store/lists.js').ListView} list
   * @returns {{total: number, count: number, partial: boolean} | null}
   */
  #total(filter, list) {
    const { from, to, tag, by } = filter;
    const short = from && to && daysIn({ from, to }) <= 366;
    const { data, status } = store.summary({ from, to, tag, by }, { by: short ? 'day' : 'month' });
    if (isListedOnly(filter) || status === 'failed') {
      if (list.status !== 'ready') return null;
      const total = list.items.reduce((sum, expense) => sum + spentPaise(expense), 0);
      return { total, count: list.items.length, partial: !list.complete };
    }
    if (!data) return null;
    const groups = data.groups.filter(({ category }) => passesCategory(category, filter));
    return {
      total: groups.reduce((sum, { total_paise }) => sum + total_paise, 0),
      count: groups.reduce((sum, { count }) => sum + count, 0),
      partial: false,
    };
  }

  updated() {
    const filter = currentFilter();
    if (!isListedOnly(filter) || isBackwards(filter)) return;
    const list = store.expenses(filter);
    const wanted = list.status === 'ready' && list.items.length < MOST_ADDED_UP;
    // Where a search looks at its share at a time, it goes on as one scrolls.
    if (wanted && !list.searchedTo && !list.complete && !list.loading && !list.failed)
      list.loadMore();
  }

  render() {
    const filter = currentFilter();
    if (isBackwards(filter)) return this.#backwards();
    const list = store.expenses(filter);
    const filtered = isNarrowed(filter);
    const none = list.status === 'ready' && list.complete && !list.items.length;
    return html`
      <div class="view">
        <header class="expenses-head">
          <h1 class="title">${t('expenses.title')}</h1>
          ${none && !filtered ? nothing : this.#sum(this.#total(filter, list))}
          ${this.#printed(filter)}
        </header>
        ${none && !filtered ? nothing : this.#payers(filter)}
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
        ${this.#charts(currentFilter())}
        <a href=${href('import', currentFilter())}>${t('expenses.export')}</a>
        <button type="button" @click=${this.#print}>${t('expenses.print')}</button>
        ${
          isNarrowed(currentFilter()) && sum.count && store.mayWrite && destinations(store).length
            ? html`<button type="button" @click=${this.#transfer}>
                ${t('expenses.transfer')}
              </button>`
            : nothing
        }
      </p>
    `;
  }

  /**
   * What each member paid of what is listed; one is picked to list theirs alone.
   *
   * @param {import('../../types.js').Filter} filter
   */
  #payers(filter) {
    if (!isTogether() || isListedOnly(filter)) return nothing;
    const { by: picked = [], ...rest } = filter;
    const { paid } = store.paid.view(rest);
    const payers = [...(paid ?? [])].sort(([, one], [, other]) => other - one);
    if (payers.length < 2) return nothing;
    return html`<ul class="payers" aria-label=${t('filter.paidBy')}>
      ${payers.map(
        ([id, paise]) =>
          html`<li>
            <button
              type="button"
              class="chip"
              aria-pressed=${picked.includes(id)}
              @click=${() => go('expenses', toggled(filter, 'by', id))}
            >
              ${memberName(id)} <span class="amount">${shortMoney(paise)}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  /** The same in charts, which know no words, no kind and no half-open range. @param {import('../../types.js').Filter} filter */
  #charts({ from, to, kind, q, ...narrow }) {
    if (isListedOnly({ kind, q }) || Boolean(from) !== Boolean(to)) return nothing;
    const period = writePeriod(
      from && to ? periodOf({ from, to }, store.settings.monthStart) : periodAround('all', ''),
    );
    return html`<a href=${href('overview', { ...narrow, period })}>${t('expenses.charts')}</a>`;
  }

  /** What paper shows of the filter besides its chips. @param {import('../../types.js').Filter} filter */
  #printed({ from, to, kind, q }) {
    const range = from && to ? rangeLabel({ from, to }) : '';
    const dates =
      range ||
      (from && t('expenses.since', { date: date(from) })) ||
      (to && t('expenses.until', { date: date(to) }));
    const ofKind = KINDS.find(({ value }) => value === kind);
    const said = [dates, ofKind && t(ofKind.text), q && t('expenses.words', { words: q })].filter(
      Boolean,
    );
    return said.map((text) => html`<p class="printed print-only">${text}</p>`);
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
              : list.searchedTo
                ? t('expenses.searchedTo', { date: date(list.searchedTo) })
                : t('app.loading')
        }
      </div>
    `;
  }
}

customElements.define('expenses-view', ExpensesView);
