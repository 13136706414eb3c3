import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ApiError } from '../../data/api.js';
import { monthOf } from '../../writing/dates.js';
import { categoryIcon } from '../../writing/category-icons.js';
import { changeBudget } from '../../parts/budget-change.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { number, shortMoney } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { store, StoreController } from '../../data/store.js';
import { addTexts, t } from '../../writing/text.js';
import { categories } from '../../writing/text/en/categories.js';
import './categories-view.css';
import './payee-rules.js';
import './category-editor.js';

addTexts({ categories });

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

  connectedCallback() {
    super.connectedCallback();
    store.budgets.load();
  }

  /** @param {CustomEvent<import('./category-editor.js').Saved>} event */
  #save({ detail: { fields, budget } }) {
    const category = this.editing;
    this.editing = null;
    if (category === 'new') {
      const { shown, stored } = store.addCategory(fields);
      if (budget) changeBudget(shown.id, this.#month, budget);
      stored.then(
        () => store.notify({ text: t('categories.added', { category: shown.name }) }),
        () => {},
      );
    } else if (category) {
      if (budget !== undefined) changeBudget(category.id, this.#month, budget);
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

  /** @param {Category | 'new'} category @returns {number | null | undefined} undefined: not known */
  #budgetOf(category) {
    if (category === 'new') return null;
    return store.budgets.status === 'ready'
      ? store.budgets.in(category.id, this.#month)
      : undefined;
  }

  /**
   * By id, as the list may have come again since the dialog was opened.
   *
   * @param {Category | 'new'} category
   */
  #othersThan(category) {
    const { items } = store.categories;
    return category === 'new' ? items : items.filter(({ id }) => id !== category.id);
  }

  get #month() {
    return monthOf(store.state.today, store.settings.monthStart);
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
        const { message: reason } = /** @type {Error} */ (error);
        store.notify({
          kind: 'error',
          text: t('categories.notDeleted', { category: name, reason }),
        });
      }
    }
  }

  /** @param {Category} category @param {Category} into */
  async #merge(category, into) {
    this.editing = null;
    const names = { category: category.name, into: into.name };
    const id = `merge-${category.id}`;
    store.notify({ id, text: t('categories.merging', names), timeout: 0 });
    try {
      await store.mergeCategory(category.id, into.id);
      store.notify({ id, text: t('categories.merged', names) });
    } catch (error) {
      store.dismiss(id);
      const reason = error instanceof ApiError ? error.message : t('connection.failing');
      store.notify({ kind: 'error', text: t('categories.notMerged', { ...names, reason }) });
    }
  }

  render() {
    const { status, items } = store.categories;
    const active = items.filter(({ archived }) => !archived);
    const archived = items.filter((category) => category.archived);
    return html`
      <div class="view of-one-list">
        <header>
          <h1 class="title">${t('categories.title')}</h1>
          <p class="muted">${t('categories.intro')}</p>
          ${
            store.mayWrite
              ? html`<button
                  class="button primary"
                  type="button"
                  @click=${() => (this.editing = 'new')}
                >
                  ${icon('add', 20)}${t('categories.add')}
                </button>`
              : nothing
          }
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
        ${status === 'ready' && store.mayWrite ? html`<payee-rules></payee-rules>` : nothing}
      </div>
      ${
        this.editing
          ? html`<category-editor
              .category=${this.editing === 'new' ? null : this.editing}
              .others=${this.#othersThan(this.editing)}
              .present=${this.#budgetOf(this.editing)}
              .month=${this.#month}
              @save=${this.#save}
              @delete=${() => this.#delete(/** @type {Category} */ (this.editing))}
              @merge=${(/** @type {CustomEvent<Category>} */ { detail }) =>
                this.#merge(/** @type {Category} */ (this.editing), detail)}
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
    const { id, name, colour } = category;
    const budget = this.#budgetOf(category);
    return html`<li data-category=${id}>
      <button
        type="button"
        ?disabled=${!store.mayWrite}
        title=${t('categories.edit', { category: name })}
        @click=${() => (this.editing = category)}
      >
        <span class="badge" ${cssProperties({ '--colour': colour })}>${categoryIcon(id)}</span>
        <span class="name">${name}</span>
        <span class="budget small muted amount"
          >${
            budget === undefined
              ? nothing
              : budget
                ? t('categories.budget', { amount: shortMoney(budget) })
                : t('categories.noBudget')
          }</span
        >
        ${store.mayWrite ? icon('forward', 20) : nothing}
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
