import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './import-rows.js';
import { byReason } from './review-figures.js';

/**
 * @typedef {import('../../reading/import-plan.js').PlanRow} PlanRow
 * @typedef {import('./review-figures.js').GroupName} GroupName
 */

/** Groups that are open from the start: those that want a look. */
const OPEN = new Set(['doubtful', 'similar', 'other day', 'expense', 'refund', 'refused']);

/**
 * One group of a file's rows. What `import-rows` tells of a row comes through it.
 *
 *     <import-group .name=${'left out'} .rows=${planRows} .presences=${presences}
 *       @move=${({ detail: { rows, kind } }) => …} @again=${({ detail: { rows } }) => …}></import-group>
 */
class ImportGroup extends PageElement {
  static properties = {
    name: { attribute: false },
    rows: { attribute: false },
    presences: { attribute: false },
  };

  constructor() {
    super();
    /** @type {GroupName} */
    this.name = 'expense';
    /** @type {PlanRow[]} */
    this.rows = [];
    /** @type {import('./review-figures.js').Presences} */
    this.presences = new Map();
  }

  /** @param {PlanRow[]} rows @param {import('../../reading/import-plan.js').Kind} kind */
  #move(rows, kind) {
    this.#tell('move', { rows, kind });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  render() {
    const { name, rows } = this;
    const count = { count: rows.length, shown: number(rows.length) };
    return html`<details
      class="card group"
      data-group=${name.replace(' ', '-')}
      ?open=${OPEN.has(name)}
    >
      <summary>
        <h3 class="heading">
          ${t(`importing.groups.${name}.title`)} <span class="muted">${count.shown}</span>
        </h3>
        ${icon('down', 20)}
      </summary>
      <p class="muted small">${t(`importing.groups.${name}.text`)}</p>
      ${
        name === 'other day' && rows.length > 1
          ? html`<button class="button" type="button" @click=${() => this.#tell('again', { rows })}>
              ${t('importing.rows.againAll', count)}
            </button>`
          : nothing
      }
      ${
        name === 'similar' || name === 'doubtful'
          ? html`<button class="button" type="button" @click=${() => this.#move(rows, 'left out')}>
              ${t('importing.rows.leaveAllOut', count)}
            </button>`
          : nothing
      }
      ${name === 'left out' || name === 'refused' ? this.#reasons() : this.#rows(rows)}
    </details>`;
  }

  /** @param {PlanRow[]} rows */
  #rows(rows) {
    return html`<import-rows .rows=${rows} .presences=${this.presences}></import-rows>`;
  }

  #reasons() {
    return byReason(this.rows).map(({ reason, rows }) => {
      const readable = rows.filter(({ expense }) => expense);
      const count = { count: readable.length, shown: number(readable.length) };
      return html`<section class="reason" data-reason=${reason}>
        <header>
          <h4>${reason} <span class="muted">${number(rows.length)}</span></h4>
          ${
            readable.length > 1
              ? html`<button
                  class="button quiet"
                  type="button"
                  @click=${() => this.#move(readable, 'expense')}
                >
                  ${t('importing.rows.takeAll', count)}
                </button>`
              : nothing
          }
        </header>
        ${this.#rows(rows)}
      </section>`;
    });
  }
}

customElements.define('import-group', ImportGroup);
