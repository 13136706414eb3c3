import { html } from 'lit';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/expense-text.js';

const TITLES = /** @type {const} */ ({
  expense: { add: 'expense.addTitle', edit: 'expense.editTitle' },
  refund: { add: 'expense.addRefundTitle', edit: 'expense.editRefundTitle' },
});

/**
 * The dialog's title, and what closes it.
 *
 * @param {{id: string, kind: 'expense' | 'refund', editing: boolean}} title
 * @param {() => void} close
 */
export const head = ({ id, kind, editing }, close) =>
  html`<header>
    <h2 class="heading" id=${id}>${t(TITLES[kind][editing ? 'edit' : 'add'])}</h2>
    <button class="icon-button" type="button" aria-label=${t('app.close')} @click=${close}>
      ${icon('close')}
    </button>
  </header>`;
