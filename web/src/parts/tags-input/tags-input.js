import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Combobox } from '../combobox/combobox.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './tags-input.css';

const MOST = 10;
const LONGEST = 32;

/**
 * Tags: Enter, comma or space makes one, Backspace in the empty field takes the last one back; one's
 * own are proposed.
 *
 *     <tags-input .tags=${['office']} @tags=${(e) => e.detail}></tags-input>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
class TagsInput extends PageElement {
  static properties = { tags: { attribute: false }, text: { state: true } };

  constructor() {
    super();
    /** @type {string[]} */
    this.tags = [];
    this.text = '';
    /** @type {Combobox<string>} */
    this.box = new Combobox(this, {
      id: 'tags',
      label: t('expense.tags'),
      options: () => (this.tags.length < MOST ? store.habits.tags(this.text, this.tags) : []),
      choose: (tag) => this.#add(tag),
    });
  }

  /** @param {string} text */
  #add(text) {
    const tag = text.replace(/^#+/, '').trim().toLowerCase().slice(0, LONGEST);
    this.text = '';
    if (!tag || this.tags.includes(tag) || this.tags.length >= MOST) return;
    this.#set([...this.tags, tag]);
  }

  /** @param {string[]} tags */
  #set(tags) {
    this.tags = tags;
    this.dispatchEvent(new CustomEvent('tags', { detail: tags, bubbles: true }));
  }

  /** @param {Event} event */
  #type(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const pieces = input.value.split(/[\s,]+/);
    this.text = pieces.pop() ?? '';
    for (const piece of pieces) {
      const rest = this.text;
      this.#add(piece);
      this.text = rest;
    }
    this.box.show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.box.onKey(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && this.text.trim()) {
      event.preventDefault();
      this.#add(this.text);
    } else if (event.key === 'Backspace' && !this.text && this.tags.length) {
      this.#set(this.tags.slice(0, -1));
    }
  }

  #blur() {
    this.box.close();
    this.#add(this.text);
  }

  render() {
    const { box } = this;
    return html`
      <div class="field">
        <label for="tags">${t('expense.tags')}</label>
        <div class="combobox input">
          ${this.tags.map(
            (tag) => html`
              <span class="tag">
                <span>#${tag}</span>
                <button
                  type="button"
                  aria-label=${t('expense.removeTag', { tag })}
                  @click=${() => this.#set(this.tags.filter((one) => one !== tag))}
                >
                  ${icon('close', 14)}
                </button>
              </span>
            `,
          )}
          <input
            id="tags"
            role="combobox"
            autocomplete="off"
            autocapitalize="none"
            aria-autocomplete="list"
            aria-expanded=${box.expanded}
            aria-controls="tags-list"
            aria-activedescendant=${box.activeId || nothing}
            placeholder=${this.tags.length ? '' : t('expense.tagsHint')}
            maxlength="200"
            ?disabled=${this.tags.length >= MOST}
            .value=${live(this.text)}
            @input=${this.#type}
            @click=${() => box.show()}
            @keydown=${this.#key}
            @blur=${this.#blur}
          />
          ${box.list((tag) => html`<span>#${tag}</span>`)}
        </div>
      </div>
    `;
  }
}

customElements.define('tags-input', TagsInput);
