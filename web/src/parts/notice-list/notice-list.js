import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { PageElement } from '../element.js';
import { icon } from '../../writing/icons.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import './notice-list.css';

/**
 * Toasts. They wait while the pointer or the focus is on them; errors wait until dismissed. A manual
 * popover, so that they lie over an open dialog too. The store says their text to screen readers.
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
      >
        ${notices.map(this.#notice)}
      </div>
    `;
  }

  /** @param {import('../../data/store/telling.js').Notice} notice */
  #notice = ({ id, text, kind, action }) => {
    const act = () => {
      store.dismiss(id);
      action?.run();
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
        <button
          type="button"
          class="dismiss"
          aria-label=${t('app.close')}
          @click=${() => store.dismiss(id)}
        >
          ${icon('close', 18)}
        </button>
      </div>`,
    );
  };
}

customElements.define('notice-list', NoticeList);
