import { html, nothing } from 'lit';
import { ApiError } from '../../data/api.js';
import { dropInvitation, heldInvitation, takeInvitation } from '../../data/invitation.js';
import { go, href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { dayOfTime, nameOfEmail } from '../../parts/people-words.js';
import { addTexts, t } from '../../writing/text.js';
import { invitation, people } from '../../writing/text/en/people.js';

import './invitation-view.css';

addTexts({ invitation, people });

/** @typedef {Awaited<ReturnType<import('../../data/api.js').Api['lookAtInvitation']>>} Invitation */

/**
 * Says whose ledger an invitation is to and what one may do there, and lets one come in.
 *
 *     <invitation-view></invitation-view>
 */
class InvitationView extends PageElement {
  static properties = {
    invitation: { state: true },
    problem: { state: true },
    again: { state: true },
    busy: { state: true },
    known: { state: true },
    needsName: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Invitation | null} null while it is looked at */
    this.invitation = null;
    this.problem = '';
    /** Whether trying again may help. */
    this.again = false;
    this.busy = false;
    /** One is in it already. */
    this.known = false;
    this.needsName = false;
    // Another link was pasted into this tab's address.
    this.onHash = () => {
      if (location.hash.length < 2) return;
      takeInvitation();
      this.invitation = null;
      this.#look();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.onHash);
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onHash);
  }

  async #look() {
    const token = heldInvitation();
    this.problem = token ? '' : t('invitation.none');
    this.again = false;
    if (!token) return;
    try {
      this.invitation = await store.api.lookAtInvitation(token);
      const { id } = this.invitation.ledger;
      this.known = store.ledgers.items.some((one) => one.id === id);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** @param {unknown} error */
  #failed(error) {
    if (!(error instanceof ApiError)) {
      this.problem = t('invitation.unreachable');
      this.again = true;
    } else if (error.status === 404 || error.status === 422) this.problem = t('invitation.gone');
    else if (error.status === 429) this.problem = t('invitation.tooMany');
    else if (error.status === 409 && this.known) {
      const name = this.invitation?.ledger.name ?? '';
      this.problem = t('invitation.already', { name });
    } else this.problem = error.message;
  }

  /** @param {SubmitEvent} event */
  async #accept(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const name = String(form.get('name')).trim();
    this.needsName = !name;
    if (!name) {
      this.querySelector('input')?.focus();
      return;
    }
    this.busy = true;
    this.problem = '';
    try {
      const ledger = store.ledgers.put(await store.api.acceptInvitation(heldInvitation(), name));
      dropInvitation();
      go('overview', { ledger: ledger.id }, { replace: true });
      await store.enter(ledger.id);
      store.notify({ text: t('invitation.welcome', { name: ledger.name }) });
    } catch (error) {
      this.#failed(error);
    } finally {
      this.busy = false;
    }
  }

  #decline() {
    dropInvitation();
    store.notify({ text: t('invitation.declined') });
    go('overview', {}, { replace: true });
  }

  render() {
    return html`<div class="view of-one-list people">
      <header><h1 class="title">${t('invitation.title')}</h1></header>
      <section class="card">
        ${
          this.invitation
            ? this.#content(this.invitation)
            : this.problem
              ? nothing
              : html`<p role="status">${t('invitation.loading')}</p>`
        }
        ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
        ${this.problem && !this.invitation ? this.#ways() : nothing}
      </section>
    </div>`;
  }

  #ways() {
    return html`<div class="actions">
      ${
        this.again
          ? html`<button class="button primary" type="button" @click=${this.#look}>
              ${t('app.retry')}
            </button>`
          : nothing
      }
      <a class="button" href=${href('overview')} @click=${dropInvitation}>${t('invitation.own')}</a>
    </div>`;
  }

  /** @param {Invitation} invitation */
  #content({ ledger, role, invited_by: by, expires_at: until }) {
    if (this.known) {
      return html`<p>${t('invitation.already', { name: ledger.name })}</p>
        <div class="actions">
          <a
            class="button primary"
            href=${href('overview', { ledger: ledger.id })}
            @click=${dropInvitation}
            >${t('invitation.open')}</a
          >
        </div>`;
    }
    return html`
      <h2 class="heading">${t('invitation.says', { by, name: ledger.name })}</h2>
      <p>
        <strong>${t('invitation.as', { role: t(`people.roles.${role}`) })}</strong><br />${t(
          `people.may.${role}`,
        )}
      </p>
      <p class="muted small">${t('invitation.until', { date: dayOfTime(until) })}</p>
      <form novalidate @submit=${this.#accept}>
        <div class="field">
          <label for="invited-name">${t('people.yourName')}</label>
          <input
            class="input"
            id="invited-name"
            name="name"
            autocomplete="name"
            .defaultValue=${nameOfEmail(store.state.person?.email ?? '')}
            aria-invalid=${this.needsName ? 'true' : nothing}
            aria-describedby="invited-name-hint"
          />
          <p class="muted small" id="invited-name-hint">
            ${this.needsName ? t('people.needed') : t('people.yourNameHint')}
          </p>
        </div>
        <div class="actions">
          <button class="button primary" type="submit" ?disabled=${this.busy}>
            ${t('invitation.accept')}
          </button>
          <button class="button" type="button" @click=${this.#decline}>
            ${t('invitation.decline')}
          </button>
        </div>
      </form>
    `;
  }
}

customElements.define('invitation-view', InvitationView);
