import { html, nothing } from 'lit';
import '../../../parts/amount-input/amount-input.js';
import { changeBudget } from '../../../parts/budget-change.js';
import { Sheet } from '../../../parts/sheet.js';
import { TOTAL } from '../../../data/store/budgets.js';
import { store } from '../../../data/store.js';
import { monthTitle, shortMoney } from '../../../writing/format.js';
import { addTexts, t } from '../../../writing/text.js';
import { budgeting } from '../../../writing/text/en/budgeting.js';
import './budget-editor.css';

addTexts({ budgeting });

/** @param {string} month `YYYY-MM` */
const nameOfMonth = (month) => monthTitle(month, store.settings.monthStart);

/**
 * A budget from a month on: of a category or of the whole month, new or known. Open while it is in the
 * page.
 *
 *     <budget-editor .category=${id, 'total' or null} .month=${'2026-11'} @close=${remove}></budget-editor>
 */
class BudgetEditor extends Sheet {
  static properties = {
    category: { attribute: false },
    month: { attribute: false },
    chosen: { state: true },
    paise: { state: true },
    errors: { state: true },
  };

  constructor() {
    super();
    /** @type {string | null} null for one that is still to be chosen */
    this.category = null;
    this.month = '';
    /** What it is of. */
    this.chosen = '';
    /** @type {number | null} what is typed */
    this.paise = null;
    /** @type {{subject?: string, amount?: string}} */
    this.errors = {};
  }

  willUpdate() {
    if (this.hasUpdated || !this.category) return;
    this.chosen = this.category;
    this.paise = store.budgets.in(this.category, this.month);
  }

  firstUpdated() {
    super.firstUpdated();
    this.#focus(this.category ? 'amount-input' : 'select');
  }

  /** @param {string} selector */
  #focus(selector) {
    /** @type {HTMLElement | null} */ (this.querySelector(selector))?.focus();
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const problem = /** @type {any} */ (this.querySelector('amount-input'))?.problem();
    this.errors = {
      ...(this.chosen ? {} : { subject: t('budgeting.subjectMissing') }),
      ...(problem ? { amount: problem } : {}),
    };
    if (this.errors.subject) this.#focus('select');
    else if (this.errors.amount) this.#focus('amount-input');
    else this.#change(this.paise, 'saved');
  }

  /** @param {number | null} paise @param {'saved' | 'removed'} done */
  #change(paise, done) {
    const { chosen, month } = this;
    this.close();
    changeBudget(chosen, month, paise).then((isDone) => {
      if (!isDone) return;
      const names = { subject: store.budgets.subject(chosen), month: nameOfMonth(month) };
      store.notify({ text: t(`budgeting.${done}`, names) });
    });
  }

  render() {
    const { category, month } = this;
    const title = category
      ? t('budgeting.title', { subject: store.budgets.subject(category) })
      : t('budgeting.addTitle');
    const present = category ? store.budgets.in(category, month) : null;
    return this.sheet({
      titleId: 'budget-editor-title',
      title,
      content: html`<form class="fields" novalidate @submit=${this.#save}>
        ${category ? nothing : this.#subjects()}
        <amount-input
          class="field"
          name="budget"
          .of=${category}
          .label=${t('budgeting.amount')}
          .hint=${this.#reach()}
          .paise=${this.paise}
          .error=${this.errors.amount ?? ''}
          @amount=${(/** @type {CustomEvent} */ { detail }) => {
            this.paise = detail;
            this.errors = { ...this.errors, amount: undefined };
          }}
        ></amount-input>
        <div class="actions">
          <button class="button primary" type="submit">${t('budgeting.save')}</button>
          ${
            present === null
              ? nothing
              : html`<button
                  class="button danger"
                  type="button"
                  @click=${() => this.#change(null, 'removed')}
                >
                  ${t('budgeting.remove', { month: nameOfMonth(month) })}
                </button>`
          }
        </div>
      </form>`,
    });
  }

  /** What has no budget in the month. */
  #subjects() {
    const free = store.categories.items.filter(
      ({ id, archived }) => !archived && store.budgets.in(id, this.month) === null,
    );
    const error = this.errors.subject;
    return html`<div class="field">
      <label for="budget-subject">${t('budgeting.subject')}</label>
      <select
        class="input"
        id="budget-subject"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'budget-subject-error' : nothing}
        @change=${(/** @type {any} */ event) => {
          this.chosen = event.target.value;
          this.errors = { ...this.errors, subject: undefined };
        }}
      >
        <option value="">${t('budgeting.choose')}</option>
        ${
          store.budgets.in(TOTAL, this.month) === null
            ? html`<option value=${TOTAL}>${t('overview.budgets.total')}</option>`
            : nothing
        }
        ${free.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
      ${error ? html`<p class="field-error" id="budget-subject-error">${error}</p>` : nothing}
    </div>`;
  }

  /** From when on it holds, and until when, where another is set already. */
  #reach() {
    const from = nameOfMonth(this.month);
    const next = this.chosen ? store.budgets.next(this.chosen, this.month) : undefined;
    if (!next) return t('budgeting.from', { from });
    const names = { from, until: nameOfMonth(next.from) };
    return next.amount_paise === null
      ? t('budgeting.fromUntilNone', names)
      : t('budgeting.fromUntil', { ...names, amount: shortMoney(next.amount_paise) });
  }
}

customElements.define('budget-editor', BudgetEditor);
