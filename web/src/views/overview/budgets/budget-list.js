import { html, nothing } from 'lit';
import { cssProperties } from '../../../parts/css-properties.js';
import { PageElement } from '../../../parts/element.js';
import { monthTitle, number, percentage, shortMoney } from '../../../writing/format.js';
import { icon } from '../../../writing/icons.js';
import { daysIn, monthEnd, monthOf } from '../../../writing/dates.js';
import { t } from '../../../writing/text.js';
import { colourOf } from '../../../parts/category-names.js';
import { TOTAL, carriedInto, daysBefore, spending } from '../../../data/store/budgets.js';
import { store, StoreController } from '../../../data/store.js';
import { budgetUse } from './budget-use.js';
import { budgetMonths } from '../period/period.js';
import './budget-list.css';

const RUPEE = 100;

/**
 * How far each budget is used up, with plain words from 80 % on, and their
 * form. Nothing where the period is not made of whole months.
 *
 *     <budget-list .groups=${groups} .period=${period}></budget-list>
 */
class BudgetList extends PageElement {
  static properties = {
    groups: { attribute: false },
    period: { attribute: false },
    editing: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {import('../projections.js').Group[]} of all categories, at least those of the period */
    this.groups = [];
    /** @type {import('../period/period.js').Period | null} */
    this.period = null;
    /** @type {{category: string | null} | null} what the form is open for: null for a new one */
    this.editing = null;
  }

  /** @param {string | null} category */
  #edit(category) {
    this.editing = { category };
    import('./budget-editor.js');
  }

  render() {
    const months = this.period && budgetMonths(this.period);
    if (!months || store.budgets.awaited) return nothing;
    const before = carrying(months[0]);
    if (before.status === 'loading') return nothing;
    const uses = budgetUse(
      this.groups,
      knownBudgets(),
      months,
      store.settings.monthStart,
      before.carriedOver,
    );
    this.classList.toggle('none', !uses.length);
    const days = daysToCome(months);
    return html`<section class="card" aria-labelledby="budgets-title">
        <header>
          <h2 class="heading" id="budgets-title">${heading(months)}</h2>
          ${
            store.budgets.status === 'ready' && store.mayWrite
              ? html`<button class="button quiet" type="button" @click=${() => this.#edit(null)}>
                  ${icon('add', 20)} ${t('overview.budgets.add')}
                </button>`
              : nothing
          }
        </header>
        ${
          store.budgets.status === 'failed'
            ? html`<p class="muted small" role="alert">${t('overview.budgets.failed')}</p>`
            : uses.length
              ? html`<ul>
                  ${uses.map((use) => this.#row(use, days))}
                </ul>`
              : html`<p class="muted small">${t('overview.budgets.none')}</p>`
        }
        ${
          before.status === 'failed'
            ? html`<p class="muted small" role="alert">${t('overview.budgets.carryFailed')}</p>`
            : nothing
        }
      </section>
      ${
        this.editing
          ? html`<budget-editor
              .category=${this.editing.category}
              .month=${editedMonth(months)}
              @close=${() => (this.editing = null)}
            ></budget-editor>`
          : nothing
      }`;
  }

  /** @param {import('./budget-use.js').BudgetUse} use @param {number} days that are to come */
  #row(use, days) {
    const { category, spent, budget, carried, ratio, level } = use;
    const name = store.budgets.subject(category);
    const used = Math.min(Math.max(ratio, 0), 1);
    const words = stateInWords(use, days);
    const colour = category === TOTAL ? 'var(--accent)' : colourOf(category);
    return html`<li
      class="${level} ${category === TOTAL ? 'whole' : ''}"
      data-category=${category}
      ${cssProperties({ '--colour': colour, '--used': String(used) })}
    >
      <button
        class="name"
        type="button"
        ?disabled=${!store.mayWrite}
        title=${t('overview.budgets.edit', { category: name })}
        @click=${() => this.#edit(category)}
      >
        ${category === TOTAL ? nothing : html`<span class="dot"></span>`}<span>${name}</span>
        ${store.mayWrite ? icon('edit', 16) : nothing}
      </button>
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
      ${carried ? html`<span class="carried small muted">${carriedInWords(carried)}</span>` : nothing}
      <span class="state small">${level === 'fine' ? nothing : icon('warning', 16)} ${words}</span>
    </li>`;
  }
}

/** Of the present month, today among them; 0 for any other. @param {string[]} months `YYYY-MM` */
function daysToCome(months) {
  const { today } = store.state;
  const { monthStart } = store.settings;
  if (months.length !== 1 || months[0] !== monthOf(today, monthStart)) return 0;
  return daysIn({ from: today, to: monthEnd(today, monthStart) });
}

/** The present one where it is among them. @param {string[]} months `YYYY-MM` */
function editedMonth(months) {
  const present = monthOf(store.state.today, store.settings.monthStart);
  return months.includes(present) ? present : months[months.length - 1];
}

/**
 * What earlier months hand on to one, where that was asked for.
 *
 * @param {string} month `YYYY-MM`
 * @returns {{status: 'loading' | 'ready' | 'failed', carriedOver: (category: string) => number}}
 */
function carrying(month) {
  const { carryOverFrom, monthStart } = store.settings;
  const days = daysBefore(carryOverFrom, month, monthStart);
  if (!carryOverFrom || !days) return { status: 'ready', carriedOver: () => 0 };
  // The calendar's months are added up by the server.
  const { status, data } = store.summary(days, { by: monthStart === 1 ? 'month' : 'day' });
  const spent = spending(data?.groups ?? [], monthStart);
  const months = { from: carryOverFrom, into: month };
  const carriedOver = (/** @type {string} */ category) =>
    data ? carriedInto(store.budgets.items, spent, category, months) : 0;
  return { status, carriedOver };
}

/** Those of categories that were deleted go with them. */
function knownBudgets() {
  return store.budgets.items.filter(
    ({ category }) => category === TOTAL || store.categories.find(category),
  );
}

/** @param {string[]} months `YYYY-MM` */
function heading(months) {
  return months.length === 1
    ? t('overview.budgets.titleMonth', { month: monthTitle(months[0], store.settings.monthStart) })
    : t('overview.budgets.titleMonths', { months: number(months.length) });
}

/** @param {number} paise */
const carriedInWords = (paise) =>
  paise > 0
    ? t('overview.budgets.carried', { amount: shortMoney(paise) })
    : t('overview.budgets.carriedOver', { amount: shortMoney(-paise) });

/** @param {import('./budget-use.js').BudgetUse} use @param {number} days that are to come */
function stateInWords({ spent, budget, ratio, level }, days) {
  if (spent === budget) return t('overview.budgets.exactly');
  if (level === 'over') return t('overview.budgets.over', { amount: shortMoney(spent - budget) });
  const left = budget - spent;
  const amount = shortMoney(left);
  // Never rounded up: neither to what would overspend it, nor to the 100 % that is not reached.
  const aDay = days > 1 ? Math.floor(left / days / RUPEE) * RUPEE : 0;
  const words = aDay
    ? t('overview.budgets.leftADay', { amount, daily: shortMoney(aDay) })
    : t('overview.budgets.left', { amount });
  if (level === 'fine') return words;
  const percent = percentage(Math.floor(ratio * 100) / 100);
  return t('overview.budgets.near', { percent, left: words });
}

customElements.define('budget-list', BudgetList);
