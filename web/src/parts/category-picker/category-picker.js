import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cssProperties } from '../css-properties.js';
import { Combobox } from '../combobox/combobox.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { LONGEST_NAME } from '../../reading/characters.js';
import { cut, fold } from '../../reading/folding.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import './category-picker.css';
import { categoryNamed, isUncertain, propose, proposedName } from './proposed.js';

/** @typedef {import('../../types.js').Category} Category */

const RECENT = 4;

/**
 * A category: a searchable list, the recently used first; and the recent ones as buttons, one tap
 * away. A name that is not there is proposed as a new one, which is made when the expense is saved:
 * the value is what `propose` of it gives until then.
 *
 *     <category-picker .value=${id} .error=${''} @category=${(e) => e.detail}></category-picker>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
class CategoryPicker extends PageElement {
  static properties = {
    value: { attribute: false },
    error: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    this.value = '';
    this.error = '';
    /** @type {string | null} what is typed to search; null while not searching */
    this.text = null;
    /** @type {Combobox<Category | {create: string}>} */
    this.box = new Combobox(this, {
      id: 'category',
      label: t('expense.category'),
      options: () => this.#options(),
      choose: (option) => this.#choose(option),
      isChosen: (option) => 'id' in option && option.id === this.value,
    });
  }

  #options() {
    const needle = fold(this.text ?? '');
    const all = store.activeCategories();
    if (!needle) return all;
    const found = all
      .map((category) => ({ category, at: fold(category.name).indexOf(needle) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
      .map(({ category }) => category);
    // Before the list has come nobody can tell whether it is new; that is settled when it is saved.
    return categoryNamed(needle)
      ? found
      : [...found, { create: cut((this.text ?? '').trim(), LONGEST_NAME) }];
  }

  /** @param {Category | {create: string}} option */
  #choose(option) {
    this.#set('create' in option ? propose(option.create) : option.id);
  }

  /** @param {string} id */
  #set(id) {
    this.value = id;
    this.text = null;
    this.dispatchEvent(new CustomEvent('category', { detail: id, bubbles: true }));
  }

  /** @param {Event} event */
  #type(event) {
    this.text = /** @type {HTMLInputElement} */ (event.target).value;
    this.box.show(this.text.trim() ? 0 : -1);
  }

  /**
   * What is typed in full counts as chosen, as does a name that nothing in the list resembles. Of anything else
   * nobody knows which is meant: it stays, and nothing is chosen.
   */
  #blur() {
    const typed = (this.text ?? '').trim();
    const options = this.#options();
    const exact = typed && categoryNamed(typed);
    if (exact && !exact.archived) this.#set(exact.id);
    else if (typed && options.length === 1 && 'create' in options[0]) this.#choose(options[0]);
    else {
      if (typed) this.#set('');
      this.text = typed || null;
    }
    this.box.close();
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  render() {
    const { box, error } = this;
    const proposed = proposedName(this.value);
    const isNew = proposed !== null && !isUncertain(this.value) && !categoryNamed(proposed);
    const chosen = proposed === null ? store.category(this.value) : null;
    return html`
      <div class="field">
        <label for="category">${t('expense.category')}</label>
        <div class="combobox">
          <span class="dot" ${cssProperties({ '--colour': chosen?.colour })}></span>
          <input
            id="category"
            class="input"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded=${box.expanded}
            aria-controls="category-list"
            aria-activedescendant=${box.activeId || nothing}
            aria-invalid=${error ? 'true' : nothing}
            aria-describedby=${error ? 'category-error' : isNew ? 'category-new' : nothing}
            placeholder=${t('expense.categoryHint')}
            .value=${live(this.text ?? proposed ?? chosen?.name ?? '')}
            @input=${this.#type}
            @click=${() => box.show()}
            @focus=${(/** @type {any} */ event) => event.target.select()}
            @keydown=${box.onKey}
            @blur=${this.#blur}
          />
          ${icon('down', 20)}
          ${box.list((option) =>
            'create' in option
              ? html`${icon('add', 18)}<span
                    >${t('expense.createCategory', { name: option.create })}</span
                  >`
              : html`<span class="dot" ${cssProperties({ '--colour': option.colour })}></span>
                  <span>${option.name}</span>
                  ${option.id === this.value ? html`<span class="aside">${icon('check', 18)}</span>` : nothing}`,
          )}
        </div>
        ${error ? html`<p class="field-error" id="category-error">${error}</p>` : nothing}
        ${
          isNew && !error
            ? html`<p class="small muted" id="category-new">
                ${t('expense.categoryProposed', { name: proposed })}
              </p>`
            : nothing
        }
      </div>
      ${this.#recent()}
    `;
  }

  #recent() {
    const recent = store.habits
      .recentCategories()
      .map((id) => store.category(id))
      .filter((category) => category && !category.archived)
      .slice(0, RECENT);
    if (!recent.length) return nothing;
    return html`
      <div class="recent" role="group" aria-label=${t('expense.recentCategories')}>
        ${recent.map(
          (category) => html`
            <button
              type="button"
              class="chip"
              aria-pressed=${category?.id === this.value ? 'true' : 'false'}
              @click=${() => category && this.#set(category.id)}
            >
              <span class="dot" ${cssProperties({ '--colour': category?.colour })}></span>
              ${category?.name}
            </button>
          `,
        )}
      </div>
    `;
  }
}

customElements.define('category-picker', CategoryPicker);
