import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { writtenDate } from '../../reading/dates.js';
import { westernDigits } from '../../reading/numbers.js';
import { addDays, FIRST_DATE, isDate, LAST_DATE } from '../../writing/dates.js';
import { PageElement } from '../element.js';
import { date, longDate } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import './date-input.css';

/** What reads words is fetched when somebody comes to the field: most never type a date. */
const reader = () => import('../../reading/typed-dates.js');

/**
 * A date: typed in digits or in words, such as `12 nov` or `yesterday`; chosen in the device's own
 * picker; or today's and yesterday's with one tap. What is typed stays, and how it was read is shown.
 *
 *     <date-input .of=${form} .draft=${''} .value=${'2026-11-23'} .error=${''} @date=${(e) => e.detail}>
 *     </date-input>
 *
 * `of` is what the date belongs to: with another, and no date yet, the text is `draft`.
 */
export class DateInput extends PageElement {
  static properties = {
    of: { attribute: false },
    draft: { attribute: false },
    value: { attribute: false },
    error: { attribute: false },
    text: { state: true },
    choices: { state: true },
    left: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {unknown} */
    this.of = null;
    this.draft = '';
    this.value = '';
    this.error = '';
    this.text = '';
    /** @type {string[]} what the text could mean where it could mean several */
    this.choices = [];
    /** Whether the person went on from what is there. */
    this.left = false;
    /** What the text was read as. */
    this.read = '';
    /** @type {typeof import('../../reading/typed-dates.js') | null} */
    this.reading = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // Set from outside; what was just typed stays as it is.
    if (changed.has('value') && this.value !== this.read) this.#show(this.value);
    if (changed.has('of') && !this.value) this.text = this.draft;
  }

  /** @param {string} value */
  #show(value) {
    this.read = value;
    this.text = isDate(value) ? date(value) : '';
    this.choices = [];
    this.left = false;
  }

  /** @param {string} value */
  #set(value) {
    this.read = value;
    this.value = value;
    this.dispatchEvent(new CustomEvent('date', { detail: value, bubbles: true }));
  }

  /** @param {string} value */
  #choose(value) {
    this.#show(value);
    this.#set(value);
  }

  async #fetchReader() {
    this.reading ??= await reader();
  }

  /** @param {string} text */
  async #type(text) {
    this.text = text;
    this.left = false;
    if (!this.reading) {
      // Until words can be read they are no date: nothing is saved with another one.
      this.#set(writtenDate(westernDigits(text).trim(), 'dmy') ?? '');
      await this.#fetchReader();
      if (this.text !== text) return;
    }
    const dates = this.reading?.typedDates(text, store.state.today) ?? [];
    this.choices = dates.length > 1 ? dates : [];
    this.#set(dates.length === 1 ? dates[0] : '');
  }

  /** Open the device's own picker; where it has none to open, its field takes the focus. */
  #pick() {
    const field = /** @type {HTMLInputElement} */ (this.querySelector('input.device'));
    if (field.showPicker) field.showPicker();
    else field.focus();
  }

  focus() {
    this.querySelector('input')?.focus();
  }

  /** @returns {string} in words why what is typed is no date */
  get #problem() {
    if (this.choices.length) return this.error ? t('expense.dateChoices') : '';
    if (this.value || !this.text.trim()) return this.error;
    return this.error || this.left ? t('expense.dateUnread') : '';
  }

  render() {
    const { today } = store.state;
    const near = [
      { date: today, text: t('dates.today') },
      { date: addDays(today, -1), text: t('dates.yesterday') },
    ];
    const error = this.#problem;
    return html`
      <div class="field">
        <div class="head">
          <label class="label muted small" for="date">${t('expense.date')}</label>
          <span class="said muted small" id="date-said" role="status">
            ${isDate(this.value) ? longDate(this.value) : nothing}
          </span>
        </div>
        <div class="dates">
          <div class="typed">
            <input
              id="date"
              class="input"
              autocomplete="off"
              enterkeyhint="done"
              placeholder=${t('expense.dateHint')}
              .value=${live(this.text)}
              aria-invalid=${error ? 'true' : nothing}
              aria-describedby=${error ? 'date-error' : 'date-said'}
              @focus=${this.#fetchReader}
              @input=${(/** @type {any} */ event) => this.#type(event.target.value)}
              @change=${() => (this.left = true)}
            />
            <button
              type="button"
              class="icon-button"
              aria-label=${t('expense.datePicker')}
              title=${t('expense.datePicker')}
              @click=${this.#pick}
            >
              ${icon('calendar', 20)}
            </button>
            <input
              class="device"
              type="date"
              tabindex="-1"
              aria-label=${t('expense.datePicker')}
              min=${FIRST_DATE}
              max=${LAST_DATE}
              .value=${this.value}
              @change=${(/** @type {any} */ event) => this.#choose(event.target.value)}
            />
          </div>
          ${near.map(({ date, text }) => this.#chip(date, text))}
        </div>
        ${
          this.choices.length
            ? html`<div class="dates small" role="status">
                ${t('expense.dateChoices')}
                ${this.choices.map((date) => this.#chip(date, longDate(date)))}
              </div>`
            : nothing
        }
        ${error ? html`<p class="field-error" id="date-error">${error}</p>` : nothing}
      </div>
    `;
  }

  /** @param {string} date @param {string} text */
  #chip(date, text) {
    return html`<button
      type="button"
      class="chip"
      aria-pressed=${this.value === date ? 'true' : 'false'}
      @click=${() => this.#choose(date)}
    >
      ${text}
    </button>`;
  }
}

customElements.define('date-input', DateInput);
