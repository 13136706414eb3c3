import { html, nothing } from 'lit';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { amountText } from '../../parts/expense-amount.js';
import { date, number } from '../../writing/format.js';
import { isSame } from '../../reading/folding.js';
import { lineInFile } from '../../reading/statements/lines.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './import-rows.css';
import { isThere } from './review-figures.js';
import './row-form.js';

const STEP = 8;
const KINDS = /** @type {const} */ (['expense', 'refund', 'left out']);

/**
 * @typedef {import('../../reading/import-plan.js').PlanRow} PlanRow
 * @typedef {import('../../reading/import-plan.js').Kind} Kind
 */

/**
 * Some rows of a file: what each was read as and why, to be moved to another group or category.
 *
 *     <import-rows .rows=${planRows} .presences=${presences} @move=${({ detail: { rows, kind } }) => …}
 *       @again=${({ detail: { rows } }) => …}
 *       @category=${({ detail: { row, id } }) => …} @written=${({ detail: { row, written } }) => …}>
 *     </import-rows>
 */
class ImportRows extends PageElement {
  static properties = {
    rows: { attribute: false },
    presences: { attribute: false },
    shown: { state: true },
    writing: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {PlanRow[]} */
    this.rows = [];
    /** @type {import('./review-figures.js').Presences} */
    this.presences = new Map();
    this.shown = STEP;
    /** @type {number | null} the row that is being written by hand */
    this.writing = null;
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  render() {
    const more = this.rows.length - this.shown;
    return html`
      <ul>
        ${this.rows.slice(0, this.shown).map((row) => this.#row(row))}
      </ul>
      ${
        more > 0
          ? html`<button
              class="button quiet"
              type="button"
              @click=${() => (this.shown += STEP * 4)}
            >
              ${t('importing.rows.showMore', { count: more, shown: number(more) })}
            </button>`
          : nothing
      }
    `;
  }

  /** @param {PlanRow} row */
  #row(row) {
    const { line, expense } = row;
    return html`<li data-line=${line} class=${this.presences.get(line) ?? ''}>
      ${expense ? this.#read(row, expense) : unread(row)} ${this.#notes(row)}
      <div class="controls">
        ${expense && isWritten(row) ? this.#category(row) : nothing} ${this.#kind(row)}
      </div>
      ${
        this.writing === line
          ? html`<row-form
              .row=${row}
              @written=${(/** @type {CustomEvent} */ { detail }) => {
                this.writing = null;
                this.#tell('written', { row, written: detail });
              }}
              @cancel=${() => (this.writing = null)}
            ></row-form>`
          : nothing
      }
    </li>`;
  }

  /** @param {PlanRow} row @param {import('../../reading/import-plan.js').PlannedExpense} expense */
  #read({ kind, payee }, { date: day, amount_paise, description, of }) {
    const rest = restOf(description, payee);
    return html`<div class="what">
        <span class="payee">${payee || description || t('importing.rows.nameless')}</span>
        ${rest && payee ? html`<span class="narration small muted">${rest}</span>` : nothing}
      </div>
      <div class="sum">
        <span class="amount">${amountText({ kind, amount_paise })}</span>
        <span class="small muted"
          >${date(day)}${of ? ` · ${t('importing.rows.of', { date: date(of) })}` : ''}</span
        >
      </div>`;
  }

  /** @param {PlanRow} row */
  #notes({ line, reason, doubts, by, kind, expense }) {
    const presence = this.presences.get(line);
    const why = expense && isWritten({ kind }) && by !== 'none' ? t(`importing.by.${by}`) : '';
    const said = [
      ...doubts.map((doubt) => ({ text: doubt, kind: 'doubt' })),
      ...(presence ? [{ text: t(`importing.presence.${presence}`), kind: 'doubt' }] : []),
      ...(reason ? [{ text: reason, kind: '' }] : []),
    ];
    return html`<p class="facts small">
      <span class="muted">${t('importing.review.row', { line: lineText(line) })}</span>
      ${said.map(({ text, kind: its }) => html`<span class="mark ${its}">${text}</span>`)}
      ${why ? html`<span class="muted">${why}</span>` : nothing}
    </p>`;
  }

  /** @param {PlanRow} row */
  #category(row) {
    const { target, payee } = row;
    const id = target.kind === 'existing' ? target.id : '';
    const offered = store.categories.items.filter((one) => !one.archived || one.id === id);
    return html`<span class="category">
      <span class="dot" ${cssProperties({ '--colour': store.category(id)?.colour })}></span>
      <select
        class="input"
        aria-label=${t('importing.rows.category', { payee: payee || lineText(row.line) })}
        @change=${(/** @type {any} */ event) => this.#tell('category', { row, id: event.target.value })}
      >
        ${
          target.kind === 'new'
            ? html`<option value="" selected disabled>
                ${t('importing.rows.newCategory', { category: target.name })}
              </option>`
            : nothing
        }
        ${offered.map(
          (one) => html`<option value=${one.id} .selected=${one.id === id}>${one.name}</option>`,
        )}
      </select>
    </span>`;
  }

  /** @param {PlanRow} row */
  #kind(row) {
    const { kind, expense, line, payee } = row;
    if (!expense) {
      return html`<button class="button" type="button" @click=${() => (this.writing = line)}>
        ${t('importing.rows.write')}
      </button>`;
    }
    if (isThere(this.presences.get(line))) {
      return html`<button
        class="button"
        type="button"
        aria-label=${t('importing.rows.againNamed', { row: lineText(line), payee })}
        @click=${() => this.#tell('again', { rows: [row] })}
      >
        ${t('importing.rows.again')}
      </button>`;
    }
    return html`<select
      class="input kind"
      aria-label=${t('importing.rows.kind', { row: lineText(line), payee })}
      @change=${(/** @type {any} */ event) =>
        this.#tell('move', { rows: [row], kind: event.target.value })}
    >
      ${
        KINDS.includes(/** @type {any} */ (kind))
          ? nothing
          : html`<option selected disabled>${t(`importing.kinds.${kind}`)}</option>`
      }
      ${KINDS.map(
        (one) =>
          html`<option value=${one} .selected=${one === kind}>
            ${t(`importing.kinds.${one}`)}
          </option>`,
      )}
    </select>`;
  }
}

/**
 * What a description says besides the payee that stands in front of it.
 *
 * @param {string} description
 * @param {string} payee
 */
function restOf(description, payee) {
  if (isSame(description, payee)) return '';
  const front = `${payee} · `;
  return description.startsWith(front) ? description.slice(front.length) : description;
}

/** @param {number} line of a row */
const lineText = (line) => number(lineInFile(line));

/** @param {Pick<PlanRow, 'kind'>} row */
const isWritten = ({ kind }) => kind === 'expense' || kind === 'refund';

/** @param {PlanRow} row */
const unread = ({ cells }) =>
  html`<div class="what"><span class="narration">${cells.filter(Boolean).join(' · ')}</span></div>`;

customElements.define('import-rows', ImportRows);
