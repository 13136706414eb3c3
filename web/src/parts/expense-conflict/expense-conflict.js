import { html, nothing } from 'lit';
import { PageElement } from '../element.js';
import { date, money } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './expense-conflict.css';

/** @typedef {import('../../types.js').Expense} Expense */

/** @type {{label: import('../../writing/text.js').TextKey, show: (expense: Expense) => string}[]} */
const ROWS = [
  { label: 'expense.amount', show: ({ amount_paise }) => money(amount_paise) },
  {
    label: 'expense.category',
    show: ({ category }) => store.category(category)?.name ?? t('expense.unknownCategory'),
  },
  { label: 'expense.date', show: (expense) => date(expense.date) },
  { label: 'expense.description', show: ({ description }) => description },
  { label: 'expense.tags', show: ({ tags }) => tags.map((tag) => `#${tag}`).join(' ') },
];

/**
 * Both versions of an expense whose edit met a newer one, and the choice between them. Open while
 * the store's state has a conflict.
 *
 *     <expense-conflict></expense-conflict>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/alertdialog/
 */
class ExpenseConflict extends PageElement {
  constructor() {
    super();
    new StoreController(this);
  }

  updated() {
    const dialog = /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
    const { conflict } = store.state;
    if (conflict && !dialog.open) dialog.showModal();
    else if (!conflict && dialog.open) dialog.close();
  }

  render() {
    const { conflict } = store.state;
    const gone = conflict && !conflict.theirs;
    return html`
      <dialog
        class="sheet"
        role="alertdialog"
        aria-labelledby="conflict-title"
        aria-describedby="conflict-text"
        @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
      >
        <header>
          <h2 class="heading" id="conflict-title">
            ${t(gone ? 'expense.conflict.goneTitle' : 'expense.conflict.title')}
          </h2>
        </header>
        <p id="conflict-text" class="muted">
          ${t(gone ? 'expense.conflict.goneText' : 'expense.conflict.text')}
        </p>
        ${conflict ? this.#versions(conflict) : nothing}
        <footer>
          <button class="button" type="button" @click=${() => store.resolveConflict('theirs')}>
            ${t(gone ? 'expense.conflict.letGo' : 'expense.conflict.keepTheirs')}
          </button>
          <button
            class="button primary"
            type="button"
            @click=${() => store.resolveConflict('mine')}
          >
            ${t(gone ? 'expense.conflict.addMine' : 'expense.conflict.keepMine')}
          </button>
        </footer>
      </dialog>
    `;
  }

  /** @param {import('../../data/store/telling.js').Conflict} conflict */
  #versions({ mine, theirs }) {
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${t('expense.conflict.field')}</span></th>
            <th scope="col">${t('expense.conflict.mine')}</th>
            ${theirs ? html`<th scope="col">${t('expense.conflict.theirs')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${ROWS.map(({ label, show }) => {
            const ours = show(mine);
            const other = theirs ? show(theirs) : ours;
            const differs = ours !== other;
            return html`<tr class=${differs ? 'differs' : ''}>
              <th scope="row">
                ${t(label)}
                ${
                  differs
                    ? html`<span class="visually-hidden"
                        >(${t('expense.conflict.different')})</span
                      >`
                    : nothing
                }
              </th>
              <td>${ours || t('expense.conflict.none')}</td>
              ${theirs ? html`<td>${other || t('expense.conflict.none')}</td>` : nothing}
            </tr>`;
          })}
        </tbody>
      </table>
    `;
  }
}

customElements.define('expense-conflict', ExpenseConflict);
