import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date, money, number } from '../../writing/format.js';
import { href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { isEmpty, settled, untilWritten } from './import-log.js';
import './past-imports.css';

/** @typedef {import('../../data/store/imports.js').PastImport} PastImport */

/**
 * The imports of this device, each to be taken back as a whole. One that was broken off says so; it can be gone
 * on with where its file is still there.
 *
 *     <past-imports .begun=${id of the one whose file is still there} @go-on=${…}
 *       @taken-back=${({ detail: id }) => …}></past-imports>
 */
class PastImports extends PageElement {
  static properties = {
    begun: { attribute: false },
    asked: { state: true },
    busy: { state: true },
    message: { state: true },
    stayed: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    this.begun = '';
    /** @type {Set<string>} the ids of those that are being written */
    this.writing = new Set();
    /** @type {string | null} the id of the one that is asked about */
    this.asked = null;
    this.busy = false;
    this.message = '';
    /** @type {import('../../types.js').Expense[]} what was edited since, and stays */
    this.stayed = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  async #look() {
    await store.imports.load();
    for (const { id, unfinished } of store.imports.items) if (unfinished) this.#follow(id);
  }

  /** See one to its end, and what it has written. @param {string} id */
  async #follow(id) {
    await untilWritten(id, () => {
      this.writing = new Set([...this.writing, id]);
      this.requestUpdate();
    });
    if (!this.writing.delete(id)) await this.#settle(id).catch(() => undefined);
    // Another tab may have written it.
    else await store.imports.load();
    this.requestUpdate();
  }

  /** @param {string} id @returns {Promise<PastImport>} as it is known now */
  async #settle(id) {
    const { imports } = store;
    const past = imports.items.find((one) => one.id === id);
    if (!past) throw new Error(`no import ${id}`);
    const now = await settled(past, store);
    if (isEmpty(now) && id !== this.begun) await imports.forget(id);
    else if (now !== past) await imports.keep(now);
    return now;
  }

  /** @param {string} id */
  async #takeBack(id) {
    this.asked = null;
    this.busy = true;
    this.stayed = [];
    try {
      const { ids, unsure = [] } = await this.#settle(id);
      const all = [...ids, ...unsure.map((one) => one.id)];
      const { taken, stayed } = await store.takeBackImport(
        { id, ids: all },
        {
          onProgress: (done, of) => {
            this.message = t('importing.past.busy', { done: number(done), of: number(of) });
          },
        },
      );
      this.stayed = stayed;
      this.message = t('importing.past.taken', { count: taken, shown: number(taken) });
      this.dispatchEvent(new CustomEvent('taken-back', { detail: id }));
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
    return html`<li data-import=${id}>
      <span class="what">
        <span class="name">${name}</span>
        <span class="small muted"
          >${t('importing.past.of', { count, shown: number(count), total: money(total), date: date(at) })}</span
        >
        ${past.unfinished && !this.writing.has(id) ? this.#unfinished(id) : nothing}
      </span>
      ${this.writing.has(id) ? t('importing.past.writing') : this.#buttons(past)}
    </li>`;
  }

  /** @param {string} id */
  #unfinished(id) {
    const key = id === this.begun ? 'unfinished' : 'unfinishedAlone';
    return html`<span class="small doubt">${t(`importing.past.${key}`)}</span>`;
  }

  /** @param {PastImport} past */
  #buttons({ id, name, ids, unfinished }) {
    const count = ids.length;
    if (this.asked === id)
      return html`<span class="buttons">
        <button class="button primary" type="button" @click=${() => this.#takeBack(id)}>
          ${
            unfinished
              ? t('importing.past.reallyUnfinished')
              : t('importing.past.really', { count, shown: number(count) })
          }
        </button>
        <button class="button" type="button" @click=${() => (this.asked = null)}>
          ${t('importing.past.keep')}
        </button>
      </span>`;
    return html`<span class="buttons">
      ${
        id === this.begun
          ? html`<button
              class="button primary"
              type="button"
              aria-label=${t('importing.past.goOnNamed', { name })}
              ?disabled=${this.busy}
              @click=${() => this.dispatchEvent(new CustomEvent('go-on'))}
            >
              ${t('importing.past.goOn')}
            </button>`
          : nothing
      }
      <button
        class="button"
        type="button"
        aria-label=${t('importing.past.takeBackNamed', { name })}
        ?disabled=${this.busy}
        @click=${() => (this.asked = id)}
      >
        ${t('importing.past.takeBack')}
      </button>
    </span>`;
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
