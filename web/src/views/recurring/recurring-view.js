import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { nameOfRule } from '../../parts/rule-names.js';
import { changeRule } from '../../parts/rule-notices.js';
import '../../parts/upcoming-list/upcoming-list.js';
import { upcomingSum } from '../../parts/upcoming-list/upcoming-sum.js';
import { store, StoreController } from '../../data/store.js';
import { lastUpcoming } from '../../data/upcoming.js';
import { date } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './costs-card.js';
import './proposal-list.js';
import './calendar-card.js';
import './recurring-view.css';
import './rule-editor.js';
import { editOf } from './rule-form.js';
import './rule-list.js';

/**
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').RuleContent} RuleContent
 */

/**
 * What recurs: what is due next, and the rules, to be made, changed, paused and deleted.
 *
 *     <recurring-view></recurring-view>
 */
class RecurringView extends PageElement {
  static properties = { editing: { state: true }, busy: { state: true } };

  constructor() {
    super();
    new StoreController(this);
    /** @type {{rule: Rule | null, draft: Partial<RuleContent>} | null} what the sheet is open for */
    this.editing = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    store.recurring.load();
    store.recurring.loadHistory(store.state.today);
  }

  willUpdate() {
    const { draft } = store.recurring;
    if (!draft) return;
    store.recurring.draft = null;
    this.editing = { rule: null, draft };
  }

  /** @param {Partial<RuleContent>} [draft] */
  #add(draft = {}) {
    this.editing = { rule: null, draft };
  }

  /**
   * Do what the sheet asks for; it stays open where that is refused, with all that was typed.
   *
   * @param {string} name @param {() => Promise<unknown>} change @param {string} done
   */
  async #do(name, change, done) {
    this.busy = true;
    const isDone = await changeRule(name, change, done);
    this.busy = false;
    if (isDone) this.editing = null;
  }

  /** @param {CustomEvent<Omit<RuleContent, 'paused' | 'skipped'>>} event */
  #save({ detail: content }) {
    const rule = this.#edited;
    const name = nameOfRule(content);
    if (rule) {
      const done = t('recurring.saved', { name });
      return this.#do(name, () => store.recurring.edit(rule, editOf(rule, content)), done);
    }
    const whole = { ...content, paused: false, skipped: [] };
    return this.#do(name, () => store.recurring.add(whole), t('recurring.added', { name }));
  }

  /** The rule that is edited, as it is now. */
  get #edited() {
    const { rule } = this.editing ?? {};
    return rule ? (store.recurring.find(rule.id) ?? rule) : null;
  }

  #pause() {
    const rule = /** @type {Rule} */ (this.#edited);
    const paused = !rule.paused;
    const name = nameOfRule(rule);
    const done = t(paused ? 'recurring.paused' : 'recurring.resumed', { name });
    this.#do(name, () => store.recurring.edit(rule, { paused }), done);
  }

  #skip() {
    const rule = /** @type {Rule} */ (this.#edited);
    const day = /** @type {string} */ (rule.next);
    const name = nameOfRule(rule);
    const done = t('recurring.skipped', { name, date: date(day) });
    this.#do(name, () => store.recurring.skip(rule, day), done);
  }

  #delete() {
    const rule = /** @type {Rule} */ (this.#edited);
    const name = nameOfRule(rule);
    this.#do(name, () => store.recurring.delete(rule), t('recurring.deleted', { name }));
  }

  render() {
    const { status, items } = store.recurring;
    return html`
      <div class="view of-one-list">
        <header>
          <h1 class="title">${t('recurring.title')}</h1>
          <p class="muted">${t('recurring.intro')}</p>
          ${
            store.mayWrite
              ? html`<button class="button primary" type="button" @click=${() => this.#add()}>
                  ${icon('add', 20)}${t('recurring.add')}
                </button>`
              : nothing
          }
        </header>
        ${status === 'ready' ? this.#content(items) : status === 'failed' ? failure() : skeleton()}
      </div>
      ${this.editing ? this.#editor(this.editing) : nothing}
    `;
  }

  /** @param {readonly Rule[]} rules */
  #content(rules) {
    if (!rules.length) {
      return html`<p class="card muted">${t('recurring.none')}</p>
        ${this.#proposals(rules)}`;
    }
    return html`
      ${this.#upcoming()} ${this.#proposals(rules)}
      <section aria-labelledby="rules-title">
        <h2 class="heading" id="rules-title">${t('recurring.list')}</h2>
        <rule-list
          .rules=${rules}
          @edit=${(/** @type {CustomEvent<Rule>} */ { detail: rule }) =>
            (this.editing = { rule, draft: {} })}
        ></rule-list>
      </section>
      <costs-card
        .rules=${rules}
        .history=${store.recurring.history ?? []}
        .today=${store.state.today}
      ></costs-card>
      ${
        store.ledger.id
          ? html`<p class="muted small">${t('recurring.notInCalendar')}</p>`
          : html`<calendar-card></calendar-card>`
      }
    `;
  }

  /** @param {readonly Rule[]} rules */
  #proposals(rules) {
    const { history } = store.recurring;
    if (!history || !store.mayWrite) return nothing;
    return html`<proposal-list
      .rules=${rules}
      .history=${history}
      .today=${store.state.today}
      .scope=${store.device.scope}
      @take=${(/** @type {CustomEvent<Partial<RuleContent>>} */ { detail }) => this.#add(detail)}
    ></proposal-list>`;
  }

  #upcoming() {
    const ahead = store.recurring.upcoming(lastUpcoming(store.state.today));
    return html`<section class="card" aria-labelledby="upcoming-title">
      <h2 class="heading" id="upcoming-title">${t('recurring.upcoming.title')}</h2>
      <p class="muted">${upcomingSum(ahead)}</p>
      <upcoming-list .items=${ahead} .label=${t('recurring.upcoming.title')}></upcoming-list>
    </section>`;
  }

  /** @param {{rule: Rule | null, draft: Partial<RuleContent>}} editing */
  #editor({ rule, draft }) {
    return html`<rule-editor
      .rule=${rule}
      .draft=${draft}
      ?busy=${this.busy}
      @save=${this.#save}
      @pause=${this.#pause}
      @skip=${this.#skip}
      @delete=${this.#delete}
      @close=${() => (this.editing = null)}
    ></rule-editor>`;
  }
}

function failure() {
  return html`<div class="card" role="alert">
    <p>${t('recurring.failed')}</p>
    <p>
      <button class="button" type="button" @click=${() => store.recurring.load()}>
        ${t('app.retry')}
      </button>
    </p>
  </div>`;
}

function skeleton() {
  return html`<div class="card" role="status">
    <div class="skeleton"></div>
    <span class="visually-hidden">${t('app.loading')}</span>
  </div>`;
}

customElements.define('recurring-view', RecurringView);
