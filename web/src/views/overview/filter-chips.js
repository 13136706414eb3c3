import { html, nothing } from 'lit';
import { cssProperties } from '../../parts/css-properties.js';
import { PageElement } from '../../parts/element.js';
import { focusPage } from '../../parts/focus.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import { colourOf, nameOf } from './category-names.js';
import './filter-chips.css';

/**
 * The categories that everything is narrowed to or goes without, each to be taken back.
 *
 *     <filter-chips .filter=${filter} @pick-category=${…} @exclude-category=${…}
 *       @clear-filter=${…}></filter-chips>
 */
class FilterChips extends PageElement {
  static properties = { filter: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./projections.js').Filter} */
    this.filter = { picked: new Set(), excluded: new Set() };
  }

  render() {
    const { picked, excluded } = this.filter;
    if (picked.size + excluded.size === 0) return nothing;
    return html`<ul aria-label=${t('overview.filter.label')}>
      ${[...picked].map((id) => this.#chip(id, 'only', 'pick-category'))}
      ${[...excluded].map((id) => this.#chip(id, 'without', 'exclude-category'))}
      ${
        picked.size + excluded.size > 1
          ? html`<li>
              <button
                class="button quiet"
                type="button"
                @click=${() => this.#takeBack(new Event('clear-filter'))}
              >
                ${t('overview.filter.clear')}
              </button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  /** The chip goes: the keyboard goes on from the next one. @param {Event} asked */
  #takeBack(asked) {
    this.dispatchEvent(asked);
    requestAnimationFrame(() => {
      const next = this.querySelector('button');
      if (next) next.focus();
      else focusPage();
    });
  }

  /** @param {string} id @param {'only' | 'without'} kind @param {string} event */
  #chip(id, kind, event) {
    const category = nameOf(id);
    const label = kind === 'only' ? 'overview.filter.removeOnly' : 'overview.filter.removeWithout';
    return html`<li>
      <button
        class="chip ${kind}"
        type="button"
        ${cssProperties({ '--colour': colourOf(id) })}
        aria-label=${t(label, { category })}
        @click=${() => this.#takeBack(new CustomEvent(event, { detail: id, bubbles: true }))}
      >
        <span class="dot"></span>${t(`overview.filter.${kind}`, { category })} ${icon('close', 16)}
      </button>
    </li>`;
  }
}

customElements.define('filter-chips', FilterChips);
