import { html } from 'lit';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { shortcutsOn, useShortcuts } from '../../parts/shortcuts.js';
import { t } from '../../writing/text.js';
import './shortcut-help.css';

/** @type {[string, import('../../writing/text.js').TextKey][]} */
const KEYS = [
  ['n', 'shortcuts.add'],
  ['q', 'shortcuts.quick'],
  ['/', 'shortcuts.search'],
  ['o', 'shortcuts.overview'],
  ['e', 'shortcuts.expenses'],
  ['c', 'shortcuts.categories'],
  ['i', 'shortcuts.import'],
  ['[', 'shortcuts.previous'],
  [']', 'shortcuts.next'],
  ['Ctrl Z', 'shortcuts.undo'],
  ['F8', 'shortcuts.notice'],
  ['?', 'shortcuts.help'],
  ['Esc', 'shortcuts.close'],
];

/**
 * The list of keyboard shortcuts, and the switch for them. Open while it is in the page.
 *
 *     <shortcut-help @close=${remove}></shortcut-help>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
class ShortcutHelp extends PageElement {
  firstUpdated() {
    this.querySelector('dialog')?.showModal();
  }

  #close() {
    this.querySelector('dialog')?.close();
  }

  render() {
    return html`
      <dialog
        class="sheet"
        aria-labelledby="shortcuts-title"
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <header>
          <h2 class="heading" id="shortcuts-title">${t('shortcuts.title')}</h2>
          <button
            class="icon-button"
            type="button"
            aria-label=${t('app.close')}
            @click=${this.#close}
          >
            ${icon('close')}
          </button>
        </header>
        <dl>
          ${KEYS.map(
            ([key, text]) =>
              html`<div>
                <dt>${t(text)}</dt>
                <dd><kbd>${key}</kbd></dd>
              </div>`,
          )}
        </dl>
        <label class="switch">
          <input
            type="checkbox"
            .checked=${shortcutsOn()}
            @change=${(/** @type {any} */ event) => useShortcuts(event.target.checked)}
          />
          ${t('shortcuts.use')}
        </label>
      </dialog>
    `;
  }
}

customElements.define('shortcut-help', ShortcutHelp);
