import { html, nothing } from 'lit';
import { toggled } from '../../data/filter.js';
import { StoreController } from '../../data/store.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import { colourOf, nameOf } from '../category-names.js';
import { memberName } from '../member-names.js';
import { cssProperties } from '../css-properties.js';
import { PageElement } from '../element.js';
import { focusPage } from '../focus.js';
import './filter-chips.css';

/** @typedef {import('../../types.js').Filter} Filter */

/**
 * The categories and tags that everything is narrowed to or goes without, each to be taken back. The
 * `change-filter` event carries the filter without it, and what to say of that.
 *
 *     <filter-chips [bare] .filter=${filter} @change-filter=${({ detail: { filter, said } }) => …}>
 *     </filter-chips>
 */
class FilterChips extends PageElement {
  static properties = { filter: { attribute: false }, bare: { type: Boolean } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Filter} */
    this.filter = {};
    /** Something beside it clears them all. */
    this.bare = false;
  }

  render() {
    const { category = [], without = [], tag = [], by = [] } = this.filter;
    const count = category.length + without.length + tag.length + by.length;
    if (!count) return nothing;
    return html`<ul aria-label=${t('filter.label')}>
      ${category.map((id) => this.#picked(id, category.length))}
      ${without.map((id) => this.#leftOut(id))} ${tag.map((one) => this.#tag(one))}
      ${by.map((id) => this.#paidBy(id))}
      ${
        count > 1 && !this.bare
          ? html`<li>
              <button class="button quiet" type="button" @click=${this.#clear}>
                ${t('filter.clear')}
              </button>
            </li>`
          : nothing
      }
    </ul>`;
  }

  #clear() {
    const none = { category: undefined, without: undefined, tag: undefined, by: undefined };
    this.#change({ ...this.filter, ...none }, t('filter.nowClear'));
  }

  /** The chip goes: the keyboard goes on from the next one. @param {Filter} filter @param {string} said */
  #change(filter, said) {
    this.dispatchEvent(new CustomEvent('change-filter', { detail: { filter, said } }));
    requestAnimationFrame(() => {
      const next = this.querySelector('button');
      if (next) next.focus();
      else focusPage();
    });
  }

  /** @param {string} id @param {number} of how many are picked */
  #picked(id, of) {
    const category = nameOf(id);
    return this.#chip({
      name: 'category',
      value: id,
      shown: of > 1 ? category : t('filter.only', { category }),
      label: t(of > 1 ? 'filter.removeOneOf' : 'filter.removeOnly', { category }),
      said: of > 1 ? t('filter.nowWithout', { category }) : t('filter.nowAll'),
    });
  }

  /** @param {string} id */
  #leftOut(id) {
    const category = nameOf(id);
    return this.#chip({
      name: 'without',
      value: id,
      shown: t('filter.without', { category }),
      label: t('filter.removeWithout', { category }),
      said: t('filter.nowBack', { category }),
    });
  }

  /** @param {string} tag */
  #tag(tag) {
    return this.#chip({
      name: 'tag',
      value: tag,
      shown: t('filter.tag', { tag }),
      label: t('filter.removeTag', { tag }),
      said: t('filter.tagGone', { tag }),
    });
  }

  /** @param {string} id */
  #paidBy(id) {
    const name = memberName(id);
    return this.#chip({
      name: 'by',
      value: id,
      shown: t('filter.by', { name }),
      label: t('filter.removeBy', { name }),
      said: t('filter.byGone', { name }),
    });
  }

  /**
   * @param {{name: import('../../data/filter.js').Several, value: string, shown: string,
   *   label: string, said: string}} chip
   */
  #chip({ name, value, shown, label, said }) {
    const kind = name === 'without' ? 'without' : 'only';
    const colour = name === 'tag' || name === 'by' ? undefined : colourOf(value);
    return html`<li>
      <button
        class="chip ${kind}"
        type="button"
        ${cssProperties({ '--colour': colour })}
        aria-label=${label}
        @click=${() => this.#change(toggled(this.filter, name, value), said)}
      >
        ${colour ? html`<span class="dot"></span>` : nothing}
        <span class="name">${shown}</span> ${icon('close', 16)}
      </button>
    </li>`;
  }
}

customElements.define('filter-chips', FilterChips);
