import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { store, StoreController } from '../../data/store.js';
import { atMost, LONGEST_PAYEE } from '../../reading/characters.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './payee-rules.css';

/** @typedef {import('../../data/store/payees.js').PayeeRule} PayeeRule */

/**
 * What was taught of payees: which category the expenses of each get, to be changed, added and forgotten.
 *
 *     <payee-rules></payee-rules>
 */
class PayeeRules extends PageElement {
  static properties = { busy: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    store.payees.load();
  }

  /** @param {string} payee @param {() => Promise<void>} change @param {string} done */
  async #change(payee, change, done) {
    this.busy = true;
    try {
      await change();
      store.notify({ text: done });
    } catch {
      store.notify({ text: t('categories.rules.notChanged', { payee }), kind: 'error' });
    } finally {
      this.busy = false;
    }
  }

  /** @param {string} payee @param {string} category @param {string[]} [tags] */
  #teach(payee, category, tags) {
    const name = store.category(category)?.name ?? '';
    const done = t('categories.rules.taught', { payee, category: name });
    return this.#change(payee, () => store.payees.teach(payee, { category, tags }), done);
  }

  /** @param {SubmitEvent} event */
  async #add(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const fields = new FormData(form);
    const payee = String(fields.get('payee')).trim();
    if (!payee) return;
    await this.#teach(payee, String(fields.get('category')));
    if (store.payees.rule(payee)) form.reset();
  }

  render() {
    const { status, items } = store.payees;
    return html`<section aria-labelledby="payee-rules-title">
      <h2 class="heading" id="payee-rules-title">${t('categories.rules.title')}</h2>
      <p class="muted small">${t('categories.rules.text')}</p>
      ${
        status === 'failed'
          ? html`<p role="alert">
              ${t('categories.rules.failed')}
              <button class="button" type="button" @click=${() => store.payees.load()}>
                ${t('app.retry')}
              </button>
            </p>`
          : nothing
      }
      ${
        items.length
          ? html`<ul class="card" aria-label=${t('categories.rules.title')}>
              ${items.map((rule) => this.#rule(rule))}
            </ul>`
          : nothing
      }
      ${this.#form()}
    </section>`;
  }

  /** @param {PayeeRule} rule */
  #rule({ payee, category, tags }) {
    return html`<li data-payee=${payee}>
      <span class="payee"
        >${payee}${
          tags.length
            ? html` <span class="small muted">${tags.map((tag) => `#${tag}`).join(' ')}</span>`
            : nothing
        }</span
      >
      <select
        class="input"
        aria-label=${t('categories.rules.category', { payee })}
        ?disabled=${this.busy}
        @change=${(/** @type {any} */ { target }) => this.#teach(payee, target.value, tags)}
      >
        ${options(category)}
      </select>
      <button
        class="icon-button"
        type="button"
        aria-label=${t('categories.rules.forget', { payee })}
        ?disabled=${this.busy}
        @click=${() =>
          this.#change(
            payee,
            () => store.payees.forget(payee),
            t('categories.rules.forgotten', { payee }),
          )}
      >
        ${icon('trash', 20)}
      </button>
    </li>`;
  }

  #form() {
    return html`<form class="card" @submit=${this.#add}>
      <div class="field">
        <label for="rule-payee">${t('categories.rules.payee')}</label>
        <input
          class="input"
          id="rule-payee"
          name="payee"
          pattern=${atMost(LONGEST_PAYEE)}
          title=${t('app.longest', { most: LONGEST_PAYEE })}
          required
        />
      </div>
      <div class="field">
        <label for="rule-category">${t('categories.rules.goesTo')}</label>
        <select class="input" id="rule-category" name="category">
          ${options('')}
        </select>
      </div>
      <button class="button" ?disabled=${this.busy}>${t('categories.rules.add')}</button>
    </form>`;
  }
}

/** Those that can be chosen, and the one that is. @param {string} chosen */
const options = (chosen) =>
  store.categories.items
    .filter(({ archived, id }) => !archived || id === chosen)
    .map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`);

customElements.define('payee-rules', PayeeRules);
