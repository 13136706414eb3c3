import { html } from 'lit';
import { t } from '../../writing/expense-text.js';

const KINDS = /** @type {const} */ ({ expense: 'expense.spent', refund: 'expense.refund' });

/**
 * Whether money went out or came back.
 *
 * @param {'expense' | 'refund'} kind
 * @param {(kind: 'expense' | 'refund') => void} choose
 */
export const kindChoice = (kind, choose) =>
  html`<fieldset class="kinds">
    <legend class="visually-hidden">${t('expense.kind')}</legend>
    ${
      /** @type {const} */ (['expense', 'refund']).map(
        (one) =>
          html`<label>
            <input type="radio" name="kind" .checked=${kind === one} @change=${() => choose(one)} />
            <span>${t(KINDS[one])}</span>
          </label>`,
      )
    }
  </fieldset>`;
