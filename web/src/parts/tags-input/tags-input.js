import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { Combobox } from '../combobox/combobox.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { store } from '../../data/store.js';
import { MOST_TAGS } from '../../reading/characters.js';
import { isSame, tidiedTag } from '../../reading/folding.js';
import { t } from '../../writing/expense-text.js';
import './tags-input.css';
import { tagsProblem } from './tags-problem.js';

/**
 * Tags: Enter, comma or space makes one, Backspace in the empty field takes the last one back; one's
 * own are proposed. What can't be one stays in the field, with why.
 *
 *     <tags-input .tags=${['office']} @tags=${(e) => e.detail}></tags-input>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-autocomplete-list/
 */
class TagsInput extends PageElement {
  static properties = {
    tags: { attribute: false },
    text: { state: true },
    wrong: { state: true },
  };

  constructor() {
    super();
    /** @type {string[]} */
    this.tags = [];
    this.text = '';
    /** Why what is typed is no tag. */
    this.wrong = '';
    /** @type {Combobox<string>} */
    this.box = new Combobox(this, {
      id: 'tags',
      label: t('expense.tags'),
      options: () => (this.tags.length < MOST_TAGS ? store.habits.tags(this.text, this.tags) : []),
      choose: (tag) => {
        this.wrong = '';
        this.text = this.#add(tag);
      },
    });
  }

  /** @param {string} text @returns {string} what of it is no tag: all of it, or nothing */
  #add(text) {
    const tag = tidiedTag(text.replace(/^#+/, ''));
    if (!tag || this.tags.some((one) => isSame(one, tag))) return '';
    const tags = [...this.tags, tag];
    const problem = tagsProblem(tags);
    if (problem) {
      this.wrong = problem;
      return text;
    }
    this.#set(tags);
    return '';
  }

  /** Make tags of what is typed. */
  #take() {
    this.wrong = '';
    const left = this.text.split(/[\s,]+/).map((piece) => this.#add(piece));
    this.text = left.filter(Boolean).join(' ');
  }

  /** @returns {string} in words why what is typed can't be saved; empty where nothing is left over */
  problem() {
    this.#take();
    return this.wrong;
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
    const last = pieces.pop() ?? '';
    this.wrong = '';
    const left = pieces.map((piece) => this.#add(piece)).filter(Boolean);
    this.text = [...left, last].join(' ');
    if (!this.wrong) this.box.show();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.box.onKey(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && this.text.trim()) {
      event.preventDefault();
      this.#take();
    } else if (event.key === 'Backspace' && !this.text && this.tags.length) {
      this.#set(this.tags.slice(0, -1));
    }
  }

  #blur() {
    this.box.close();
    this.#take();
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
            aria-invalid=${this.wrong ? 'true' : nothing}
            aria-describedby=${this.wrong ? 'tags-problem' : nothing}
            ?disabled=${this.tags.length >= MOST_TAGS && !this.text}
            .value=${live(this.text)}
            @input=${this.#type}
            @click=${() => box.show()}
            @keydown=${this.#key}
            @blur=${this.#blur}
          />
          ${box.list((tag) => html`<span>#${tag}</span>`)}
        </div>
        ${
          this.wrong
            ? html`<p class="field-error" id="tags-problem" role="alert">${this.wrong}</p>`
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('tags-input', TagsInput);
