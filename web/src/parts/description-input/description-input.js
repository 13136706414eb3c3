import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { cssProperties } from '../css-properties.js';
import { Combobox } from '../combobox/combobox.js';
import { PageElement } from '../element.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import { descriptionProblem } from './description-problem.js';

/** @typedef {import('../../data/store/habits.js').Description} Description */

/**
 * A description, proposing one's earlier ones, each with the category last used with it.
 *
 *     <description-input .text=${''} @description=${(e) => e.detail.text, e.detail.category}>
 *     </description-input>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
class DescriptionInput extends PageElement {
  static properties = { text: { attribute: false } };

  constructor() {
    super();
    this.text = '';
    /** @type {Combobox<Description>} */
    this.box = new Combobox(this, {
      id: 'description',
      label: t('expense.description'),
      options: () => store.habits.descriptions(this.text),
      choose: ({ text, category }) => this.#set(text, category),
    });
  }

  /** @param {string} text @param {string} [category] */
  #set(text, category = store.habits.categoryOf(text)) {
    this.text = text;
    this.dispatchEvent(
      new CustomEvent('description', { detail: { text, category }, bubbles: true }),
    );
  }

  /** @param {Event} event */
  #type(event) {
    this.#set(/** @type {HTMLInputElement} */ (event.target).value);
    this.box.show();
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  render() {
    const { box } = this;
    const problem = descriptionProblem(this.text);
    return html`
      <div class="field">
        <label for="description">${t('expense.description')}</label>
        <div class="combobox">
          <input
            id="description"
            class="input"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded=${box.expanded}
            aria-controls="description-list"
            aria-activedescendant=${box.activeId || nothing}
            placeholder=${t('expense.descriptionHint')}
            aria-invalid=${problem ? 'true' : nothing}
            aria-describedby=${problem ? 'description-error' : nothing}
            enterkeyhint="done"
            .value=${live(this.text)}
            @input=${this.#type}
            @keydown=${box.onKey}
            @blur=${box.close}
          />
          ${box.list(({ text, category: id }) => {
            const category = store.category(id);
            return html`<span>${text}</span> ${
                category
                  ? html`<span class="aside">
                      <span class="dot" ${cssProperties({ '--colour': category.colour })}></span>
                      ${category.name}
                    </span>`
                  : nothing
              }`;
          })}
        </div>
        ${problem ? html`<p class="field-error" id="description-error" role="alert">${problem}</p>` : nothing}
      </div>
    `;
  }
}

customElements.define('description-input', DescriptionInput);
