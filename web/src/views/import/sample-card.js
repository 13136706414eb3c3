import { html } from 'lit';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { loadSample, removeSample } from '../../data/sample.js';
import './sample-card.css';

/**
 * Loads made-up expenses to look around with, and takes them away again.
 *
 *     <sample-card></sample-card>
 */
class SampleCard extends PageElement {
  static properties = { busy: { state: true }, message: { state: true } };

  constructor() {
    super();
    this.busy = false;
    this.message = '';
  }

  /** @param {() => Promise<string>} work resolves to what to say */
  async #run(work) {
    this.busy = true;
    this.message = '';
    try {
      this.message = await work();
    } catch {
      this.message = t('importing.sample.failed');
    } finally {
      this.busy = false;
    }
  }

  get #options() {
    return {
      onProgress: (/** @type {number} */ done, /** @type {number} */ of) => {
        this.message = t('importing.sample.busy', { done: number(done), of: number(of) });
      },
    };
  }

  #load() {
    return this.#run(async () =>
      t(
        (await loadSample(store, this.#options))
          ? 'importing.sample.loaded'
          : 'importing.sample.failed',
      ),
    );
  }

  #remove() {
    return this.#run(async () => {
      const count = await removeSample(store, this.#options);
      return t('importing.sample.removed', { count, shown: number(count) });
    });
  }

  render() {
    return html`<section class="card" aria-labelledby="sample-title">
      <h2 class="heading" id="sample-title">${t('importing.sample.title')}</h2>
      <p class="muted">${t('importing.sample.text')}</p>
      <div class="buttons">
        <button class="button" type="button" ?disabled=${this.busy} @click=${this.#load}>
          ${t('importing.sample.load')}
        </button>
        <button class="button" type="button" ?disabled=${this.busy} @click=${this.#remove}>
          ${t('importing.sample.remove')}
        </button>
      </div>
      <p class="small muted" role="status">${this.message}</p>
    </section>`;
  }
}

customElements.define('sample-card', SampleCard);
