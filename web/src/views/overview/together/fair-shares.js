import { html, nothing } from 'lit';
import { store, StoreController } from '../../../data/store.js';
import { PageElement } from '../../../parts/element.js';
import { memberName } from '../../../parts/member-names.js';
import { date, shortMoney } from '../../../writing/format.js';
import { t } from '../../../writing/text.js';
import { refused, said } from './settlement-words.js';
import './settlement-form.js';
import './together.css';

/** @typedef {import('../../../types.js').Transfer} Transfer */

/**
 * What each paid, what each would owe by the ledger's split, and the fewest transfers that settle it,
 * each to be recorded once it was given.
 *
 *     <fair-shares></fair-shares>
 */
class FairShares extends PageElement {
  static properties = { working: { state: true }, asking: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    /** Something is being recorded or taken back. */
    this.working = false;
    /** Something else than what would settle it is being told. */
    this.asking = false;
  }

  willUpdate() {
    store.fair.look();
  }

  /** @param {() => Promise<void>} work @param {string} done */
  async #do(work, done) {
    if (this.working) return;
    this.working = true;
    try {
      await store.hold(work());
      store.notify({ text: done });
    } catch (error) {
      store.notify({ kind: 'error', text: refused(error) });
    } finally {
      this.working = false;
    }
  }

  render() {
    const { balances, status } = store.fair;
    return html`<section class="card" aria-labelledby="fair-title" aria-busy=${this.working}>
      <h2 class="heading" id="fair-title">${t('together.fair.title')}</h2>
      ${
        balances
          ? this.#figures(balances)
          : status === 'failed'
            ? nothing
            : html`<div class="skeleton" aria-hidden="true"></div>`
      }
      <p class="muted" role="status">${status === 'failed' ? t('together.fair.failed') : ''}</p>
    </section>`;
  }

  /** @param {import('../../../types.js').Balances} balances */
  #figures({ total_paise, members, transfers }) {
    const { settlements } = store.fair;
    const given = members.some(({ settled_paise }) => settled_paise !== 0);
    return html`<p class="muted">${t('together.fair.about', { total: shortMoney(total_paise) })}</p>
      <div class="scrolls" tabindex="0" role="group" aria-labelledby="fair-title">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('together.fair.person')}</th>
              <th scope="col">${t('together.fair.balance')}</th>
              <th scope="col">${t('together.fair.paid')}</th>
              <th scope="col">${t('together.fair.share')}</th>
              ${given ? html`<th scope="col">${t('together.fair.settled')}</th>` : nothing}
            </tr>
          </thead>
          <tbody>
            ${members.map(
              (one) =>
                html`<tr>
                  <th scope="row">${memberName(one.member)}</th>
                  <td>${shortMoney(one.balance_paise)}</td>
                  <td>${shortMoney(one.paid_paise)}</td>
                  <td>${shortMoney(one.owed_paise)}</td>
                  ${given ? html`<td>${shortMoney(one.settled_paise)}</td>` : nothing}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        transfers.length
          ? html`<h3>${t('together.fair.transfers')}</h3>
              <ul>
                ${transfers.map((one) => this.#transfer(one))}
              </ul>`
          : html`<p>${t('together.fair.even')}</p>`
      }
      ${store.mayWrite ? this.#another(members, transfers[0]) : nothing}
      ${
        settlements.length
          ? html`<h3>${t('together.fair.settlements')}</h3>
              <ul>
                ${settlements.map((one) => this.#settlement(one))}
              </ul>`
          : nothing
      }`;
  }

  /** @param {import('../../../types.js').Balances['members']} members @param {Transfer | undefined} first */
  #another(members, first) {
    return html`<p>
        <button class="button quiet" type="button" @click=${() => (this.asking = true)}>
          ${t('together.fair.anotherOpens')}
        </button>
      </p>
      ${
        this.asking
          ? html`<settlement-form
              .members=${members.map(({ member }) => member)}
              .transfer=${first}
              @close=${() => (this.asking = false)}
            ></settlement-form>`
          : nothing
      }`;
  }

  /** @param {Transfer} transfer */
  #transfer(transfer) {
    const words = said(transfer);
    const record = () =>
      this.#do(
        () => store.fair.settle(transfer, store.state.today),
        t('together.fair.recorded', words),
      );
    return html`<li class="give">
      <span>${t('together.fair.transfer', words)}</span>
      ${
        store.mayWrite
          ? html`<button
              class="button"
              type="button"
              aria-label=${t('together.fair.recordLabel', words)}
              ?disabled=${this.working}
              @click=${record}
            >
              ${t('together.fair.record')}
            </button>`
          : nothing
      }
    </li>`;
  }

  /** @param {import('../../../types.js').Settlement} settlement */
  #settlement(settlement) {
    const words = said(settlement);
    const takeBack = () =>
      this.#do(() => store.fair.takeBack(settlement.id), t('together.fair.takenBack', words));
    return html`<li class="give">
      <span
        >${t('together.fair.settlement', words)}
        <span class="muted">${date(settlement.date)}</span></span
      >
      ${
        store.mayWrite
          ? html`<button
              class="button quiet"
              type="button"
              aria-label=${t('together.fair.takeBackLabel', { ...words, date: date(settlement.date) })}
              ?disabled=${this.working}
              @click=${takeBack}
            >
              ${t('together.fair.takeBack')}
            </button>`
          : nothing
      }
    </li>`;
  }
}

customElements.define('fair-shares', FairShares);
