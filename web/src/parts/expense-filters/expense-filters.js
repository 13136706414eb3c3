import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { FIRST_DATE, LAST_DATE } from '../../writing/dates.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { currentFilter, go, RouteController } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './expense-filters.css';
import { presetOf, PRESETS, rangeOf } from './presets.js';

const PAUSE_MS = 250;

/**
 * Search and filters; what is chosen is in the address, from where the list takes it.
 *
 *     <expense-filters></expense-filters>
 */
class ExpenseFilters extends PageElement {
  static properties = { custom: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    new RouteController(this);
    /** The two date fields are asked for. */
    this.custom = false;
    this.timer = 0;
    /** @type {string | null} typed, and not in the address yet */
    this.typed = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** @param {import('../../types.js').Filter} changes @param {boolean} [replace] */
  #filter(changes, replace = false) {
    go('expenses', { ...currentFilter(), ...changes }, { replace });
  }

  /** @param {Event} event */
  #search(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#searchNow(), PAUSE_MS);
  }

  #searchNow() {
    clearTimeout(this.timer);
    if (this.typed === null) return;
    const q = this.typed.trim();
    this.typed = null;
    // One entry in the history a search, not one a letter.
    this.#filter({ q }, Boolean(currentFilter().q));
  }

  /** @param {string} choice */
  #chooseDates(choice) {
    this.custom = choice === 'custom';
    if (this.custom) return;
    const { from, to } = rangeOf(
      /** @type {import('./presets.js').Preset} */ (choice),
      store.state.today,
    );
    this.#filter({ from, to });
  }

  render() {
    const filter = currentFilter();
    return html`
      <div class="filters" role="search" aria-label=${t('expenses.filters')}>
        <div class="search">
          ${icon('search', 20)}
          <input
            type="search"
            class="input"
            aria-label=${t('expenses.search')}
            placeholder=${t('expenses.searchHint')}
            enterkeyhint="search"
            maxlength="200"
            .value=${live(this.typed ?? filter.q ?? '')}
            @input=${this.#search}
            @keydown=${(/** @type {KeyboardEvent} */ event) =>
              event.key === 'Enter' && this.#searchNow()}
          />
        </div>
        <div class="choices">
          ${this.#dates(filter)} ${this.#category(filter)} ${this.#tag(filter)}
          ${
            Object.keys(filter).length
              ? html`<button type="button" class="chip clear" @click=${() => go('expenses')}>
                  ${icon('close', 16)}${t('expenses.clear')}
                </button>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** @param {import('../../types.js').Filter} filter */
  #dates({ from, to }) {
    const preset = presetOf({ from, to }, store.state.today);
    const custom = this.custom || !preset;
    const field = (
      /** @type {'from' | 'to'} */ end,
      /** @type {string | undefined} */ value,
    ) => html`
      <input
        type="date"
        class="input"
        aria-label=${t(`expenses.${end}`)}
        min=${(end === 'to' && from) || FIRST_DATE}
        max=${(end === 'from' && to) || LAST_DATE}
        .value=${live(value ?? '')}
        @change=${(/** @type {any} */ event) => this.#filter({ [end]: event.target.value })}
      />
    `;
    return html`
      <select
        class="input ${from || to ? 'on' : ''}"
        aria-label=${t('expenses.dates')}
        @change=${(/** @type {any} */ event) => this.#chooseDates(event.target.value)}
      >
        ${PRESETS.map(
          (name) =>
            html`<option value=${name} .selected=${!custom && preset === name}>
              ${t(`expenses.presets.${name}`)}
            </option>`,
        )}
        <option value="custom" .selected=${custom}>${t('expenses.presets.custom')}</option>
      </select>
      ${custom ? html`<div class="ends">${field('from', from)}–${field('to', to)}</div>` : nothing}
    `;
  }

  /** @param {import('../../types.js').Filter} filter */
  #category({ category = '' }) {
    const { items } = store.categories;
    const known = items.some(({ id }) => id === category);
    return html`
      <select
        class="input ${category ? 'on' : ''}"
        aria-label=${t('expense.category')}
        @change=${(/** @type {any} */ event) => this.#filter({ category: event.target.value })}
      >
        <option value="" .selected=${!category}>${t('expenses.anyCategory')}</option>
        ${items.map(
          ({ id, name }) => html`<option value=${id} .selected=${id === category}>${name}</option>`,
        )}
        ${
          category && !known
            ? html`<option value=${category} selected>${t('expense.unknownCategory')}</option>`
            : nothing
        }
      </select>
    `;
  }

  /** @param {import('../../types.js').Filter} filter */
  #tag({ tag = '' }) {
    const tags = store.habits.tags('', tag ? [tag] : [], 100);
    if (!tags.length && !tag) return nothing;
    return html`
      <select
        class="input ${tag ? 'on' : ''}"
        aria-label=${t('expenses.tag')}
        @change=${(/** @type {any} */ event) => this.#filter({ tag: event.target.value })}
      >
        <option value="" .selected=${!tag}>${t('expenses.anyTag')}</option>
        ${tag ? html`<option value=${tag} .selected=${true}>#${tag}</option>` : nothing}
        ${tags.map((one) => html`<option value=${one}>#${one}</option>`)}
      </select>
    `;
  }
}

customElements.define('expense-filters', ExpenseFilters);
