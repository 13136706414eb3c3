import { html, nothing } from 'lit';
import { date, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';
import { store, StoreController } from '../../data/store.js';
import { findExpense, refundedBefore } from '../../data/store/purchases.js';
import { nameOf } from '../category-names.js';
import { PageElement } from '../element.js';
import { shareOf } from './refund.js';

/** @typedef {import('../../types.js').Expense} Expense */

/**
 * What a refund is, which expense it is of, and how much of it comes back.
 *
 *     <refund-of .of=${fields.of} .known=${purchase} .paise=${fields.amount_paise} .but=${id}
 *       @left=${({ detail: paise }) => …}></refund-of>
 *
 * What is left of it is told by `left` when a person takes it, and by `begin` once it is known to be less
 * than the whole.
 */
class RefundOf extends PageElement {
  static properties = {
    of: { attribute: false },
    known: { attribute: false },
    paise: { attribute: false },
    but: { attribute: false },
    found: { state: true },
    earlier: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {string | null | undefined} the id of its expense */
    this.of = null;
    /** @type {Expense | undefined} what is known of it already */
    this.known = undefined;
    /** @type {number | null} what comes back */
    this.paise = null;
    /** @type {string | undefined} the id of the refund that is being edited */
    this.but = undefined;
    /** @type {number | null} paise that came back before; null where nobody could say */
    this.earlier = 0;
    /** @type {Expense | null | undefined} null where it is gone, undefined where nothing is known */
    this.found = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('of') && !changed.has('known')) return;
    this.found = this.known?.id === this.of ? this.known : undefined;
    this.earlier = 0;
    if (this.of) this.#find(this.of);
  }

  /** @param {string} id */
  async #find(id) {
    const found = this.found ?? (await findExpense(store, id).catch(() => undefined));
    if (this.of !== id) return;
    this.found = found;
    if (!found) return;
    const before = await refundedBefore(store, found, this.but).catch(() => null);
    if (this.of !== id) return;
    this.earlier = before;
    if (before && before < found.amount_paise) this.#tell('begin', found.amount_paise - before);
  }

  /** @param {'begin' | 'left'} type @param {number} left paise */
  #tell(type, left) {
    this.dispatchEvent(new CustomEvent(type, { detail: left }));
  }

  render() {
    return html`<div class="refund-of small">
      ${this.of ? this.#purchase() : html`<p class="muted">${t('expense.refundHelp')}</p>`}
    </div>`;
  }

  #purchase() {
    const { found } = this;
    if (found === null) return html`<p>${t('expense.refundOfGone')}</p>`;
    if (!found) return html`<p>${t('expense.refundOfEarlier')}</p>`;
    const before = this.earlier ?? 0;
    const { share, left } = shareOf(this.paise, found.amount_paise, before);
    const purchase = {
      amount: shortMoney(found.amount_paise),
      what: found.description || nameOf(found.category),
      date: date(found.date),
    };
    return html`<p>
        ${t('expense.refundOf', purchase)}
        ${before ? t('expense.refundedBefore', { amount: shortMoney(before) }) : nothing}
        ${this.earlier === null ? t('expense.refundedUnknown') : nothing}
      </p>
      <p role="status" class=${share === 'more' ? 'warning' : 'muted'}>
        ${share === 'none' ? nothing : t(`expense.refundShare.${share}`, { left: shortMoney(left) })}
      </p>
      ${share === 'more' && before ? this.#offerLeft(found.amount_paise - before) : nothing}`;
  }

  /** @param {number} left paise */
  #offerLeft(left) {
    if (left <= 0) return nothing;
    return html`<button class="chip" type="button" @click=${() => this.#tell('left', left)}>
      ${t('expense.refundLeft', { left: shortMoney(left) })}
    </button>`;
  }
}

customElements.define('refund-of', RefundOf);
