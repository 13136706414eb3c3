import { html } from 'lit';
import { PageElement } from '../element.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { parseQuickEntry } from '../../reading/parse.js';
import './quick-entry.css';

/**
 * One line that is read while it is typed; the form's fields show what was understood.
 *
 *     <quick-entry .line=${''} @quick-entry=${(e) => e.detail.read}></quick-entry>
 */
class QuickEntry extends PageElement {
  static properties = { line: { attribute: false } };

  constructor() {
    super();
    this.line = '';
  }

  /** @param {Event} event */
  #type(event) {
    this.line = /** @type {HTMLInputElement} */ (event.target).value;
    const read = parseQuickEntry(this.line, {
      today: store.state.today,
      categories: store.activeCategories(),
      categoryOf: (description) => store.habits.categoryOf(description),
    });
    const detail = { line: this.line, read };
    this.dispatchEvent(new CustomEvent('quick-entry', { detail, bubbles: true }));
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  render() {
    return html`
      <div class="field">
        <label for="quick-line">${t('expense.quickLabel')}</label>
        <input
          id="quick-line"
          class="input"
          autocomplete="off"
          autocapitalize="none"
          enterkeyhint="done"
          maxlength="600"
          placeholder=${t('expense.quickHint')}
          aria-describedby="quick-help"
          .value=${this.line}
          @input=${this.#type}
        />
        <p class="small muted" id="quick-help">${t('expense.quickHelp')}</p>
      </div>
    `;
  }
}

customElements.define('quick-entry', QuickEntry);
