import { html, nothing } from 'lit';
import '../../../parts/amount-input/amount-input.js';
import '../../../parts/date-input/date-input.js';
import { store, StoreController } from '../../../data/store.js';
import { memberName } from '../../../parts/member-names.js';
import { Sheet } from '../../../parts/sheet.js';
import { isDate } from '../../../writing/dates.js';
import { t } from '../../../writing/text.js';
import { refused, said } from './settlement-words.js';
import './settlement-form.css';

/** @typedef {'to' | 'amount_paise' | 'date'} Field that may be wrong */

/** @type {Record<Field, string>} */
const INPUTS = { to: '[name=to]', amount_paise: '[name=settled]', date: 'date-input input' };

/**
 * The dialog in which somebody records what one gave another: any amount, on any day. Open while it is
 * in the page.
 *
 *     <settlement-form .members=${ids} .transfer=${what would settle it} @close=${remove}></settlement-form>
 */
class SettlementForm extends Sheet {
  static properties = {
    members: { attribute: false },
    transfer: { attribute: false },
    paise: { state: true },
    date: { state: true },
    errors: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {string[]} between whom it may be */
    this.members = [];
    /** @type {import('../../../types.js').Transfer | undefined} what it begins with */
    this.transfer = undefined;
    /** @type {import('../../../types.js').Transfer | undefined} */
    this.begins = undefined;
    /** @type {number | null} */
    this.paise = null;
    this.date = store.state.today;
    /** @type {Partial<Record<Field, string>>} */
    this.errors = {};
    this.problem = '';
    this.busy = false;
  }

  /** What would settle it changes with what others write: what is typed here stays. */
  willUpdate() {
    if (this.hasUpdated || !this.transfer) return;
    this.begins = this.transfer;
    this.paise = this.transfer.amount_paise;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [from, to] = ['from', 'to'].map((name) => String(form.get(name)));
    const amount_paise = this.paise ?? 0;
    this.errors = this.#errorsOf(from, to);
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      /** @type {HTMLElement | null} */ (
        this.querySelector(INPUTS[/** @type {Field} */ (wrong)])
      )?.focus();
      return;
    }
    this.busy = true;
    this.problem = '';
    const transfer = { from, to, amount_paise };
    try {
      await store.hold(store.fair.record(transfer, this.date));
      this.close();
      store.notify({ text: t('together.fair.recorded', said(transfer)) });
    } catch (error) {
      this.problem = refused(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} from @param {string} to @returns {Partial<Record<Field, string>>} */
  #errorsOf(from, to) {
    const input = /** @type {import('../../../parts/amount-input/amount-input.js').AmountInput} */ (
      this.querySelector('amount-input')
    );
    const amount = input.problem();
    return {
      ...(from === to && { to: t('together.fair.toOneself') }),
      ...(amount && { amount_paise: amount }),
      ...(!isDate(this.date) && { date: t('together.fair.dateMissing') }),
    };
  }

  render() {
    const { errors } = this;
    return this.sheet({
      titleId: 'settlement-title',
      title: t('together.fair.another'),
      content: html`<form novalidate @submit=${this.#save}>
        ${this.#member('from', this.begins?.from ?? this.members[0])}
        ${this.#member('to', this.begins?.to ?? this.members[1])}
        <amount-input
          class="field"
          name="settled"
          .of=${this}
          .label=${t('together.fair.amount')}
          .paise=${this.paise}
          .error=${errors.amount_paise ?? ''}
          @amount=${(/** @type {CustomEvent} */ { detail }) => {
            this.paise = detail;
            this.errors = { ...errors, amount_paise: undefined };
          }}
        ></amount-input>
        <date-input
          .value=${this.date}
          .error=${errors.date ?? ''}
          @date=${(/** @type {CustomEvent} */ { detail }) => {
            this.date = detail;
            this.errors = { ...errors, date: undefined };
          }}
        ></date-input>
        <p class="field-error" role="alert">${this.problem}</p>
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${t('together.fair.save')}
        </button>
      </form>`,
    });
  }

  /** @param {'from' | 'to'} side @param {string} chosen */
  #member(side, chosen) {
    const error = side === 'to' ? this.errors.to : '';
    const id = `settlement-${side}`;
    return html`<div class="field">
      <label for=${id}>${t(`together.fair.${side}`)}</label>
      <select
        class="input"
        id=${id}
        name=${side}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${id}-error` : nothing}
      >
        ${this.members.map(
          (one) =>
            html`<option value=${one} ?selected=${one === chosen}>${memberName(one)}</option>`,
        )}
      </select>
      ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    </div>`;
  }
}

customElements.define('settlement-form', SettlementForm);
