import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { money, number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { href } from '../../data/router.js';
import { t } from '../../writing/text.js';
import { offerDownload } from './download.js';
import './import-result.css';
import { resultCsv } from './result-figures.js';

const LISTED = 50;

/**
 * What came of an import: how many, and each refused row with its reason.
 *
 *     <import-result .source=${source} .outcome=${outcome} .rows=${rowOutcomes(…)} @go-on=${…}
 *       @another=${…}></import-result>
 */
class ImportResult extends PageElement {
  static properties = {
    source: { attribute: false },
    outcome: { attribute: false },
    rows: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../reading/files/import-plan.js').ImportSource | null} */
    this.source = null;
    /** @type {import('./writing.js').Outcome | null} */
    this.outcome = null;
    /** @type {import('./result-figures.js').RowOutcome[]} */
    this.rows = [];
  }

  firstUpdated() {
    this.querySelector('h2')?.focus();
  }

  /** @param {string} name */
  #tell(name) {
    this.dispatchEvent(new Event(name));
  }

  #download() {
    const names = this.source?.names ?? [];
    offerDownload(t('importing.result.fileName'), resultCsv(this.rows, names));
  }

  render() {
    const { outcome } = this;
    if (!outcome) return nothing;
    const of = (/** @type {string} */ status) =>
      outcome.results.filter((result) => result.status === status);
    const created = of('created');
    const dates = created.map(({ row }) => row.expense.date).sort();
    const counted = (/** @type {number} */ count) => ({ count, shown: number(count) });
    const there = of('replayed').length;
    const unsent = of('unsent').length;
    const total = created.reduce((all, { row }) => all + row.expense.amount_paise, 0);
    return html`<section class="card" aria-labelledby="result-title">
      <h2 class="heading" id="result-title" tabindex="-1">
        ${t(outcome.stopped ? 'importing.result.stoppedTitle' : 'importing.result.title')}
      </h2>
      <p class="lead" role="status" data-created=${created.length} data-total=${total}>
        ${
          created.length
            ? t('importing.result.created', { ...counted(created.length), total: money(total) })
            : t('importing.result.none')
        }
        ${there ? t('importing.result.there', counted(there)) : nothing}
      </p>
      ${unsent ? html`<p class="doubt">${t('importing.result.unsent', counted(unsent))}</p>` : nothing}
      ${this.#refused()}
      <div class="actions">
        ${
          unsent
            ? html`<button class="button primary" type="button" @click=${() => this.#tell('go-on')}>
                ${t('importing.result.goOn')}
              </button>`
            : nothing
        }
        ${
          created.length
            ? html`<a
                class="button ${unsent ? '' : 'primary'}"
                href=${href('expenses', { from: dates[0], to: dates[dates.length - 1] })}
                >${t('importing.result.see')}</a
              >`
            : nothing
        }
        <button class="button" type="button" @click=${this.#download}>
          ${icon('import', 20)}${t('importing.result.download')}
        </button>
        <button class="button" type="button" @click=${() => this.#tell('another')}>
          ${t('importing.result.another')}
        </button>
      </div>
    </section>`;
  }

  #refused() {
    const refused = this.rows.filter((row) => row.refused);
    if (refused.length === 0)
      return html`<p class="muted">${t('importing.result.refusedNone')}</p>`;
    const more = refused.length - LISTED;
    return html`
      <h3 class="heading">${t('importing.result.refusedTitle')}</h3>
      <div
        class="scroller"
        role="region"
        tabindex="0"
        aria-label=${t('importing.result.refusedTitle')}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">${t('importing.result.row')}</th>
              <th scope="col">${t('importing.result.reason')}</th>
              <th scope="col">${t('importing.result.content')}</th>
            </tr>
          </thead>
          <tbody>
            ${refused.slice(0, LISTED).map(
              ({ line, reason, cells }) =>
                html`<tr data-line=${line}>
                  <th scope="row">${number(line)}</th>
                  <td>${reason}</td>
                  <td class="muted">${cells.filter(Boolean).join(' · ')}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        more > 0
          ? html`<p class="muted small">
              ${t('importing.result.more', { count: more, shown: number(more) })}
            </p>`
          : nothing
      }
    `;
  }
}

customElements.define('import-result', ImportResult);
