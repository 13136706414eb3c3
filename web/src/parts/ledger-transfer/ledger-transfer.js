import { html, nothing } from 'lit';
import { ApiError } from '../../data/api.js';
import { store } from '../../data/store.js';
import { destinations } from '../../data/store/transfers.js';
import { spentPaise } from '../../data/spent.js';
import { date, number, shortMoney } from '../../writing/format.js';
import { addTexts, t } from '../../writing/text.js';
import { transfer } from '../../writing/text/en/transfer.js';
import { Sheet } from '../sheet.js';
import './ledger-transfer.css';
import { whoPaid } from './who-paid.js';

addTexts({ transfer });

/** What the server takes in one request. */
const BATCH = 100;
/** Expenses that do not go are told one by one, up to so many. */
const MOST_TOLD = 5;

/** @typedef {import('../../types.js').Expense} Expense */
/** @typedef {{expense: Expense, reason: string, needsCategory: boolean}} Stayed */

/**
 * Asks to which ledger expenses are to go, and whether they stay here too.
 *
 *     <ledger-transfer .expenses=${[expense]}></ledger-transfer>
 */
class LedgerTransfer extends Sheet {
  static properties = {
    expenses: { attribute: false },
    to: { state: true },
    copy: { state: true },
    categories: { state: true },
    members: { state: true },
    by: { state: true },
    problem: { state: true },
    stayed: { state: true },
    done: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {readonly Expense[]} those that have not gone */
    this.expenses = [];
    this.ledgers = destinations(store);
    this.to = this.ledgers[0]?.id ?? '';
    this.copy = false;
    /** @type {import('../../types.js').Category[] | null} of that ledger, once one has to be chosen */
    this.categories = null;
    /** @type {readonly import('../../types.js').Member[]} who may have paid in that ledger */
    this.members = [];
    /** The id of the one who paid; empty for whoever did, here too. */
    this.by = '';
    this.problem = '';
    /** @type {readonly Stayed[]} */
    this.stayed = [];
    /** How many have been sent, of those that are to go. */
    this.done = 0;
    this.all = 0;
    this.busy = false;
    this.addEventListener('close', () => this.remove());
    this.#choose(this.to);
  }

  /** @param {string} to the ledger's id; empty for one's own */
  async #choose(to) {
    this.to = to;
    this.categories = null;
    this.members = [];
    this.problem = '';
    this.stayed = [];
    const { member, people } = store.ledgers.find(to);
    // From one's own ledger it is who moves it, unless another is said to have paid.
    this.by = to && !store.ledger.id ? member : '';
    if (!to || people < 2) return;
    // Without them, the server goes by the same default.
    const found = await store.api
      .of(to)
      .listMembers(to)
      .catch(() => null);
    if (found && to === this.to) this.members = found.items.filter(({ role }) => role !== 'left');
  }

  /** @param {string} id */
  #name(id) {
    return id ? store.ledgers.find(id).name : t('transfer.own');
  }

  /** @param {SubmitEvent} event */
  async #go(event) {
    event.preventDefault();
    const { expenses } = this;
    if (!expenses.length || this.busy) return;
    const unsent = new Set(store.state.pending.map(({ after }) => after?.id));
    if (expenses.some(({ id, version }) => !version || unsent.has(id))) {
      this.problem = t('transfer.unsent');
      return;
    }
    const form = /** @type {HTMLFormElement} */ (event.target);
    const category = String(new FormData(form).get('category') ?? '') || undefined;
    this.busy = true;
    this.problem = '';
    this.stayed = [];
    this.done = 0;
    this.all = expenses.length;
    try {
      await this.#send(expenses, category);
      await this.#tell(expenses);
    } catch (error) {
      const reason = error instanceof ApiError ? error.message : t('connection.failing');
      this.problem = t('transfer.failed', { reason });
    } finally {
      this.busy = false;
    }
  }

  /** @param {readonly Expense[]} expenses @param {string} [category] */
  async #send(expenses, category) {
    for (let start = 0; start < expenses.length; start += BATCH) {
      const batch = expenses.slice(start, start + BATCH);
      const how = { copy: this.copy, category, by: this.by || undefined };
      const results = await store.transferExpenses(batch, this.to, how);
      const stayed = results.flatMap((result, index) => this.#whyStayed(batch[index], result));
      this.stayed = [...this.stayed, ...stayed];
      this.done = start + batch.length;
      // Should the next fail, no more than what is left is sent again.
      this.expenses = [...this.stayed.map(({ expense }) => expense), ...expenses.slice(this.done)];
    }
  }

  /**
   * @param {Expense} expense
   * @param {Awaited<ReturnType<typeof store.transferExpenses>>[number]} result
   * @returns {Stayed[]} none if it went
   */
  #whyStayed(expense, { status, problem }) {
    if (status === 'moved' || status === 'copied') return [];
    const [first] = problem?.errors ?? [];
    const said = first?.message ?? problem?.detail ?? '';
    const reason = t(`transfer.${status}`, { name: this.#name(this.to), reason: said });
    return [
      { expense, reason, needsCategory: status === 'invalid' && first?.field === 'category' },
    ];
  }

  /** @param {readonly Expense[]} expenses what was to go */
  async #tell(expenses) {
    const name = this.#name(this.to);
    if (!this.stayed.length) {
      const key = this.copy ? 'transfer.copied' : 'transfer.moved';
      const rules = this.copy ? '' : await ofRules(expenses);
      this.close();
      store.notify({ text: `${t(key, { ...figures(expenses), name })}${rules}` });
      return;
    }
    if (this.stayed.some(({ needsCategory }) => needsCategory) && !this.categories) {
      const { items } = await store.api.of(this.to).listCategories();
      this.categories = items.filter(({ archived }) => !archived);
      this.problem = t('transfer.categoryNeeded');
      this.stayed = [];
      return;
    }
    const alone = expenses.length === 1;
    const { count, shown } = figures(this.expenses);
    this.problem = alone ? this.stayed[0].reason : t('transfer.stayed', { count, shown, name });
    if (alone) this.stayed = [];
  }

  /** Which ones did not go, and why. */
  #reasons() {
    const told = this.busy ? [] : this.stayed.slice(0, MOST_TOLD);
    const more = this.stayed.length - told.length;
    if (!told.length) return nothing;
    return html`<ul class="stayed">
      ${told.map(
        ({ expense, reason }) =>
          html`<li>
            ${t('transfer.one', {
              date: date(expense.date),
              amount: shortMoney(expense.amount_paise),
              reason,
            })}
          </li>`,
      )}
      ${more ? html`<li>${t('transfer.more', { count: more, shown: number(more) })}</li>` : nothing}
    </ul>`;
  }

  render() {
    return this.sheet({
      titleId: 'transfer-title',
      title: t('transfer.title'),
      content: html`<form novalidate @submit=${this.#go}>
        <p class="muted">${t('transfer.which', figures(this.expenses))}</p>
        <div class="field">
          <label for="transfer-to">${t('transfer.to')}</label>
          <select
            class="input"
            id="transfer-to"
            @change=${(/** @type {any} */ event) => this.#choose(event.target.value)}
          >
            ${this.ledgers.map(
              ({ id }) =>
                html`<option value=${id} .selected=${id === this.to}>${this.#name(id)}</option>`,
            )}
          </select>
        </div>
        ${whoPaid(this.members, {
          by: this.by,
          oneself: store.ledgers.find(this.to).member,
          choose: (by) => (this.by = by),
        })}
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
        ${this.#reasons()}
        <p class="progress muted" role="status">
          ${
            this.busy && this.done
              ? t('transfer.progress', { done: number(this.done), all: number(this.all) })
              : ''
          }
        </p>
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${t('transfer.go')}
        </button>
      </form>`,
    });
  }
}

customElements.define('ledger-transfer', LedgerTransfer);

/** How many expenses there are, and what they spent. @param {readonly Expense[]} expenses */
function figures(expenses) {
  const count = expenses.length;
  const spent = expenses.reduce((sum, expense) => sum + spentPaise(expense), 0);
  return {
    count,
    shown: number(count),
    amount: shortMoney(count === 1 ? expenses[0].amount_paise : spent),
  };
}

/** @param {readonly Expense[]} expenses */
export function askWhere(expenses) {
  const element = new LedgerTransfer();
  element.expenses = expenses;
  document.body.append(element);
}

/** That rules do not go with what they recorded. @param {readonly Expense[]} expenses */
async function ofRules(expenses) {
  if (!expenses.some(({ rule }) => rule)) return '';
  await store.recurring.load();
  const count = expenses.filter(({ rule }) => store.recurring.find(rule)).length;
  return count ? ` ${t('transfer.rulesStay', { count, shown: number(count) })}` : '';
}
