import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { store, StoreController } from '../../data/store.js';
import { PageElement } from '../../parts/element.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import { attempt } from './attempt.js';
import { goesOut } from './going-out.js';

/** @typedef {import('../../types.js').Member} Member */

/** @type {import('../../types.js').Role[]} */
export const ROLES = ['owner', 'member', 'viewer', 'totals'];

/**
 * Who is, and was, in the ledger; its owners change roles here, and remove people.
 *
 *     <member-list></member-list>
 */
class MemberList extends PageElement {
  static properties = { busy: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    this.busy = false;
  }

  /** @param {() => Promise<unknown>} change @param {string} done */
  async #do(change, done) {
    if (this.busy) return;
    this.busy = true;
    const isDone = await attempt(async () => {
      await change();
      store.notify({ text: done });
    });
    // What is shown as chosen is what the server has, whichever way it went.
    await store.members.refresh();
    if (isDone) await store.ledgers.load();
    this.busy = false;
  }

  /** @param {Member} member @param {Event} event */
  #change(member, event) {
    const select = /** @type {HTMLSelectElement} */ (event.target);
    const role = /** @type {import('../../types.js').Role} */ (select.value);
    // Until the server has it.
    select.value = member.role;
    const said = { name: member.name, role: t(`people.roles.${role}`) };
    this.#do(
      () => store.api.changeMember(store.ledger.id, member.id, { role }),
      t('people.roleChanged', said),
    );
  }

  /** @param {Member} member */
  #remove({ id, name }) {
    const { ledger } = store;
    if (!confirm(goesOut('people.removeSure', { name, ledger: ledger.name }))) return;
    this.#do(() => store.api.removeMember(ledger.id, id), t('people.removed', { name }));
  }

  render() {
    const { items, status } = store.members;
    if (status === 'failed') {
      return html`<div class="card" role="alert">
        <p>${t('people.failed')}</p>
        <button class="button" type="button" @click=${() => store.members.refresh()}>
          ${t('app.retry')}
        </button>
      </div>`;
    }
    return html`<ul class="card" aria-busy=${status === 'loading'}>
      ${repeat(
        items,
        ({ id }) => id,
        (member) => this.#row(member),
      )}
    </ul>`;
  }

  /** @param {Member} member */
  #row(member) {
    const { ledger } = store;
    const isOwn = member.id === ledger.member;
    const isIn = member.role !== 'left';
    const maySet = ledger.role === 'owner' && isIn;
    return html`<li class=${isIn ? '' : 'muted'}>
      <span class="name"
        >${member.name}
        ${isOwn ? html`<span class="muted">(${t('people.you')})</span>` : nothing}</span
      >
      ${
        maySet
          ? html`<select
              class="input"
              aria-label=${t('people.roleOf', { name: member.name })}
              ?disabled=${this.busy}
              .value=${member.role}
              @change=${(/** @type {Event} */ event) => this.#change(member, event)}
            >
              ${ROLES.map(
                (role) =>
                  html`<option value=${role} ?selected=${role === member.role}>
                    ${t(`people.roles.${role}`)}
                  </option>`,
              )}
            </select>`
          : html`<span class="role">${t(`people.roles.${member.role}`)}</span>`
      }
      ${
        maySet && !isOwn
          ? html`<button
              class="icon-button"
              type="button"
              aria-label=${t('people.remove', { name: member.name })}
              ?disabled=${this.busy}
              @click=${() => this.#remove(member)}
            >
              ${icon('close', 20)}
            </button>`
          : nothing
      }
    </li>`;
  }
}

customElements.define('member-list', MemberList);
