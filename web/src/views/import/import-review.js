import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from '../../parts/element.js';
import { date, money, number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { newId } from '../../data/ids.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { proposeRule } from '../../parts/payee-rule.js';
import { addedAgain, moved } from '../../reading/import-moves.js';
import './category-mapping.js';
import './column-mapping.js';
import './import-review.css';
import './import-group.js';
import { byReason, groupsOf, summaryOf } from './review-figures.js';

/**
 * @typedef {import('../../reading/import-plan.js').Choices} Choices
 * @typedef {import('../../reading/import-plan.js').Plan} Plan
 * @typedef {import('../../reading/import-plan.js').PlanRow} PlanRow
 * @typedef {import('../../reading/import-plan.js').Kind} Kind
 */

/**
 * What a file leads to, row by row, to be corrected and confirmed.
 *
 *     <import-review .name=${'x.csv'} .statement=${statement} .choices=${choices} .plan=${plan}
 *       .presences=${presences or null} .problem=${''} .rereading=${false} @choose=${…} @tables=${…}
 *       @confirm=${…} @cancel=${…}></import-review>
 */
class ImportReview extends PageElement {
  static properties = {
    name: { attribute: false },
    statement: { attribute: false },
    choices: { attribute: false },
    plan: { attribute: false },
    presences: { attribute: false },
    problem: { attribute: false },
    rereading: { attribute: false },
  };

  constructor() {
    super();
    new StoreController(this);
    this.name = '';
    /** @type {import('../../reading/statements/statement.js').Statement | null} */
    this.statement = null;
    /** @type {Choices | null} */
    this.choices = null;
    /** @type {Plan | null} */
    this.plan = null;
    /** @type {import('./review-figures.js').Presences | null} null while it is looked up */
    this.presences = null;
    this.problem = '';
    this.rereading = false;
    /** Whether a column was corrected: what it was corrected in stays open. */
    this.corrected = false;
  }

  firstUpdated() {
    this.querySelector('h2')?.focus();
  }

  /** @param {string} name @param {unknown} [detail] */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @param {Partial<Choices>} changes */
  #choose(changes) {
    this.#tell('choose', { ...this.choices, ...changes });
  }

  /** @param {readonly PlanRow[]} rows @param {Kind} kind */
  #move(rows, kind) {
    if (this.choices) this.#tell('choose', moved(this.choices, rows, kind));
  }

  render() {
    const { plan, statement } = this;
    if (!plan || !statement) return nothing;
    return html`
      <section class="card summary" aria-labelledby="review-title">
        <header>
          <h2 class="heading" id="review-title" tabindex="-1">
            ${t('importing.review.title', { name: this.name })}
          </h2>
          <button
            class="icon-button"
            type="button"
            aria-label=${t('importing.review.back')}
            title=${t('importing.review.back')}
            @click=${() => this.#tell('cancel')}
          >
            ${icon('close')}
          </button>
        </header>
        ${statement.account ? accountOf(statement.account) : nothing}
        ${this.#summary(plan, statement)}
      </section>
      ${this.#groups(plan)} ${this.#columns(statement)} ${this.#mapping(plan)}
      ${this.#actions(plan)}
    `;
  }

  /** @param {Plan} plan @param {import('../../reading/statements/statement.js').Statement} statement */
  #summary(plan, statement) {
    if (this.problem) return html`<p class="field-error" role="alert">${this.problem}</p>`;
    if (!this.presences || this.rereading)
      return html`<p role="status" class="muted">${t('importing.review.checking')}</p>`;
    const { count, total, refunds, refunded, range } = summaryOf(plan, this.presences);
    const counted = (/** @type {number} */ of) => ({ count: of, shown: number(of) });
    return html`
      <p class="headline" role="status" data-count=${count} data-total=${total}>
        <strong class="amount">${number(count)}</strong>
        ${t('importing.review.newOnes', { count })}
        ${count ? html`· <strong class="amount">${money(total)}</strong>` : nothing}
      </p>
      ${
        refunds
          ? html`<p>
              ${t('importing.review.refunds', { ...counted(refunds), total: money(refunded) })}
            </p>`
          : nothing
      }
      ${
        range
          ? html`<p class="muted">
              ${t('importing.review.between', { from: date(range.from), to: date(range.to) })}
            </p>`
          : html`<p>${t(this.#nothingWhy(plan))}</p>`
      }
      ${this.#notes(plan, statement)}
    `;
  }

  /** @param {Plan} plan @returns {import('../../writing/text.js').TextKey} */
  #nothingWhy({ rows }) {
    const spent = rows.some(({ kind }) => kind === 'expense' || kind === 'refund');
    return spent ? 'importing.review.allThere' : 'importing.review.nothing';
  }

  /** @param {Plan} plan @param {import('../../reading/statements/statement.js').Statement} statement */
  #notes(plan, { doubts, proved }) {
    const groups = groupsOf(plan, this.presences ?? new Map());
    const notes = /** @type {const} */ ([
      ['doubtful', 'warning'],
      ['similar', 'warning'],
      ['other day', 'warning'],
      ['refused', 'warning'],
      ['there', 'check'],
      ['left out', 'filter'],
    ]);
    const counted = (/** @type {number} */ count) => ({ count, shown: number(count) });
    return html`<ul class="notes">
      ${
        proved
          ? html`<li data-note="proved">
              ${icon('check', 18)}<span>${t('importing.review.proved')}</span>
            </li>`
          : nothing
      }
      ${doubts.map(
        (doubt) =>
          html`<li data-note="doubt" class="doubt">
            ${icon('warning', 18)}<span>${t('importing.review.fileDoubt', { doubt })}</span>
          </li>`,
      )}
      ${notes.map(([name, sign]) => {
        const rows = groups.get(name);
        if (!rows) return nothing;
        const reasons = byReason(rows).map(({ reason, rows: its }) =>
          t('importing.review.reason', { shown: number(its.length), reason }),
        );
        return html`<li
          data-note=${name.replace(' ', '-')}
          class=${sign === 'warning' ? 'doubt' : ''}
        >
          ${icon(sign, 18)}
          <span
            >${t(`importing.review.groups.${name}`, { ...counted(rows.length), reasons: reasons.join(', ') })}</span
          >
        </li>`;
      })}
    </ul>`;
  }

  /** @param {Plan} plan */
  #groups(plan) {
    const presences = this.presences ?? new Map();
    return repeat(
      groupsOf(plan, presences),
      ([name]) => name,
      ([name, rows]) =>
        html`<import-group
          .name=${name}
          .rows=${rows}
          .presences=${presences}
          @move=${(/** @type {CustomEvent} */ { detail }) => this.#move(detail.rows, detail.kind)}
          @again=${(/** @type {CustomEvent} */ { detail: { rows } }) =>
            this.choices && this.#tell('choose', addedAgain(this.choices, rows, newId))}
          @category=${(/** @type {CustomEvent} */ { detail: { row, id } }) =>
            this.#recategorise(row, id)}
          @written=${(/** @type {CustomEvent} */ { detail: { row, written } }) =>
            this.#choose({
              written: { ...this.choices?.written, [row.line]: written },
              kinds: { ...this.choices?.kinds, [row.line]: 'expense' },
            })}
        ></import-group>`,
    );
  }

  /** @param {number} index @param {import('../../reading/statements/statement.js').TableChoice} choice */
  #correct(index, choice) {
    this.corrected = true;
    this.#tell('tables', { index, choice });
  }

  /** @param {PlanRow} row @param {string} id */
  #recategorise(row, id) {
    this.#choose({ categories: { ...this.choices?.categories, [row.line]: id } });
    proposeRule(store, row.payee, id);
  }

  /** @param {import('../../reading/statements/statement.js').Statement} statement */
  #columns({ tables, doubts }) {
    if (tables.length === 0) return nothing;
    const unsure =
      this.corrected ||
      doubts.length > 0 ||
      tables.some(
        ({ orderSure, mixedSigns, people }, index) =>
          !orderSure ||
          (mixedSigns && this.choices?.tables[index]?.spendingSign === undefined) ||
          people?.sure === false,
      );
    return html`<details class="card columns" ?open=${unsure}>
      <summary>
        <h3 class="heading">${t('importing.columns.title')}</h3>
        ${icon('down', 20)}
      </summary>
      <p class="muted small">${t('importing.columns.text')}</p>
      ${tables.map(
        (table, index) =>
          html`<column-mapping
            .table=${table}
            .number=${index}
            @choose=${(/** @type {CustomEvent} */ { detail }) => this.#correct(index, detail)}
          ></column-mapping>`,
      )}
    </details>`;
  }

  /** @param {Plan} plan */
  #mapping({ categories }) {
    if (categories.length === 0) return nothing;
    return html`<details class="card" open>
      <summary>
        <h3 class="heading">${t('importing.mapping.title')}</h3>
        ${icon('down', 20)}
      </summary>
      <p class="muted small">${t('importing.mapping.text')}</p>
      <category-mapping
        .rows=${categories}
        .categories=${store.categories.items}
        @target=${(/** @type {CustomEvent} */ { detail: { key, target } }) =>
          this.#choose({ targets: { ...this.choices?.targets, [key]: target } })}
      ></category-mapping>
    </details>`;
  }

  /** @param {Plan} plan */
  #actions(plan) {
    const ready = this.presences !== null && !this.rereading;
    const { count, refunds } = summaryOf(plan, this.presences ?? new Map());
    const all = count + refunds;
    const key = refunds ? 'importing.review.importRows' : 'importing.review.import';
    return html`<div class="actions">
      <button
        class="button primary"
        type="button"
        ?disabled=${!ready || all === 0}
        @click=${() => this.#tell('confirm')}
      >
        ${
          all > 0
            ? t(key, { count: all, shown: number(all) })
            : t(ready ? 'importing.review.importNothing' : 'importing.review.checking')
        }
      </button>
    </div>`;
  }
}

/** @param {import('../../reading/statements/accounts.js').Account} account */
const accountOf = ({ bank, last4 }) =>
  html`<p class="muted">
    ${t(bank ? 'importing.review.account' : 'importing.review.accountAlone', { bank, last4 })}
  </p>`;

customElements.define('import-review', ImportReview);
