import { html, nothing } from 'lit';
import '../amount-input/amount-input.js';
import '../category-picker/category-picker.js';
import { settledCategory } from '../category-picker/proposed.js';
import '../date-input/date-input.js';
import { isDate } from '../../writing/dates.js';
import '../description-input/description-input.js';
import { PageElement } from '../element.js';
import '../expense-conflict/expense-conflict.js';
import { focusExpense } from '../focus.js';
import { shortMoney } from '../../writing/format.js';
import { onNavigate } from '../../data/router.js';
import { icon } from '../../writing/icons.js';
import '../quick-entry/quick-entry.js';
import { store, StoreController } from '../../data/store.js';
import { fieldsOf } from '../../data/store/changes.js';
import { dropDraft, keepDraft } from '../../data/store/draft.js';
import '../tags-input/tags-input.js';
import { t } from '../../writing/text.js';
import './expense-dialog.css';

/**
 * @typedef {import('../../data/store/telling.js').Form} Form
 * @typedef {Omit<import('../../types.js').ExpenseFields, 'amount_paise'> & {amount_paise: number | null}} Fields
 */

/**
 * Adds and edits expenses: open while the store's state has a form.
 *
 *     <expense-dialog></expense-dialog>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
class ExpenseDialog extends PageElement {
  static properties = { fields: { state: true }, errors: { state: true }, quick: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Form | null} what is shown */
    this.form = null;
    this.fields = this.#blank();
    /** @type {Record<string, string>} messages by field */
    this.errors = {};
    this.quick = false;
    this.line = '';
    this.said = '';
    this.categoryChosen = false;
    this.dirty = false;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    // Going back leaves the dialog, too; what was typed can be had back.
    this.stop = onNavigate(() => this.form && this.#cancel());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop?.();
  }

  /** @returns {Fields} */
  #blank() {
    return { amount_paise: null, category: '', date: store.state.today, description: '', tags: [] };
  }

  /** @returns {HTMLDialogElement} */
  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  willUpdate() {
    const { form } = store.state;
    if (form === this.form) return;
    this.form = form;
    if (!form) return;
    const { expense, fields, fresh } = form;
    this.fields = { ...this.#blank(), ...(expense ? fieldsOf(expense) : {}), ...fields };
    // One that was refused with its expense is not there to be chosen.
    const { category } = this.fields;
    if (category.startsWith('new:') && !store.category(category)) this.fields.category = '';
    this.errors = {};
    this.line = form.line ?? '';
    this.quick = Boolean(form.quick || form.line);
    this.categoryChosen = Boolean(this.fields.category);
    this.dirty = Boolean(fields) && !fresh;
    if (this.dirty) this.#keep();
  }

  updated() {
    const dialog = this.#dialog;
    if (this.form && !dialog.open) this.#open(this.form.quick ? 'quick-entry' : 'amount-input');
    else if (!this.form && dialog.open) dialog.close();
  }

  /** Open with the focus in place already: the first key typed goes where it is meant. */
  async #open(/** @type {string} */ element) {
    const field = /** @type {PageElement} */ (this.querySelector(element));
    await field.updateComplete;
    if (!this.form || this.#dialog.open) return;
    this.#dialog.showModal();
    field.focus();
  }

  /** @param {string} element */
  async #focus(element) {
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(element))?.focus();
  }

  /** @param {Partial<Fields>} changes */
  #change(changes) {
    this.fields = { ...this.fields, ...changes };
    this.errors = Object.fromEntries(
      Object.entries(this.errors).filter(([field]) => !(field in changes)),
    );
    this.dirty = true;
    this.#keep();
  }

  #keep() {
    const person = store.state.person?.id;
    if (!person || !this.form) return;
    const { expense, settles } = this.form;
    const { amount_paise, ...fields } = this.fields;
    const amount = amount_paise === null ? {} : { amount_paise };
    keepDraft(person, { expense, settles, fields: { ...fields, ...amount }, line: this.line });
  }

  /** @param {CustomEvent<{text: string, category?: string}>} event */
  #describe({ detail: { text, category } }) {
    const proposed = !this.categoryChosen && category && !store.category(category)?.archived;
    this.#change({ description: text, ...(proposed ? { category } : {}) });
  }

  /** @param {CustomEvent<{line: string, read: import('../../reading/parse.js').Read}>} event */
  #follow({ detail: { line, read } }) {
    this.line = line;
    this.categoryChosen = false;
    this.#change(read);
  }

  /** @returns {Record<string, string>} */
  #findErrors() {
    const { amount_paise, category, date } = this.fields;
    return {
      ...(amount_paise === null ? { amount_paise: t('expense.amountMissing') } : {}),
      ...(category ? {} : { category: t('expense.categoryMissing') }),
      ...(isDate(date) ? {} : { date: t('expense.dateMissing') }),
    };
  }

  /** @param {Event} event @param {boolean} [another] */
  #save(event, another = false) {
    event.preventDefault();
    this.errors = this.#findErrors();
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      const elements = {
        amount_paise: 'amount-input',
        category: 'category-picker',
        date: 'date-input',
      };
      this.#focus(elements[/** @type {keyof typeof elements} */ (wrong)]);
      return;
    }
    const fields = /** @type {import('../../types.js').ExpenseFields} */ ({
      ...this.fields,
      category: settledCategory(this.fields.category),
      description: this.fields.description.trim(),
    });
    const expense = this.form?.expense;
    if (this.form?.settles) store.settle(this.form.settles);
    if (expense) store.editExpense(expense, fields);
    const about = expense?.id ?? store.addExpense(fields).id;
    const amount = shortMoney(fields.amount_paise);
    const category = store.category(fields.category)?.name ?? '';
    const text = expense ? t('expense.saved') : t('expense.added', { amount, category });
    store.notify({ text, about, timeout: 4000 });
    // The page behind an open dialog is silent: say it here where the dialog stays.
    this.said = another ? text : '';
    this.#leave(another ? { fields: { date: fields.date }, fresh: true } : null);
    // The row that was opened may lie elsewhere now, or have left the list.
    if (expense) this.updateComplete.then(() => focusExpense(expense.id));
  }

  /** @param {Form | null} next */
  #leave(next) {
    dropDraft(store.state.person?.id ?? '');
    this.dirty = false;
    if (!next) return store.closeForm();
    store.openForm(next);
    this.#focus('amount-input');
  }

  #delete() {
    const expense = this.form?.expense;
    this.#leave(null);
    if (expense) store.deleteExpense(expense);
  }

  /** Leave without saving; what was typed can be had back for a while. */
  #cancel() {
    const { form, dirty } = this;
    if (form && dirty) {
      const fields = /** @type {any} */ (this.fields);
      const restore = {
        label: t('expense.restore'),
        run: () => store.openForm({ ...form, fields }),
      };
      store.notify({ text: t('expense.discarded'), action: restore, timeout: 7000 });
    }
    this.#leave(null);
  }

  render() {
    const { fields, errors } = this;
    const editing = Boolean(this.form?.expense);
    return html`
      <dialog
        class="sheet"
        aria-labelledby="expense-title"
        @cancel=${(/** @type {Event} */ event) => {
          event.preventDefault();
          this.#cancel();
        }}
      >
        <form novalidate @submit=${this.#save}>
          <header>
            <h2 class="heading" id="expense-title">
              ${editing ? t('expense.editTitle') : t('expense.addTitle')}
            </h2>
            <button
              class="icon-button"
              type="button"
              aria-label=${t('app.close')}
              @click=${this.#cancel}
            >
              ${icon('close')}
            </button>
          </header>
          <p class="visually-hidden" role="status">${this.said}</p>
          ${editing ? nothing : this.#quickEntry()}
          <amount-input
            .paise=${fields.amount_paise}
            .error=${errors.amount_paise ?? ''}
            @amount=${(/** @type {CustomEvent} */ e) => this.#change({ amount_paise: e.detail })}
          ></amount-input>
          <category-picker
            .value=${fields.category}
            .error=${errors.category ?? ''}
            @category=${(/** @type {CustomEvent} */ e) => {
              this.categoryChosen = true;
              this.#change({ category: e.detail });
            }}
          ></category-picker>
          <description-input
            .text=${fields.description}
            @description=${this.#describe}
          ></description-input>
          <date-input
            .value=${fields.date}
            .error=${errors.date ?? ''}
            @date=${(/** @type {CustomEvent} */ e) => this.#change({ date: e.detail })}
          ></date-input>
          <tags-input
            .tags=${fields.tags}
            @tags=${(/** @type {CustomEvent} */ e) => this.#change({ tags: e.detail })}
          ></tags-input>
          <footer>
            ${
              editing
                ? html`<button class="button quiet danger" type="button" @click=${this.#delete}>
                    ${icon('trash', 20)}${t('expense.delete')}
                  </button>`
                : html`<button
                    class="button"
                    type="button"
                    @click=${(/** @type {Event} */ event) => this.#save(event, true)}
                  >
                    ${t('expense.saveAnother')}
                  </button>`
            }
            <button class="button primary" type="submit">${t('expense.save')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }

  #quickEntry() {
    if (this.quick) {
      return html`<quick-entry .line=${this.line} @quick-entry=${this.#follow}></quick-entry>`;
    }
    const show = () => {
      this.quick = true;
      this.#focus('quick-entry');
    };
    return html`<button class="quick-opener" type="button" @click=${show}>
      ${icon('spark', 18)}${t('expense.quick')}
    </button>`;
  }
}

customElements.define('expense-dialog', ExpenseDialog);
