import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

/**
 * Who paid for what goes to a ledger, where there is anybody else in it.
 *
 * @param {readonly import('../../types.js').Member[]} members of that ledger
 * @param {object} said
 * @param {string} said.by the member's id; empty for whoever paid where it comes from
 * @param {string} said.oneself one's own id there
 * @param {(by: string) => void} said.choose
 */
export function whoPaid(members, { by, oneself, choose }) {
  if (members.length < 2) return nothing;
  return html`<div class="field">
    <label for="transfer-by">${t('filter.paidBy')}</label>
    <select
      class="input"
      id="transfer-by"
      @change=${(/** @type {any} */ event) => choose(event.target.value)}
    >
      ${
        store.ledger.id
          ? html`<option value="" .selected=${live(!by)}>${t('transfer.asHere')}</option>`
          : nothing
      }
      ${members.map(
        ({ id, name }) =>
          html`<option value=${id} .selected=${live(id === by)}>
            ${id === oneself ? t('filter.oneself', { name }) : name}
          </option>`,
      )}
    </select>
  </div>`;
}
