import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { loadSample, removeSample, SAMPLE_TAG } from '../../data/sample.js';
import './sample-card.css';

/**
 * Loads made-up expenses to look around with, and takes them away again. Among a person's own they
 * come only when asked for twice.
 *
 *     <sample-card></sample-card>
 */
class SampleCard extends PageElement {
  static properties = {
    busy: { state: true },
    asks: { state: true },
    message: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    this.busy = false;
    /** Whether the person is asked if made-up expenses are to come among their own. */
    this.asks = false;
    this.message = '';
  }

  /** @param {() => Promise<string>} work resolves to what to say */
  async #run(work) {
    this.busy = true;
    this.asks = false;
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

  /** Whether there are, or may be, expenses that are not made up. */
  get #isOwn() {
    const { status, items, complete } = store.expenses({});
    return status !== 'ready' || !complete || items.some(({ tags }) => !tags.includes(SAMPLE_TAG));
  }

  async #ask() {
    if (!this.#isOwn) {
      this.#load();
      return;
    }
    this.asks = true;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.asks button'))?.focus();
  }

  async #refrain() {
    this.asks = false;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('.load'))?.focus();
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
    const isKnown = store.expenses({}).status !== 'loading';
    return html`<section class="card" aria-labelledby="sample-title">
      <h2 class="heading" id="sample-title">${t('importing.sample.title')}</h2>
      <p class="muted">${t('importing.sample.text')}</p>
      <div class="buttons">
        <button
          class="button load"
          type="button"
          ?disabled=${this.busy || !isKnown}
          @click=${this.#ask}
        >
          ${t('importing.sample.load')}
        </button>
        <button class="button" type="button" ?disabled=${this.busy} @click=${this.#remove}>
          ${t('importing.sample.remove')}
        </button>
      </div>
      ${this.asks ? this.#question() : nothing}
      <p class="small muted" role="status">${this.message}</p>
    </section>`;
  }

  #question() {
    return html`<div class="asks" role="group" aria-labelledby="sample-question">
      <p id="sample-question">${t('importing.sample.question')}</p>
      <div class="buttons">
        <button class="button" type="button" @click=${this.#refrain}>
          ${t('importing.sample.refrain')}
        </button>
        <button class="button" type="button" @click=${this.#load}>
          ${t('importing.sample.mix')}
        </button>
      </div>
    </div>`;
  }
}

customElements.define('sample-card', SampleCard);
