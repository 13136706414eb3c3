import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { whenAtRest } from './at-rest.js';
import './account-menu/account-menu.js';
import './connection-banner/connection-banner.js';
import { PageElement } from '../parts/element.js';
import { icon } from '../writing/icons.js';
import '../parts/notice-list/notice-list.js';
import { currentLedger, currentView, href, onNavigate } from '../data/router.js';
import './ledger-switch/ledger-switch.js';
import './sign-in/sign-in.js';
import { store, StoreController } from '../data/store.js';
import { t } from '../writing/text.js';
import './expense-tracker.css';
import './first-sight.css';
import { handleShortcut } from '../parts/shortcuts.js';
import { elements, isLoaded, loadView } from './views.js';

/** @typedef {import('../data/router.js').View} View */

const VIEWS = /** @type {const} */ (['overview', 'expenses', 'recurring', 'categories', 'import']);
/** What there is where only totals are seen. @type {readonly View[]} */
const WITHOUT_EXPENSES = ['overview', 'categories', 'people', 'invitation'];

/** How long after a failure the dialog's code is asked for again. */
const DIALOG_RETRY_MS = 3000;

/** Whether a view has been shown: the page is called by it then. */
const hasArrived = () => document.title.includes('·');

/**
 * The whole page: navigation, the view of the address, the add button, and what may lie over them.
 *
 *     <expense-tracker></expense-tracker>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/practices/landmark-regions/
 */
export class ExpenseTracker extends PageElement {
  static properties = {
    auth: { attribute: false },
    problem: { attribute: false },
    failedViews: { state: true },
    dialogs: { state: true },
    help: { state: true },
    unsettled: { state: true },
    secondFactor: { state: true },
    months: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {import('../data/auth.js').Auth | null} */
    this.auth = null;
    /** @type {string | null} why signing in or starting failed */
    this.problem = null;
    /** @type {ReadonlySet<View>} those whose code did not come */
    this.failedViews = new Set();
    /** The dialogs' code is here. */
    this.dialogs = false;
    this.help = false;
    this.unsettled = false;
    this.secondFactor = false;
    this.months = false;
    this.dialogsAsked = false;
    this.dialogsComing = false;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
    this.onKey = (/** @type {KeyboardEvent} */ event) =>
      this.querySelector('main') && handleShortcut(event, () => this.#showHelp());
  }

  createRenderRoot() {
    // What index.html shows until there is something better.
    this.replaceChildren();
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onNavigate(() => this.#arrive());
    addEventListener('keydown', this.onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop?.();
    removeEventListener('keydown', this.onKey);
  }

  /** Say where the person has come to: title, focus. */
  async #arrive() {
    // Coming back to what did not load is asking for it again.
    this.failedViews = new Set();
    this.requestUpdate();
    const view = currentView();
    const title = `${t(`nav.${view}`)} · ${t('app.name')}`;
    if (title === document.title) return;
    // Who opens the page begins at its beginning.
    const isFirst = !hasArrived();
    document.title = title;
    if (isFirst) return;
    await this.updateComplete;
    this.querySelector('main')?.focus({ preventScroll: true });
  }

  async #showHelp() {
    await import('./shortcut-help/shortcut-help.js');
    this.help = true;
  }

  async #showUnsettled() {
    await import('./unsettled-list/unsettled-list.js');
    // The list has all that they tell.
    for (const { id } of [...store.state.refused, ...store.state.deleted]) store.dismiss(id);
    this.unsettled = true;
  }

  async #showSecondFactor() {
    await import('./second-factor/second-factor.js');
    this.secondFactor = true;
  }

  async #showMonths() {
    await import('./month-settings/month-settings.js');
    this.months = true;
  }

  /** @param {View} view */
  async #load(view) {
    try {
      await loadView(view);
      this.failedViews = new Set([...this.failedViews].filter((one) => one !== view));
      this.requestUpdate();
    } catch (error) {
      console.warn(error);
      this.failedViews = new Set([...this.failedViews, view]);
    }
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    super.willUpdate(changed);
    const { session, form, conflicts } = store.state;
    if ((form || conflicts.length) && !this.dialogs) this.#loadDialogs();
    if (session === 'signed-in' && !hasArrived()) this.#arrive();
    if (session === 'signed-in' && isLoaded(currentView()) && !this.dialogsAsked) {
      // The dialog is what people come for: have it here before they lose the network.
      this.dialogsAsked = true;
      whenAtRest(() => this.#loadDialogs());
    }
  }

  async #loadDialogs() {
    if (this.dialogsComing) return;
    this.dialogsComing = true;
    try {
      await import('../parts/expense-dialog/expense-dialog.js');
      this.dialogs = true;
    } catch (error) {
      console.warn(error);
      store.lostConnection();
      setTimeout(() => {
        this.dialogsComing = false;
        this.#loadDialogs();
      }, DIALOG_RETRY_MS);
    }
  }

  render() {
    const { session, notices, announcement } = store.state;
    const nothingYet = session === 'expired' && store.categories.status !== 'ready';
    // The address is ahead of what is shown, for a moment.
    const isBetween = session === 'signed-in' && currentLedger() !== store.ledger.id;
    if (session === 'starting' || isBetween) return this.#starting();
    if (session === 'signed-out' || nothingYet) {
      return html`<sign-in
        .auth=${this.auth}
        .problem=${this.problem}
        .expired=${nothingYet}
      ></sign-in>`;
    }
    return html`
      <a class="skip button" href="#main" @click=${this.#skip}>${t('app.skip')}</a>
      ${this.#header()}
      <main id="main" tabindex="-1">
        <connection-banner
          .auth=${this.auth}
          @unsettled=${() => this.#showUnsettled()}
        ></connection-banner>
        ${this.#view()}
      </main>
      ${
        this.dialogs
          ? html`<expense-dialog></expense-dialog><expense-conflict></expense-conflict>`
          : nothing
      }
      ${
        this.help
          ? html`<shortcut-help @close=${() => (this.help = false)}></shortcut-help>`
          : nothing
      }
      ${
        this.unsettled
          ? html`<unsettled-list @close=${() => (this.unsettled = false)}></unsettled-list>`
          : nothing
      }
      ${
        this.months
          ? html`<month-settings @close=${() => (this.months = false)}></month-settings>`
          : nothing
      }
      ${
        this.secondFactor
          ? html`<second-factor
              .auth=${this.auth}
              @close=${() => (this.secondFactor = false)}
            ></second-factor>`
          : nothing
      }
      <notice-list .notices=${notices}></notice-list>
      <div class="visually-hidden" role="status" data-announcement>${announcement}</div>
    `;
  }

  #starting() {
    return html`<div class="starting" role="status">
      <span class="visually-hidden">${t('app.loading')}</span>
    </div>`;
  }

  #header() {
    const view = currentView();
    return html`
      <header class="shell">
        <a class="brand" href=${href('overview')}>
          <img src="/icon.svg" alt="" width="32" height="32" />
          <span>${t('app.name')}</span>
        </a>
        <ledger-switch></ledger-switch>
        ${
          store.mayWrite
            ? html`<button
                class="add button primary"
                type="button"
                @click=${() => store.openForm()}
              >
                ${icon('add')}<span>${t('nav.add')}</span>
              </button>`
            : nothing
        }
        <nav aria-label=${t('nav.label')}>
          <div class="bar">
            ${VIEWS.map(
              (name) => html`
                <a
                  class=${name}
                  href=${href(name)}
                  aria-current=${name === view ? 'page' : nothing}
                >
                  ${icon(name)}
                  <span class="wide">${t(`nav.${name}`)}</span>
                  <span class="narrow" aria-hidden="true"
                    >${name === 'import' ? t('nav.importShort') : t(`nav.${name}`)}</span
                  >
                </a>
              `,
            )}
          </div>
        </nav>
        <a
          class="aside icon-button"
          href=${href('recurring')}
          aria-label=${t('nav.recurring')}
          title=${t('nav.recurring')}
          aria-current=${view === 'recurring' ? 'page' : nothing}
        >
          ${icon('recurring')}
        </a>
        <account-menu
          .auth=${this.auth}
          @help=${() => this.#showHelp()}
          @unsettled=${() => this.#showUnsettled()}
          @second-factor=${() => this.#showSecondFactor()}
          @months=${() => this.#showMonths()}
        ></account-menu>
      </header>
    `;
  }

  #view() {
    const view = currentView();
    if (!store.mayList && !WITHOUT_EXPENSES.includes(view)) {
      return html`<div class="view">
        <h1 class="title">${t(`nav.${view}`)}</h1>
        <p class="card note">${t('ledgers.totalsOnly', { name: store.ledger.name })}</p>
      </div>`;
    }
    if (isLoaded(view)) return keyed(store.ledger.id, elements[view]());
    if (this.failedViews.has(view)) {
      return html`<div class="view" role="alert">
        <p>${t('app.failed')}</p>
        <p><button class="button" @click=${() => this.#load(view)}>${t('app.retry')}</button></p>
      </div>`;
    }
    this.#load(view);
    return html`<div class="view" role="status">
      <span class="visually-hidden">${t('app.loading')}</span>
    </div>`;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.querySelector('main')?.focus();
  }
}

customElements.define('expense-tracker', ExpenseTracker);
