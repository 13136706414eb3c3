import { html } from 'lit';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';
import './empty-ledger.css';

/**
 * What a person sees who has no expense yet: what to do, and a way to look around.
 *
 *     <empty-ledger></empty-ledger>
 */
class EmptyLedger extends PageElement {
  static properties = { loading: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    this.loading = false;
  }

  async #loadSample() {
    this.loading = true;
    try {
      const { loadSample, removeSample } = await import('../../data/sample.js');
      if (!(await loadSample(store))) return;
      store.notify({
        text: t('expenses.empty.loaded'),
        action: {
          label: t('expenses.empty.remove'),
          run: () => takeAway(() => removeSample(store)),
        },
        timeout: 10_000,
      });
    } finally {
      this.loading = false;
    }
  }

  render() {
    if (!store.mayWrite) {
      return html`<section class="empty card">
        <span class="sign" aria-hidden="true">₹</span>
        <p class="muted">${t('expenses.empty.toRead')}</p>
      </section>`;
    }
    return html`
      <section class="empty card">
        <span class="sign" aria-hidden="true">₹</span>
        <h2 class="title">${t('expenses.empty.title')}</h2>
        <p class="muted">${t('expenses.empty.text')}</p>
        <ul>
          <li>${icon('spark', 20)}<span>${t('expenses.empty.quick')}</span></li>
          <li class="keys">${icon('keyboard', 20)}<span>${t('expenses.empty.keys')}</span></li>
          <li>${icon('overview', 20)}<span>${t('expenses.empty.charts')}</span></li>
        </ul>
        <div class="ways">
          <button type="button" class="button primary" @click=${() => store.openForm()}>
            ${icon('add', 20)}${t('nav.add')}
          </button>
          <a class="button" href=${href('import')}>${t('expenses.empty.import')}</a>
        </div>
        <div class="sample">
          <button
            type="button"
            class="button quiet"
            ?disabled=${this.loading}
            @click=${this.#loadSample}
          >
            ${icon('eye', 20)}${t(this.loading ? 'expenses.empty.loading' : 'expenses.empty.sample')}
          </button>
          <p class="small muted">${t('expenses.empty.sampleHint')}</p>
        </div>
      </section>
    `;
  }
}

/** Say that it goes on, and how it ended: it takes a while, and can fail. @param {() => Promise<unknown>} remove */
async function takeAway(remove) {
  const id = 'remove-sample';
  store.notify({ id, text: t('expenses.empty.removing'), timeout: 0 });
  try {
    await remove();
    store.notify({ id, text: t('expenses.empty.removed') });
  } catch {
    const action = { label: t('app.retry'), run: () => takeAway(remove) };
    store.dismiss(id);
    store.notify({ kind: 'error', text: t('expenses.empty.notRemoved'), action });
  }
}

customElements.define('empty-ledger', EmptyLedger);
