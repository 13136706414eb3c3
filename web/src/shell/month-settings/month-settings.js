import { html, nothing } from 'lit';
import { ApiError } from '../../data/api.js';
import { Sheet } from '../../parts/sheet.js';
import { store, StoreController } from '../../data/store.js';
import { daysName, monthTitle } from '../../writing/format.js';
import { monthOf, monthRange } from '../../writing/dates.js';
import { addTexts, t } from '../../writing/text.js';
import { months } from '../../writing/text/en/months.js';
import './month-settings.css';

addTexts({ months });

/** Every calendar month has the 28th. */
const DAYS = Array.from({ length: 28 }, (_, index) => index + 1);

/**
 * How months are counted. Open while it is in the page.
 *
 *     <month-settings @close=${remove}></month-settings>
 */
class MonthSettings extends Sheet {
  static properties = {
    day: { state: true },
    carries: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {number | null} what was chosen; null: as it is */
    this.day = null;
    /** @type {boolean | null} whether budgets are to be carried over; null: as it is */
    this.carries = null;
    this.busy = false;
    this.error = '';
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      await store.settings.change({
        month_start: this.#chosenDay,
        ...(this.carries === null ? {} : { carry_over_from: this.carries ? this.#month : null }),
      });
      this.close();
      store.notify({ text: t('months.saved') });
    } catch (error) {
      const reason = error instanceof ApiError ? error.message : t('connection.failing');
      this.error = t('months.notSaved', { reason });
    } finally {
      this.busy = false;
    }
  }

  /** The present month, as it would be. */
  get #month() {
    return monthOf(store.state.today, this.#chosenDay);
  }

  #carryField() {
    const { carryOverFrom } = store.settings;
    const carries = this.carries ?? carryOverFrom !== null;
    const from = this.carries === null ? (carryOverFrom ?? this.#month) : this.#month;
    return html`<div class="field">
      <label class="switch">
        <input
          type="checkbox"
          aria-describedby="carry-hint"
          .checked=${carries}
          @change=${(/** @type {any} */ event) => {
            const { checked } = event.target;
            this.carries = checked === (carryOverFrom !== null) ? null : checked;
          }}
        />
        ${t('months.carry')}
      </label>
      <p class="muted small" id="carry-hint">
        ${t('months.carryHint', { from: monthTitle(from, this.#chosenDay) })}
      </p>
    </div>`;
  }

  get #chosenDay() {
    return this.day ?? store.settings.monthStart;
  }

  render() {
    return this.sheet({
      titleId: 'months-title',
      title: t('months.title'),
      content: html`<form class="fields" novalidate @submit=${this.#save}>
        ${this.#startField()} ${this.#carryField()}
        ${this.error ? html`<p class="field-error" role="alert">${this.error}</p>` : nothing}
        <button class="button primary" type="submit" aria-disabled=${this.busy}>
          ${t('months.save')}
        </button>
      </form>`,
    });
  }

  #startField() {
    const chosen = this.#chosenDay;
    const present = monthRange(store.state.today, chosen);
    return html`<div class="field">
      <label for="month-start">${t('months.start')}</label>
      <select
        class="input"
        id="month-start"
        aria-describedby="month-start-hint month-start-present"
        @change=${(/** @type {any} */ event) => (this.day = Number(event.target.value))}
      >
        ${DAYS.map(
          (day) =>
            html`<option value=${day} ?selected=${day === chosen}>
              ${day === 1 ? t('months.first') : t('months.day', { day })}
            </option>`,
        )}
      </select>
      <p class="small" id="month-start-present" role="status">
        ${t('months.present', { days: daysName(present) })}
      </p>
      <p class="muted small" id="month-start-hint">${t('months.startHint')}</p>
    </div>`;
  }
}

customElements.define('month-settings', MonthSettings);
