import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { focusExpense } from '../../parts/focus.js';
import { amountText } from '../../parts/expense-amount.js';
import { Sheet } from '../../parts/sheet.js';
import { date, shortMoney } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { addTexts, t } from '../../writing/text.js';
import { unsettled } from '../../writing/text/en/unsettled.js';
import './unsettled-list.css';

addTexts({ unsettled });

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
    store.deletedLately.load();
  }

  /**
   * What can be brought back, the latest deletion first: what the server keeps, and what was deleted
   * on this device and has not reached it, or all of that where the server cannot be asked.
   *
   * @returns {import('../../types.js').Expense[]}
   */
  get #deleted() {
    const { items, status } = store.deletedLately;
    const { deleted, pending } = store.state;
    const isUnsent = (/** @type {string} */ id) => pending.some((change) => change.id === id);
    const back = new Set(pending.map(({ after }) => after?.id));
    const here = deleted.filter(({ id }) => status !== 'ready' || isUnsent(id)).toReversed();
    const ids = new Set(here.map(({ expense }) => expense.id));
    const there = items.filter(({ id }) => !ids.has(id) && !back.has(id));
    return [...here.map(({ expense }) => expense), ...there];
  }

  /** @param {string} id */
  #review(id) {
    this.close();
    store.reviewRefused(id);
  }

  /** @param {import('../../types.js').Expense} expense */
  #restore(expense) {
    store.restore(expense);
    const { refused, refusals } = store.state;
    if (!this.#deleted.length && !refused.length && !refusals.length) {
      this.close();
      focusExpense(expense.id);
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
    const { refused, refusals } = store.state;
    const deleted = this.#deleted;
    const hasRefused = refused.length > 0 || refusals.length > 0;
    const isAsked = store.deletedLately.status === 'loading';
    const isFailed = store.deletedLately.status === 'failed';
    return this.sheet({
      titleId: 'unsettled-title',
      title: t('unsettled.title'),
      content: html`
        ${hasRefused ? this.#refused(refused, refusals) : nothing}
        ${deleted.length ? this.#toRestore(deleted) : nothing}
        ${hasRefused || deleted.length || isAsked ? nothing : html`<p>${t(isFailed ? 'unsettled.nothingHere' : 'unsettled.nothing')}</p>`}
        ${isAsked ? html`<p role="status">${t('app.loading')}</p>` : nothing}
      `,
    });
  }

  /**
   * @param {import('../../data/store/unsettled.js').Refused[]} refused
   * @param {import('../../data/store/unsettled.js').Refusal[]} refusals
   */
  #refused(refused, refusals) {
    return html`
      <h3>${t('unsettled.refused')}</h3>
      <p class="muted small">${t('unsettled.refusedHint')}</p>
      <ul>
        ${repeat(
          refused,
          ({ id }) => id,
          ({ id, change, reason }) => {
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
              ${this.#letGoButton(id, what)}
            </li>`;
          },
        )}
        ${repeat(
          refusals,
          ({ id }) => id,
          ({ id, what, reason }) =>
            html`<li>
              <p>${what}<br /><span class="reason">${reason}</span></p>
              ${this.#letGoButton(id, what)}
            </li>`,
        )}
      </ul>
    `;
  }

  /** @param {string} id @param {string} what in words */
  #letGoButton(id, what) {
    return html`<button
      type="button"
      class="button quiet"
      aria-label=${t('unsettled.letGoThis', { what })}
      @click=${() => this.#letGo(id)}
    >
      ${t('unsettled.letGo')}
    </button>`;
  }

  /** @param {import('../../types.js').Expense[]} deleted */
  #toRestore(deleted) {
    const { status, complete } = store.deletedLately;
    return html`
      <h3>${t('unsettled.deleted')}</h3>
      <p class="muted small">
        ${t(status === 'failed' ? 'unsettled.deletedHere' : 'unsettled.deletedHint')}
      </p>
      <ul>
        ${repeat(
          deleted,
          ({ id }) => id,
          (expense) => {
            const what = t('unsettled.expense', inWords(expense));
            return html`<li>
              <p>
                ${what}${expense.description ? html`<br /><span>${expense.description}</span>` : nothing}
              </p>
              <button
                type="button"
                class="button"
                aria-label=${t('unsettled.restoreThis', { what })}
                @click=${() => this.#restore(expense)}
              >
                ${t('unsettled.restore')}
              </button>
            </li>`;
          },
        )}
      </ul>
      ${
        status === 'ready' && !complete
          ? html`<button
              type="button"
              class="button quiet"
              @click=${() => store.deletedLately.loadMore()}
            >
              ${t('unsettled.more')}
            </button>`
          : nothing
      }
    `;
  }
}

/** @param {import('../../types.js').Expense} expense */
function inWords(expense) {
  return {
    amount: amountText(expense, shortMoney),
    category: store.category(expense.category)?.name ?? t('entry.unknownCategory'),
    date: date(expense.date),
  };
}

customElements.define('unsettled-list', UnsettledList);
