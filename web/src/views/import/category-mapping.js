import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { isSame } from '../../reading/folding.js';
import { number, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './category-mapping.css';
import { newCategoryName } from '../../reading/category-matching.js';

/**
 * @typedef {import('../../types.js').Category} Category
 * @typedef {import('../../reading/category-matching.js').Target} Target
 * @typedef {import('../../reading/import-plan.js').CategoryRow} CategoryRow
 */

/**
 * Where each category of a file goes.
 *
 *     <category-mapping .rows=${plan.categories} .categories=${categories}
 *       @target=${({ detail: { key, target } }) => …}></category-mapping>
 */
class CategoryMapping extends PageElement {
  static properties = { rows: { attribute: false }, categories: { attribute: false } };

  constructor() {
    super();
    /** @type {CategoryRow[]} */
    this.rows = [];
    /** @type {readonly Category[]} */
    this.categories = [];
  }

  /** @param {CategoryRow} row @param {string} value of the option */
  #choose({ key, label }, value) {
    /** @type {Target} */
    let target = { kind: 'skip' };
    if (value === 'new') target = { kind: 'new', name: newCategoryName(label) };
    else if (value !== 'skip') target = { kind: 'existing', id: value };
    this.dispatchEvent(new CustomEvent('target', { detail: { key, target }, bubbles: true }));
  }

  render() {
    return html`<ul>
      ${this.rows.map((row) => this.#row(row))}
    </ul>`;
  }

  /** @param {CategoryRow} row */
  #row(row) {
    const { label, count, total, target, key } = row;
    const name =
      label || t(key === 'none' ? 'importing.mapping.none' : 'importing.mapping.guessed');
    const chosen = target.kind === 'existing' ? target.id : target.kind;
    const offered = this.categories.filter(({ archived, id }) => !archived || id === chosen);
    const known = this.categories.some((one) => isSame(one.name, label));
    return html`<li data-source=${label}>
      <span class="name">
        ${name}
        <span class="small muted"
          >${t('importing.mapping.of', { count, shown: number(count), total: shortMoney(total) })}</span
        >
      </span>
      <select
        class="input ${target.kind}"
        aria-label=${t('importing.mapping.goesTo', { category: name })}
        @change=${(/** @type {any} */ event) => this.#choose(row, event.target.value)}
      >
        ${
          label && !known
            ? html`<option value="new" .selected=${chosen === 'new'}>
                ${t('importing.mapping.create', { name: newCategoryName(label) })}
              </option>`
            : nothing
        }
        <optgroup label=${t('importing.mapping.yours')}>
          ${offered.map(
            ({ id, name: its, archived }) =>
              html`<option value=${id} .selected=${chosen === id}>
                ${archived ? t('importing.mapping.archived', { category: its }) : its}
              </option>`,
          )}
        </optgroup>
        <option value="skip" .selected=${chosen === 'skip'}>${t('importing.mapping.skip')}</option>
      </select>
    </li>`;
  }
}

customElements.define('category-mapping', CategoryMapping);
