import { html, nothing } from 'lit';
import { FIRST_DATE, LAST_DATE, isDate } from '../../../writing/dates.js';
import { PageElement } from '../../../parts/element.js';
import { icon } from '../../../writing/icons.js';
import { t } from '../../../writing/text.js';
import { PERIOD_KINDS, periodAround, stepUntil } from './period.js';
import { periodLabel } from './period-label.js';
import './period-picker.css';

/** @typedef {import('./period.js').Period} Period */

/**
 * Chooses what the overview is about: the period before and after, its kind, or any range.
 *
 *     <period-picker .period=${period} .today=${date} @pick=${({ detail }) => …}></period-picker>
 *
 * `pick` carries the chosen period.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/button/ (toggle buttons)
 */
class PeriodPicker extends PageElement {
  static properties = {
    period: { attribute: false },
    today: { attribute: false },
    asksRange: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.today = '';
    /** @type {Period} */
    this.period = periodAround('month', '2000-01-01');
    this.asksRange = false;
    /** @type {import('../../../writing/text.js').TextKey | null} */
    this.problem = null;
  }

  /** @param {Period | null} period */
  #pick(period) {
    if (period) this.dispatchEvent(new CustomEvent('pick', { detail: period }));
  }

  /**
   * The period of another kind around what is shown; a second press leads to the current one.
   *
   * @param {import('./period.js').PeriodKind} kind
   */
  #pickKind(kind) {
    if (kind === 'range') {
      this.asksRange = !this.asksRange;
      this.problem = null;
      return;
    }
    this.asksRange = false;
    const { from, to } = this.period;
    const holdsToday = from <= this.today && this.today <= to;
    const here = holdsToday || kind === 'day' || kind === this.period.kind;
    this.#pick(periodAround(kind, here ? this.today : from, this.period.begins));
  }

  /** @param {SubmitEvent} event */
  #pickRange(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [from, to] = [String(form.get('from')), String(form.get('to'))];
    if (!isDate(from) || !isDate(to)) this.problem = 'overview.period.rangeInvalid';
    else if (from > to) this.problem = 'overview.period.rangeBackwards';
    else {
      this.asksRange = false;
      this.#pick({ ...this.period, kind: 'range', from, to });
    }
  }

  render() {
    const { period } = this;
    return html`<div class="picker">
      <div class="steps">
        ${this.#stepButton(-1)}
        <h1 class="title" id="period-title">${periodLabel(period)}</h1>
        ${this.#stepButton(1)}
      </div>
      <div class="kinds" role="group" aria-label=${t('overview.period.label')}>
        ${PERIOD_KINDS.map((kind) => this.#kindButton(kind))}
      </div>
      ${this.asksRange ? this.#rangeForm() : nothing}
    </div>`;
  }

  /** @param {1 | -1} direction */
  #stepButton(direction) {
    const target = stepUntil(this.period, direction, this.today);
    const name = direction < 0 ? 'previous' : 'next';
    return html`<button
      class="icon-button ${name}"
      type="button"
      aria-label=${t(`overview.period.${name}`)}
      title=${t(`overview.period.${name}`)}
      ?disabled=${target === null}
      @click=${() => this.#pick(target)}
    >
      ${icon(direction < 0 ? 'back' : 'forward')}
    </button>`;
  }

  /** Another day than today is no "Today". @param {import('./period.js').PeriodKind} kind */
  #isShown(kind) {
    const { period, today } = this;
    return period.kind === kind && (kind !== 'day' || period.from === today);
  }

  /** @param {import('./period.js').PeriodKind} kind */
  #kindButton(kind) {
    const label = t(`overview.period.${kind}`);
    const isRange = kind === 'range';
    return html`<button
      type="button"
      data-kind=${kind}
      aria-pressed=${this.#isShown(kind)}
      aria-expanded=${isRange ? String(this.asksRange) : nothing}
      aria-label=${isRange ? label : kind === 'fy' ? `${label}: ${t('overview.period.fyLong')}` : nothing}
      title=${isRange ? label : kind === 'fy' ? t('overview.period.fyLong') : nothing}
      @click=${() => this.#pickKind(kind)}
    >
      ${isRange ? icon('calendar', 20) : label}
    </button>`;
  }

  #rangeForm() {
    const shown = this.period.kind === 'all' ? { from: '', to: this.today } : this.period;
    const problem = this.problem;
    const field = (/** @type {'from' | 'to'} */ name) => html`
      <div class="field">
        <label for="period-${name}">${t(`overview.period.${name}`)}</label>
        <input
          class="input"
          type="date"
          id="period-${name}"
          name=${name}
          required
          min=${FIRST_DATE}
          max=${LAST_DATE}
          .value=${shown[name]}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${problem ? 'period-problem' : nothing}
        />
      </div>
    `;
    return html`<form
      class="range card"
      aria-label=${t('overview.period.rangeTitle')}
      novalidate
      @submit=${this.#pickRange}
    >
      ${field('from')} ${field('to')}
      <button class="button primary" type="submit">${t('overview.period.apply')}</button>
      ${problem ? html`<p class="field-error" id="period-problem" role="alert">${t(problem)}</p>` : nothing}
    </form>`;
  }
}

customElements.define('period-picker', PeriodPicker);
