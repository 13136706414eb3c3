import { html } from 'lit';
import './combobox.css';

/**
 * The list under a text field: which option is active, and what keys and clicks do. A component
 * creates one for its input, gives the input its ARIA attributes from it, and renders `list()`.
 *
 *     box = new Combobox(this, { id: 'tags', label, options: () => […], choose: (option) => {…} });
 *     html`<input role="combobox" aria-autocomplete="list" aria-expanded=${box.expanded}
 *            aria-controls="tags-list" aria-activedescendant=${box.activeId} autocomplete="off"
 *            @keydown=${box.onKey} @focus=… @blur=${box.close} />
 *          ${box.list((option) => html`…`)}`
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 * @template T
 */
export class Combobox {
  open = false;
  active = -1;

  /**
   * @param {import('lit').LitElement} host
   * @param {{id: string, label: string, options: () => T[], choose: (option: T) => void,
   *   isChosen?: (option: T) => boolean}} settings
   */
  constructor(host, settings) {
    this.host = host;
    this.settings = settings;
  }

  get shown() {
    return this.open ? this.settings.options() : [];
  }

  get expanded() {
    return this.shown.length > 0 ? 'true' : 'false';
  }

  get activeId() {
    return this.active >= 0 && this.active < this.shown.length
      ? `${this.settings.id}-option-${this.active}`
      : '';
  }

  /** @param {number} [active] the option that Enter would choose; -1 for none */
  show(active = -1) {
    this.open = true;
    this.active = active;
    this.#render();
  }

  close = () => {
    if (!this.open) return;
    this.open = false;
    this.active = -1;
    this.host.requestUpdate();
  };

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    const { options } = this.settings;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      const step = key === 'ArrowDown' ? 1 : -1;
      if (!this.open) return this.show(step > 0 ? 0 : options().length - 1);
      const count = this.shown.length;
      this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
      this.#render();
    } else if (key === 'Enter' && this.activeId) {
      event.preventDefault();
      this.#choose(this.active);
    } else if (key === 'Escape' && this.shown.length) {
      // The list goes first; a second press closes the dialog.
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (key === 'Tab') {
      if (this.activeId) this.#choose(this.active);
      this.close();
    }
  };

  /** @param {number} index */
  #choose(index) {
    const option = this.shown[index];
    this.close();
    if (option !== undefined) this.settings.choose(option);
  }

  async #render() {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const active = this.activeId && document.getElementById(this.activeId);
    if (active) active.scrollIntoView({ block: 'nearest' });
  }

  /** @param {(option: T) => unknown} content */
  list(content) {
    const { id, label, isChosen } = this.settings;
    const shown = this.shown;
    return html`
      <ul
        class="listbox"
        role="listbox"
        id="${id}-list"
        aria-label=${label}
        ?hidden=${!shown.length}
        @mousedown=${(/** @type {Event} */ event) => event.preventDefault()}
      >
        ${shown.map(
          (option, i) => html`
            <li
              role="option"
              id="${id}-option-${i}"
              class=${i === this.active ? 'active' : ''}
              aria-selected=${(isChosen ? isChosen(option) : i === this.active) ? 'true' : 'false'}
              @click=${() => this.#choose(i)}
            >
              ${content(option)}
            </li>
          `,
        )}
      </ul>
    `;
  }
}
