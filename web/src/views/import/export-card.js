import { html, nothing } from 'lit';
import { FIRST_DATE, LAST_DATE } from '../../writing/dates.js';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { RouteController, currentFilter } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { offerDownload } from './download.js';
import './export-card.css';
import { toCsv } from './export-csv.js';

/**
 * Writes the ledger, or what a filter finds of it, into a CSV file. A filter in the address (such as
 * the list's) is taken up.
 *
 *     <export-card></export-card>
 */
class ExportCard extends PageElement {
  static properties = {
    narrow: { state: true },
    loaded: { state: true },
    message: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    new RouteController(this);
    this.narrow = Object.keys(currentFilter()).length > 0;
    /** @type {number | null} how many have been read; null while nothing is going on */
    this.loaded = null;
    this.message = '';
  }

  /** @param {SubmitEvent} event */
  async #export(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const filter = this.narrow ? filterIn(form) : {};
    this.loaded = 0;
    this.message = '';
    try {
      const expenses = await store.loadAll(filter, {
        onProgress: (loaded) => (this.loaded = loaded),
      });
      const count = expenses.length;
      if (count) {
        const name = t('importing.export.fileName', { date: store.state.today });
        offerDownload(
          name,
          toCsv(expenses, (id) => store.category(id)?.name ?? id),
        );
      }
      this.message = count
        ? t('importing.export.done', { count, shown: number(count) })
        : t('importing.export.nothing');
    } catch {
      this.message = t('importing.export.failed');
    } finally {
      this.loaded = null;
    }
  }

  render() {
    const busy = this.loaded !== null;
    const said = busy
      ? t('importing.export.loading', { count: this.loaded ?? 0, shown: number(this.loaded ?? 0) })
      : this.message;
    return html`<section class="card" aria-labelledby="export-title">
      <h2 class="heading" id="export-title">${t('importing.export.title')}</h2>
      <p class="muted">${t('importing.export.text')}</p>
      <form @submit=${this.#export}>
        <fieldset class="scope">
          <legend class="visually-hidden">${t('importing.export.what')}</legend>
          ${this.#scope(false, 'all')} ${this.#scope(true, 'filtered')}
        </fieldset>
        ${this.narrow ? this.#fields() : nothing}
        <button class="button" type="submit" ?disabled=${busy}>
          ${icon('import', 20)}${t('importing.export.download')}
        </button>
        <p class="small muted" role="status">${said}</p>
      </form>
    </section>`;
  }

  /** @param {boolean} narrow @param {'all' | 'filtered'} key */
  #scope(narrow, key) {
    return html`<label class="tick">
      <input
        type="radio"
        name="scope"
        .checked=${this.narrow === narrow}
        @change=${() => (this.narrow = narrow)}
      />
      ${t(`importing.export.${key}`)}
    </label>`;
  }

  #fields() {
    const { from = '', to = '', category = '', tag = '', q = '' } = currentFilter();
    const dateField = (/** @type {'from' | 'to'} */ name, /** @type {string} */ value) =>
      html`<div class="field">
        <label for="export-${name}">${t(`importing.export.${name}`)}</label>
        <input
          class="input"
          type="date"
          id="export-${name}"
          name=${name}
          min=${FIRST_DATE}
          max=${LAST_DATE}
          value=${value}
        />
      </div>`;
    const textField = (/** @type {'tag' | 'q'} */ name, /** @type {string} */ value) =>
      html`<div class="field">
        <label for="export-${name}">${t(`importing.export.${name}`)}</label>
        <input class="input" id="export-${name}" name=${name} autocomplete="off" value=${value} />
      </div>`;
    return html`<div class="fields">
      ${dateField('from', from)} ${dateField('to', to)}
      <div class="field">
        <label for="export-category">${t('importing.export.category')}</label>
        <select class="input" id="export-category" name="category">
          <option value="">${t('importing.export.anyCategory')}</option>
          ${store.categories.items.map(
            ({ id, name }) =>
              html`<option value=${id} ?selected=${id === category}>${name}</option>`,
          )}
        </select>
      </div>
      ${textField('tag', tag)} ${textField('q', q)}
    </div>`;
  }
}

/** @param {FormData} form @returns {import('../../types.js').Filter} */
function filterIn(form) {
  const value = (/** @type {string} */ name) => String(form.get(name) ?? '').trim() || undefined;
  return {
    from: value('from'),
    to: value('to'),
    category: value('category'),
    tag: value('tag')?.toLowerCase(),
    q: value('q'),
  };
}

customElements.define('export-card', ExportCard);
