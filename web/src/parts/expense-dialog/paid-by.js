import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';
import { isTogether, memberName, payers } from '../member-names.js';

/**
 * Who paid, where there is anybody else: oneself, unless somebody else is said to have.
 *
 * @param {string | undefined} by the member's id
 * @param {string | undefined} enteredBy the id of the one who recorded it, where it is recorded
 * @param {(by: string) => void} choose
 */
export function paidBy(by, enteredBy, choose) {
  if (!isTogether()) return nothing;
  const chosen = by ?? store.ledger.member;
  return html`<div class="field">
    <label for="paid-by">${t('filter.paidBy')}</label>
    <select
      class="input"
      id="paid-by"
      @change=${(/** @type {any} */ event) => choose(event.target.value)}
    >
      ${payers(by).map(
        ({ id }) =>
          html`<option value=${id} .selected=${live(id === chosen)}>${memberName(id)}</option>`,
      )}
    </select>
    ${
      enteredBy
        ? html`<p class="muted small">${t('filter.enteredBy', { name: memberName(enteredBy) })}</p>`
        : nothing
    }
  </div>`;
}
