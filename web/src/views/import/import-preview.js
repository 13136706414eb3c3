import { html, nothing } from 'lit';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { date, money } from '../../writing/format.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './import-preview.css';

const STEP = 8;

/**
 * The expenses that a file leads to, before anything is written.
 *
 *     <import-preview .rows=${checkedRows}></import-preview>
 */
class ImportPreview extends PageElement {
  static properties = { rows: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    /** @type {import('./checking.js').CheckedRow[]} */
    this.rows = [];
    this.shown = STEP;
  }

  render() {
    return html`
      <table>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${t('importing.preview.date')}</th>
            <th scope="col">${t('importing.preview.description')}</th>
            <th scope="col">${t('importing.preview.category')}</th>
            <th scope="col">${t('importing.preview.amount')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows.slice(0, this.shown).map((checked) => previewRow(checked))}
        </tbody>
      </table>
      ${
        this.rows.length > this.shown
          ? html`<button
              class="button quiet"
              type="button"
              @click=${() => (this.shown += STEP * 4)}
            >
              ${t('importing.preview.showMore')}
            </button>`
          : nothing
      }
    `;
  }
}

/** @param {import('./checking.js').CheckedRow} checked */
function previewRow({ row: { expense, target }, presence }) {
  const known = target.kind === 'existing' ? store.category(target.id) : undefined;
  const category =
    target.kind === 'new'
      ? t('importing.preview.newCategory', { category: target.name })
      : (known?.name ?? '');
  return html`<tr class=${presence ?? ''}>
    <td class="date muted">${date(expense.date)}</td>
    <td class="what">
      ${expense.description || expense.tags.join(', ') || category}
      ${presence ? html`<span class="mark small">${t(`importing.preview.${presence}`)}</span>` : nothing}
    </td>
    <td class="category">
      <span class="dot" ${cssProperties({ '--colour': known?.colour })}></span>${category}
    </td>
    <td class="amount">${money(expense.amount_paise)}</td>
  </tr>`;
}

customElements.define('import-preview', ImportPreview);
