import { html } from 'lit';
import { CalendarLink } from '../../data/store/calendar-link.js';
import { store } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { today } from '../../writing/dates.js';
import { date } from '../../writing/format.js';
import { addTexts, t } from '../../writing/text.js';
import { calendar } from '../../writing/text/en/calendar.js';
import './calendar-card.css';

addTexts({ calendar });

/**
 * Makes, shows once and ends the secret link by which a calendar reads what is due.
 *
 *     <calendar-card></calendar-card>
 */
class CalendarCard extends PageElement {
  static properties = { busy: { state: true }, said: { state: true } };

  constructor() {
    super();
    this.link = new CalendarLink(store.api, location.origin);
    this.busy = false;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.link.status = 'loading';
    this.requestUpdate();
    await this.link.load();
    this.requestUpdate();
  }

  /** @param {() => Promise<void>} change @param {string} done */
  async #do(change, done) {
    this.busy = true;
    this.said = '';
    try {
      await change();
      this.said = done;
    } catch {
      this.said = t('calendar.failed');
    }
    this.busy = false;
  }

  async #make() {
    await this.#do(() => this.link.make(), t('calendar.made'));
    await this.updateComplete;
    this.querySelector('input')?.select();
  }

  async #revoke() {
    await this.#do(() => this.link.revoke(), t('calendar.ended'));
    await this.updateComplete;
    this.querySelector('button')?.focus();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.link.address ?? '');
      this.said = t('calendar.copied');
    } catch {
      this.said = t('calendar.notCopied');
      this.querySelector('input')?.select();
    }
  }

  render() {
    return html`<section class="card" aria-labelledby="calendar-title">
      <h2 class="heading" id="calendar-title">${t('calendar.title')}</h2>
      <p>${t('calendar.text')}</p>
      <p class="muted small">${t('calendar.warning')}</p>
      ${this.#state()}
      <p class="small" role="status">${this.said}</p>
    </section>`;
  }

  #state() {
    const { status, since, address } = this.link;
    if (status === 'loading') return html`<p class="muted">${t('calendar.loading')}</p>`;
    if (status === 'failed') {
      return html`<p>${t('app.failed')}</p>
        <button class="button" type="button" @click=${this.#load}>${t('app.retry')}</button>`;
    }
    if (since === null) return this.#button('make', this.#make);
    return html`
      ${
        address
          ? html`<div class="field">
                <label for="calendar-address">${t('calendar.address')}</label>
                <input id="calendar-address" class="input" readonly .value=${address} />
              </div>
              <p class="small">${t('calendar.how')}</p>`
          : html`<p class="small">
              ${t('calendar.since', { date: date(today(new Date(since))) })}
              ${t('calendar.againHint')}
            </p>`
      }
      <div class="actions">
        ${address ? this.#button('copy', this.#copy) : this.#button('again', this.#make)}
        ${this.#button('revoke', this.#revoke, 'quiet danger')}
      </div>
    `;
  }

  /** @param {'make' | 'copy' | 'again' | 'revoke'} key @param {() => void} act */
  #button(key, act, look = '') {
    return html`<button class="button ${look}" type="button" ?disabled=${this.busy} @click=${act}>
      ${t(`calendar.${key}`)}
    </button>`;
  }
}

customElements.define('calendar-card', CalendarCard);
