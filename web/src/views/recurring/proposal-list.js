import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { date, number, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import { declinedPayees, decline } from './declined.js';
import './proposal-list.css';
import { proposals } from './proposals.js';

/** @typedef {import('./proposals.js').Proposal} Proposal */

/**
 * What looks as if it recurred, to be taken or declined; `take` asks to make a rule of it.
 *
 *     <proposal-list .rules=${rules} .history=${expenses} .today=${…} .scope=${scope} @take=${(e) => e.detail}>
 *     </proposal-list>
 */
class ProposalList extends PageElement {
  static properties = {
    rules: { attribute: false },
    history: { attribute: false },
    today: { attribute: false },
    scope: { attribute: false },
  };

  constructor() {
    super();
    /** @type {readonly import('../../types.js').Rule[]} */
    this.rules = [];
    /** @type {readonly import('../../types.js').Expense[]} newest first */
    this.history = [];
    this.today = '';
    this.scope = '';
    /** @type {Proposal[]} */
    this.found = [];
  }

  willUpdate() {
    const declined = declinedPayees(this.scope);
    this.found = proposals(this.history, this.rules, this.today).filter(
      ({ payee }) => !declined.has(payee),
    );
  }

  /** @param {Proposal} proposal */
  #take({ draft }) {
    this.dispatchEvent(new CustomEvent('take', { detail: draft }));
  }

  /** @param {Proposal} proposal */
  #decline({ payee }) {
    decline(this.scope, payee);
    this.requestUpdate();
  }

  render() {
    if (!this.found.length) return nothing;
    return html`<section aria-labelledby="proposals-title">
      <h2 class="heading" id="proposals-title">${t('recurring.proposals.title')}</h2>
      <ul class="card" aria-labelledby="proposals-title">
        ${this.found.map((proposal) => this.#item(proposal))}
      </ul>
    </section>`;
  }

  /** @param {Proposal} proposal */
  #item(proposal) {
    const { name, interval, times, amount_paise: paise, date: day } = proposal;
    return html`<li>
      <p>
        <span class="name">${t(`recurring.proposals.${interval}`, { name })}</span>
        <span class="muted small"
          >${t('recurring.proposals.seen', {
            times: number(times),
            date: date(day),
            amount: shortMoney(paise),
          })}</span
        >
      </p>
      <div class="choices">
        <button
          class="button"
          type="button"
          aria-label=${t('recurring.proposals.takeName', { name })}
          @click=${() => this.#take(proposal)}
        >
          ${t('recurring.proposals.take')}
        </button>
        <button
          class="button quiet"
          type="button"
          aria-label=${t('recurring.proposals.leaveName', { name })}
          @click=${() => this.#decline(proposal)}
        >
          ${t('recurring.proposals.leave')}
        </button>
      </div>
    </li>`;
  }
}

customElements.define('proposal-list', ProposalList);
