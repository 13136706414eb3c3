import { html, nothing } from 'lit';
import { SignedOutError, UnreachableError } from '../../data/api.js';
import { SecondFactor, WrongCodeError } from '../../data/second-factor.js';
import { store } from '../../data/store.js';
import { qrCode, qrPicture } from '../../parts/qr-code.js';
import { Sheet } from '../../parts/sheet.js';
import { addTexts, t } from '../../writing/text.js';
import { secondFactor } from '../../writing/text/en/second-factor.js';
import { keyUri } from './key-uri.js';
import './second-factor.css';

addTexts({ secondFactor });

/** @typedef {'loading' | 'unknown' | 'off' | 'setup' | 'on' | 'leaving'} Step */
/**
 * @typedef {{secret: string, uri: string, picture: ReturnType<typeof qrCode>, replaces: boolean}} Key
 *     `replaces`: another one holds until a code of this one is confirmed
 */
/** @typedef {{text: string, signIn?: boolean, field?: boolean}} Problem */

/**
 * Sets a second factor up (an authenticator app's six digits), replaces it and turns it off. Open
 * while it is in the page.
 *
 *     <second-factor .auth=${auth} @close=${remove}></second-factor>
 */
class SecondFactorDialog extends Sheet {
  static properties = {
    auth: { attribute: false },
    step: { state: true },
    busy: { state: true },
    problem: { state: true },
    said: { state: true },
    key: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../../data/auth.js').Auth | null} */
    this.auth = null;
    /** @type {Step} */
    this.step = 'loading';
    this.busy = false;
    /** @type {Problem | null} what went wrong last */
    this.problem = null;
    /** What was done last, for those who don't see it happen. */
    this.said = '';
    /** @type {Key | null} the new one, until a code of it is confirmed */
    this.key = null;
    /** @type {SecondFactor | null} */
    this.factor = null;
  }

  firstUpdated() {
    super.firstUpdated();
    if (!this.auth) return;
    this.factor = new SecondFactor(this.auth.settings.cognito_url, this.auth);
    this.#look();
  }

  /**
   * Do one thing with Cognito, and say what went wrong.
   *
   * @param {(factor: SecondFactor) => Promise<void>} act
   */
  async #do(act) {
    if (this.busy || !this.factor) return;
    this.busy = true;
    this.problem = null;
    this.said = '';
    try {
      await act(this.factor);
    } catch (error) {
      this.problem = problemOf(error);
      if (this.step === 'loading') this.step = 'unknown';
    } finally {
      this.busy = false;
    }
    // The button pressed may be gone: the keyboard goes on from what stands there now. Not from the
    // field for the code, before it is wanted: a phone's keyboard would hide the picture.
    await this.updateComplete;
    const next = this.querySelector(this.problem?.field ? 'form input' : '.steps');
    /** @type {HTMLElement | null} */ (next)?.focus();
  }

  #look() {
    this.step = 'loading';
    return this.#do(async (factor) => {
      this.step = (await factor.isOn()) ? 'on' : 'off';
    });
  }

  #begin() {
    return this.#do(async (factor) => {
      const secret = await factor.begin();
      const uri = keyUri(t('app.name'), store.state.person?.email ?? '', secret);
      this.key = { secret, uri, picture: qrCode(uri), replaces: this.step === 'on' };
      this.step = 'setup';
    });
  }

  /** @param {SubmitEvent} event */
  #confirm(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    // Apps show the digits in groups, and so people type them.
    const code = String(form.get('code')).replace(/\s/g, '');
    return this.#do(async (factor) => {
      if (!/^[0-9]{6}$/.test(code)) throw new NotSixDigitsError();
      await factor.confirm(code);
      this.key = null;
      this.step = 'on';
      this.said = t('secondFactor.done');
    });
  }

  /** @param {'on' | 'leaving'} step */
  #ask(step) {
    return this.#do(async () => {
      this.step = step;
    });
  }

  #turnOff() {
    return this.#do(async (factor) => {
      await factor.turnOff();
      this.step = 'off';
      this.said = t('secondFactor.turnedOff');
    });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.key?.secret ?? '');
      this.said = t('secondFactor.copied');
    } catch {
      this.said = t('secondFactor.notCopied');
    }
  }

  render() {
    return this.sheet({
      titleId: 'second-factor-title',
      title: t('secondFactor.title'),
      content: html`
        <div class="steps" tabindex="-1" aria-busy=${this.busy}>
          ${this.#step()} ${this.problem?.field ? nothing : this.#problem()}
          <p class="said" role="status">${this.said}</p>
        </div>
      `,
    });
  }

  #step() {
    switch (this.step) {
      case 'loading':
        return html`<p class="skeleton" role="status">${t('secondFactor.loading')}</p>`;
      case 'unknown':
        return this.#actions(this.#button('app.retry', () => this.#look(), 'primary'));
      case 'off':
        return html`
          <p>${t('secondFactor.what')} <strong>${t('secondFactor.isOff')}</strong></p>
          <p class="small muted">${t('secondFactor.lost')}</p>
          ${this.#actions(this.#button('secondFactor.setUp', () => this.#begin(), 'primary'))}
        `;
      case 'setup':
        return this.#setup();
      case 'on':
        return this.#on();
      case 'leaving':
        return html`
          <p>${t('secondFactor.reallyOff')}</p>
          ${this.#actions(
            this.#button('secondFactor.keep', () => this.#ask('on')),
            this.#button('secondFactor.turnOff', () => this.#turnOff(), 'danger'),
          )}
        `;
    }
  }

  #on() {
    const optional = this.auth?.settings.mfa === 'optional';
    return html`
      <p>${t('secondFactor.isOn')}</p>
      <p class="small muted">
        ${t('secondFactor.lost')} ${optional ? nothing : t('secondFactor.required')}
      </p>
      ${this.#actions(
        this.#button('secondFactor.replace', () => this.#begin()),
        optional
          ? this.#button('secondFactor.turnOff', () => this.#ask('leaving'), 'danger')
          : nothing,
      )}
    `;
  }

  #setup() {
    if (!this.key) return nothing;
    const { secret, uri, picture, replaces } = this.key;
    return html`
      <p>${t('secondFactor.scan')}</p>
      ${qrPicture(picture, t('secondFactor.qr'))}
      <p class="this-phone"><a href=${uri}>${t('secondFactor.thisPhone')}</a></p>
      <div class="field">
        <span class="label">${t('secondFactor.secret')}</span>
        <code>${secret.match(/.{1,4}/g)?.join(' ')}</code>
        <button class="button" type="button" @click=${this.#copy}>${t('secondFactor.copy')}</button>
      </div>
      <form novalidate @submit=${this.#confirm}>
        <div class="field">
          <label for="second-factor-code">${t('secondFactor.code')}</label>
          <input
            class="input"
            id="second-factor-code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            aria-invalid=${this.problem?.field ? 'true' : nothing}
            aria-describedby="second-factor-problem"
          />
          <div id="second-factor-problem">${this.problem?.field ? this.#problem() : nothing}</div>
        </div>
        <button class="button primary" ?disabled=${this.busy}>${t('secondFactor.confirm')}</button>
      </form>
      ${replaces ? html`<p class="small muted">${t('secondFactor.replacing')}</p>` : nothing}
    `;
  }

  #problem() {
    if (!this.problem) return nothing;
    return html`
      <p class="field-error" role="alert">${this.problem.text}</p>
      ${
        this.problem.signIn
          ? html`<button
              class="button"
              type="button"
              @click=${() => this.auth?.signIn().catch(() => store.lostConnection())}
            >
              ${t('account.signInAgain')}
            </button>`
          : nothing
      }
    `;
  }

  /** @param {unknown[]} buttons */
  #actions(...buttons) {
    return html`<div class="actions">${buttons}</div>`;
  }

  /**
   * @param {import('../../writing/text.js').TextKey} text @param {() => void} act
   * @param {'' | 'primary' | 'danger'} [kind]
   */
  #button(text, act, kind = '') {
    return html`<button class="button ${kind}" type="button" ?disabled=${this.busy} @click=${act}>
      ${t(text)}
    </button>`;
  }
}

/** What was typed cannot be a code. */
class NotSixDigitsError extends Error {}

/** @param {unknown} error @returns {Problem} */
function problemOf(error) {
  if (error instanceof NotSixDigitsError) return { text: t('secondFactor.notSix'), field: true };
  if (error instanceof WrongCodeError) return { text: t('secondFactor.wrongCode'), field: true };
  if (error instanceof SignedOutError) return { text: t('secondFactor.signedOut'), signIn: true };
  if (error instanceof UnreachableError) return { text: t('secondFactor.unreachable') };
  console.warn(error);
  return { text: t('secondFactor.refused', { reason: /** @type {Error} */ (error).message }) };
}

customElements.define('second-factor', SecondFactorDialog);
