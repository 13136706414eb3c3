import { html, nothing } from 'lit';
import '../../parts/amount-input/amount-input.js';
import { nameOfRule } from '../../parts/rule-names.js';
import { Sheet } from '../../parts/sheet.js';
import { timesWithin } from '../../data/recurrence.js';
import { store, StoreController } from '../../data/store.js';
import { addDays } from '../../writing/dates.js';
import { date as writtenDate, number } from '../../writing/format.js';
import { icon } from '../../writing/icons.js';
import { t } from '../../writing/text.js';
import './rule-editor.css';
import { daysFields } from './rule-days.js';
import { areDaysSaid, contentOf, dueFrom, editOf, errorsIn, fieldsOf } from './rule-form.js';
import { ruleWords } from './rule-words.js';

/**
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').RuleContent} RuleContent
 * @typedef {import('./rule-form.js').Fields} Fields
 */

const PREVIEWED = 3;
/** As far as a preview looks ahead, in days. */
const FAR = 20 * 366;

/**
 * The sheet that makes or edits a recurring rule. It asks for what is done: `save` with the content,
 * `pause`, `skip`, `delete`.
 *
 *     <rule-editor .rule=${rule} .draft=${{amount_paise: 12000}} @save=${(e) => e.detail}></rule-editor>
 */
class RuleEditor extends Sheet {
  static properties = {
    rule: { attribute: false },
    draft: { attribute: false },
    busy: { type: Boolean },
    fields: { state: true },
    errors: { state: true },
    deleting: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {Rule | null} null for a new one */
    this.rule = null;
    /** @type {Partial<RuleContent>} what is known of a new one */
    this.draft = {};
    this.busy = false;
    this.fields = fieldsOf({}, store.state.today);
    /** @type {import('./rule-form.js').Errors} */
    this.errors = {};
    /** Whether to delete it is being asked. */
    this.deleting = false;
  }

  willUpdate() {
    if (this.hasUpdated) return;
    this.fields = fieldsOf(this.rule ?? this.draft, store.state.today);
  }

  firstUpdated() {
    super.firstUpdated();
    if (!this.rule)
      /** @type {HTMLElement | null} */ (this.querySelector('#rule-description'))?.focus();
  }

  /** @param {Partial<Fields>} changes */
  #change(changes) {
    this.fields = { ...this.fields, ...changes };
    this.errors = Object.fromEntries(
      Object.entries(this.errors).filter(([field]) => !(field in changes)),
    );
  }

  /** @param {string} type @param {unknown} [detail] */
  #ask(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** @param {Event} event */
  async #save(event) {
    event.preventDefault();
    this.errors = errorsIn(this.fields);
    const [wrong] = Object.keys(this.errors);
    if (!wrong) {
      this.#ask('save', contentOf(this.fields));
      return;
    }
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector(`#rule-${wrong}`))?.focus();
  }

  render() {
    const { rule, fields, errors } = this;
    return this.sheet({
      titleId: 'rule-title',
      title: t(rule ? 'recurring.editor.editTitle' : 'recurring.editor.addTitle'),
      content: html`<form novalidate @submit=${this.#save}>
        ${this.#description()} ${this.#amount()} ${this.#category()}
        ${daysFields({ fields, errors, change: (changes) => this.#change(changes) })}
        ${this.#tags()} ${this.#preview()}
        <button class="button primary" ?disabled=${this.busy}>${t('recurring.editor.save')}</button>
        ${rule ? this.#others(rule) : nothing}
      </form>`,
    });
  }

  #description() {
    const problem = this.errors.description;
    return html`<div class="field">
      <label for="rule-description">${t('recurring.editor.description')}</label>
      <input
        class="input"
        id="rule-description"
        autocomplete="off"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby=${problem ? 'rule-description-problem' : nothing}
        .value=${this.fields.description}
        @input=${(/** @type {any} */ { target }) => this.#change({ description: target.value })}
      />
      ${
        problem
          ? html`<p class="field-error" id="rule-description-problem">${problem}</p>`
          : nothing
      }
    </div>`;
  }

  #amount() {
    const { asks, amount_paise: paise } = this.fields;
    return html`<div class="field">
      ${
        asks
          ? nothing
          : html`<amount-input
              class="field"
              name="rule-amount_paise"
              .of=${this.rule}
              .label=${t('recurring.editor.amount')}
              .paise=${paise}
              .error=${this.errors.amount_paise ?? ''}
              @amount=${(/** @type {CustomEvent<number | null>} */ { detail }) =>
                this.#change({ amount_paise: detail })}
            ></amount-input>`
      }
      <label class="check">
        <input
          type="checkbox"
          .checked=${asks}
          aria-describedby=${asks ? 'rule-asks-hint' : nothing}
          @change=${(/** @type {any} */ { target }) =>
            this.#change({ asks: target.checked, amount_paise: paise })}
        />
        ${t('recurring.editor.asks')}
      </label>
      ${asks ? html`<p class="muted small" id="rule-asks-hint">${t('recurring.editor.asksHint')}</p>` : nothing}
    </div>`;
  }

  #category() {
    const { category } = this.fields;
    const error = this.errors.category;
    const choices = store.categories.items.filter(
      ({ archived, id }) => !archived || id === category,
    );
    return html`<div class="field">
      <label for="rule-category">${t('recurring.editor.category')}</label>
      <select
        class="input"
        id="rule-category"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'rule-category-error' : nothing}
        @change=${(/** @type {any} */ { target }) => this.#change({ category: target.value })}
      >
        ${
          choices.some(({ id }) => id === category)
            ? nothing
            : html`<option value="" selected>${t('recurring.waits.choose')}</option>`
        }
        ${choices.map(
          ({ id, name, archived }) =>
            html`<option value=${id} .selected=${id === category}>
              ${archived ? t('recurring.editor.categoryClosed', { category: name }) : name}
            </option>`,
        )}
      </select>
      ${error ? html`<p class="field-error" id="rule-category-error">${error}</p>` : nothing}
    </div>`;
  }

  #tags() {
    return html`<div class="field">
      <label for="rule-tags">${t('recurring.editor.tags')}</label>
      <input
        class="input"
        id="rule-tags"
        autocomplete="off"
        autocapitalize="none"
        aria-invalid=${this.errors.tags ? 'true' : nothing}
        aria-describedby=${this.errors.tags ? 'rule-tags-problem' : nothing}
        .value=${this.fields.tags}
        @input=${(/** @type {any} */ { target }) => this.#change({ tags: target.value })}
      />
      ${
        this.errors.tags
          ? html`<p class="field-error" id="rule-tags-problem">${this.errors.tags}</p>`
          : nothing
      }
    </div>`;
  }

  /** When it is due, in words and by its next days; and what is recorded as soon as it is saved. */
  #preview() {
    if (!areDaysSaid(errorsIn(this.fields))) return nothing;
    const said = contentOf(this.fields);
    const content = this.rule ? editOf(this.rule, said) : said;
    const { today } = store.state;
    const { skipped = [] } = this.rule ?? {};
    const from = this.rule ? dueFrom(this.rule, content, today) : today;
    const ahead = timesWithin({ skipped, ...content }, { from, to: addDays(today, FAR) });
    const days = ahead.slice(0, PREVIEWED).map(({ day }) => writtenDate(day));
    return html`<div class="preview" role="status">
      <p>${ruleWords(content)}</p>
      <p class="muted small">
        ${days.length ? t('recurring.editor.preview', { days: days.join(', ') }) : t('recurring.editor.never')}
      </p>
      ${this.#past(content)}
    </div>`;
  }

  /** @param {ReturnType<typeof contentOf>} content */
  #past(content) {
    const { today } = store.state;
    if (this.rule || content.start > today) return nothing;
    const count = timesWithin(content, { from: content.start, to: today }).length;
    const key = content.amount_paise === null && this.fields.asks ? 'pastAsks' : 'past';
    if (!count) return nothing;
    return html`<p class="small">
      ${t(`recurring.editor.${key}`, { count, shown: number(count) })}
    </p>`;
  }

  /** @param {Rule} rule */
  #others(rule) {
    if (this.deleting) {
      return html`<div class="other" role="group" aria-labelledby="rule-deleting">
        <p id="rule-deleting">${t('recurring.editor.reallyDelete', { name: nameOfRule(rule) })}</p>
        <button
          class="button danger"
          type="button"
          ?disabled=${this.busy}
          @click=${() => this.#ask('delete')}
        >
          ${icon('trash', 20)}${t('recurring.editor.yesDelete')}
        </button>
        <button class="button" type="button" @click=${() => (this.deleting = false)}>
          ${t('recurring.editor.keep')}
        </button>
      </div>`;
    }
    return html`<div class="other">
      ${
        rule.state === 'ended'
          ? nothing
          : html`<button
              class="button"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.#ask('pause')}
            >
              ${t(rule.paused ? 'recurring.editor.resume' : 'recurring.editor.pause')}
            </button>`
      }
      ${
        rule.next
          ? html`<button
              class="button"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.#ask('skip')}
            >
              ${t('recurring.editor.skip', { date: writtenDate(rule.next) })}
            </button>`
          : nothing
      }
      <button class="button danger" type="button" @click=${() => (this.deleting = true)}>
        ${icon('trash', 20)}${t('recurring.editor.delete')}
      </button>
    </div>`;
  }
}

customElements.define('rule-editor', RuleEditor);
