import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { groupDigits, groupWhileTyping, parseAmount, plainAmount } from '../../reading/money.js';
import { PALETTE } from '../../writing/palette.js';
import { t } from '../../writing/text.js';
import './category-editor.css';

/**
 * @typedef {import('../../types.js').Category} Category
 * @typedef {{name: string, colour: string, monthly_budget_paise: number | null,
 *   archived?: boolean}} Edited `archived` where it was asked for
 */

/** The API's limit. */
const LONGEST_NAME = 50;

/**
 * The dialog for one category, new or known. Open while it is in the page.
 *
 *     <category-editor .category=${category or null} .others=${categories} @save=${({ detail }) => …}
 *       @delete=${…} @close=${remove}></category-editor>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
class CategoryEditor extends PageElement {
  static properties = {
    category: { attribute: false },
    others: { attribute: false },
    budget: { state: true },
    errors: { state: true },
  };

  constructor() {
    super();
    /** @type {Category | null} null for a new one */
    this.category = null;
    /** @type {Category[]} whose names are taken */
    this.others = [];
    /** What the budget's field holds. */
    this.budget = '';
    /** @type {{name?: string, budget?: string}} */
    this.errors = {};
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('category')) this.budget = grouped(this.category?.monthly_budget_paise ?? null);
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
    const name = /** @type {HTMLInputElement | null} */ (this.querySelector('input[name="name"]'));
    if (!this.category) name?.focus();
  }

  /** @param {Event} event */
  #typeBudget(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const { text, caret } = groupWhileTyping(input.value, input.selectionStart ?? 0);
    this.budget = text;
    input.value = text;
    input.setSelectionRange(caret, caret);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const name = String(form.get('name')).trim().replace(/\s+/g, ' ');
    const budget = parseAmount(this.budget);
    const taken = this.others.some((other) => other.name.toLowerCase() === name.toLowerCase());
    this.errors = {
      ...(name === '' ? { name: t('categories.editor.nameMissing') } : {}),
      ...(taken ? { name: t('categories.editor.nameTaken') } : {}),
      ...(this.budget.trim() !== '' && budget === null
        ? { budget: t('categories.editor.budgetInvalid') }
        : {}),
    };
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      /** @type {HTMLInputElement | null} */ (
        this.querySelector(`input[name="${wrong}"]`)
      )?.focus();
      return;
    }
    /** @type {Edited} */
    const detail = { name, colour: String(form.get('colour')), monthly_budget_paise: budget };
    // What was edited is saved with it.
    const isArchive = event.submitter?.getAttribute('value') === 'archive';
    if (isArchive) detail.archived = !this.category?.archived;
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
            ${this.#nameField()} ${this.#colours()} ${this.#budgetField()}
            <button class="button primary" type="submit">${t('categories.editor.save')}</button>
            ${category ? this.#otherActions(category) : nothing}
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
        maxlength=${LONGEST_NAME}
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

  #budgetField() {
    const error = this.errors.budget;
    return html`<div class="field">
      <label for="category-budget">${t('categories.editor.budget')}</label>
      <div class="rupees">
        <span aria-hidden="true">₹</span>
        <input
          class="input"
          id="category-budget"
          name="budget"
          inputmode="decimal"
          autocomplete="off"
          maxlength="24"
          .value=${live(this.budget)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby="category-budget-hint ${error ? 'category-budget-error' : ''}"
          @input=${this.#typeBudget}
        />
      </div>
      ${error ? html`<p class="field-error" id="category-budget-error">${error}</p>` : nothing}
      <p class="muted small" id="category-budget-hint">${t('categories.editor.budgetHint')}</p>
    </div>`;
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
}

/** @param {number | null} paise */
function grouped(paise) {
  if (paise === null) return '';
  const [rupees, fraction] = plainAmount(paise).split('.');
  return groupDigits(rupees) + (fraction ? `.${fraction}` : '');
}

customElements.define('category-editor', CategoryEditor);
