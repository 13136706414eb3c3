import { html, nothing } from 'lit';
import { PageElement } from '../element.js';
import { t } from '../text.js';
import './sign-in.css';

/**
 * What a person sees who is not signed in.
 *
 *     <sign-in .auth=${auth} .problem=${null} .expired=${false}></sign-in>
 */
class SignIn extends PageElement {
  static properties = {
    auth: { attribute: false },
    problem: { attribute: false },
    expired: { attribute: false },
    leaving: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../auth.js').Auth | null} */
    this.auth = null;
    /** @type {string | null} */
    this.problem = null;
    this.expired = false;
    this.leaving = false;
  }

  async #signIn() {
    if (!this.auth) {
      this.dispatchEvent(new Event('restart', { bubbles: true }));
      return;
    }
    this.leaving = true;
    try {
      await this.auth.signIn();
    } catch {
      this.leaving = false;
      this.problem = 'unreachable';
    }
  }

  #problem() {
    if (!this.problem) return nothing;
    const text =
      this.problem === 'unreachable'
        ? t('account.unreachable')
        : t('account.failed', { reason: this.problem });
    return html`<p class="problem" role="alert">${text}</p>`;
  }

  render() {
    return html`
      <main class="sign-in">
        <div class="welcome">
          <img src="/icon.svg" alt="" width="64" height="64" />
          <h1>${this.expired ? t('account.expiredTitle') : t('app.name')}</h1>
          <p class="tagline">${this.expired ? t('account.expiredText') : t('app.tagline')}</p>
          ${this.#problem()}
          <button
            class="button primary"
            type="button"
            ?disabled=${this.leaving}
            @click=${this.#signIn}
          >
            ${this.auth ? t('account.signIn') : t('app.retry')}
          </button>
          <p class="small muted">${t('account.newHere')}</p>
        </div>
      </main>
    `;
  }
}

customElements.define('sign-in', SignIn);
