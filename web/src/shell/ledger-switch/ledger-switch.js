import { html, nothing } from 'lit';
import { calledInAddress, currentView, href } from '../../data/router.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './ledger-switch.css';

/**
 * Which ledger is shown, and the others to go to, in a native popover; not there for whom there is only
 * their own.
 *
 *     <ledger-switch></ledger-switch>
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/
 */
class LedgerSwitch extends PageElement {
  constructor() {
    super();
    new StoreController(this);
  }

  #close() {
    /** @type {any} */ (this.querySelector('[popover]'))?.hidePopover();
  }

  render() {
    const { items } = store.ledgers;
    const present = store.ledger;
    this.hidden = !items.length && !present.id;
    if (this.hidden) return nothing;
    const own = { id: '', name: t('ledgers.own') };
    return html`
      <button class="opener" type="button" popovertarget="ledgers">
        <span class="visually-hidden">${t('ledgers.present')}</span>
        <span class="name">${present.id ? present.name : own.name}</span>
        ${icon('down', 18)}
      </button>
      <div id="ledgers" popover @click=${this.#close}>
        <ul aria-label=${t('ledgers.list')}>
          ${[own, ...items].map(
            ({ id, name }) =>
              html`<li>
                <a
                  class="item"
                  href=${href(this.#view, { ledger: calledInAddress(id) })}
                  aria-current=${id === present.id ? 'true' : nothing}
                >
                  <span>${name}</span>${id === present.id ? icon('check', 20) : nothing}
                </a>
              </li>`,
          )}
        </ul>
        <a class="item people" href=${href('people')}>
          ${icon('person', 20)}${t(present.id ? 'ledgers.people' : 'ledgers.another')}
        </a>
      </div>
    `;
  }

  /** Where going to another ledger leads: to the same view, where every ledger has it. */
  get #view() {
    const view = currentView();
    return view === 'people' || view === 'invitation' ? 'overview' : view;
  }
}

customElements.define('ledger-switch', LedgerSwitch);
