import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date as writtenDate } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './column-mapping.css';
import { readDateCell } from '../../reading/statements/cell-dates.js';

/**
 * @typedef {import('../../reading/statements/statement.js').TableReading} TableReading
 * @typedef {import('../../reading/statements/statement.js').TableChoice} TableChoice
 * @typedef {import('../../reading/statements/column-names.js').Role} Role
 */

/** The roles in the order a person is offered them. */
const ROLES = /** @type {Role[]} */ ([
  ...['date', 'amount', 'debit', 'credit', 'side', 'type', 'status', 'balance'],
  ...['payee', 'description', 'note', 'category', 'subcategory', 'tags', 'currency'],
  ...['reference', 'serial', 'id', 'ignore'],
]);

/** Roles that several columns may share. */
const SHARED = new Set(['payee', 'description', 'note', 'details', 'reference', 'ignore']);

const DATE_ORDERS = /** @type {const} */ (['dmy', 'mdy', 'ymd']);

/**
 * What the columns of a table were taken for and why, and how its dates and signs are read, to be
 * corrected.
 *
 *     <column-mapping .table=${tableReading} @choose=${({ detail: tableChoice }) => …}></column-mapping>
 */
class ColumnMapping extends PageElement {
  static properties = { table: { attribute: false }, number: { attribute: false } };

  constructor() {
    super();
    /** @type {TableReading | null} */
    this.table = null;
    /** Its place among the file's tables, for ids. */
    this.number = 0;
  }

  /** @param {TableChoice} detail what is chosen besides what was chosen before */
  #choose(detail) {
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }

  render() {
    const { table } = this;
    if (!table) return nothing;
    return html`
      ${this.#columns(table)}
      <div class="settings">
        ${table.columns.some(({ role }) => role === 'date') ? this.#dates(table) : nothing}
        ${table.people ? this.#person(table, table.people) : nothing}
        ${table.mixedSigns ? this.#signs(table) : nothing}
      </div>
    `;
  }

  /** @param {TableReading} table */
  #columns({ columns, sample }) {
    const roles = columns.map(({ role }) => role);
    return html`<div
      class="scroller scrolls"
      role="region"
      tabindex="0"
      aria-label=${t('importing.columns.sample')}
    >
      <table>
        <thead>
          <tr>
            ${columns.map(({ name: its, role, why }, column) => {
              const name = its || t('importing.columns.column', { number: column + 1 });
              return html`<th scope="col" class=${role}>
                <span>${name}</span>
                <select
                  class="input"
                  aria-label=${t('importing.columns.meaning', { name })}
                  @change=${(/** @type {any} */ { target }) =>
                    this.#choose({ roles: assignRole(roles, column, target.value) })}
                >
                  ${offered(role).map(
                    (option) =>
                      html`<option value=${option} .selected=${option === role}>
                        ${t(`importing.columns.roles.${option}`)}
                      </option>`,
                  )}
                </select>
                <span class="why small muted">${role === 'ignore' ? '' : why}</span>
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${sample.map(
            (row) =>
              html`<tr>
                ${columns.map(({ role }, column) => html`<td class=${role}>${row[column] ?? ''}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** @param {TableReading} table */
  #dates({ columns, order, orderSure, sample }) {
    const column = columns.findIndex(({ role }) => role === 'date');
    const example = (/** @type {typeof DATE_ORDERS[number]} */ by) => {
      const text = sample.map((row) => row[column] ?? '').find((cell) => readDateCell(cell, by));
      const read = text && readDateCell(text, by);
      return text && read
        ? `: ${t('importing.columns.example', { text, date: writtenDate(read) })}`
        : '';
    };
    const id = `date-order-${this.number}`;
    return html`<div class="field">
      <label for=${id}>${t('importing.columns.order')}</label>
      <select
        class="input"
        id=${id}
        aria-describedby=${orderSure ? nothing : `${id}-doubt`}
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
        orderSure
          ? nothing
          : html`<p class="doubt small" id="${id}-doubt" role="status">
              ${t('importing.columns.ambiguous')}
            </p>`
      }
    </div>`;
  }

  /** @param {TableReading} table @param {import('../../reading/statements/shares.js').People} people */
  #person({ columns }, { columns: theirs, own, sure }) {
    const id = `person-${this.number}`;
    return html`<div class="field">
      <label for=${id}>${t('importing.columns.person')}</label>
      <select
        class="input"
        id=${id}
        aria-describedby=${sure ? nothing : `${id}-doubt`}
        @change=${(/** @type {any} */ { target }) => this.#choose({ person: Number(target.value) })}
      >
        ${theirs.map(
          (column) =>
            html`<option value=${column} .selected=${column === own}>
              ${t('importing.columns.people.one', { name: columns[column].name })}
            </option>`,
        )}
        <option value="-1" .selected=${own === -1}>${t('importing.columns.people.all')}</option>
      </select>
      ${
        sure
          ? nothing
          : html`<p class="doubt small" id="${id}-doubt" role="status">
              ${t('importing.columns.people.unsure')}
            </p>`
      }
    </div>`;
  }

  /** @param {TableReading} table */
  #signs({ spendingSign }) {
    const id = `spending-sign-${this.number}`;
    return html`<div class="field">
      <label for=${id}>${t('importing.columns.sign')}</label>
      <select
        class="input"
        id=${id}
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
}

/** @param {Role} role of the column: offered even where it is a rare one */
const offered = (role) => (ROLES.includes(role) ? ROLES : [...ROLES, role]);

/**
 * Give a column a role, taking it from the column that had it where only one may.
 *
 * @param {readonly Role[]} roles
 * @param {number} column
 * @param {Role} role
 * @returns {Role[]}
 */
export function assignRole(roles, column, role) {
  return roles.map((old, index) => {
    if (index === column) return role;
    return old === role && !SHARED.has(role) ? 'ignore' : old;
  });
}

customElements.define('column-mapping', ColumnMapping);
