import { html, nothing } from 'lit';
import '../amount-input/amount-input.js';
import '../category-picker/category-picker.js';
import '../date-input/date-input.js';
import '../description-input/description-input.js';
import { PageElement } from '../element.js';
import '../expense-conflict/expense-conflict.js';
import { focusExpense } from '../focus.js';
import { onNavigate } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { dropDraft, keepDraft } from '../../data/store/draft.js';
import '../tags-input/tags-input.js';
import { destinations } from '../../data/store/transfers.js';
import { askAboutNext, repeat } from '../repeating.js';
import { t } from '../../writing/expense-text.js';
import { addActions, editActions } from './actions.js';
import { Entry } from './entry.js';
import { head } from './head.js';
import { kindChoice } from './kind-choice.js';
import { lineEntry, lineOpener, loadLine } from './line-entry.js';
import { placeOfFirst, problemsOf } from './problems.js';
import { paidBy } from './paid-by.js';
import { refundForm } from './refund.js';
import { save } from './saving.js';
import './expense-dialog.css';

/**
 * @typedef {import('../../data/store/telling.js').Form} Form
 * @typedef {import('../amount-input/amount-input.js').AmountInput} AmountInput
 * @typedef {import('../date-input/date-input.js').DateInput} DateInput
 * @typedef {import('./entry.js').Fields} Fields
 */

/**
 * Adds and edits expenses: open while the store's state has a form.
 *
 *     <expense-dialog></expense-dialog>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
class ExpenseDialog extends PageElement {
  static properties = { errors: { state: true }, quick: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Form | null} what is shown */
    this.form = null;
    this.entry = new Entry({}, store.state.today);
    /** @type {Record<string, string>} messages by field */
    this.errors = {};
    this.quick = false;
    this.said = '';
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

  /** @returns {HTMLDialogElement} */
  get #dialog() {
    return /** @type {HTMLDialogElement} */ (this.querySelector('dialog'));
  }

  willUpdate() {
    const { form } = store.state;
    if (form === this.form) return;
    this.form = form;
    if (!form) return;
    this.entry = new Entry(form, store.state.today);
    // One that was refused with its expense is not there to be chosen.
    const { fields } = this.entry;
    if (fields.category.startsWith('new:') && !store.category(fields.category))
      fields.category = '';
    this.errors = {};
    this.quick = Boolean(form.quick || form.line);
    if (fields.kind === 'refund') this.#explainRefund();
    if (this.entry.dirty) this.#keep();
  }

  updated() {
    const dialog = this.#dialog;
    if (this.form && !dialog.open) this.#open(this.form.quick ? 'quick-entry' : 'amount-input');
    else if (!this.form && dialog.open) dialog.close();
  }

  /**
   * Open with the focus in place already: the first key typed goes where it is meant.
   *
   * @param {string} element @returns {Promise<void>}
   */
  async #open(element) {
    if (this.quick && !(await loadLine())) {
      this.quick = false;
      return this.#open('amount-input');
    }
    const field = /** @type {PageElement} */ (this.querySelector(element));
    await field.updateComplete;
    if (!this.form || this.#dialog.open) return;
    this.#dialog.showModal();
    field.focus();
    loadLine();
  }

  /** @param {string} [line] what it says already */
  async #showLine(line) {
    if (!(await loadLine())) return store.lostConnection();
    if (line) this.entry.line = line;
    this.quick = true;
    this.#focus('quick-entry');
  }

  /** @param {string} element */
  async #focus(element) {
    await this.updateComplete;
    const field = /** @type {PageElement | null} */ (this.querySelector(element));
    await field?.updateComplete;
    field?.focus();
  }

  /** The entry holds other fields now. @param {Partial<Fields>} changes */
  #changed(changes) {
    if (changes.kind === 'refund') this.#explainRefund();
    this.errors = Object.fromEntries(
      Object.entries(this.errors).filter(([field]) => field !== 'line' && !(field in changes)),
    );
    this.requestUpdate();
    this.#keep();
  }

  /** Few are refunds: what tells of them comes with the first. */
  #explainRefund() {
    import('./refund-of.js').catch(() => {});
  }

  #keep() {
    if (!this.form) return;
    const { expense, purchase, settles } = this.form;
    keepDraft(store.device.scope, { expense, purchase, settles, ...this.entry.typed() });
  }

  /** What a person says in a field of its own. @param {Partial<Fields>} changes */
  #correct(changes) {
    this.entry.correct(changes);
    this.#changed(changes);
  }

  /** @param {CustomEvent<number | null>} event */
  #setAmount({ detail, target }) {
    this.entry.amountText = /** @type {AmountInput} */ (target).text;
    this.#correct({ amount_paise: detail });
  }

  /** @param {CustomEvent<string>} event */
  #setDate({ detail, target }) {
    this.entry.dateText = /** @type {DateInput} */ (target).text;
    this.#correct({ date: detail });
  }

  /** @param {CustomEvent<{text: string, category?: string}>} event */
  #describe({ detail: { text, category } }) {
    const proposed =
      !this.entry.hasChosenCategory && category && !store.category(category)?.archived;
    this.#correct({ description: text });
    if (!proposed) return;
    this.entry.change({ category });
    this.#changed({ category });
  }

  /** @param {CustomEvent<{line: string} & import('../../reading/quick-line.js').Line>} event */
  #follow({ detail: { line, ...understood } }) {
    this.#changed(this.entry.follow(line, understood));
  }

  /** @returns {Record<string, string>} */
  #findErrors() {
    /** @typedef {(PageElement & {problem: () => string}) | null} Reading */
    const line = /** @type {Reading} */ (this.querySelector('quick-entry'));
    const amount = /** @type {Reading} */ (this.querySelector('amount-input'));
    const tags = /** @type {Reading} */ (this.querySelector('tags-input'));
    const said = {
      line: line?.problem() ?? '',
      amount: amount?.problem() ?? '',
      tags: tags?.problem() ?? '',
    };
    return problemsOf(this.entry.fields, said);
  }

  /** @param {Event} event @param {boolean} [another] */
  #save(event, another = false) {
    event.preventDefault();
    this.errors = this.#findErrors();
    const wrong = placeOfFirst(this.errors);
    if (wrong) {
      this.#focus(wrong);
      return;
    }
    const fields = /** @type {import('../../types.js').ExpenseFields} */ (this.entry.fields);
    const { expense } = this.form ?? {};
    const text = save(this.form ?? {}, fields);
    // The page behind an open dialog is silent: say it here where the dialog stays.
    this.said = another ? text : '';
    this.#leave(another ? { fields: { date: fields.date }, fresh: true } : null);
    // The row that was opened may lie elsewhere now, or have left the list.
    if (expense) this.updateComplete.then(() => focusExpense(expense.id));
  }

  /** @param {Form | null} next */
  #leave(next) {
    dropDraft(store.device.scope);
    this.entry.dirty = false;
    if (!next) return store.closeForm();
    store.openForm(next);
    this.#focus('amount-input');
  }

  #delete() {
    const expense = this.form?.expense;
    this.#leave(null);
    if (!expense) return;
    store.deleteExpense(expense);
    askAboutNext(expense, null);
  }

  /** Of the expense as it is saved, as `#refund`. */
  #repeat() {
    const expense = this.form?.expense;
    this.#cancel();
    if (expense) repeat(expense);
  }

  /** Of the expense as it is saved, as `#refund`. */
  async #transfer() {
    const expense = this.form?.expense;
    this.#cancel();
    if (!expense) return;
    try {
      const { askWhere } = await import('../ledger-transfer/ledger-transfer.js');
      askWhere([expense]);
    } catch {
      store.lostConnection();
    }
  }

  /** Of the expense as it is saved: what was typed into it since can be had back. */
  #refund() {
    const expense = this.form?.expense;
    this.#cancel();
    if (!expense) return;
    store.openForm(refundForm(expense, store.state.today));
    this.#focus('amount-input');
  }

  /** A refund that nobody changed yet is of what is left. @param {number} left paise */
  #begin(left) {
    if (!this.form?.fresh || this.entry.dirty) return;
    this.entry.fields.amount_paise = left;
    this.requestUpdate();
    // Typing goes on to replace it, as it replaces the whole.
    if (document.activeElement?.closest('amount-input')) this.#focus('amount-input');
  }

  /** Leave without saving; what was typed can be had back for a while. */
  #cancel() {
    const { form, entry } = this;
    if (form && entry.dirty) {
      const typed = entry.typed();
      const restore = {
        label: t('expense.restore'),
        run: () => store.openForm({ ...form, ...typed }),
      };
      store.notify({ text: t('expense.discarded'), action: restore, timeout: 7000 });
    }
    this.#leave(null);
  }

  render() {
    const { entry, errors } = this;
    const { fields } = entry;
    const editing = Boolean(this.form?.expense);
    const kind = fields.kind ?? 'expense';
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
          ${head({ id: 'expense-title', kind, editing }, () => this.#cancel())}
          <p class="visually-hidden" role="status">${this.said}</p>
          <div class="first">
            ${kindChoice(kind, (chosen) => this.#correct({ kind: chosen }))}
            ${editing || this.quick ? nothing : lineOpener((line) => this.#showLine(line))}
          </div>
          ${editing || !this.quick ? nothing : lineEntry(entry, errors.line, (e) => this.#follow(e))}
          <amount-input
            .of=${this.form}
            .draft=${entry.amountText}
            .paise=${fields.amount_paise}
            .error=${errors.amount_paise ?? ''}
            @amount=${this.#setAmount}
          ></amount-input>
          ${
            kind === 'refund'
              ? html`<refund-of
                  .of=${fields.of}
                  .known=${this.form?.purchase}
                  .paise=${fields.amount_paise}
                  .but=${this.form?.expense?.id}
                  @begin=${(/** @type {CustomEvent} */ e) => this.#begin(e.detail)}
                  @left=${(/** @type {CustomEvent} */ e) => this.#correct({ amount_paise: e.detail })}
                ></refund-of>`
              : nothing
          }
          <category-picker
            .value=${fields.category}
            .error=${errors.category ?? ''}
            @category=${(/** @type {CustomEvent} */ e) => this.#correct({ category: e.detail })}
          ></category-picker>
          ${paidBy(fields.by, this.form?.expense?.entered_by, (by) => this.#correct({ by }))}
          <description-input
            .text=${fields.description}
            @description=${this.#describe}
          ></description-input>
          <date-input
            .of=${this.form}
            .draft=${entry.dateText}
            .value=${fields.date}
            .error=${errors.date ?? ''}
            @date=${this.#setDate}
          ></date-input>
          <tags-input
            .tags=${fields.tags}
            @tags=${(/** @type {CustomEvent} */ e) => this.#correct({ tags: e.detail })}
          ></tags-input>
          <footer>
            ${
              editing
                ? editActions(kind, {
                    remove: () => this.#delete(),
                    refund: () => this.#refund(),
                    repeat: this.form?.expense?.rule ? null : () => this.#repeat(),
                    transfer: destinations(store).length ? () => this.#transfer() : null,
                  })
                : addActions((event) => this.#save(event, true))
            }
            <button class="button primary" type="submit">${t('expense.save')}</button>
          </footer>
        </form>
      </dialog>
    `;
  }
}

customElements.define('expense-dialog', ExpenseDialog);
