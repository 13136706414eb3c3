import { html, nothing } from 'lit';
import { categoryIcon } from '../../writing/category-icons.js';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import './sign-in.css';

/** Heights of the picture's bars, in per cent. */
const BARS = [30, 50, 20, 60, 40, 90, 50, 30, 70, 40, 60, 100];

/** @type {[string, import('../../writing/text.js').TextKey, number][]} */
const EXAMPLES = [
  ['groceries', 'account.preview.groceries', 1_240_00],
  ['food-dining', 'account.preview.chai', 60_00],
  ['transport', 'account.preview.metro', 200_00],
];

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
    /** @type {import('../../data/auth.js').Auth | null} */
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
        ${this.#preview()}
      </main>
    `;
  }

  /** A picture of the overview, drawn with the page's own colours. */
  #preview() {
    return html`
      <div class="preview card" aria-hidden="true">
        <p class="small muted">${t('account.preview.month')}</p>
        <p class="total amount"><small>₹</small>42,310<small>.50</small></p>
        <div class="bars">
          ${BARS.map((share) => html`<i ${cssProperties({ '--height': `${share}%` })}></i>`)}
        </div>
        <ul>
          ${EXAMPLES.map(
            ([category, name, amount]) => html`
              <li class=${category}>
                <span class="tile">${categoryIcon(category)}</span>
                <span>${t(name)}</span>
                <span class="amount">${shortMoney(amount)}</span>
              </li>
            `,
          )}
        </ul>
      </div>
    `;
  }
}

customElements.define('sign-in', SignIn);
