import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date, money, number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { href } from '../../data/router.js';
import { lineInFile } from '../../reading/statements/lines.js';
import { t } from '../../writing/text.js';
import { offerDownload } from './download.js';
import './import-result.css';
import { resultCsv } from './result-figures.js';

const LISTED = 50;

/**
 * What came of an import: how many, and each refused row with its reason.
 *
 *     <import-result .names=${names of columns} .outcome=${outcome} .rows=${rowOutcomes(…)} @go-on=${…}
 *       @another=${…} @again=${({ detail: readyRows }) => …}></import-result>
 */
class ImportResult extends PageElement {
  static properties = {
    names: { attribute: false },
    outcome: { attribute: false },
    rows: { attribute: false },
  };

  constructor() {
    super();
    /** @type {string[]} */
    this.names = [];
    /** @type {import('./writing.js').Outcome | null} */
    this.outcome = null;
    /** @type {import('./result-figures.js').RowOutcome[]} */
    this.rows = [];
  }

  firstUpdated() {
    this.querySelector('h2')?.focus();
  }

  /** @param {string} name @param {unknown} [detail] */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #download() {
    offerDownload(t('importing.result.fileName'), resultCsv(this.rows, this.names));
  }

  render() {
    const { outcome } = this;
    if (!outcome) return nothing;
    const of = (/** @type {string} */ status) =>
      outcome.results.filter((result) => result.status === status);
    const added = of('created');
    const created = added.filter(({ row }) => row.kind === 'expense');
    const refunds = added.filter(({ row }) => row.kind === 'refund');
    const dates = added.map(({ row }) => row.expense.date).sort();
    const counted = (/** @type {number} */ count) => ({ count, shown: number(count) });
    const there = of('replayed').length;
    const unsent = of('unsent').length;
    const duplicates = of('duplicate').length;
    const total = totalOf(created);
    return html`<section class="card" aria-labelledby="result-title">
      <h2 class="heading" id="result-title" tabindex="-1">
        ${t(outcome.stopped ? 'importing.result.stoppedTitle' : 'importing.result.title')}
      </h2>
      <p class="lead" role="status" data-created=${created.length} data-total=${total}>
        ${
          created.length
            ? t('importing.result.created', { ...counted(created.length), total: money(total) })
            : t(refunds.length ? 'importing.result.noneSpent' : 'importing.result.none')
        }
        ${
          refunds.length
            ? t('importing.result.refunds', {
                ...counted(refunds.length),
                total: money(totalOf(refunds)),
              })
            : nothing
        }
        ${there ? t('importing.result.there', counted(there)) : nothing}
        ${duplicates ? t('importing.result.duplicates', counted(duplicates)) : nothing}
      </p>
      ${unsent ? html`<p class="doubt">${t('importing.result.unsent', counted(unsent))}</p>` : nothing}
      ${duplicates ? this.#duplicates(of('duplicate')) : nothing} ${this.#refused()}
      <div class="actions">
        ${
          unsent
            ? html`<button class="button primary" type="button" @click=${() => this.#tell('go-on')}>
                ${t('importing.result.goOn')}
              </button>`
            : nothing
        }
        ${
          added.length
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

  /** @param {import('./writing.js').RowResult[]} results */
  #duplicates(results) {
    const count = { count: results.length, shown: number(results.length) };
    return html`<section class="duplicates" aria-labelledby="duplicates-title">
      <h3 class="heading" id="duplicates-title">${t('importing.result.duplicatesTitle')}</h3>
      <p class="muted small">${t('importing.result.duplicatesText')}</p>
      <ul class="small">
        ${results.slice(0, LISTED).map((result) => this.#duplicate(result))}
      </ul>
      ${
        results.length > 1
          ? html`<button
              class="button"
              type="button"
              @click=${() =>
                this.#tell(
                  'again',
                  results.map(({ row }) => row),
                )}
            >
              ${t('importing.rows.againAll', count)}
            </button>`
          : nothing
      }
    </section>`;
  }

  /** @param {import('./writing.js').RowResult} result */
  #duplicate({ row, holder }) {
    const { line, payee, expense } = row;
    const name = payee || expense.description || t('importing.rows.nameless');
    const what = holder?.description || t('importing.rows.nameless');
    return html`<li data-line=${line}>
      <span class="what">
        <span>${date(expense.date)} · ${name} · ${money(expense.amount_paise)}</span>
        ${
          holder
            ? html`<a href=${href('expenses', { from: holder.date, to: holder.date })}
                >${t('importing.result.heldBy', { date: date(holder.date), what })}</a
              >`
            : nothing
        }
      </span>
      <button
        class="button"
        type="button"
        aria-label=${t('importing.rows.againNamed', { row: number(lineInFile(line)), payee: name })}
        @click=${() => this.#tell('again', [row])}
      >
        ${t('importing.rows.again')}
      </button>
    </li>`;
  }

  #refused() {
    const refused = this.rows.filter((row) => row.refused);
    if (refused.length === 0)
      return html`<p class="muted">${t('importing.result.refusedNone')}</p>`;
    const more = refused.length - LISTED;
    return html`
      <h3 class="heading">${t('importing.result.refusedTitle')}</h3>
      <div
        class="scroller scrolls"
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

/** @param {readonly import('./writing.js').RowResult[]} results @returns {number} paise */
const totalOf = (results) => results.reduce((all, { row }) => all + row.expense.amount_paise, 0);

customElements.define('import-result', ImportResult);
