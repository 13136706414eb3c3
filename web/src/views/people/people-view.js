import { html, nothing } from 'lit';
import { NoLedgerError } from '../../data/api.js';
import { go } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { nameOfEmail } from '../../parts/people-words.js';
import { addTexts, t } from '../../writing/text.js';
import { people } from '../../writing/text/en/people.js';
import { attempt } from './attempt.js';
import { deleteLedger, goOnDeleting, stopDeleting, unfinished } from './deletions.js';
import { goesOut } from './going-out.js';
import './invitation-list.js';
import './member-list.js';
import './people-view.css';
import './split-form.js';

addTexts({ people });

/**
 * Who is in the ledger, and what it is called; in one's own ledger, how to share one.
 *
 *     <people-view></people-view>
 */
class PeopleView extends PageElement {
  static properties = { busy: { state: true }, another: { state: true }, missing: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    this.busy = false;
    /** Whether the form for a new ledger is open. */
    this.another = false;
    /** @type {ReadonlySet<string>} fields in which nothing is */
    this.missing = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    store.members.load();
  }

  /**
   * What a form says, once nothing is left empty.
   *
   * @param {SubmitEvent} event
   * @returns {Record<string, string> | null}
   */
  #said(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const said = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
    );
    const missing = Object.keys(said).filter((name) => !said[name]);
    this.missing = new Set(missing);
    if (!missing.length) return said;
    /** @type {HTMLElement | null} */ (form.elements.namedItem(missing[0]))?.focus();
    return null;
  }

  /** @param {() => Promise<void>} act */
  async #do(act) {
    if (this.busy) return;
    this.busy = true;
    await attempt(act);
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  #make(event) {
    const said = this.#said(event);
    if (!said) return;
    this.#do(async () => {
      const { id, name } = await store.ledgers.add(said.ledger, said.own);
      go('people', { ledger: id });
      await store.enter(id);
      store.notify({ text: t('people.made', { name }) });
    });
  }

  /** @param {SubmitEvent} event */
  #rename(event) {
    const said = this.#said(event);
    if (!said) return;
    this.#do(async () => {
      const { ledger } = store;
      const change = { name: said.ledger, split: ledger.split };
      const { name } = store.ledgers.put(await store.api.editLedger(ledger, change));
      store.notify({ text: t('people.renamed', { name }) });
    });
  }

  /** @param {SubmitEvent} event */
  #renameOneself(event) {
    const said = this.#said(event);
    if (!said) return;
    this.#do(async () => {
      const { id, member = '' } = store.ledger;
      const { name } = await store.api.changeMember(id, member, { name: said.self });
      await store.members.refresh();
      store.notify({ text: t('people.renamedOneself', { name }) });
    });
  }

  #leave() {
    const { id, name, member } = store.ledger;
    if (!confirm(goesOut('people.leaveSure', { name }))) return;
    this.#do(async () => {
      await store.api.removeMember(id, member).catch((error) => {
        // The answer to an earlier attempt was lost.
        if (!(error instanceof NoLedgerError)) throw error;
      });
      await store.forget(id);
      store.notify({ text: t('people.left', { name }) });
    });
  }

  #delete() {
    const { ledger } = store;
    if (!confirm(t('people.deleteSure', { name: ledger.name }))) return;
    this.#do(() => deleteLedger(ledger));
  }

  render() {
    const { ledger } = store;
    return html`<div class="view of-one-list">
      <header>
        <h1 class="title">${ledger.id ? ledger.name : t('people.newTitle')}</h1>
        ${ledger.id ? nothing : html`<p class="muted">${t('people.newIntro')}</p>`}
      </header>
      ${this.#unfinished()} ${ledger.id ? this.#shared(ledger) : this.#newLedger()}
    </div>`;
  }

  /** Ledgers of which something is left, by whatever it was cut short. */
  #unfinished() {
    const ledgers = unfinished();
    if (!ledgers.length) return nothing;
    return html`<section aria-labelledby="unfinished-title">
      <h2 class="heading" id="unfinished-title">${t('people.unfinished')}</h2>
      <div class="card">
        <ul>
          ${ledgers.map(
            ({ id, name, isAtWork }) =>
              html`<li>
                <span class="name">${name}</span>
                <button
                  class="button"
                  type="button"
                  aria-label=${t(isAtWork ? 'people.stopDeletingOne' : 'people.goOnDeletingOne', { name })}
                  @click=${() => (isAtWork ? stopDeleting(id) : goOnDeleting({ id, name }))}
                >
                  ${t(isAtWork ? 'people.stopDeleting' : 'people.goOnDeleting')}
                </button>
              </li>`,
          )}
        </ul>
        <p class="muted small">${t('people.unfinishedHint')}</p>
      </div>
    </section>`;
  }

  /** @param {import('../../types.js').Ledger} ledger */
  #shared(ledger) {
    const isOwner = ledger.role === 'owner';
    return html`
      <section aria-labelledby="members-title">
        <h2 class="heading" id="members-title">${t('people.members')}</h2>
        <member-list></member-list>
      </section>
      ${isOwner ? html`<invitation-list></invitation-list>` : nothing}
      <section class="settings" aria-labelledby="ledger-title">
        <h2 class="heading" id="ledger-title">${t('people.settings')}</h2>
        <div class="card">
          ${isOwner ? this.#nameForm(ledger) : nothing} ${this.#ownNameForm(ledger)}
          ${isOwner ? html`<split-form></split-form>` : nothing}
          <div class="actions">
            <button class="button" type="button" ?disabled=${this.busy} @click=${this.#leave}>
              ${t('people.leave')}
            </button>
            ${
              isOwner
                ? html`<button
                    class="button danger"
                    type="button"
                    aria-describedby="delete-hint"
                    ?disabled=${this.busy}
                    @click=${this.#delete}
                  >
                    ${t('people.delete')}
                  </button>`
                : nothing
            }
          </div>
          ${
            isOwner
              ? html`<p class="muted small">${t('people.handOver')}</p>
                  <p class="muted small" id="delete-hint">${t('people.deleteHint')}</p>`
              : nothing
          }
        </div>
      </section>
      ${
        this.another
          ? html`<section aria-labelledby="new-title">
              <h2 class="heading" id="new-title">${t('people.newTitle')}</h2>
              ${this.#newLedger()}
            </section>`
          : html`<button class="button" type="button" @click=${() => (this.another = true)}>
              ${t('people.another')}
            </button>`
      }
    `;
  }

  /** @param {import('../../types.js').Ledger} ledger */
  #nameForm({ name }) {
    const field = this.#field('ledger', 'rename-name', name, t('people.name'), '');
    return this.#form(field, t('people.rename'), this.#rename);
  }

  /** @param {import('../../types.js').Ledger} ledger */
  #ownNameForm({ member = '' }) {
    const name = store.members.find(member)?.name;
    if (!name) return nothing;
    const hint = t('people.yourNameHint');
    const field = this.#field('self', 'own-name', name, t('people.yourName'), hint);
    return this.#form(field, t('people.renameOneself'), this.#renameOneself);
  }

  /** Of one field. @param {unknown} field @param {string} label of its button @param {(event: SubmitEvent) => void} save */
  #form(field, label, save) {
    return html`<form novalidate @submit=${save}>
      ${field}
      <div class="actions">
        <button class="button" type="submit" ?disabled=${this.busy}>${label}</button>
      </div>
    </form>`;
  }

  #newLedger() {
    const own = nameOfEmail(store.state.person?.email ?? '');
    return html`<form class="card" novalidate @submit=${this.#make}>
      ${this.#field('ledger', 'new-name', '', t('people.name'), t('people.nameHint'))}
      ${this.#field('own', 'new-own', own, t('people.yourName'), t('people.yourNameHint'))}
      <div class="actions">
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${t('people.make')}
        </button>
      </div>
    </form>`;
  }

  /**
   * @param {string} name @param {string} id @param {string} value to begin with
   * @param {string} label @param {string} hint
   */
  #field(name, id, value, label, hint) {
    const isMissing = this.missing.has(name);
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        class="input"
        id=${id}
        name=${name}
        autocomplete="off"
        .defaultValue=${value}
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby="${id}-hint"
      />
      <p class=${isMissing ? 'field-error' : 'muted small'} id="${id}-hint">
        ${isMissing ? t('people.needed') : hint}
      </p>
    </div>`;
  }
}

customElements.define('people-view', PeopleView);
