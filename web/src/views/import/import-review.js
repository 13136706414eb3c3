import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date, money, number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './category-mapping.js';
import './column-mapping.js';
import './import-preview.js';
import './import-review.css';
import { summaryOf } from './review-figures.js';

/** Rows that are listed on the page; the result's file has all of them. */
const LISTED = 8;

/**
 * What a file leads to, to be corrected and confirmed.
 *
 *     <import-review .source=${source} .choices=${choices} .plan=${plan} .checked=${rows or null}
 *       .similar=${false} .problem=${''} @choose=${…} @target=${…} @include-similar=${…}
 *       @confirm=${…} @cancel=${…}></import-review>
 */
class ImportReview extends PageElement {
  static properties = {
    source: { attribute: false },
    choices: { attribute: false },
    plan: { attribute: false },
    checked: { attribute: false },
    similar: { attribute: false },
    problem: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../reading/files/import-plan.js').ImportSource | null} */
    this.source = null;
    /** @type {import('../../reading/files/import-plan.js').Choices | null} */
    this.choices = null;
    /** @type {import('../../reading/files/import-plan.js').Plan | null} */
    this.plan = null;
    /** @type {import('./checking.js').CheckedRow[] | null} null while it is looked up */
    this.checked = null;
    /** Whether rows that look like known expenses are imported too. */
    this.similar = false;
    this.problem = '';
  }

  /** @param {string} name */
  #tell(name) {
    this.dispatchEvent(new Event(name));
  }

  render() {
    const { source, plan, checked } = this;
    if (!source || !plan) return nothing;
    return html`
      <section class="card summary" aria-labelledby="review-title">
        <header>
          <h2 class="heading" id="review-title">
            ${t('importing.review.title', { name: source.name })}
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
        ${plan.missing ? nothing : this.#summary(plan, checked)}
      </section>
      ${
        checked?.length
          ? html`<section class="card" aria-labelledby="preview-title">
              <h3 class="heading" id="preview-title">${t('importing.preview.title')}</h3>
              <import-preview .rows=${checked}></import-preview>
            </section>`
          : nothing
      }
      <details
        class="card"
        ?open=${Boolean(plan.missing || plan.ambiguousDates || plan.mixedSigns)}
      >
        <summary>
          <h3 class="heading">${t('importing.columns.title')}</h3>
          ${icon('down', 20)}
        </summary>
        <p class="muted small">${t('importing.columns.text')}</p>
        <column-mapping .source=${source} .choices=${this.choices} .plan=${plan}></column-mapping>
      </details>
      ${
        plan.categories.length
          ? html`<details class="card" ?open=${!checked || summaryOf(checked, true).count > 0}>
              <summary>
                <h3 class="heading">${t('importing.mapping.title')}</h3>
                ${icon('down', 20)}
              </summary>
              <p class="muted small">${t('importing.mapping.text')}</p>
              <category-mapping
                .rows=${plan.categories}
                .categories=${store.categories.items}
              ></category-mapping>
            </details>`
          : nothing
      }
      ${this.#actions(checked)}
    `;
  }

  /**
   * @param {import('../../reading/files/import-plan.js').Plan} plan
   * @param {import('./checking.js').CheckedRow[] | null} checked
   */
  #summary(plan, checked) {
    if (plan.ledger.expenses.length === 0) {
      return html`<p role="status">${t('importing.review.nothing')}</p>
        ${this.#notes(plan, checked)}`;
    }
    if (this.problem) return html`<p class="field-error" role="alert">${this.problem}</p>`;
    if (!checked) return html`<p role="status" class="muted">${t('importing.review.checking')}</p>`;
    const { count, total, range } = summaryOf(checked, this.similar);
    return html`
      <p class="headline" role="status" data-count=${count} data-total=${total}>
        <strong class="amount">${number(count)}</strong>
        ${t('importing.review.newOnes', { count })}
        ${count ? html`· <strong class="amount">${money(total)}</strong>` : nothing}
      </p>
      ${
        range
          ? html`<p class="muted">
              ${t('importing.review.between', { from: date(range.from), to: date(range.to) })}
            </p>`
          : html`<p>${t('importing.review.allThere')}</p>`
      }
      ${this.#notes(plan, checked)}
    `;
  }

  /**
   * @param {import('../../reading/files/import-plan.js').Plan} plan
   * @param {import('./checking.js').CheckedRow[] | null} checked
   */
  #notes({ ledger, categories }, checked) {
    const { imported, similar, leftOut, leftOutCount } = summaryOf(
      checked ?? [],
      this.similar,
      ledger.leftOut,
      categories,
    );
    const counted = (/** @type {number} */ count) => ({ count, shown: number(count) });
    return html`<ul class="notes">
      ${
        imported
          ? html`<li data-note="imported">
              ${icon('check', 18)}<span
                >${t('importing.review.alreadyThere', counted(imported))}</span
              >
            </li>`
          : nothing
      }
      ${
        similar
          ? html`<li data-note="similar" class="doubt">
              ${icon('warning', 18)}
              <span>
                ${t('importing.review.similar', counted(similar))}
                <label class="tick">
                  <input
                    type="checkbox"
                    .checked=${this.similar}
                    @change=${() => this.#tell('include-similar')}
                  />
                  ${t('importing.review.includeSimilar')}
                </label>
              </span>
            </li>`
          : nothing
      }
      ${
        leftOutCount
          ? html`<li data-note="left-out">
              ${icon('filter', 18)}
              <span
                >${t('importing.review.leftOut', { ...counted(leftOutCount), reasons: leftOut })}</span
              >
            </li>`
          : nothing
      }
      ${ledger.refused.length ? this.#refused(ledger.refused) : nothing}
    </ul>`;
  }

  /** @param {import('../../reading/files/rows.js').Refused[]} refused */
  #refused(refused) {
    const more = refused.length - LISTED;
    return html`<li data-note="refused" class="doubt">
      ${icon('warning', 18)}
      <div>
        ${t('importing.review.refused', { count: refused.length, shown: number(refused.length) })}
        <ul class="small">
          ${refused.slice(0, LISTED).map(
            ({ line, reason, cells }) =>
              html`<li>
                ${t('importing.review.row', { line })}: ${t(`importing.reasons.${reason}`)}
                <span class="muted">${cells.filter(Boolean).join(' · ').slice(0, 90)}</span>
              </li>`,
          )}
          ${
            more > 0
              ? html`<li>
                  ${t('importing.review.moreRows', { count: more, shown: number(more) })}
                </li>`
              : nothing
          }
        </ul>
      </div>
    </li>`;
  }

  /** @param {import('./checking.js').CheckedRow[] | null} checked */
  #actions(checked) {
    const { count } = summaryOf(checked ?? [], this.similar);
    return html`<div class="actions">
      <button
        class="button primary"
        type="button"
        ?disabled=${!checked || count === 0}
        @click=${() => this.#tell('confirm')}
      >
        ${
          count
            ? t('importing.review.import', { count, shown: number(count) })
            : t(
                checked || !this.plan?.ledger.expenses.length
                  ? 'importing.review.importNothing'
                  : 'importing.review.checking',
              )
        }
      </button>
    </div>`;
  }
}

customElements.define('import-review', ImportReview);
