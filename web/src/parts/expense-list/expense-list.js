import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categoryIcon } from '../../writing/category-icons.js';
import { cssProperties } from '../css-properties.js';
import { PageElement } from '../element.js';
import { askAboutNext } from '../repeating.js';
import { amountText } from '../expense-amount.js';
import { isTogether, memberName } from '../member-names.js';
import { longDate, money, relativeDate } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import './expense-list.css';
import { onPrint } from '../../writing/printing.js';
import { shiftAt, toOffsets, toRows, windowOf } from './windowing.js';

/** @typedef {import('../../data/store/lists.js').ListView} ListView */

/** Rows rendered above and below what is in sight. */
const MARGIN = 8;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 60;

/**
 * Expenses by day, however many: only the rows in sight are in the page, and older ones are loaded
 * as one scrolls; paper gets them all. Enter edits, Delete deletes.
 *
 *     <expense-list .list=${store.expenses(filter)}></expense-list>
 */
class ExpenseList extends PageElement {
  static properties = { list: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {ListView | null} */
    this.list = null;
    /** @type {unknown} what the rows were made of */
    this.of = null;
    /** @type {import('./windowing.js').Row[]} */
    this.rows = [];
    this.offsets = new Float64Array(1);
    this.first = 0;
    this.end = 0;
    this.rem = 0;
    this.complete = false;
    /** @type {import('../../types.js').Filter | undefined} of the rows */
    this.filter = undefined;
    /** How far the rows in sight have come down within the list, until the page is scrolled after them. */
    this.shift = 0;
    /** @type {number | null} where the list began on the page when it was last looked at, in px */
    this.begins = null;
    this.printing = false;
    /** @type {(() => void) | undefined} */
    this.stopPrint = undefined;
    this.onScroll = () => requestAnimationFrame(() => this.#look());
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.onScroll, { passive: true });
    addEventListener('resize', this.onScroll, { passive: true });
    this.stopPrint = onPrint((begins) => this.#print(begins));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.onScroll);
    removeEventListener('resize', this.onScroll);
    this.stopPrint?.();
  }

  /** Every row is on the paper; the browser waits for no promise. @param {boolean} begins */
  #print(begins) {
    this.printing = begins;
    this.requestUpdate();
    this.performUpdate();
  }

  willUpdate() {
    const rem = Number(getComputedStyle(document.documentElement).fontSize.replace('px', ''));
    const { items = [], complete = false } = this.list ?? {};
    if (this.of === items && this.rem === rem && this.complete === complete) return;
    const { rows, offsets, filter } = this;
    this.of = items;
    this.rem = rem;
    this.complete = complete;
    this.filter = this.list?.filter;
    this.rows = toRows(items, complete);
    // The heights that expense-list.css gives its rows.
    this.offsets = toOffsets(this.rows, { day: 3 * rem, expense: 4.25 * rem });
    const { top } = this.getBoundingClientRect();
    if (filter !== this.filter) this.begins = null;
    else if (top < 0) this.shift += shiftAt({ rows, offsets }, this, -top);
    this.#measure();
  }

  updated() {
    if (!this.printing) this.#follow();
    // The list may have moved, or begin somewhere else now.
    this.#look();
  }

  /**
   * Keep in sight, where they were, the rows that somebody has scrolled down to, whatever was added
   * above them. Browsers follow rows by themselves only where these are not placed by transforms.
   */
  #follow() {
    const { top } = this.getBoundingClientRect();
    const begins = top + scrollY;
    const moved = this.shift + begins - (this.begins ?? begins);
    this.shift = 0;
    this.begins = begins;
    if (top < 0 && moved) scrollBy({ top: moved, behavior: 'instant' });
  }

  /** @returns {boolean} whether other rows are in sight than before */
  #measure() {
    const top = this.getBoundingClientRect().top - this.shift;
    const { first, end } = windowOf(this.offsets, -top, innerHeight - top, MARGIN);
    const moved = first !== this.first || end !== this.end;
    this.first = first;
    this.end = end;
    return moved;
  }

  #look() {
    if (!this.isConnected) return;
    if (!this.printing) this.begins = this.getBoundingClientRect().top + scrollY;
    if (this.#measure()) this.requestUpdate();
    const { list } = this;
    if (!list || list.complete || list.loading || list.failed) return;
    if (list.status !== 'ready') return;
    // A search costs a look at everything: it goes on only when its end is in sight.
    const isNear = list.searchedTo
      ? this.getBoundingClientRect().bottom < innerHeight
      : this.end + AHEAD > this.rows.length;
    if (isNear) list.loadMore();
  }

  /** @param {KeyboardEvent} event @param {import('../../types.js').Expense} expense @param {number} index */
  #key(event, expense, index) {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    this.#delete(expense, index);
  }

  /** Delete, and let the keyboard go on from the next one. @param {import('../../types.js').Expense} expense @param {number} index */
  async #delete(expense, index) {
    const neighbour = this.rows
      .slice(index + 1)
      .concat(this.rows.slice(0, index).reverse())
      .find((row) => row.kind === 'expense');
    store.deleteExpense(expense);
    askAboutNext(expense, null);
    await this.updateComplete;
    const next = neighbour?.kind === 'expense' && `[data-id="${neighbour.expense.id}"] .edit`;
    if (next) /** @type {HTMLElement | null} */ (this.querySelector(next))?.focus();
  }

  /**
   * Scroll an expense into sight and focus it.
   *
   * @param {string} id @returns {boolean} false if it is not in the list (yet)
   */
  reveal(id) {
    const at = this.rows.findIndex((row) => row.kind === 'expense' && row.expense.id === id);
    if (at < 0) return false;
    const top = this.getBoundingClientRect().top + this.offsets[at];
    if (top < 0 || top > innerHeight * 0.8) scrollBy(0, top - innerHeight / 2);
    this.#look();
    const row = `[data-id="${CSS.escape(id)}"] .edit`;
    this.updateComplete.then(() => {
      /** @type {HTMLElement | null} */ (this.querySelector(row))?.focus({ preventScroll: true });
    });
    return true;
  }

  /** The rows in sight, and the one that has the focus wherever it is. */
  #shown() {
    if (this.printing) return [...this.rows.keys()];
    const shown = [];
    for (let i = this.first; i < this.end; i++) shown.push(i);
    const focused = /** @type {HTMLElement | null} */ (
      document.activeElement?.closest('[data-id]')
    );
    if (focused && this.contains(focused)) {
      const { id } = focused.dataset;
      const at = this.rows.findIndex((row) => row.kind === 'expense' && row.expense.id === id);
      if (at >= 0 && (at < this.first || at >= this.end)) shown.push(at);
    }
    return shown.sort((a, b) => a - b);
  }

  render() {
    const { rows, offsets } = this;
    const key = (/** @type {number} */ i) => {
      const row = rows[i];
      return row.kind === 'day' ? row.date : row.expense.id;
    };
    return html`
      <ol
        ${cssProperties({ '--height': `${offsets[rows.length]}px` })}
        aria-label=${t('expenses.title')}
      >
        ${repeat(this.#shown(), key, (i) => this.#row(i))}
      </ol>
    `;
  }

  /** @param {number} i */
  #row(i) {
    const row = this.rows[i];
    const size = this.complete ? this.rows.length : -1;
    const place = cssProperties({ '--y': `${this.offsets[i]}px` });
    if (row.kind === 'day') {
      return html`<li class="day" aria-setsize=${size} aria-posinset=${i + 1} ${place}>
        <h2 title=${longDate(row.date)}>${relativeDate(row.date)}</h2>
        <span class="amount">${row.total_paise === null ? nothing : money(row.total_paise)}</span>
      </li>`;
    }
    return this.#expense(row.expense, i, place);
  }

  /** @param {import('../../types.js').Expense} expense @param {number} i @param {unknown} place */
  #expense(expense, i, place) {
    const category = store.category(expense.category);
    const name = category?.name ?? t('entry.unknownCategory');
    const isRefund = expense.kind === 'refund';
    const amount = amountText(expense);
    const about = [
      expense.description ? name : '',
      expense.by && isTogether() ? memberName(expense.by) : '',
      ...expense.tags.map((tag) => `#${tag}`),
    ];
    const waits = store.state.connection !== 'ok' || store.state.session === 'expired';
    const waiting = waits && store.state.pending.some(({ after }) => after?.id === expense.id);
    const last = this.rows[i + 1]?.kind !== 'expense';
    return html`
      <li
        class="entry ${last ? 'last' : ''} ${isRefund ? 'refund' : ''}"
        data-id=${expense.id}
        aria-setsize=${this.complete ? this.rows.length : -1}
        aria-posinset=${i + 1}
        ${place}
      >
        <button
          type="button"
          class="edit"
          ?disabled=${!store.mayWrite}
          @click=${() => store.openForm({ expense })}
          @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, expense, i)}
        >
          <span class="tile" ${cssProperties({ '--colour': category?.colour })}>
            ${categoryIcon(expense.category)}
          </span>
          <span class="what">
            <span class="name">${expense.description || name}</span>
            <span class="about">
              ${waiting ? html`<span class="waiting">${t('expenses.waiting')}</span>` : nothing}
              ${isRefund ? html`<span class="mark">${t('expense.refund')}</span>` : nothing}
              ${about.filter(Boolean).join(' · ')}
            </span>
          </span>
          <span class="amount">${amount}</span>
        </button>
        ${store.mayWrite ? this.#deleter(expense, i, amount, name) : nothing}
      </li>
    `;
  }

  /** @param {import('../../types.js').Expense} expense @param {number} i @param {string} amount @param {string} name */
  #deleter(expense, i, amount, name) {
    return html`<button
      type="button"
      class="icon-button delete"
      aria-label=${t('expenses.delete', { amount, what: expense.description || name })}
      @click=${() => this.#delete(expense, i)}
    >
      ${icon('trash', 20)}
    </button>`;
  }
}

customElements.define('expense-list', ExpenseList);
