import { html, nothing } from 'lit';
import { addDays, FIRST_DATE, isDate, LAST_DATE } from '../../writing/dates.js';
import { PageElement } from '../element.js';
import { longDate } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './date-input.css';

/**
 * A date, written out since the device's own field follows the device's language: today and yesterday are one tap away, any other in the device's own picker.
 *
 *     <date-input .value=${'2026-11-23'} .error=${''} @date=${(e) => e.detail}></date-input>
 */
class DateInput extends PageElement {
  static properties = { value: { attribute: false }, error: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    this.value = '';
    this.error = '';
  }

  /** @param {string} date */
  #set(date) {
    this.value = date;
    this.dispatchEvent(new CustomEvent('date', { detail: date, bubbles: true }));
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  render() {
    const { today } = store.state;
    const near = [
      { date: today, text: t('dates.today') },
      { date: addDays(today, -1), text: t('dates.yesterday') },
    ];
    return html`
      <div class="field">
        <label for="date">
          <span>${t('expense.date')}</span>
          <span class="said">${isDate(this.value) ? longDate(this.value) : ''}</span>
        </label>
        <div class="dates">
          <input
            id="date"
            class="input"
            type="date"
            min=${FIRST_DATE}
            max=${LAST_DATE}
            .value=${this.value}
            aria-invalid=${this.error ? 'true' : nothing}
            aria-describedby=${this.error ? 'date-error' : nothing}
            @change=${(/** @type {any} */ event) => this.#set(event.target.value)}
          />
          ${near.map(
            ({ date, text }) => html`
              <button
                type="button"
                class="chip"
                aria-pressed=${this.value === date ? 'true' : 'false'}
                @click=${() => this.#set(date)}
              >
                ${text}
              </button>
            `,
          )}
        </div>
        ${this.error ? html`<p class="field-error" id="date-error">${this.error}</p>` : nothing}
      </div>
    `;
  }
}

customElements.define('date-input', DateInput);
