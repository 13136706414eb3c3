import { html, nothing } from 'lit';
import '../../parts/amount-input/amount-input.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { store } from '../../data/store.js';
import { monthTitle } from '../../writing/format.js';
import { characters, LONGEST_NAME } from '../../reading/characters.js';
import { isSame, shows, tidied } from '../../reading/folding.js';
import { icon } from '../../writing/icons.js';
import { PALETTE } from '../../writing/palette.js';
import { t } from '../../writing/text.js';
import './category-editor.css';

/**
 * @typedef {import('../../types.js').Category} Category
 * @typedef {{name: string, colour: string, archived?: boolean}} Edited `archived` where it was
 *   asked for
 * @typedef {{fields: Edited, budget?: number | null}} Saved `budget` in paise, where it was changed
 */

/**
 * The dialog for one category, new or known. Open while it is in the page.
 *
 *     <category-editor .category=${category or null} .others=${categories} .present=${paise, null or undefined}
 *       .month=${'2026-11'} @save=${({ detail: { fields, budget } }) => …}
 *       @delete=${…} @merge=${({ detail: into }) => …} @close=${remove}></category-editor>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
class CategoryEditor extends PageElement {
  static properties = {
    category: { attribute: false },
    others: { attribute: false },
    present: { attribute: false },
    month: { attribute: false },
    budget: { state: true },
    errors: { state: true },
    into: { state: true },
  };

  constructor() {
    super();
    /** @type {Category | null} null for a new one */
    this.category = null;
    /** @type {Category[]} whose names are taken */
    this.others = [];
    /** @type {number | null | undefined} its budget, in paise; undefined while it isn't known */
    this.present = undefined;
    /** @type {number | null | undefined} its budget as it was when the field was first shown */
    this.shown = undefined;
    /** `YYYY-MM`, from which on another budget holds. */
    this.month = '';
    /** @type {number | null} what is typed, in paise */
    this.budget = null;
    /** The category that is to get the expenses of this one. */
    this.into = '';
    /** @type {{name?: string, budget?: string}} */
    this.errors = {};
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // What another device makes of it meanwhile does not touch what is typed.
    if (changed.has('present') && this.shown === undefined && this.present !== undefined) {
      this.shown = this.budget = this.present;
    }
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
    const name = /** @type {HTMLInputElement | null} */ (this.querySelector('input[name="name"]'));
    if (!this.category) name?.focus();
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const name = tidied(String(form.get('name')));
    const budgetProblem = this.#budgetInput?.problem();
    // One that has just been made may be among the others, by the id that it got meanwhile.
    const isKept = this.category && isSame(this.category.name, name);
    const taken = !isKept && this.others.some((other) => isSame(other.name, name));
    this.errors = {
      ...(!shows(name) ? { name: t('categories.editor.nameMissing') } : {}),
      ...(characters(name) > LONGEST_NAME
        ? { name: t('categories.editor.nameTooLong', { most: LONGEST_NAME }) }
        : {}),
      ...(taken ? { name: t('categories.editor.nameTaken') } : {}),
      ...(budgetProblem ? { budget: budgetProblem } : {}),
    };
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      /** @type {HTMLInputElement | null} */ (
        this.querySelector(`input[name="${wrong}"]`)
      )?.focus();
      return;
    }
    /** @type {Edited} */
    const fields = { name, colour: String(form.get('colour')) };
    // What was edited is saved with it.
    const isArchive = event.submitter?.getAttribute('value') === 'archive';
    if (isArchive) fields.archived = !this.category?.archived;
    /** @type {Saved} */
    const detail = { fields };
    if (this.shown !== undefined && this.budget !== this.shown) detail.budget = this.budget;
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  render() {
    const { category } = this;
    return html`
      <dialog
        class="sheet"
        aria-labelledby="category-editor-title"
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <form novalidate @submit=${this.#submit}>
          <header>
            <h2 class="heading" id="category-editor-title">
              ${t(category ? 'categories.editor.editTitle' : 'categories.editor.addTitle')}
            </h2>
            <button
              class="icon-button"
              type="button"
              aria-label=${t('app.close')}
              @click=${() => this.querySelector('dialog')?.close()}
            >
              ${icon('close')}
            </button>
          </header>
          <div class="fields">
            ${this.#nameField()} ${this.#colours()}
            ${this.shown === undefined ? nothing : this.#budgetField()}
            <button class="button primary" type="submit">${t('categories.editor.save')}</button>
            ${category ? this.#otherActions(category) : nothing}
            ${category && !category.builtin ? this.#merging(category) : nothing}
          </div>
        </form>
      </dialog>
    `;
  }

  #nameField() {
    const error = this.errors.name;
    return html`<div class="field">
      <label for="category-name">${t('categories.editor.name')}</label>
      <input
        class="input"
        id="category-name"
        name="name"
        autocomplete="off"
        required
        .value=${this.category?.name ?? ''}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'category-name-error' : nothing}
      />
      ${error ? html`<p class="field-error" id="category-name-error">${error}</p>` : nothing}
    </div>`;
  }

  #colours() {
    const present = this.category?.colour.toLowerCase() ?? this.#freeColour();
    const known = PALETTE.some(({ colour }) => colour === present);
    const choices = known
      ? PALETTE
      : [{ name: /** @type {const} */ ('present'), colour: present }, ...PALETTE];
    return html`<fieldset class="field">
      <legend class="label muted small">${t('categories.editor.colour')}</legend>
      <div class="colours">
        ${choices.map(
          ({ name, colour }) =>
            html`<label ${cssProperties({ '--colour': colour })}>
              <input
                type="radio"
                name="colour"
                value=${colour}
                aria-label=${t(`categories.colours.${name}`)}
                ?checked=${colour === present}
              />
              <span class="swatch">${icon('check', 18)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** The colour that the fewest categories have. */
  #freeColour() {
    const uses = (/** @type {string} */ colour) =>
      this.others.filter((other) => other.colour.toLowerCase() === colour).length;
    return PALETTE.map(({ colour }) => colour).reduce((a, b) => (uses(b) < uses(a) ? b : a));
  }

  /** @returns {import('../../parts/amount-input/amount-input.js').AmountInput | null} */
  get #budgetInput() {
    return this.querySelector('amount-input');
  }

  #budgetField() {
    return html`<amount-input
      class="field"
      name="budget"
      optional
      .of=${this.category}
      .label=${t('categories.editor.budget')}
      .hint=${t('categories.editor.budgetHint', { month: monthTitle(this.month, store.settings.monthStart) })}
      .paise=${this.budget}
      .error=${this.errors.budget ?? ''}
      @amount=${(/** @type {CustomEvent} */ { detail }) => {
        this.budget = detail;
        this.errors = { ...this.errors, budget: undefined };
      }}
    ></amount-input>`;
  }

  /** @param {Category} category */
  #otherActions({ archived, builtin }) {
    return html`<div class="other">
      <button class="button" type="submit" value="archive">
        ${icon('archive', 20)}
        ${t(archived ? 'categories.editor.unarchive' : 'categories.editor.archive')}
      </button>
      ${
        builtin
          ? html`<p class="muted small">${t('categories.editor.builtin')}</p>`
          : html`<button
              class="button danger"
              type="button"
              @click=${() => this.dispatchEvent(new Event('delete'))}
            >
              ${icon('trash', 20)} ${t('categories.editor.delete')}
            </button>`
      }
    </div>`;
  }

  /** @param {Category} category */
  #merging({ name }) {
    const targets = this.others.filter(({ archived }) => !archived);
    const into = targets.find(({ id }) => id === this.into);
    return html`<div class="field merging">
      <label for="merge-into">${t('categories.editor.moveTo')}</label>
      <select
        class="input"
        id="merge-into"
        @change=${(/** @type {any} */ event) => (this.into = event.target.value)}
      >
        <option value="">${t('categories.editor.moveNowhere')}</option>
        ${targets.map((one) => html`<option value=${one.id}>${one.name}</option>`)}
      </select>
      ${
        into
          ? html`<p class="muted small">${t('categories.editor.mergeHint', { category: name })}</p>
              <button
                class="button danger"
                type="button"
                @click=${() => this.dispatchEvent(new CustomEvent('merge', { detail: into }))}
              >
                ${t('categories.editor.merge', { category: name, into: into.name })}
              </button>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('category-editor', CategoryEditor);
