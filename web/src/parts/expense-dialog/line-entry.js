import { html, nothing } from 'lit';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/expense-text.js';
import { canPaste, pastedLine } from '../quick-entry/clipboard.js';

/**
 * Load the line's reader, which a first visit does without.
 *
 * @returns {Promise<boolean>} false where the network is lost
 */
export async function loadLine() {
  try {
    await import('../quick-entry/quick-entry.js');
    return true;
  } catch {
    return false;
  }
}

/** @param {(line?: string) => void} open with what the line says */
export const lineOpener = (open) =>
  html`<span class="line-openers">
    <button class="quick-opener" type="button" @click=${() => open()}>
      ${icon('spark', 18)}${t('expense.quick')}
    </button>
    ${
      canPaste()
        ? html`<button
            class="icon-button"
            type="button"
            aria-label=${t('expense.paste')}
            title=${t('expense.paste')}
            @click=${async () => open(await pastedLine())}
          >
            ${icon('paste', 18)}
          </button>`
        : nothing
    }
  </span>`;

/**
 * @param {import('./entry.js').Entry} entry @param {string | undefined} error
 * @param {(event: CustomEvent<{line: string} & import('../../reading/quick-line.js').Line>) => void} follow
 */
export const lineEntry = ({ line, byHand }, error, follow) =>
  html`<quick-entry
    .line=${line}
    .byHand=${byHand}
    .error=${error ?? ''}
    @quick-entry=${follow}
  ></quick-entry>`;
