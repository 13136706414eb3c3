import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../element.js';
import { isPlainAmount, readAmount } from '../../reading/amount.js';
import { afterTyping, fieldText } from '../../reading/amount-typing.js';
import { shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';
import { problemText } from './problem-text.js';
import './amount-input.css';

/**
 * An amount. What is typed or pasted stays; how it was read is shown wherever that isn't plain to see.
 *
 *     <amount-input .of=${form} .paise=${12000} .error=${''} @amount=${(e) => e.detail}></amount-input>
 *
 * It is large with the numeric keypad, or with a `label` a field among others:
 *
 *     <amount-input name="budget" optional .label=${'Budget'} .hint=${'…'} …></amount-input>
 */
export class AmountInput extends PageElement {
  static properties = {
    of: { attribute: false },
    draft: { attribute: false },
    name: {},
    optional: { type: Boolean },
    label: { attribute: false },
    hint: { attribute: false },
    paise: { attribute: false },
    error: { attribute: false },
    text: { state: true },
    left: { state: true },
  };

  constructor() {
    super();
    /** @type {unknown} whose amount it is: another's begins anew */
    this.of = null;
    /** What was typed for it that is no amount. */
    this.draft = '';
    this.name = 'amount';
    this.optional = false;
    this.label = '';
    this.hint = '';
    /** @type {number | null} */
    this.paise = null;
    this.error = '';
    this.text = '';
    /** Whether the person went on from what is there. */
    this.left = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // Set from outside; what was just typed (such as "12.") stays as it is.
    if (changed.has('of') || (changed.has('paise') && this.paise !== paiseOf(this.text))) {
      this.text = this.paise === null && changed.has('of') ? this.draft : fieldText(this.paise);
      this.left = false;
    }
  }

  /** @returns {string} in words why there is no amount; empty where there is one or need not be */
  problem() {
    const read = readAmount(this.text);
    if ('paise' in read || (this.optional && this.text.trim() === '')) return '';
    if ('choices' in read) return t('expense.amountChoices');
    return problemText(read.problem);
  }

  /** @param {Event} event */
  #type(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const { inputType } = /** @type {InputEvent} */ (event);
    const caret = input.selectionStart ?? input.value.length;
    const typed = afterTyping({ before: this.text, text: input.value, caret, inputType });
    if (input.value !== typed.text) {
      input.value = typed.text;
      input.setSelectionRange(typed.caret, typed.caret);
    }
    this.#set(typed.text);
  }

  /** @param {string} text */
  #set(text) {
    this.text = text;
    this.left = false;
    this.paise = paiseOf(text);
    this.dispatchEvent(new CustomEvent('amount', { detail: this.paise, bubbles: true }));
  }

  focus() {
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  render() {
    const { name, label } = this;
    const error = this.error || (this.left && this.text.trim() ? this.problem() : '');
    const described = `${name}-reading${this.hint ? ` ${name}-hint` : ''}${error ? ` ${name}-error` : ''}`;
    return html`
      <label class=${label ? '' : 'visually-hidden'} for=${name}
        >${label || t('expense.amount')}</label
      >
      <div class=${label ? 'rupees' : 'amount-field'}>
        <span aria-hidden="true">₹</span>
        <input
          id=${name}
          name=${name}
          class=${label ? 'input' : 'amount'}
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          placeholder=${label ? nothing : '0'}
          .value=${live(this.text)}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${described}
          @input=${this.#type}
          @change=${() => (this.left = true)}
        />
      </div>
      ${error ? html`<p class="field-error" id="${name}-error">${error}</p>` : nothing}
      <div class="small muted" id="${name}-reading" role="status">${this.#reading()}</div>
      ${this.hint ? html`<p class="muted small" id="${name}-hint">${this.hint}</p>` : nothing}
    `;
  }

  /** What was read, where the text doesn't say it itself. */
  #reading() {
    const read = readAmount(this.text);
    if ('choices' in read) return this.#choices(read.choices);
    if (!('paise' in read) || isPlainAmount(this.text)) return nothing;
    return t('expense.amountRead', { amount: shortMoney(read.paise) });
  }

  /** @param {number[]} choices */
  #choices(choices) {
    return html`<span class="amount-choices">
      ${t('expense.amountChoices')}
      ${choices.map(
        (paise) =>
          html`<button
            class="button"
            type="button"
            @click=${() => {
              this.#set(fieldText(paise));
              this.focus();
            }}
          >
            ${shortMoney(paise)}
          </button>`,
      )}
    </span>`;
  }
}

/** @param {string} text */
function paiseOf(text) {
  const read = readAmount(text);
  return 'paise' in read ? read.paise : null;
}

customElements.define('amount-input', AmountInput);
