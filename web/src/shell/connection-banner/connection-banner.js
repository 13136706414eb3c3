import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { store, StoreController } from '../../data/store.js';
import { moment } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './connection-banner.css';

/**
 * Says that the network or the session is gone, what is kept meanwhile, and what to do about it; and
 * that changes were refused, for as long as they wait to be corrected or let go.
 *
 *     <connection-banner .auth=${auth} @unsettled=${showThem}></connection-banner>
 */
class ConnectionBanner extends PageElement {
  static properties = { auth: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {import('../../data/auth.js').Auth | null} */
    this.auth = null;
  }

  #signIn() {
    this.auth?.signIn().catch(() => store.lostConnection());
  }

  render() {
    const { session, connection, unsent: count, refused, refusals, device } = store.state;
    const notAccepted = refused.length + refusals.length;
    const expired = session === 'expired';
    const troubled = expired || connection !== 'ok';
    return html`<div role="status">
      ${troubled ? this.#banner(expired, connection, count) : nothing}
      ${device ? this.#kept(device) : nothing} ${notAccepted ? this.#refused(notAccepted) : nothing}
    </div>`;
  }

  /** @param {number} count */
  #refused(count) {
    return html`
      <div class="banner">
        ${icon('warning')}
        <p>${t('refused.waiting', { count })}</p>
        <button
          type="button"
          class="button"
          @click=${() => this.dispatchEvent(new Event('unsettled'))}
        >
          ${t('refused.see')}
        </button>
      </div>
    `;
  }

  /** @param {import('../../data/device.js').Problem} problem */
  #kept(problem) {
    return html`<div class="banner">
      ${icon('warning')}
      <p>${t(`connection.device.${problem}`)}</p>
    </div>`;
  }

  /** @param {boolean} expired @param {string} connection @param {number} count */
  #banner(expired, connection, count) {
    const { asOf, reopens, device } = store.state;
    // A device that keeps nothing says it in words of its own.
    const staysOpen = !expired && !reopens && device !== 'absent';
    const title = expired
      ? t('account.expiredNotice')
      : t(connection === 'offline' ? 'connection.offline' : 'connection.failing');
    const kept = count
      ? t(expired ? 'account.expiredPending' : 'connection.waiting', { count })
      : t(expired ? 'account.expiredText' : 'connection.nothingLost');
    return html`
      <div class="banner">
        ${icon(expired ? 'person' : 'offline')}
        <p>
          <strong>${title}</strong> ${asOf ? t('connection.asOf', { at: moment(asOf) }) : nothing}
          ${kept} ${staysOpen ? t('release.none') : nothing}
        </p>
        <button
          type="button"
          class="button"
          @click=${() => (expired ? this.#signIn() : store.retry())}
        >
          ${expired ? t('account.signInAgain') : t('connection.retry')}
        </button>
      </div>
    `;
  }
}

customElements.define('connection-banner', ConnectionBanner);
