import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date, money, number } from '../../writing/format.js';
import { href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './past-imports.css';

/** @typedef {import('../../data/store/imports.js').PastImport} PastImport */

/**
 * The imports of this device, each to be taken back as a whole.
 *
 *     <past-imports></past-imports>
 */
class PastImports extends PageElement {
  static properties = {
    asked: { state: true },
    busy: { state: true },
    message: { state: true },
    stayed: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {string | null} the id of the one that is asked about */
    this.asked = null;
    this.busy = false;
    this.message = '';
    /** @type {import('../../types.js').Expense[]} what was edited since, and stays */
    this.stayed = [];
  }

  connectedCallback() {
    super.connectedCallback();
    store.imports.load();
  }

  /** @param {PastImport} past */
  async #takeBack(past) {
    this.asked = null;
    this.busy = true;
    this.stayed = [];
    try {
      const { taken, stayed } = await store.takeBackImport(past, {
        onProgress: (done, of) => {
          this.message = t('importing.past.busy', { done: number(done), of: number(of) });
        },
      });
      this.stayed = stayed;
      this.message = t('importing.past.taken', { count: taken, shown: number(taken) });
    } catch {
      this.message = t('importing.past.failed');
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { items } = store.imports;
    if (items.length === 0 && !this.message) return nothing;
    return html`<section class="card" aria-labelledby="past-imports-title">
      <h2 class="heading" id="past-imports-title">${t('importing.past.title')}</h2>
      <ul>
        ${items.map((past) => this.#item(past))}
      </ul>
      <p class="small" role="status">${this.message}</p>
      ${this.stayed.length ? this.#stayed() : nothing}
    </section>`;
  }

  /** @param {PastImport} past */
  #item(past) {
    const { id, name, at, ids, total } = past;
    const count = ids.length;
    const asked = this.asked === id;
    return html`<li>
      <span class="what">
        <span class="name">${name}</span>
        <span class="small muted"
          >${t('importing.past.of', { count, shown: number(count), total: money(total), date: date(at) })}</span
        >
      </span>
      ${
        asked
          ? html`<span class="buttons">
              <button class="button primary" type="button" @click=${() => this.#takeBack(past)}>
                ${t('importing.past.really', { count, shown: number(count) })}
              </button>
              <button class="button" type="button" @click=${() => (this.asked = null)}>
                ${t('importing.past.keep')}
              </button>
            </span>`
          : html`<button
              class="button"
              type="button"
              aria-label=${t('importing.past.takeBackNamed', { name })}
              ?disabled=${this.busy}
              @click=${() => (this.asked = id)}
            >
              ${t('importing.past.takeBack')}
            </button>`
      }
    </li>`;
  }

  #stayed() {
    const count = this.stayed.length;
    return html`<p class="doubt">${t('importing.past.stayed', { count, shown: number(count) })}</p>
      <ul class="stayed small">
        ${this.stayed.map(
          ({ date: day, description, amount_paise }) =>
            html`<li>
              <a href=${href('expenses', { from: day, to: day })}
                >${date(day)} · ${description || t('importing.rows.nameless')}</a
              >
              <span class="amount">${money(amount_paise)}</span>
            </li>`,
        )}
      </ul>`;
  }
}

customElements.define('past-imports', PastImports);
