import { html, nothing } from 'lit';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/expense-text.js';

/**
 * What can be done with an expense that is there already, besides saving it.
 *
 * @param {'expense' | 'refund'} kind
 * @param {{remove: () => void, refund: () => void, repeat: (() => void) | null,
 *   transfer: (() => void) | null}} does
 */
export const editActions = (kind, { remove, refund, repeat, transfer }) => html`
  <button class="button quiet danger" type="button" @click=${remove}>
    ${icon('trash', 20)}${t('expense.delete')}
  </button>
  ${
    kind === 'expense'
      ? html`<button class="button" type="button" @click=${refund}>
          ${t('expense.refundIt')}
        </button>`
      : nothing
  }
  ${
    transfer
      ? html`<button class="button" type="button" @click=${transfer}>
          ${t('expense.transfer')}
        </button>`
      : nothing
  }
  ${
    kind === 'expense' && repeat
      ? html`<button class="button" type="button" @click=${repeat}>${t('expense.repeat')}</button>`
      : nothing
  }
`;

/** @param {(event: Event) => void} saveAnother */
export const addActions = (saveAnother) =>
  html`<button class="button" type="button" @click=${saveAnother}>
    ${t('expense.saveAnother')}
  </button>`;
