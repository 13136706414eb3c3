import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date as writtenDate, number } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './column-mapping.css';
import { ROLES, assignRole } from '../../reading/files/columns.js';
import { DATE_ORDERS, readDate } from '../../reading/files/dates.js';

/** @typedef {import('../../reading/files/import-plan.js').Choices} Choices */

const SAMPLE_ROWS = 4;

/**
 * What the columns of a file mean and how its dates, signs and types are read, to be corrected.
 *
 *     <column-mapping .source=${source} .choices=${choices} .plan=${plan}
 *       @choose=${({ detail: choices }) => …}></column-mapping>
 */
class ColumnMapping extends PageElement {
  static properties = {
    source: { attribute: false },
    choices: { attribute: false },
    plan: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('../../reading/files/import-plan.js').ImportSource | null} */
    this.source = null;
    /** @type {Choices | null} */
    this.choices = null;
    /** @type {import('../../reading/files/import-plan.js').Plan | null} */
    this.plan = null;
  }

  /** @param {Partial<Choices>} changes */
  #choose(changes) {
    const detail = { ...this.choices, ...changes };
    this.dispatchEvent(new CustomEvent('choose', { detail, bubbles: true }));
  }

  render() {
    const { source, choices, plan } = this;
    if (!source || !choices || !plan) return nothing;
    return html`
      ${
        plan.missing
          ? html`<p class="field-error" role="alert">
              ${t(
                plan.missing === 'date'
                  ? 'importing.columns.missingDate'
                  : 'importing.columns.missingAmount',
              )}
            </p>`
          : nothing
      }
      ${this.#table(source, choices)}
      <div class="settings">
        ${choices.roles.includes('date') ? this.#dates(source, choices, plan) : nothing}
        ${plan.mixedSigns ? this.#signs(choices) : nothing}
        ${plan.types.length > 1 ? this.#types(choices, plan) : nothing}
      </div>
    `;
  }

  /** @param {import('../../reading/files/import-plan.js').ImportSource} source @param {number} column */
  #nameOf(source, column) {
    return source.names[column] || t('importing.columns.column', { number: column + 1 });
  }

  /** @param {import('../../reading/files/import-plan.js').ImportSource} source @param {Choices} choices */
  #table(source, { roles }) {
    const sample = source.rows
      .filter((row) => row.some((cell) => cell.trim()))
      .slice(0, SAMPLE_ROWS);
    return html`<div
      class="scroller"
      role="region"
      tabindex="0"
      aria-label=${t('importing.columns.sample')}
    >
      <table>
        <thead>
          <tr>
            ${roles.map((role, column) => {
              const name = this.#nameOf(source, column);
              return html`<th scope="col" class=${role}>
                <span>${name}</span>
                <select
                  class="input"
                  aria-label=${t('importing.columns.meaning', { name })}
                  @change=${(/** @type {any} */ { target }) =>
                    this.#choose({ roles: assignRole(roles, column, target.value) })}
                >
                  ${ROLES.map(
                    (option) =>
                      html`<option value=${option} .selected=${option === role}>
                        ${t(`importing.columns.roles.${option}`)}
                      </option>`,
                  )}
                </select>
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${sample.map(
            (row) =>
              html`<tr>
                ${roles.map((role, column) => html`<td class=${role}>${row[column] ?? ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /**
   * @param {import('../../reading/files/import-plan.js').ImportSource} source
   * @param {Choices} choices
   * @param {import('../../reading/files/import-plan.js').Plan} plan
   */
  #dates(source, { roles, order }, { ambiguousDates }) {
    const column = roles.indexOf('date');
    const example = (/** @type {import('../../reading/files/dates.js').DateOrder} */ by) => {
      const text = source.rows.map((row) => row[column] ?? '').find((cell) => readDate(cell, by));
      const read = text && readDate(text, by);
      return text && read
        ? `: ${t('importing.columns.example', { text, date: writtenDate(read) })}`
        : '';
    };
    return html`<div class="field">
      <label for="date-order">${t('importing.columns.order')}</label>
      <select
        class="input"
        id="date-order"
        aria-describedby=${ambiguousDates ? 'date-order-doubt' : nothing}
        @change=${(/** @type {any} */ { target }) => this.#choose({ order: target.value })}
      >
        ${DATE_ORDERS.map(
          (option) =>
            html`<option value=${option} .selected=${option === order}>
              ${t(`importing.columns.orders.${option}`)}${example(option)}
            </option>`,
        )}
      </select>
      ${
        ambiguousDates
          ? html`<p class="doubt small" id="date-order-doubt" role="status">
              ${t('importing.columns.ambiguous')}
            </p>`
          : nothing
      }
    </div>`;
  }

  /** @param {Choices} choices */
  #signs({ spendingSign }) {
    return html`<div class="field">
      <label for="spending-sign">${t('importing.columns.sign')}</label>
      <select
        class="input"
        id="spending-sign"
        @change=${(/** @type {any} */ { target }) =>
          this.#choose({ spendingSign: target.value === 'minus' ? -1 : 1 })}
      >
        <option value="plus" .selected=${spendingSign === 1}>
          ${t('importing.columns.signs.plus')}
        </option>
        <option value="minus" .selected=${spendingSign === -1}>
          ${t('importing.columns.signs.minus')}
        </option>
      </select>
    </div>`;
  }

  /** @param {Choices} choices @param {import('../../reading/files/import-plan.js').Plan} plan */
  #types({ countedTypes }, { types }) {
    return html`<fieldset class="field types">
      <legend class="label muted small">${t('importing.columns.types')}</legend>
      ${types.slice(0, 12).map(
        ({ name, label, count, counted }) =>
          html`<label class="tick">
            <input
              type="checkbox"
              .checked=${counted}
              @change=${(/** @type {any} */ { target }) =>
                this.#choose({ countedTypes: { ...countedTypes, [name]: target.checked } })}
            />
            ${t('importing.columns.type', {
              name: label || t('importing.columns.noType'),
              shown: number(count),
            })}
          </label>`,
      )}
    </fieldset>`;
  }
}

customElements.define('column-mapping', ColumnMapping);
