import { html, nothing } from 'lit';
import { isBackwards, isNarrowed } from '../../data/filter.js';
import { PageElement } from '../../parts/element.js';
import '../../parts/expense-filters/expense-filters.js';
import { number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { RouteController, currentFilter } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { offerDownload } from './download.js';
import './export-card.css';
import { toCsv } from './export-csv.js';

/**
 * Writes the ledger, or what a filter finds of it, into a CSV file. The filter is the address's, as
 * the list's is.
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
    this.narrow = isNarrowed(currentFilter());
    /** @type {number | null} how many have been read; null while nothing is going on */
    this.loaded = null;
    this.message = '';
  }

  /** Whoever brings a filter comes for the export, which is not the first thing here. */
  firstUpdated() {
    if (this.narrow) requestAnimationFrame(() => this.scrollIntoView());
  }

  /** @param {SubmitEvent} event */
  async #export(event) {
    event.preventDefault();
    const filter = this.narrow ? currentFilter() : {};
    if (isBackwards(filter)) return;
    this.loaded = 0;
    this.message = '';
    try {
      if (store.ledger.id && store.members.status !== 'ready') await store.members.refresh();
      const expenses = await store.loadAll(filter, {
        onProgress: (loaded) => (this.loaded = loaded),
      });
      const count = expenses.length;
      if (count) {
        const name = t('importing.export.fileName', { date: store.state.today });
        offerDownload(
          name,
          toCsv(
            expenses,
            (id) => store.category(id)?.name ?? id,
            store.ledger.id ? (id) => store.members.find(id)?.name ?? id : undefined,
          ),
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
        ${this.narrow ? html`<expense-filters></expense-filters>` : nothing}
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
}

customElements.define('export-card', ExportCard);
