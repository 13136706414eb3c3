import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { PageElement } from '../element.js';
import { focusExpense, focusPage } from '../focus.js';
import { icon } from '../../writing/icons.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './notice-list.css';

/**
 * Toasts. They wait while the pointer or the focus is on them; errors wait until dismissed. A manual
 * popover, so that they lie over an open dialog too; while one is open the element moves into it,
 * since a modal dialog makes all that is outside of it inert. The store says their text to screen
 * readers. A `visit` event takes the keyboard to the latest one; Escape takes it back.
 *
 *     <notice-list .notices=${store.state.notices}></notice-list>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/alert/
 */
class NoticeList extends PageElement {
  static properties = { notices: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../../data/store/telling.js').Notice[]} */
    this.notices = [];
    /** @type {Map<string, number>} timers of the notices shown */
    this.timers = new Map();
    this.held = false;
    /** Its place in the page while it is in a dialog. */
    this.place = document.createComment('notice-list');
    /** @type {HTMLElement | null} what had the focus before the notice */
    this.returnTo = null;
    this.dialogs = new MutationObserver(() => this.#move());
    this.addEventListener('visit', () => this.#visit());
  }

  connectedCallback() {
    super.connectedCallback();
    this.dialogs.observe(document, { subtree: true, attributeFilter: ['open'] });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.dialogs.disconnect();
    // A dialog that leaves the page does not take the notices with it.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.place.replaceWith(this);
      this.#raise();
    });
  }

  /** Into the dialog that is open on top, or back to its place. */
  #move() {
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const there = dialog ? this.parentNode === dialog : !this.place.parentNode;
    if (there) return;
    if (!this.place.parentNode) this.before(this.place);
    if (dialog) dialog.append(this);
    else this.place.replaceWith(this);
    this.#raise();
  }

  #visit() {
    const buttons = this.querySelectorAll('.notice:last-child button');
    const button = /** @type {HTMLElement | undefined} */ (buttons[0]);
    if (!button) return;
    if (!this.contains(document.activeElement)) {
      this.returnTo = /** @type {HTMLElement | null} */ (document.activeElement);
    }
    button.focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#goBack();
  }

  #goBack() {
    if (this.returnTo?.isConnected) this.returnTo.focus();
    else focusPage();
    this.returnTo = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has('notices')) return;
    for (const [id, timer] of this.timers) {
      if (this.notices.some((notice) => notice.id === id)) continue;
      clearTimeout(timer);
      this.timers.delete(id);
    }
    if (!this.held) this.#count();
    this.#raise();
  }

  /** Show them on top of whatever was opened since. */
  #raise() {
    if (!this.isConnected) return;
    const popover = /** @type {HTMLElement} */ (this.querySelector('[popover]'));
    popover.hidePopover();
    if (this.notices.length) popover.showPopover();
  }

  #count() {
    for (const { id, timeout } of this.notices) {
      if (!timeout || this.timers.has(id)) continue;
      this.timers.set(
        id,
        window.setTimeout(() => store.dismiss(id), timeout),
      );
    }
  }

  #hold() {
    this.held = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  #release() {
    this.held = false;
    this.#count();
  }

  render() {
    const { notices } = this;
    return html`
      <div
        class="notices"
        popover="manual"
        role="region"
        aria-label=${t('app.notices')}
        @pointerenter=${this.#hold}
        @pointerleave=${this.#release}
        @focusin=${this.#hold}
        @focusout=${this.#release}
        @keydown=${this.#key}
      >
        ${notices.map(this.#notice)}
      </div>
    `;
  }

  /** @param {import('../../data/store/telling.js').Notice} notice */
  #notice = ({ id, text, kind, action, about }) => {
    const leave = async () => {
      store.dismiss(id);
      await this.updateComplete;
      // Not from the body, where the button was: from where the person came, or from the page.
      if (document.activeElement === document.body) this.#goBack();
    };
    const act = async () => {
      action?.run();
      await leave();
      if (about && !store.state.form) focusExpense(about);
    };
    return keyed(
      id,
      html`<div class="notice ${kind}">
        <span class="text">${text}</span>
        ${
          action
            ? html`<button type="button" class="action" @click=${act}>${action.label}</button>`
            : nothing
        }
        <button type="button" class="dismiss" aria-label=${t('app.close')} @click=${leave}>
          ${icon('close', 18)}
        </button>
      </div>`,
    );
  };
}

customElements.define('notice-list', NoticeList);
