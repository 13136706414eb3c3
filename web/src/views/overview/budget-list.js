import { html, nothing } from 'lit';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { percentage, shortMoney } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { href } from '../../data/router.js';
import { t } from '../../writing/text.js';
import './budget-list.css';
import { colourOf, nameOf } from './category-names.js';

/**
 * How far each budget is used up, with plain words from 80 % on.
 *
 *     <budget-list .budgets=${budgetUse(…)} .heading=${'Budgets for November 2026'}></budget-list>
 */
class BudgetList extends PageElement {
  static properties = { budgets: { attribute: false }, heading: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./budgets.js').BudgetUse[]} */
    this.budgets = [];
    this.heading = '';
  }

  render() {
    return html`<section class="card" aria-labelledby="budgets-title">
      <header>
        <h2 class="heading" id="budgets-title">${this.heading}</h2>
        <a class="button quiet" href=${href('categories')}>
          ${this.budgets.length ? t('overview.budgets.edit') : t('overview.budgets.set')}
        </a>
      </header>
      ${
        this.budgets.length
          ? html`<ul>
              ${this.budgets.map((budget) => budgetRow(budget))}
            </ul>`
          : html`<p class="muted small">${t('overview.budgets.none')}</p>`
      }
    </section>`;
  }
}

/** @param {import('./budgets.js').BudgetUse} use */
function budgetRow({ category, spent, budget, ratio, level }) {
  const name = nameOf(category);
  const used = Math.min(ratio, 1);
  const words = stateInWords(spent, budget, ratio, level);
  return html`<li
    class=${level}
    ${cssProperties({ '--colour': colourOf(category), '--used': String(used) })}
  >
    <span class="name"><span class="dot"></span>${name}</span>
    <span class="used amount"
      >${t('overview.budgets.of', { spent: shortMoney(spent), budget: shortMoney(budget) })}</span
    >
    <span
      class="bar"
      role="progressbar"
      aria-label=${t('overview.budgets.bar', { category: name })}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(used * 100)}
      aria-valuetext="${percentage(ratio)}, ${words}"
    ></span>
    <span class="state small">${level === 'fine' ? nothing : icon('warning', 16)} ${words}</span>
  </li>`;
}

/**
 * @param {number} spent
 * @param {number} budget
 * @param {number} ratio
 * @param {import('./budgets.js').BudgetUse['level']} level
 */
function stateInWords(spent, budget, ratio, level) {
  if (spent === budget) return t('overview.budgets.exactly');
  if (level === 'over') return t('overview.budgets.over', { amount: shortMoney(spent - budget) });
  const amount = shortMoney(budget - spent);
  if (level === 'fine') return t('overview.budgets.left', { amount });
  // Never rounded up to the 100 % that is not reached.
  const percent = percentage(Math.floor(ratio * 100) / 100);
  return t('overview.budgets.near', { percent, amount });
}

customElements.define('budget-list', BudgetList);
