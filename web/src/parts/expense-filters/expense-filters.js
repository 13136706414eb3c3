import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { FIRST_DATE, isDate, LAST_DATE } from '../../writing/dates.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { isNarrowed, LONGEST_SEARCH, toggled } from '../../data/filter.js';
import { characters } from '../../reading/characters.js';
import { currentFilter, currentView, go, RouteController } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import { nameOf } from '../category-names.js';
import { isTogether, memberName } from '../member-names.js';
import '../filter-chips/filter-chips.js';
import './expense-filters.css';
import { KINDS } from './kinds.js';
import { presetOf, PRESETS, rangeOf } from './presets.js';

const PAUSE_MS = 250;

/**
 * Search and filters; what is chosen is in the address, from where the list or the export takes it.
 *
 *     <expense-filters></expense-filters>
 */
class ExpenseFilters extends PageElement {
  static properties = { custom: { state: true }, tooLong: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    new RouteController(this);
    /** The two date fields are asked for. */
    this.custom = false;
    /** More is typed than can be searched for. */
    this.tooLong = false;
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
    go(currentView(), { ...currentFilter(), ...changes }, { replace });
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
    this.tooLong = characters(this.typed.trim()) > LONGEST_SEARCH;
    if (this.tooLong) return;
    const q = this.typed.trim();
    this.typed = null;
    // One entry in the history a search, not one a letter.
    this.#filter({ q }, Boolean(currentFilter().q));
  }

  #clear() {
    this.ends = {};
    this.custom = false;
    this.typed = null;
    this.tooLong = false;
    go(currentView());
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
      store.settings.monthStart,
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
            aria-invalid=${this.tooLong ? 'true' : nothing}
            aria-describedby=${this.tooLong ? 'search-problem' : nothing}
            .value=${live(this.typed ?? filter.q ?? '')}
            @input=${this.#search}
            @keydown=${(/** @type {KeyboardEvent} */ event) =>
              event.key === 'Enter' && this.#searchNow()}
          />
        </div>
        ${
          this.tooLong
            ? html`<p class="field-error" id="search-problem" role="status">
                ${t('app.longest', { most: LONGEST_SEARCH })}
              </p>`
            : nothing
        }
        <div class="choices">
          ${this.#dates(filter)} ${this.#category(filter, 'category')} ${this.#tag(filter)}
          ${this.#category(filter, 'without')} ${this.#kind(filter)} ${this.#paidBy(filter)}
          ${
            isNarrowed(filter)
              ? html`<button type="button" class="chip clear" @click=${this.#clear}>
                  ${icon('close', 16)}${t('expenses.clear')}
                </button>`
              : nothing
          }
        </div>
        <filter-chips
          bare
          .filter=${filter}
          @change-filter=${(/** @type {CustomEvent} */ event) => {
            go(currentView(), event.detail.filter);
            store.announce(event.detail.said);
          }}
        ></filter-chips>
      </div>
    `;
  }

  /** @param {import('../../types.js').Filter} filter */
  #dates({ from, to }) {
    const preset = presetOf({ from, to }, store.state.today, store.settings.monthStart);
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

  /**
   * Choosing adds, and takes back what is chosen already: the chips show what there is of several.
   *
   * @param {import('../../types.js').Filter} filter @param {'category' | 'without'} name
   */
  #category(filter, name) {
    const { items } = store.categories;
    const chosen = filter[name] ?? [];
    const unknown = chosen.filter((id) => !items.some((item) => item.id === id));
    const ids = [...items.map(({ id }) => id), ...unknown];
    const isPicking = name === 'category';
    return this.#several(filter, name, {
      label: t(isPicking ? 'expense.category' : 'filter.leaveOut'),
      none: t(isPicking ? 'expenses.anyCategory' : 'filter.leaveOut'),
      options: ids.map((id) => ({ value: id, text: nameOf(id) })),
    });
  }

  /** @param {import('../../types.js').Filter} filter */
  #kind({ kind }) {
    return html`
      <select
        class="input ${kind ? 'on' : ''}"
        aria-label=${t('expenses.kind')}
        @change=${(/** @type {any} */ event) =>
          this.#filter({ kind: event.target.value || undefined })}
      >
        <option value="" .selected=${live(!kind)}>${t('expenses.anyKind')}</option>
        ${KINDS.map(
          ({ value, text }) =>
            html`<option value=${value} .selected=${live(kind === value)}>${t(text)}</option>`,
        )}
      </select>
    `;
  }

  /** @param {import('../../types.js').Filter} filter */
  #paidBy(filter) {
    if (!isTogether() && !filter.by?.length) return nothing;
    const ids = new Set([...store.members.items.map(({ id }) => id), ...(filter.by ?? [])]);
    return this.#several(filter, 'by', {
      label: t('filter.paidBy'),
      none: t('filter.anybody'),
      options: [...ids].map((id) => ({ value: id, text: memberName(id) })),
    });
  }

  /** @param {import('../../types.js').Filter} filter */
  #tag(filter) {
    const chosen = filter.tag ?? [];
    const tags = store.habits.tags('', [...chosen], 100);
    if (!tags.length && !chosen.length) return nothing;
    return this.#several(filter, 'tag', {
      label: t('expenses.tag'),
      none: t('expenses.anyTag'),
      options: [...chosen, ...tags].map((tag) => ({ value: tag, text: t('filter.tag', { tag }) })),
    });
  }

  /**
   * @param {import('../../types.js').Filter} filter
   * @param {import('../../data/filter.js').Several} name
   * @param {{label: string, none: string, options: {value: string, text: string}[]}} choice
   */
  #several(filter, name, { label, none, options }) {
    const chosen = filter[name] ?? [];
    // What is left out is not what is shown: the chips alone say it.
    const shown = name === 'without' ? [] : chosen;
    const choose = (/** @type {string} */ value) =>
      this.#filter(value ? toggled(filter, name, value) : { [name]: undefined });
    return html`
      <select
        class="input ${chosen.length ? 'on' : ''}"
        aria-label=${label}
        @change=${(/** @type {any} */ event) => choose(event.target.value)}
      >
        <option value="" .selected=${live(!shown.length)}>${none}</option>
        ${
          shown.length > 1
            ? html`<option value="several" disabled .selected=${live(true)}>
                ${t('filter.several', { count: chosen.length })}
              </option>`
            : nothing
        }
        ${options.map(
          ({ value, text }) =>
            html`<option value=${value} .selected=${live(shown.length === 1 && shown[0] === value)}>
              ${shown.length !== 1 && chosen.includes(value) ? t('filter.chosen', { text }) : text}
            </option>`,
        )}
      </select>
    `;
  }
}

customElements.define('expense-filters', ExpenseFilters);
