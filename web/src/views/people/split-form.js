import { html, nothing } from 'lit';
import { mayWriteAs } from '../../data/store/members.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { memberName } from '../../parts/member-names.js';
import { readWhole } from '../../reading/numbers.js';
import { t } from '../../writing/text.js';
import { attempt } from './attempt.js';

/** @typedef {NonNullable<import('../../types.js').Ledger['split']>['kind'] | 'off'} Kind */

const KINDS = /** @type {const} */ (['off', 'equal', 'shares']);
const MOST = 10_000;

/**
 * How the costs of the ledger are shared: not at all, in equal parts, or by shares like 60 and 40.
 *
 *     <split-form></split-form>
 */
class SplitForm extends PageElement {
  static properties = {
    kind: { state: true },
    typed: { state: true },
    wrong: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Kind | null} what is chosen; null for what the ledger has */
    this.kind = null;
    /** @type {Record<string, string>} shares as they are typed, by member */
    this.typed = {};
    /** @type {ReadonlySet<string>} members whose share is none */
    this.wrong = new Set();
    this.busy = false;
  }

  /** @returns {Kind} */
  get chosen() {
    return this.kind ?? store.ledger.split?.kind ?? 'off';
  }

  /** What the ledger says of each member who is in it, or has a share. */
  get shares() {
    const { split } = store.ledger;
    const known = new Map(
      split?.kind === 'shares' ? split.shares.map(({ member, share }) => [member, share]) : [],
    );
    return store.members.items
      .filter(({ id, role }) => mayWriteAs(role) || known.has(id))
      .map(({ id }) => ({ id, text: this.typed[id] ?? String(known.get(id) ?? 1) }));
  }

  /** @returns {import('../../types.js').Ledger['split'] | undefined} undefined where a share is none */
  #split() {
    if (this.chosen === 'off') return null;
    if (this.chosen === 'equal') return { kind: 'equal' };
    const read = this.shares.map(({ id, text }) => ({ member: id, share: readWhole(text, MOST) }));
    const wrong = read.filter(({ share }) => share === null);
    this.wrong = new Set(wrong.map(({ member }) => member));
    if (wrong.length) return undefined;
    return { kind: 'shares', shares: /** @type {{member: string, share: number}[]} */ (read) };
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    if (this.busy) return;
    const split = this.#split();
    if (split === undefined) {
      await this.updateComplete;
      /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid]'))?.focus();
      return;
    }
    this.busy = true;
    const { ledger } = store;
    const done = await attempt(async () => {
      store.ledgers.put(await store.api.editLedger(ledger, { name: ledger.name, split }));
      store.fair.refresh();
      store.notify({ text: t(split ? 'people.splitSaved' : 'people.splitOff') });
    });
    this.busy = false;
    if (!done) return;
    this.kind = null;
    this.typed = {};
  }

  render() {
    const { chosen } = this;
    return html`<form novalidate @submit=${this.#save}>
      <fieldset>
        <legend>${t('people.split')}</legend>
        ${KINDS.map(
          (kind) =>
            html`<label class="choice">
              <input
                type="radio"
                name="split"
                value=${kind}
                .checked=${kind === chosen}
                @change=${() => (this.kind = kind)}
              />
              <span>${t(`people.splits.${kind}`)}</span>
            </label>`,
        )}
      </fieldset>
      ${chosen === 'shares' ? this.shares.map((one) => this.#share(one)) : nothing}
      <p class="muted small">${t('people.splitHint')}</p>
      <div class="actions">
        <button class="button" type="submit" ?disabled=${this.busy}>
          ${t('people.saveSplit')}
        </button>
      </div>
    </form>`;
  }

  /** @param {{id: string, text: string}} one */
  #share({ id, text }) {
    const isWrong = this.wrong.has(id);
    const field = `share-${id}`;
    return html`<div class="field">
      <label for=${field}>${t('people.shareOf', { name: memberName(id) })}</label>
      <input
        class="input share"
        id=${field}
        inputmode="numeric"
        autocomplete="off"
        .value=${text}
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? `${field}-problem` : nothing}
        @input=${(/** @type {any} */ event) =>
          (this.typed = { ...this.typed, [id]: event.target.value })}
      />
      ${
        isWrong
          ? html`<p class="field-error" id="${field}-problem">${t('people.shareWrong')}</p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('split-form', SplitForm);
