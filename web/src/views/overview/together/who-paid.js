import { html, nothing } from 'lit';
import { store, StoreController } from '../../../data/store.js';
import { cssProperties } from '../../../parts/css-properties.js';
import { PageElement } from '../../../parts/element.js';
import { memberName } from '../../../parts/member-names.js';
import { percentage, shortMoney } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import './together.css';

/**
 * What each member paid of what is shown. The `pick-member` event carries the id of one to narrow
 * everything to, or to let go.
 *
 *     <who-paid .of=${filter} .picked=${filter.by}></who-paid>
 */
class WhoPaid extends PageElement {
  static properties = { of: { attribute: false }, picked: { attribute: false } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {import('../../../types.js').Filter} */
    this.of = {};
    /** @type {readonly string[]} */
    this.picked = [];
  }

  render() {
    const { status, paid } = store.paid.view(this.of);
    return html`<section class="card" aria-labelledby="who-paid-title">
      <h2 class="heading" id="who-paid-title">${t('together.paid.title')}</h2>
      ${
        paid
          ? this.#figures(paid)
          : status === 'failed'
            ? html`<p class="muted" role="status">${t('together.paid.failed')}</p>`
            : html`<div class="skeleton" aria-hidden="true"></div>`
      }
    </section>`;
  }

  /** @param {Map<string, number>} paid */
  #figures(paid) {
    const everybody = store.members.items.map(({ id, role }) => ({
      id,
      paise: paid.get(id) ?? 0,
      gone: role === 'left',
    }));
    // Who has just come in may not be among the members yet.
    const others = [...paid.keys()].filter((id) => !store.members.find(id));
    const shown = everybody
      .concat(others.map((id) => ({ id, paise: paid.get(id) ?? 0, gone: false })))
      .filter(({ gone, paise }) => !gone || paise !== 0)
      .sort((a, b) => b.paise - a.paise);
    const total = shown.reduce((sum, { paise }) => sum + paise, 0);
    if (!paid.size) return html`<p class="muted">${t('together.paid.none')}</p>`;
    return html`<p class="muted">${mostSentence(shown, total)}</p>
      <ul class="payers" aria-label=${t('together.paid.list')}>
        ${shown.map((one) => this.#row(one, total))}
      </ul>`;
  }

  /** @param {{id: string, paise: number}} one @param {number} total */
  #row({ id, paise }, total) {
    const share = total > 0 && paise > 0 ? paise / total : 0;
    const pick = () =>
      this.dispatchEvent(new CustomEvent('pick-member', { detail: id, bubbles: true }));
    return html`<li>
      <button
        type="button"
        aria-pressed=${this.picked.includes(id)}
        title=${t('together.paid.pick', { name: memberName(id) })}
        ${cssProperties({ '--share': String(share) })}
        @click=${pick}
      >
        <span class="name">${memberName(id)}</span>
        <span class="share muted">${total > 0 ? percentage(share) : nothing}</span>
        <span class="amount">${shortMoney(paise)}</span>
      </button>
    </li>`;
  }
}

/** @param {{id: string, paise: number}[]} shown the most first @param {number} total */
function mostSentence(shown, total) {
  const [first, second] = shown;
  if (first.paise === second?.paise) return t('together.paid.same');
  const name = memberName(first.id);
  return t('together.paid.most', {
    name,
    amount: shortMoney(first.paise),
    total: shortMoney(total),
  });
}

customElements.define('who-paid', WhoPaid);
