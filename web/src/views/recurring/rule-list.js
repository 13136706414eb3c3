import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { colourOf, nameOf } from '../../parts/category-names.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { nameOfRule } from '../../parts/rule-names.js';
import { times } from '../../data/recurrence.js';
import { store, StoreController } from '../../data/store.js';
import { categoryIcon } from '../../writing/category-icons.js';
import { date, number, shortMoney } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './rule-list.css';
import { ruleWords } from './rule-words.js';

/** @typedef {import('../../types.js').Rule} Rule */

/**
 * All recurring rules: when each is due, with what amount, and how it stands. `edit` asks to open one.
 *
 *     <rule-list .rules=${store.recurring.items} @edit=${(e) => e.detail}></rule-list>
 */
class RuleList extends PageElement {
  static properties = { rules: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {readonly Rule[]} */
    this.rules = [];
  }

  /** @param {Rule} rule */
  #edit(rule) {
    this.dispatchEvent(new CustomEvent('edit', { detail: rule }));
  }

  render() {
    return html`<ul class="card" aria-label=${t('recurring.list')}>
      ${repeat(
        this.rules,
        ({ id }) => id,
        (rule) => this.#row(rule),
      )}
    </ul>`;
  }

  /** @param {Rule} rule */
  #row(rule) {
    const { id, category, amount_paise: paise, state } = rule;
    const name = nameOfRule(rule);
    return html`<li data-rule=${id} data-state=${state}>
      <button
        type="button"
        ?disabled=${!store.mayWrite}
        title=${t('recurring.edit', { name })}
        @click=${() => this.#edit(rule)}
      >
        <span class="badge" ${cssProperties({ '--colour': colourOf(category) })}
          >${categoryIcon(category)}</span
        >
        <span class="what">
          <span class="name">${name}</span>
          <span class="small muted">${ruleWords(rule)}</span>
          <span class="small muted next">
            ${
              state === 'active' || state === 'waiting'
                ? html`<span
                    >${rule.next ? t('recurring.next', { date: date(rule.next) }) : nothing}</span
                  >`
                : html`<span class="state">${t(`recurring.state.${state}`)}</span>`
            }
            ${numberOf(rule)}
          </span>
        </span>
        <span class="amount"
          >${
            paise === null
              ? html`<span class="small muted">${t('recurring.asks')}</span>`
              : shortMoney(paise)
          }</span
        >
        ${store.mayWrite ? icon('forward', 20) : nothing}
      </button>
      ${state === 'waiting' ? this.#waiting(rule, name) : nothing}
    </li>`;
  }

  /** Why it waits, and what to do. @param {Rule} rule @param {string} name */
  #waiting(rule, name) {
    const category = store.category(rule.category);
    const isOpen = category && !category.archived;
    const held = rule.amount_paise === null ? 'asked' : 'full';
    const key = isOpen ? held : category ? 'archived' : 'gone';
    return html`<p class="waiting small" role="note">
      <span class="state">${t('recurring.state.waiting')}</span>
      <span
        >${t(`recurring.waits.${key}`, {
          name,
          category: nameOf(rule.category),
          count: rule.asked.length,
        })}</span
      >
      ${
        isOpen || !store.mayWrite
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.#edit(rule)}>
              ${t('recurring.waits.choose')}
            </button>`
      }
    </p>`;
  }
}

/** "7 of 24", of the day that is next, or else of the last. @param {Rule} rule */
function numberOf(rule) {
  const { count, next, last } = rule;
  if (!count) return nothing;
  /** @type {number | null} */
  let found = null;
  for (const { number: nth, day } of times(rule)) {
    if (next ? day > next : last && day > last) break;
    found = nth;
    if (day === (next ?? last)) break;
  }
  if (found === null) return nothing;
  return html`<span
    >${t('recurring.number', { number: number(found), count: number(count) })}</span
  >`;
}

customElements.define('rule-list', RuleList);
