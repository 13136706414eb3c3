import { html, nothing } from 'lit';
import { problemText } from '../amount-input/problem-text.js';
import { PageElement } from '../element.js';
import { store } from '../../data/store.js';
import { relativeDate, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';
import { characters } from '../../reading/characters.js';
import { cut } from '../../reading/folding.js';
import { readQuickLine } from '../../reading/quick-line.js';
import { icon } from '../../writing/icons.js';
import { canPaste, pastedLine } from './clipboard.js';
import './quick-entry.css';

/** More than a line, or a bank's message, has. */
const LONGEST = 600;

/** @typedef {import('../../reading/quick-line.js').Line} Line */

/**
 * One line that is read while it is typed. What was taken from it is marked in it and listed below it;
 * what could be meant in several ways is asked. The form's fields show what was understood.
 *
 *     <quick-entry .line=${''} .byHand=${['date']} .error=${''} @quick-entry=${(e) => e.detail}></quick-entry>
 *
 * `byHand` are the fields that don't follow the line any more: nothing is asked for them.
 */
export class QuickEntry extends PageElement {
  static properties = {
    line: { attribute: false },
    byHand: { attribute: false },
    error: { attribute: false },
    chosen: { state: true },
  };

  constructor() {
    super();
    this.line = '';
    /** @type {string[]} */
    this.byHand = [];
    this.error = '';
    /** @type {import('../../reading/quick-line.js').Chosen} */
    this.chosen = {};
    /** What was last told of. */
    this.told = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('line') && this.line.trim() === '') this.chosen = {};
  }

  /** @returns {Line} */
  #reading() {
    return readQuickLine(
      // Whoever pastes a book is told so, and does not wait until it is read.
      cut(this.line, LONGEST),
      {
        today: store.state.today,
        categories: store.activeCategories(),
        categoryOf: (description) => store.habits.categoryOf(description),
      },
      this.chosen,
    );
  }

  /** What the line leaves open, of the fields that follow it. @param {Line} reading */
  #open({ choices }) {
    return {
      amounts: this.byHand.includes('amount_paise') ? [] : (choices.amount_paise ?? []),
      dates: this.byHand.includes('date') ? [] : (choices.date ?? []),
    };
  }

  /** @returns {string} in words why the line can't be saved as it is; empty if it can */
  problem() {
    const tooLong = this.#tooLong();
    if (tooLong) return tooLong;
    const reading = this.#reading();
    const { amounts, dates } = this.#open(reading);
    if (amounts.length || dates.length) return t('expense.quickAnswer');
    if (this.byHand.includes('amount_paise')) return '';
    return wordsOf(reading);
  }

  #tooLong() {
    return characters(this.line) > LONGEST ? t('expense.quickTooLong', { most: LONGEST }) : '';
  }

  /** @param {Event} event */
  #type(event) {
    this.line = /** @type {HTMLInputElement} */ (event.target).value;
    this.#tell();
  }

  /** @param {import('../../reading/quick-line.js').Chosen} chosen */
  #choose(chosen) {
    this.chosen = { ...this.chosen, ...chosen };
    this.#tell();
    this.querySelector('input')?.focus();
  }

  #tell() {
    this.told = this.line;
    const detail = { line: this.line, ...this.#reading() };
    this.dispatchEvent(new CustomEvent('quick-entry', { detail, bubbles: true }));
  }

  /** The first answer, where one is missing. */
  focus() {
    const answer = this.error ? this.querySelector('.asked button') : null;
    /** @type {HTMLElement | null} */ (answer ?? this.querySelector('input'))?.focus();
  }

  render() {
    const reading = this.#reading();
    const read = this.byHand.includes('amount_paise') ? '' : wordsOf(reading);
    const message = this.error || this.#tooLong() || read;
    return html`
      <div class="field">
        <label for="quick-line">${t('expense.quickLabel')}</label>
        <div class="marked">
          <div class="marks" aria-hidden="true"><span>${this.#marks(reading)}</span></div>
          <input
            id="quick-line"
            class="input"
            autocomplete="off"
            autocapitalize="none"
            enterkeyhint="done"
            placeholder=${t('expense.quickHint')}
            aria-invalid=${message ? 'true' : nothing}
            aria-describedby="quick-help quick-taken${message ? ' quick-error' : ''}"
            .value=${this.line}
            @input=${this.#type}
            @scroll=${this.#scroll}
          />
        </div>
        ${this.#paster()}
        <div role="status">
          ${message ? html`<p class="field-error" id="quick-error">${message}</p>` : nothing}
          ${this.#questions(reading)}
        </div>
        ${this.#taken(reading)}
        <p class="small muted" id="quick-help">${t('expense.quickHelp')}</p>
      </div>
    `;
  }

  updated() {
    this.#scroll();
    // What the page was given is read like what is typed.
    if (this.line !== this.told) this.#tell();
  }

  async #paste() {
    this.line = (await pastedLine()) || this.line;
    this.querySelector('input')?.focus();
  }

  #paster() {
    if (!canPaste()) return nothing;
    return html`<button class="paste button quiet" type="button" @click=${this.#paste}>
      ${icon('paste', 18)}${t('expense.paste')}
    </button>`;
  }

  /** The marks lie under the same part of the text. */
  #scroll() {
    const [input, marks] = [this.querySelector('input'), this.querySelector('.marks')];
    if (input && marks) marks.scrollLeft = input.scrollLeft;
  }

  /** The line again, unseen but for the marks behind what was taken. @param {Line} reading */
  #marks({ marks }) {
    // The places are those of the composed text, which is nearly always what is typed.
    if (this.line !== this.line.normalize('NFC')) return nothing;
    const parts = [];
    let at = 0;
    for (const { kind, from, to } of marks) {
      parts.push(
        this.line.slice(at, from),
        html`<mark class=${kind}>${this.line.slice(from, to)}</mark>`,
      );
      at = to;
    }
    return [...parts, this.line.slice(at)];
  }

  /** @param {Line} reading */
  #questions(reading) {
    const { amounts, dates } = this.#open(reading);
    const ask = (
      /** @type {string} */ question,
      /** @type {{text: string, chosen: import('../../reading/quick-line.js').Chosen}[]} */ answers,
    ) =>
      html`<div class="asked">
        <span>${question}</span>
        ${answers.map(
          ({ text, chosen }) =>
            html`<button class="chip" type="button" @click=${() => this.#choose(chosen)}>
              ${text}
            </button>`,
        )}
      </div>`;
    return html`
      ${
        amounts.length
          ? ask(
              t('expense.quickWhichAmount'),
              amounts.map((amount_paise) => ({
                text: shortMoney(amount_paise),
                chosen: { amount_paise },
              })),
            )
          : nothing
      }
      ${
        dates.length
          ? ask(
              t('expense.quickWhichDate'),
              dates.map((date) => ({ text: relativeDate(date), chosen: { date } })),
            )
          : nothing
      }
    `;
  }

  /** @param {Line} reading */
  #taken({ read, dated }) {
    const { kind, amount_paise, date, category, tags } = read;
    const taken = [
      ...(kind ? [{ kind, text: t('expense.refund') }] : []),
      ...(amount_paise === null ? [] : [{ kind: 'amount', text: shortMoney(amount_paise) }]),
      ...(dated ? [{ kind: 'date', text: relativeDate(date) }] : []),
      ...(category ? [{ kind: 'category', text: store.category(category)?.name ?? '' }] : []),
      ...tags.map((tag) => ({ kind: 'tag', text: `#${tag}` })),
    ];
    return html`<ul
      class="taken"
      id="quick-taken"
      aria-label=${t('expense.quickTaken')}
      ?hidden=${taken.length === 0}
    >
      ${taken.map(({ kind, text }) => html`<li class=${kind}>${text}</li>`)}
    </ul>`;
  }
}

/** Why no amount comes of the line. @param {Line} reading */
function wordsOf({ problem, leftOut }) {
  if (leftOut === 'money in') return t('expense.quickMoneyIn');
  if (leftOut) return t('expense.quickLeftOut', { reason: leftOut });
  return problem ? problemText(problem) : '';
}

customElements.define('quick-entry', QuickEntry);
