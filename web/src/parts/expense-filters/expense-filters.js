import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { FIRST_DATE, isDate, LAST_DATE } from '../../writing/dates.js';
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
    /** @type {{from?: string, to?: string}} ends that are in the fields, and not in the address yet */
    this.ends = {};
    /** The keyboard is at work in a date: half a year is a year to the device's field. */
    this.keyed = false;
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

  #clear() {
    this.ends = {};
    this.custom = false;
    go('expenses');
  }

  /** @param {'from' | 'to'} end @param {string} value what the field says */
  #changeEnd(end, value) {
    this.ends = { ...this.ends, [end]: value };
    if (!this.keyed) this.#useEnds();
    this.requestUpdate();
  }

  /** Take the dates into the address, once they are dates and in their order. */
  #useEnds() {
    this.keyed = false;
    this.requestUpdate();
    const { from, to } = this.#range();
    if (!Object.keys(this.ends).length || (from && to && from > to)) return;
    if ([from, to].some((date) => date && !isDate(date))) return;
    this.ends = {};
    this.#filter({ from, to });
  }

  /** The dates as the fields have them. @returns {{from?: string, to?: string}} */
  #range() {
    const { from, to } = currentFilter();
    return { from, to, ...this.ends };
  }

  /** @param {string} choice */
  #chooseDates(choice) {
    this.custom = choice === 'custom';
    this.ends = {};
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
              ? html`<button type="button" class="chip clear" @click=${this.#clear}>
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
    const ends = this.#range();
    const backwards = Boolean(ends.from && ends.to && ends.from > ends.to) && !this.keyed;
    const field = (/** @type {'from' | 'to'} */ end) => html`
      <input
        type="date"
        class="input"
        aria-label=${t(`expenses.${end}`)}
        min=${FIRST_DATE}
        max=${LAST_DATE}
        aria-invalid=${backwards ? 'true' : nothing}
        aria-describedby=${backwards ? 'range-problem' : nothing}
        .value=${live(ends[end] ?? '')}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          this.keyed = event.key !== 'Enter';
          if (event.key === 'Enter') this.#useEnds();
        }}
        @change=${(/** @type {any} */ event) => this.#changeEnd(end, event.target.value)}
        @blur=${this.#useEnds}
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
      ${custom ? html`<div class="ends">${field('from')}–${field('to')}</div>` : nothing}
      ${
        custom && backwards
          ? html`<p class="field-error" id="range-problem" role="alert">
              ${t('overview.period.rangeBackwards')}
            </p>`
          : nothing
      }
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
