import { html, nothing } from 'lit';
import { ApiError } from '../../data/api.js';
import { store } from '../../data/store.js';
import { destinations } from '../../data/store/transfers.js';
import { shortMoney } from '../../writing/format.js';
import { addTexts, t } from '../../writing/text.js';
import { transfer } from '../../writing/text/en/transfer.js';
import { Sheet } from '../sheet.js';
import './ledger-transfer.css';

addTexts({ transfer });

/**
 * Asks to which ledger an expense is to go, and whether it stays here too.
 *
 *     <ledger-transfer .expense=${expense}></ledger-transfer>
 */
class LedgerTransfer extends Sheet {
  static properties = {
    expense: { attribute: false },
    to: { state: true },
    copy: { state: true },
    categories: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../types.js').Expense | null} */
    this.expense = null;
    this.ledgers = destinations(store);
    this.to = this.ledgers[0]?.id ?? '';
    this.copy = false;
    /** @type {import('../../types.js').Category[] | null} of that ledger, once one has to be chosen */
    this.categories = null;
    this.problem = '';
    this.busy = false;
    this.addEventListener('close', () => this.remove());
  }

  /** @param {string} id */
  #name(id) {
    return id ? store.ledgers.find(id).name : t('transfer.own');
  }

  /** @param {SubmitEvent} event */
  async #go(event) {
    event.preventDefault();
    const { expense, to, copy } = this;
    if (!expense || this.busy) return;
    if (!expense.version || store.state.pending.some(({ after }) => after?.id === expense.id)) {
      this.problem = t('transfer.unsent');
      return;
    }
    const form = /** @type {HTMLFormElement} */ (event.target);
    const category = String(new FormData(form).get('category') ?? '') || undefined;
    this.busy = true;
    this.problem = '';
    try {
      await this.#tell(await store.transferExpense(expense, to, { copy, category }), expense);
    } catch (error) {
      const reason = error instanceof ApiError ? error.message : t('connection.failing');
      this.problem = t('transfer.failed', { reason });
    } finally {
      this.busy = false;
    }
  }

  /**
   * @param {Awaited<ReturnType<typeof store.transferExpense>>} result
   * @param {import('../../types.js').Expense} expense
   */
  async #tell({ status, problem }, expense) {
    const name = this.#name(this.to);
    if (status === 'moved' || status === 'copied') {
      const amount = shortMoney(expense.amount_paise);
      this.close();
      store.notify({ text: t(`transfer.${status}`, { amount, name }) });
      return;
    }
    const [first] = problem?.errors ?? [];
    if (status === 'invalid' && first?.field === 'category' && !this.categories) {
      const { items } = await store.api.of(this.to).listCategories();
      this.categories = items.filter(({ archived }) => !archived);
      this.problem = t('transfer.categoryNeeded');
      return;
    }
    const reason = first?.message ?? problem?.detail ?? '';
    this.problem = t(`transfer.${status}`, { name, reason });
  }

  render() {
    return this.sheet({
      titleId: 'transfer-title',
      title: t('transfer.title'),
      content: html`<form novalidate @submit=${this.#go}>
        <div class="field">
          <label for="transfer-to">${t('transfer.to')}</label>
          <select
            class="input"
            id="transfer-to"
            @change=${(/** @type {any} */ event) => {
              this.to = event.target.value;
              this.categories = null;
              this.problem = '';
            }}
          >
            ${this.ledgers.map(
              ({ id }) =>
                html`<option value=${id} .selected=${id === this.to}>${this.#name(id)}</option>`,
            )}
          </select>
        </div>
        <fieldset>
          <legend class="visually-hidden">${t('transfer.title')}</legend>
          ${[false, true].map(
            (copy) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="copy"
                  .checked=${copy === this.copy}
                  @change=${() => (this.copy = copy)}
                />
                <span>${t(copy ? 'transfer.copy' : 'transfer.move')}</span>
              </label>`,
          )}
        </fieldset>
        ${
          this.categories
            ? html`<div class="field">
                <label for="transfer-category">${t('transfer.category')}</label>
                <select class="input" id="transfer-category" name="category">
                  ${this.categories.map(
                    ({ id, name }) => html`<option value=${id}>${name}</option>`,
                  )}
                </select>
              </div>`
            : nothing
        }
        <p class="field-error" role="alert">${this.problem}</p>
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${t('transfer.go')}
        </button>
      </form>`,
    });
  }
}

customElements.define('ledger-transfer', LedgerTransfer);

/** @param {import('../../types.js').Expense} expense */
export function askWhere(expense) {
  const element = new LedgerTransfer();
  element.expense = expense;
  document.body.append(element);
}
