import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { chooseTheme, currentTheme, onThemeChange } from '../../writing/theme.js';
import './account-menu.css';

/** @type {{theme: import('../../writing/theme.js').Theme, symbol: import('../../writing/icons.js').IconName}[]} */
const THEMES = [
  { theme: 'system', symbol: 'device' },
  { theme: 'light', symbol: 'sun' },
  { theme: 'dark', symbol: 'moon' },
];

/**
 * Who is signed in, the theme, the shortcuts, signing out; in a native popover, which closes on
 * Escape and on a click elsewhere, and gives the focus back.
 *
 *     <account-menu
 *       .auth=${auth}
 *       @help=${showShortcuts}
 *       @unsettled=${showDeleted}
 *       @second-factor=${showSecondFactor}
 *     ></account-menu>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/
 */
class AccountMenu extends PageElement {
  static properties = { auth: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {import('../../data/auth.js').Auth | null} */
    this.auth = null;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onThemeChange(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop?.();
  }

  /** @param {'signOut' | 'clearDevice'} how */
  async #leave(how) {
    const leaving = await import('./leaving.js').catch(() => store.lostConnection());
    if (leaving && this.auth) await leaving[how](this.auth);
  }

  /** @param {'help' | 'unsettled' | 'second-factor' | 'months'} what */
  #show(what) {
    this.#close();
    this.dispatchEvent(new Event(what));
  }

  #close() {
    /** @type {any} */ (this.querySelector('[popover]'))?.hidePopover();
  }

  #secondFactor() {
    if (!this.auth || this.auth.settings.mfa === 'off') return nothing;
    return html`
      <button class="item" type="button" @click=${() => this.#show('second-factor')}>
        ${icon('phone', 20)}${t('account.secondFactor')}
      </button>
    `;
  }

  render() {
    const email = store.state.person?.email ?? '';
    return html`
      <button class="opener" type="button" popovertarget="account">
        <span class="visually-hidden">${t('nav.more')}</span>
        <span class="avatar" aria-hidden="true"
          >${email ? email[0].toUpperCase() : icon('person')}</span
        >
        <span class="email">${email}</span>
      </button>
      <div id="account" popover>
        <p class="who small muted">${t('account.signedInAs', { email })}</p>
        <fieldset>
          <legend class="small muted">${t('theme.label')}</legend>
          <div class="themes">
            ${THEMES.map(
              ({ theme, symbol }) => html`
                <label>
                  <input
                    type="radio"
                    name="theme"
                    class="visually-hidden"
                    .checked=${currentTheme() === theme}
                    @change=${() => chooseTheme(theme)}
                  />
                  <span>${icon(symbol, 20)}${t(`theme.${theme}`)}</span>
                </label>
              `,
            )}
          </div>
        </fieldset>
        <a class="item" href=${href('people')} @click=${this.#close}>
          ${icon('person', 20)}${t(store.ledger.id ? 'ledgers.people' : 'ledgers.share')}
        </a>
        <button class="item" type="button" @click=${() => this.#show('months')}>
          ${icon('calendar', 20)}${t('account.months')}
        </button>
        <button class="item" type="button" @click=${() => this.#show('unsettled')}>
          ${icon('trash', 20)}${t('account.unsettled')}
        </button>
        ${this.#secondFactor()}
        <button class="item" type="button" @click=${() => this.#show('help')}>
          ${icon('keyboard', 20)}${t('account.shortcuts')}
        </button>
        <button class="item" type="button" @click=${() => this.#leave('clearDevice')}>
          ${icon('device', 20)}${t('account.clearDevice')}
        </button>
        <button class="item" type="button" @click=${() => this.#leave('signOut')}>
          ${icon('signOut', 20)}${t('account.signOut')}
        </button>
      </div>
    `;
  }
}

customElements.define('account-menu', AccountMenu);
