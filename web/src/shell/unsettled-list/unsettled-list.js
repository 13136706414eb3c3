import { html, nothing } from 'lit';
import { focusExpense } from '../../parts/focus.js';
import { Sheet } from '../../parts/sheet.js';
import { date, shortMoney } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './unsettled-list.css';

/**
 * What was refused, to correct it and send it again, and what was deleted, to bring it back. Open
 * while it is in the page.
 *
 *     <unsettled-list @close=${remove}></unsettled-list>
 */
class UnsettledList extends Sheet {
  constructor() {
    super();
    new StoreController(this);
  }

  /** @param {string} id */
  #review(id) {
    this.close();
    store.reviewRefused(id);
  }

  /** @param {string} id */
  #restore(id) {
    const expense = store.undo(id);
    if (!store.state.deleted.length && !store.state.refused.length) {
      this.close();
      if (expense) focusExpense(expense);
    } else this.#keepFocus();
  }

  /** @param {string} id */
  #letGo(id) {
    store.settle(id);
    this.#keepFocus();
  }

  /** The button pressed is gone: the keyboard goes on from the first one, not from the page. */
  async #keepFocus() {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('li button, header button'))?.focus();
  }

  render() {
    const { refused, deleted } = store.state;
    return this.sheet({
      titleId: 'unsettled-title',
      title: t('unsettled.title'),
      content: html`
        ${refused.length ? this.#refused(refused) : nothing}
        ${deleted.length ? this.#deleted(deleted) : nothing}
        ${refused.length || deleted.length ? nothing : html`<p>${t('unsettled.nothing')}</p>`}
      `,
    });
  }

  /** @param {import('../../data/store/unsettled.js').Refused[]} refused */
  #refused(refused) {
    return html`
      <h3>${t('unsettled.refused')}</h3>
      <p class="muted small">${t('unsettled.refusedHint')}</p>
      <ul>
        ${refused.map(({ id, change, reason }) => {
          const expense = change.after ?? change.before;
          const what = t(`unsettled.${change.kind}`, expense ? inWords(expense) : {});
          return html`<li>
            <p>
              ${what}${expense?.description ? html`<br />${expense.description}` : nothing}<br />
              <span class="reason">${reason}</span>
            </p>
            <button
              type="button"
              class="button"
              aria-label=${t('unsettled.reviewThis', { what })}
              @click=${() => this.#review(id)}
            >
              ${t('unsettled.review')}
            </button>
            <button
              type="button"
              class="button quiet"
              aria-label=${t('unsettled.letGoThis', { what })}
              @click=${() => this.#letGo(id)}
            >
              ${t('unsettled.letGo')}
            </button>
          </li>`;
        })}
      </ul>
    `;
  }

  /** @param {import('../../data/store/unsettled.js').Deleted[]} deleted */
  #deleted(deleted) {
    return html`
      <h3>${t('unsettled.deleted')}</h3>
      <p class="muted small">${t('unsettled.deletedHint')}</p>
      <ul>
        ${deleted.toReversed().map(({ id, expense }) => {
          const what = t('unsettled.expense', inWords(expense));
          return html`<li>
            <p>
              ${what}${expense.description ? html`<br /><span>${expense.description}</span>` : nothing}
            </p>
            <button
              type="button"
              class="button"
              aria-label=${t('unsettled.restoreThis', { what })}
              @click=${() => this.#restore(id)}
            >
              ${t('unsettled.restore')}
            </button>
          </li>`;
        })}
      </ul>
    `;
  }
}

/** @param {import('../../types.js').Expense} expense */
function inWords(expense) {
  return {
    amount: shortMoney(expense.amount_paise),
    category: store.category(expense.category)?.name ?? t('expense.unknownCategory'),
    date: date(expense.date),
  };
}

customElements.define('unsettled-list', UnsettledList);
