import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PageElement } from '../element.js';
import { groupDigits, groupWhileTyping, parseAmount, plainAmount } from '../../reading/money.js';
import { t } from '../../writing/text.js';
import './amount-input.css';

/**
 * An amount, large, with the numeric keypad and Indian grouping while it is typed.
 *
 *     <amount-input .paise=${12000} .error=${''} @amount=${(e) => e.detail}></amount-input>
 */
class AmountInput extends PageElement {
  static properties = {
    paise: { attribute: false },
    error: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    /** @type {number | null} */
    this.paise = null;
    this.error = '';
    this.text = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // Set from outside; what was just typed (such as "12.") stays as it is.
    if (changed.has('paise') && this.paise !== parseAmount(this.text))
      this.text = shown(this.paise);
  }

  /** @param {Event} event */
  #type(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    let { value } = input;
    let at = input.selectionStart ?? value.length;
    const { inputType } = /** @type {InputEvent} */ (event);
    if (inputType?.startsWith('delete') && digits(value) === digits(this.text)) {
      // Only a comma went, which comes back: the digit next to it was meant.
      if (inputType === 'deleteContentBackward') at--;
      value = value.slice(0, at) + value.slice(at + 1);
    }
    const { text, caret } = groupWhileTyping(value, at);
    this.text = text;
    input.value = text;
    input.setSelectionRange(caret, caret);
    this.paise = parseAmount(text);
    this.dispatchEvent(new CustomEvent('amount', { detail: this.paise, bubbles: true }));
  }

  focus() {
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  render() {
    return html`
      <label class="visually-hidden" for="amount">${t('expense.amount')}</label>
      <div class="amount-field">
        <span aria-hidden="true">₹</span>
        <input
          id="amount"
          name="amount"
          class="amount"
          inputmode="decimal"
          autocomplete="off"
          enterkeyhint="done"
          placeholder="0"
          maxlength="24"
          .value=${live(this.text)}
          aria-invalid=${this.error ? 'true' : nothing}
          aria-describedby=${this.error ? 'amount-error' : nothing}
          @input=${this.#type}
        />
      </div>
      ${this.error ? html`<p class="field-error" id="amount-error">${this.error}</p>` : nothing}
    `;
  }
}

/** @param {string} text */
const digits = (text) => text.replaceAll(',', '');

/** @param {number | null} paise */
function shown(paise) {
  if (paise === null) return '';
  const [rupees, fraction] = plainAmount(paise).split('.');
  return groupDigits(rupees) + (fraction ? `.${fraction}` : '');
}

customElements.define('amount-input', AmountInput);
