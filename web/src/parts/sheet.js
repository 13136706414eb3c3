import { html } from 'lit';
import { PageElement } from './element.js';
import { onNavigate } from '../data/router.js';
import { icon } from '../writing/icons.js';
import { t } from '../writing/text.js';

/**
 * A sheet over the page, with a title and a button that closes it. Open while it is in the page; a
 * `close` event asks to take it out. It is of the view that it was opened over: leaving that closes it.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/
 */
export class Sheet extends PageElement {
  /** @type {(() => void) | undefined} */
  #stop = undefined;

  connectedCallback() {
    super.connectedCallback();
    this.#stop = onNavigate(() => this.close());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop?.();
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
  }

  close() {
    this.querySelector('dialog')?.close();
  }

  /** @param {{titleId: string, title: string, content: unknown}} parts */
  sheet({ titleId, title, content }) {
    return html`
      <dialog
        class="sheet"
        aria-labelledby=${titleId}
        @close=${() => this.dispatchEvent(new Event('close'))}
      >
        <header>
          <h2 class="heading" id=${titleId}>${title}</h2>
          <button
            class="icon-button"
            type="button"
            aria-label=${t('app.close')}
            @click=${this.close}
          >
            ${icon('close')}
          </button>
        </header>
        ${content}
      </dialog>
    `;
  }
}
