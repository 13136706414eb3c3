import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { store, StoreController } from '../../data/store.js';
import { addTexts, t } from '../../writing/text.js';
import { importing } from '../../writing/text/en/importing.js';
import { Checker } from './checking.js';
import './export-card.js';
import './file-drop.js';
import { FileError, readFile } from '../../reading/files/file-reading.js';
import { ImportSource } from '../../reading/files/import-plan.js';
import './import-result.js';
import './import-review.js';
import './import-view.css';
import { rowOutcomes } from './result-figures.js';
import { rowsToWrite } from './review-figures.js';
import './sample-card.js';
import { writeImport } from './writing.js';

addTexts({ importing });

/**
 * @typedef {import('../../reading/files/import-plan.js').Choices} Choices
 * @typedef {import('./writing.js').PlannedRow} PlannedRow
 */

/**
 * Brings a ledger in from a CSV file, and takes it out into one.
 *
 *     <import-view></import-view>
 */
class ImportView extends PageElement {
  static properties = {
    stage: { state: true },
    busy: { state: true },
    problem: { state: true },
    choices: { state: true },
    checked: { state: true },
    similar: { state: true },
    done: { state: true },
    stopping: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    /** @type {'start' | 'review' | 'writing' | 'result'} */
    this.stage = 'start';
    this.busy = '';
    this.problem = '';
    /** @type {ImportSource | null} */
    this.source = null;
    /** @type {Choices | null} */
    this.choices = null;
    /** @type {import('../../reading/files/import-plan.js').Plan | null} */
    this.plan = null;
    /** @type {unknown[]} what the plan follows from */
    this.planOf = [];
    /** @type {import('./checking.js').CheckedRow[] | null} */
    this.checked = null;
    this.similar = false;
    /** @type {Checker} */
    this.checker = newChecker();
    this.done = { count: 0, of: 0 };
    this.stopping = false;
    /** @type {AbortController | null} */
    this.controller = null;
    /** @type {import('./writing.js').Outcome | null} */
    this.outcome = null;
    this.onLeave = (/** @type {BeforeUnloadEvent} */ event) => {
      if (this.stage === 'writing') event.preventDefault();
    };
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeunload', this.onLeave);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.onLeave);
  }

  /** @param {CustomEvent<File>} event */
  async #read({ detail: file }) {
    this.problem = '';
    this.busy = t('importing.start.reading', { name: file.name });
    try {
      const { rows } = await readFile(file);
      this.source = new ImportSource(file.name, rows);
      this.choices = this.source.found(store.state.today);
      this.similar = false;
      this.checker = newChecker();
      this.stage = 'review';
    } catch (error) {
      const known = error instanceof FileError ? error.problem : 'failed';
      const keys = /** @type {const} */ ({
        empty: 'empty',
        'too-large': 'tooLarge',
        'not-csv': 'notCsv',
        failed: 'failed',
      });
      this.problem = t(`importing.start.${keys[known]}`);
    } finally {
      this.busy = '';
    }
  }

  /** The plan, worked out anew when what it follows from has changed. */
  willUpdate() {
    if (this.stage !== 'review' || !this.source || !this.choices) return;
    // Without them every row would seem to need a new category.
    if (store.categories.status !== 'ready') return;
    const of = [this.source, this.choices, store.categories.items];
    if (of.every((value, index) => value === this.planOf[index])) return;
    this.planOf = of;
    this.plan = this.source.plan(this.choices, store.categories.items, store.state.today);
    this.#check(this.plan);
  }

  /** @param {import('../../reading/files/import-plan.js').Plan} plan */
  async #check(plan) {
    this.checked = null;
    this.problem = '';
    try {
      const checked = await this.checker.check(plan, store.categories.items);
      if (plan === this.plan) this.checked = checked;
    } catch {
      if (plan === this.plan) this.problem = t('importing.review.checkFailed');
    }
  }

  #write() {
    return this.#send(rowsToWrite(this.checked ?? [], this.similar));
  }

  /** Send what was not sent, and count it with what was. */
  async #goOn() {
    const before = this.outcome?.results.filter(({ status }) => status !== 'unsent') ?? [];
    const rest = this.outcome?.results.filter(({ status }) => status === 'unsent') ?? [];
    await this.#send(rest.map(({ row }) => row));
    if (this.outcome) {
      this.outcome = { ...this.outcome, results: [...before, ...this.outcome.results] };
      this.requestUpdate();
    }
  }

  /** @param {PlannedRow[]} rows */
  async #send(rows) {
    this.stage = 'writing';
    this.stopping = false;
    this.controller = new AbortController();
    this.outcome = await writeImport(store, rows, {
      signal: this.controller.signal,
      onProgress: (count, of) => (this.done = { count, of }),
    });
    this.stage = 'result';
    const created = this.outcome.results.filter(({ status }) => status === 'created').length;
    if (!this.isConnected) {
      const total = number(created);
      store.notify({ text: `${t('importing.result.title')}: ${total}` });
    }
  }

  #restart() {
    this.source = null;
    this.plan = null;
    this.planOf = [];
    this.outcome = null;
    this.problem = '';
    this.stage = 'start';
  }

  render() {
    return html`<div class="view">
      <h1 class="title">${t('importing.title')}</h1>
      ${this.#stage()}
    </div>`;
  }

  #stage() {
    switch (this.stage) {
      case 'review':
        if (!this.plan) return awaited(store.categories.status);
        return html`<import-review
          .source=${this.source}
          .choices=${this.choices}
          .plan=${this.plan}
          .checked=${this.checked}
          .similar=${this.similar}
          .problem=${this.problem}
          @choose=${(/** @type {CustomEvent<Choices>} */ event) => (this.choices = event.detail)}
          @target=${this.#retarget}
          @include-similar=${() => (this.similar = !this.similar)}
          @confirm=${this.#write}
          @cancel=${this.#restart}
        ></import-review>`;
      case 'writing':
        return this.#progress();
      case 'result':
        return this.plan && this.outcome
          ? html`<import-result
              .source=${this.source}
              .outcome=${this.outcome}
              .rows=${rowOutcomes(this.plan, this.checked ?? [], this.outcome)}
              @go-on=${this.#goOn}
              @another=${this.#restart}
            ></import-result>`
          : nothing;
      default:
        return html`
          <file-drop .busy=${this.busy} .problem=${this.problem} @file=${this.#read}></file-drop>
          <div class="pair">
            <export-card></export-card>
            <sample-card></sample-card>
          </div>
        `;
    }
  }

  /** @param {CustomEvent<{key: string, target: import('../../reading/files/category-matching.js').Target}>} event */
  #retarget({ detail: { key, target } }) {
    if (!this.choices) return;
    this.choices = { ...this.choices, targets: { ...this.choices.targets, [key]: target } };
  }

  #progress() {
    const { count, of } = this.done;
    return html`<section class="card progress" aria-labelledby="writing-title">
      <h2 class="heading" id="writing-title">${t('importing.writing.title')}</h2>
      <progress max=${of || 1} value=${count} aria-labelledby="writing-title"></progress>
      <p class="muted" role="status">
        ${t('importing.writing.progress', { done: number(count), of: number(of) })}
      </p>
      <p class="muted small">${t('importing.writing.leave')}</p>
      <button
        class="button"
        type="button"
        ?disabled=${this.stopping}
        @click=${() => {
          this.stopping = true;
          this.controller?.abort();
        }}
      >
        ${t(this.stopping ? 'importing.writing.stopping' : 'importing.writing.cancel')}
      </button>
    </section>`;
  }
}

/** @param {'loading' | 'ready' | 'failed'} status of the categories */
function awaited(status) {
  return status === 'failed'
    ? html`<div class="card" role="alert">
        <p>${t('categories.failed')}</p>
        <p>
          <button class="button" type="button" @click=${() => store.retry()}>
            ${t('app.retry')}
          </button>
        </p>
      </div>`
    : html`<div class="card" role="status">${t('importing.review.checking')}</div>`;
}

/** Looks up what is there as the server has it now. */
const newChecker = () => new Checker((range) => store.loadAll(range));

customElements.define('import-view', ImportView);
