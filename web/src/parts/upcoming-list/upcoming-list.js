import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../amount-input/amount-input.js';
import { colourOf, nameOf } from '../category-names.js';
import { cssProperties } from '../css-properties.js';
import { PageElement } from '../element.js';
import { nameOfRule } from '../rule-names.js';
import { changeRule } from '../rule-notices.js';
import { store, StoreController } from '../../data/store.js';
import { addDays } from '../../writing/dates.js';
import { date as writtenDate, number, relativeDate, shortMoney } from '../../writing/format.js';
import { addTexts } from '../../writing/text.js';
import { t } from '../../writing/expense-text.js';
import { recurring } from '../../writing/text/en/recurring.js';
import './upcoming-list.css';

addTexts({ recurring });

/** @typedef {import('../../data/upcoming.js').Upcoming} Upcoming */

/**
 * What is due by recurring rules, each with its day; what asks for its amount is told it here.
 *
 *     <upcoming-list .items=${store.recurring.upcoming(to)} .label=${'Next 30 days'}></upcoming-list>
 */
class UpcomingList extends PageElement {
  static properties = {
    items: { attribute: false },
    label: { attribute: false },
    amounts: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {readonly Upcoming[]} */
    this.items = [];
    this.label = '';
    /** @type {ReadonlyMap<string, number | null>} what is typed, by the day of a rule */
    this.amounts = new Map();
    /** @type {string | null} what is on its way to the server */
    this.busy = null;
  }

  render() {
    return html`<ul aria-label=${this.label}>
      ${repeat(this.items, keyOf, (item) => this.#item(item))}
    </ul>`;
  }

  /** @param {Upcoming} item */
  #item(item) {
    const { rule, date, number: nth, state } = item;
    return html`<li data-date=${date} data-state=${state}>
      <span class="day">${dayLabel(date)}</span>
      <span class="what">
        <span class="name">
          <span class="dot" ${cssProperties({ '--colour': colourOf(rule.category) })}></span>
          ${nameOfRule(rule)}
        </span>
        <span class="of small muted">
          ${rule.description.trim() ? html`<span>${nameOf(rule.category)}</span>` : nothing}
          ${
            rule.count && nth
              ? html`<span
                  >${t('recurring.number', { number: number(nth), count: number(rule.count) })}</span
                >`
              : nothing
          }
        </span>
      </span>
      ${state === 'asked' && store.mayWrite ? this.#asking(item) : amountOf(item)}
    </li>`;
  }

  /** @param {Upcoming} item */
  #asking(item) {
    const { rule, date } = item;
    const key = keyOf(item);
    const name = nameOfRule(rule);
    return html`<form
      class="asking"
      novalidate
      @submit=${(/** @type {Event} */ event) => this.#record(event, item)}
    >
      <amount-input
        class="field"
        name="amount-${key}"
        .of=${key}
        .label=${t('recurring.upcoming.amountOf', { name, date: writtenDate(date) })}
        .paise=${this.amounts.get(key) ?? null}
        @amount=${(/** @type {CustomEvent<number | null>} */ { detail }) =>
          (this.amounts = new Map(this.amounts).set(key, detail))}
      ></amount-input>
      <button class="button primary" ?disabled=${this.busy === key}>
        ${t('recurring.upcoming.record')}
      </button>
      <button
        class="button quiet"
        type="button"
        ?disabled=${this.busy === key}
        @click=${() => this.#letGo(item)}
      >
        ${t('recurring.upcoming.notThisTime')}
      </button>
    </form>`;
  }

  /** @param {Event} event @param {Upcoming} item */
  async #record(event, item) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const input = /** @type {import('../amount-input/amount-input.js').AmountInput} */ (
      form.querySelector('amount-input')
    );
    const paise = this.amounts.get(keyOf(item));
    if (!paise) {
      input.error = input.problem() || t('expense.amountMissing');
      input.focus();
      return;
    }
    const name = nameOfRule(item.rule);
    await this.#do(
      item,
      () => store.recurring.confirm(item.rule, item.date, paise),
      t('recurring.upcoming.recorded', { amount: shortMoney(paise), name }),
    );
  }

  /** @param {Upcoming} item */
  #letGo(item) {
    const name = nameOfRule(item.rule);
    return this.#do(
      item,
      () => store.recurring.skip(item.rule, item.date),
      t('recurring.upcoming.letGo', { name, date: writtenDate(item.date) }),
    );
  }

  /** @param {Upcoming} item @param {() => Promise<unknown>} change @param {string} done */
  async #do(item, change, done) {
    this.busy = keyOf(item);
    await changeRule(nameOfRule(item.rule), change, done);
    this.busy = null;
  }
}

/** @param {Upcoming} item */
const keyOf = ({ rule, date }) => `${rule.id}-${date}`;

/** @param {string} date */
function dayLabel(date) {
  const isTomorrow = date === addDays(store.state.today, 1);
  return isTomorrow ? t('recurring.upcoming.tomorrow') : relativeDate(date);
}

/** @param {Upcoming} item */
function amountOf({ amount_paise: paise, state }) {
  return html`<span class="amount">
    ${state === 'waiting' ? html`<span class="chip-text">${t('recurring.upcoming.waiting')}</span>` : nothing}
    ${
      paise === null
        ? html`<span class="small muted">${t('recurring.upcoming.asks')}</span>`
        : shortMoney(paise)
    }
  </span>`;
}

customElements.define('upcoming-list', UpcomingList);
