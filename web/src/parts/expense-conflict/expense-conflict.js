import { html, nothing } from 'lit';
import { PageElement } from '../element.js';
import { amountText } from '../expense-amount.js';
import { date } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import './expense-conflict.css';

/** @typedef {import('../../types.js').Expense} Expense */

/** @type {{label: import('../../writing/text.js').TextKey, show: (expense: Expense) => string}[]} */
const ROWS = [
  { label: 'expense.amount', show: amountText },
  {
    label: 'expense.kind',
    show: ({ kind }) => t(kind === 'refund' ? 'expense.refund' : 'expense.spent'),
  },
  {
    label: 'expense.category',
    show: ({ category }) => store.category(category)?.name ?? t('entry.unknownCategory'),
  },
  { label: 'expense.date', show: (expense) => date(expense.date) },
  { label: 'expense.description', show: ({ description }) => description },
  { label: 'expense.tags', show: ({ tags }) => tags.map((tag) => `#${tag}`).join(' ') },
];

/** @typedef {import('../../data/store/unsettled.js').Conflict} Conflict */

/** The texts of the three ways to meet. @type {Record<'edit' | 'gone' | 'delete', Record<string, import('../../writing/text.js').TextKey>>} */
const TEXTS = {
  edit: {
    title: 'expense.conflict.title',
    text: 'expense.conflict.text',
    mine: 'expense.conflict.mine',
    keepMine: 'expense.conflict.keepMine',
    keepTheirs: 'expense.conflict.keepTheirs',
  },
  gone: {
    title: 'expense.conflict.goneTitle',
    text: 'expense.conflict.goneText',
    mine: 'expense.conflict.mine',
    keepMine: 'expense.conflict.addMine',
    keepTheirs: 'expense.conflict.letGo',
  },
  delete: {
    title: 'expense.conflict.title',
    text: 'expense.conflict.deleteText',
    mine: 'expense.conflict.seen',
    keepMine: 'expense.conflict.deleteAnyway',
    keepTheirs: 'expense.conflict.keepIt',
  },
};

/**
 * Both versions of an expense whose edit or delete met a newer one, and the choice between them,
 * one conflict after the other. Open while the store's state has any.
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
    const some = store.state.conflicts.length > 0;
    if (some && !dialog.open) dialog.showModal();
    else if (!some && dialog.open) dialog.close();
  }

  render() {
    const { conflicts } = store.state;
    const [conflict] = conflicts;
    const way = !conflict?.change.after ? 'delete' : conflict.theirs ? 'edit' : 'gone';
    const texts = TEXTS[way];
    const choose = (/** @type {'mine' | 'theirs'} */ choice) =>
      store.resolveConflict(conflict.id, choice);
    return html`
      <dialog
        class="sheet"
        role="alertdialog"
        aria-labelledby="conflict-title"
        aria-describedby="conflict-text"
        @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
      >
        <header>
          <h2 class="heading" id="conflict-title">${t(texts.title)}</h2>
        </header>
        <p id="conflict-text" class="muted">
          ${t(texts.text)}
          ${
            conflicts.length > 1
              ? html`<strong
                  >${t('expense.conflict.more', { count: conflicts.length - 1 })}</strong
                >`
              : nothing
          }
        </p>
        ${conflict ? this.#versions(conflict, texts.mine) : nothing}
        <footer>
          <button class="button" type="button" @click=${() => choose('theirs')}>
            ${t(texts.keepTheirs)}
          </button>
          <button
            class="button ${way === 'delete' ? 'danger' : 'primary'}"
            type="button"
            @click=${() => choose('mine')}
          >
            ${t(texts.keepMine)}
          </button>
        </footer>
      </dialog>
    `;
  }

  /** @param {Conflict} conflict @param {import('../../writing/text.js').TextKey} ourTitle */
  #versions({ change, theirs }, ourTitle) {
    const mine = /** @type {Expense} */ (change.after ?? change.before);
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${t('expense.conflict.field')}</span></th>
            <th scope="col">${t(ourTitle)}</th>
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
