import { html, nothing } from 'lit';
import '../../parts/amount-input/amount-input.js';
import { PageElement } from '../../parts/element.js';
import { FIRST_DATE, LAST_DATE } from '../../writing/dates.js';
import { t } from '../../writing/text.js';
import { atMost, LONGEST_DESCRIPTION } from '../../reading/characters.js';
import { cut } from '../../reading/folding.js';
import { readDateCell } from '../../reading/statements/cell-dates.js';
import './row-form.css';

/**
 * The day, amount and text of a row that couldn't be read, written by the person.
 *
 *     <row-form .row=${planRow} @written=${({ detail: { date, amount_paise, description } }) => …}
 *       @cancel=${…}></row-form>
 */
class RowForm extends PageElement {
  static properties = { row: { attribute: false }, problem: { state: true } };

  constructor() {
    super();
    /** @type {import('../../reading/import-plan.js').PlanRow | null} */
    this.row = null;
    this.problem = '';
  }

  async firstUpdated() {
    await this.#amount.updateComplete;
    this.#amount.focus();
  }

  get #amount() {
    return /** @type {import('../../parts/amount-input/amount-input.js').AmountInput} */ (
      this.querySelector('amount-input')
    );
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const amount = this.#amount;
    this.problem = amount.problem();
    if (this.problem) return amount.focus();
    const detail = {
      date: String(form.get('date')),
      amount_paise: /** @type {number} */ (amount.paise),
      description: String(form.get('description')).trim(),
    };
    this.dispatchEvent(new CustomEvent('written', { detail }));
  }

  render() {
    const { row } = this;
    if (!row) return nothing;
    const id = `row-${row.line}`;
    const day = row.cells.map((cell) => readDateCell(cell, 'dmy')).find(Boolean) ?? '';
    const words = row.cells.filter((cell) => /\p{L}{2}/u.test(cell)).join(' · ');
    return html`<form @submit=${this.#submit}>
      <amount-input
        class="field"
        name="${id}-amount"
        .of=${row}
        .label=${t('importing.rows.amount')}
        .error=${this.problem}
        @amount=${() => (this.problem = '')}
      ></amount-input>
      <div class="field">
        <label for="${id}-date">${t('importing.rows.date')}</label>
        <input
          class="input"
          id="${id}-date"
          name="date"
          type="date"
          required
          min=${FIRST_DATE}
          max=${LAST_DATE}
          .value=${day}
        />
      </div>
      <div class="field text">
        <label for="${id}-text">${t('importing.rows.description')}</label>
        <input
          class="input"
          id="${id}-text"
          name="description"
          pattern=${atMost(LONGEST_DESCRIPTION)}
          title=${t('app.longest', { most: LONGEST_DESCRIPTION })}
          .value=${cut(words, LONGEST_DESCRIPTION)}
        />
      </div>
      <div class="buttons">
        <button class="button primary">${t('importing.rows.add')}</button>
        <button
          class="button"
          type="button"
          @click=${() => this.dispatchEvent(new Event('cancel'))}
        >
          ${t('importing.rows.cancel')}
        </button>
      </div>
    </form>`;
  }
}

customElements.define('row-form', RowForm);
