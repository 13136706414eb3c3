import { html, nothing } from 'lit';
import { invitationLink } from '../../data/invitation.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { dayOfTime } from '../../parts/people-words.js';
import { qrCode, qrPicture } from '../../parts/qr-code.js';
import { t } from '../../writing/text.js';
import { attempt } from './attempt.js';
import { ROLES } from './member-list.js';

/** @typedef {import('../../types.js').Invitation} Invitation */

/**
 * Makes invitations, shows the link of the newest as text and picture, and revokes those that are open.
 *
 *     <invitation-list></invitation-list>
 */
class InvitationList extends PageElement {
  static properties = {
    items: { state: true },
    role: { state: true },
    link: { state: true },
    said: { state: true },
    failed: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Invitation[] | null} null before they are known */
    this.items = null;
    /** @type {import('../../types.js').Role} */
    this.role = 'member';
    /** @type {{id: string, address: string, picture: ReturnType<typeof qrCode>} | null} the newest, shown once */
    this.link = null;
    this.said = '';
    /** Whether those that are open could not be had. */
    this.failed = false;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failed = !(await attempt(async () => {
      this.items = (await store.api.listInvitations(store.ledger.id)).items;
    }));
  }

  /** @param {() => Promise<void>} act */
  async #do(act) {
    if (this.busy) return;
    this.busy = true;
    this.said = '';
    await attempt(act);
    this.busy = false;
    await this.#load();
  }

  async #make() {
    await this.#do(async () => {
      const { id, token } = await store.api.invite(store.ledger.id, this.role);
      const address = invitationLink(token);
      this.link = { id, address, picture: qrCode(address) };
    });
    await this.updateComplete;
    this.querySelector('code')?.focus();
  }

  /** @param {Invitation} invitation */
  #revoke({ id }) {
    return this.#do(async () => {
      await store.api.revokeInvitation(store.ledger.id, id);
      if (this.link?.id === id) this.link = null;
      store.notify({ text: t('people.revoked') });
    });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.link?.address ?? '');
      this.said = t('people.copied');
    } catch {
      this.said = t('people.notCopied');
    }
  }

  #share() {
    const text = t('people.shareText', { name: store.ledger.name });
    // Whoever closes the sheet has changed their mind.
    navigator.share({ text, url: this.link?.address }).catch(() => {});
  }

  render() {
    return html`<section aria-labelledby="invite-title">
      <h2 class="heading" id="invite-title">${t('people.invite')}</h2>
      <div class="card">
        <p class="muted small">${t('people.inviteIntro')}</p>
        <div class="field">
          <label for="invite-role">${t('people.inviteAs')}</label>
          <select
            class="input"
            id="invite-role"
            aria-describedby="invite-may"
            @change=${(/** @type {any} */ event) => (this.role = event.target.value)}
          >
            ${ROLES.map(
              (role) =>
                html`<option value=${role} ?selected=${role === this.role}>
                  ${t(`people.roles.${role}`)}
                </option>`,
            )}
          </select>
          <p class="muted small" id="invite-may" role="status">${t(`people.may.${this.role}`)}</p>
        </div>
        <div class="actions">
          <button class="button primary" type="button" ?disabled=${this.busy} @click=${this.#make}>
            ${t('people.makeLink')}
          </button>
        </div>
        ${this.link ? this.#newest(this.link) : nothing}
        <h3 class="small" id="open-title">${t('people.open')}</h3>
        ${this.#open()}
      </div>
    </section>`;
  }

  /** @param {NonNullable<InvitationList['link']>} link */
  #newest({ address, picture }) {
    return html`<div class="field">
        <span class="label">${t('people.link')}</span>
        <code tabindex="-1">${address}</code>
        <div class="actions">
          <button class="button" type="button" @click=${this.#copy}>${t('people.copy')}</button>
          ${
            'share' in navigator
              ? html`<button class="button" type="button" @click=${this.#share}>
                  ${t('people.share')}
                </button>`
              : nothing
          }
        </div>
        <p class="small" role="status">${this.said}</p>
      </div>
      <p class="small muted">${t('people.qrHint')}</p>
      ${qrPicture(picture, t('people.qr'))}`;
  }

  #open() {
    if (this.failed)
      return html`<p class="small">${t('people.failed')}</p>
        <div class="actions">
          <button class="button" type="button" @click=${this.#load}>${t('app.retry')}</button>
        </div>`;
    if (!this.items?.length)
      return html`<p class="muted small">${this.items ? t('people.noneOpen') : ''}</p>`;
    return html`<ul aria-labelledby="open-title">
      ${this.items.map((invitation) => {
        const said = {
          role: t(`people.roles.${invitation.role}`),
          date: dayOfTime(invitation.expires_at),
        };
        return html`<li>
          <span class="name">${t('people.openOne', said)}</span>
          <button
            class="button quiet danger"
            type="button"
            aria-label=${t('people.revokeOne', said)}
            ?disabled=${this.busy}
            @click=${() => this.#revoke(invitation)}
          >
            ${t('people.revoke')}
          </button>
        </li>`;
      })}
    </ul>`;
  }
}

customElements.define('invitation-list', InvitationList);
