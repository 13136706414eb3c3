import { html } from 'lit';
import { Sheet } from '../../parts/sheet.js';
import { shortcutsOn, useShortcuts } from '../../parts/shortcuts.js';
import { addTexts, t } from '../../writing/text.js';
import { shortcuts } from '../../writing/text/en/shortcuts.js';
import './shortcut-help.css';

addTexts({ shortcuts });

/** @type {[string, import('../../writing/text.js').TextKey][]} */
const KEYS = [
  ['n', 'shortcuts.add'],
  ['q', 'shortcuts.quick'],
  ['/', 'shortcuts.search'],
  ['o', 'shortcuts.overview'],
  ['e', 'shortcuts.expenses'],
  ['r', 'shortcuts.recurring'],
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
 */
class ShortcutHelp extends Sheet {
  render() {
    return this.sheet({
      titleId: 'shortcuts-title',
      title: t('shortcuts.title'),
      content: html`
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
      `,
    });
  }
}

customElements.define('shortcut-help', ShortcutHelp);
