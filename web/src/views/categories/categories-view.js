import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError } from '../../data/api.js';
import { categoryIcon } from '../../writing/category-icons.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { number, shortMoney } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './categories-view.css';
import './category-editor.js';

/** @typedef {import('../../types.js').Category} Category */

/**
 * The person's categories, built-in and own: add, rename, recolour, budget, archive, delete.
 *
 *     <categories-view></categories-view>
 */
class CategoriesView extends PageElement {
  static properties = { editing: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Category | 'new' | null} what the dialog is open for */
    this.editing = null;
  }

  /** @param {CustomEvent<import('./category-editor.js').Edited>} event */
  #save({ detail: fields }) {
    const category = this.editing;
    this.editing = null;
    if (category === 'new') {
      const { shown, stored } = store.addCategory(fields);
      stored.then(
        () => store.notify({ text: t('categories.added', { category: shown.name }) }),
        () => {},
      );
    } else if (category) {
      const { name, archived } = fields;
      const key = archived === undefined ? 'saved' : archived ? 'archivedNow' : 'unarchivedNow';
      this.#edit(category, fields, t(`categories.${key}`, { category: name }));
    }
  }

  /**
   * @param {Category} category
   * @param {import('../../data/store/categories.js').CategoryChange} fields
   * @param {string} done what to say when it is
   */
  async #edit({ id }, fields, done) {
    this.editing = null;
    if (await store.editCategory(id, fields)) store.notify({ text: done });
  }

  /** @param {Category} category */
  #archive(category) {
    const done = t('categories.archivedNow', { category: category.name });
    this.#edit(category, { archived: true }, done);
  }

  /** @param {Category} category */
  async #delete(category) {
    this.editing = null;
    const name = category.name;
    try {
      await store.categories.delete(category.id);
      store.notify({ text: t('categories.deleted', { category: name }) });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) {
        store.notify({
          kind: 'error',
          text: t('categories.inUse', { category: name }),
          action: category.archived
            ? undefined
            : { label: t('categories.archiveInstead'), run: () => this.#archive(category) },
        });
      } else {
        const reason = error instanceof ApiError ? error.message : t('connection.failing');
        store.notify({
          kind: 'error',
          text: t('categories.notDeleted', { category: name, reason }),
        });
      }
    }
  }

  render() {
    const { status, items } = store.categories;
    const active = items.filter(({ archived }) => !archived);
    const archived = items.filter((category) => category.archived);
    return html`
      <div class="view">
        <header>
          <h1 class="title">${t('categories.title')}</h1>
          <p class="muted">${t('categories.intro')}</p>
          <button class="button primary" type="button" @click=${() => (this.editing = 'new')}>
            ${icon('add', 20)}${t('categories.add')}
          </button>
        </header>
        ${
          status === 'failed'
            ? failure()
            : html`<ul class="card" aria-label=${t('categories.list')}>
                ${repeat(
                  active,
                  ({ id }) => id,
                  (category) => this.#row(category),
                )}
              </ul>`
        }
        ${archived.length ? this.#archived(archived) : nothing}
      </div>
      ${
        this.editing
          ? html`<category-editor
              .category=${this.editing === 'new' ? null : this.editing}
              .others=${items.filter((category) => category !== this.editing)}
              @save=${this.#save}
              @delete=${() => this.#delete(/** @type {Category} */ (this.editing))}
              @close=${() => (this.editing = null)}
            ></category-editor>`
          : nothing
      }
    `;
  }

  /** @param {Category[]} archived */
  #archived(archived) {
    return html`<details>
      <summary>
        ${t('categories.archived', { count: archived.length, shown: number(archived.length) })}
        ${icon('down', 20)}
      </summary>
      <p class="muted small">${t('categories.archivedHint')}</p>
      <ul class="card">
        ${archived.map((category) => this.#row(category))}
      </ul>
    </details>`;
  }

  /** @param {Category} category */
  #row(category) {
    const { id, name, colour, monthly_budget_paise } = category;
    return html`<li data-category=${id}>
      <button
        type="button"
        title=${t('categories.edit', { category: name })}
        @click=${() => (this.editing = category)}
      >
        <span class="badge" ${cssProperties({ '--colour': colour })}>${categoryIcon(id)}</span>
        <span class="name">${name}</span>
        <span class="budget small muted amount"
          >${
            monthly_budget_paise
              ? t('categories.budget', { amount: shortMoney(monthly_budget_paise) })
              : t('categories.noBudget')
          }</span
        >
        ${icon('forward', 20)}
      </button>
    </li>`;
  }
}

function failure() {
  return html`<div class="card" role="alert">
    <p>${t('categories.failed')}</p>
    <p>
      <button class="button" type="button" @click=${() => store.retry()}>${t('app.retry')}</button>
    </p>
  </div>`;
}

customElements.define('categories-view', CategoriesView);
