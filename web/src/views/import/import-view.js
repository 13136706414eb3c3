import { html, nothing } from 'lit';
import { PageElement } from '../../parts/element.js';
import { number } from '../../writing/format.js';
import { sentAgain } from '../../reading/import-moves.js';
import { newId } from '../../data/ids.js';
import { currentParams, go } from '../../data/router.js';
import { takeShared } from '../../data/shared.js';
import { store, StoreController } from '../../data/store.js';
import { addTexts, t } from '../../writing/text.js';
import { categories } from '../../writing/text/en/categories.js';
import { importing } from '../../writing/text/en/importing.js';
import './export-card.js';
import './file-drop.js';
import { progressCard } from './import-progress.js';
import './import-result.js';
import './import-review.js';
import { ImportSession } from './import-session.js';
import './import-view.css';
import { forgetReview, keptReview } from './kept-review.js';
import './past-imports.js';
import { rowOutcomes } from './result-figures.js';
import './sample-card.js';
import { ReadingError, StatementReader } from './statement-reader.js';

addTexts({ categories, importing });

/** What a phone can hold; the reader has a limit of its own. */
const LARGEST_FILE = 25e6;

/**
 * @typedef {object} Asked
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {string} [password]
 * @property {{choices: import('../../reading/import-plan.js').Choices | undefined, importId: string}} [before] of
 *   a review that was left
 */

/** Leaving the view keeps what was being looked at. @type {Map<string, ImportSession>} by scope of the device */
const kept = new Map();

/**
 * Brings in what banks, UPI apps and other trackers give out, and takes the ledger out into a file.
 *
 *     <import-view></import-view>
 */
class ImportView extends PageElement {
  static properties = {
    stage: { state: true },
    busy: { state: true },
    problem: { state: true },
    locked: { state: true },
    begun: { state: true },
    done: { state: true },
    stopping: { state: true },
  };

  constructor() {
    super();
    new StoreController(this);
    this.scope = store.device.scope;
    /** @type {'looking' | 'start' | 'review' | 'writing' | 'result'} looking: for a review that was left */
    this.stage = kept.has(this.scope) ? 'review' : 'looking';
    this.busy = '';
    this.problem = '';
    /** @type {Asked | null} a file that asks for its password */
    this.locked = null;
    /** The id of an import that was begun, whose file is still there. */
    this.begun = '';
    /** @type {StatementReader | null} of a file that is being read */
    this.reader = null;
    /** @type {ImportSession | null} */
    this.session = kept.get(this.scope) ?? null;
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
    store.payees.load();
    this.#follow(this.session);
    this.#open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.onLeave);
  }

  /** @param {ImportSession | null} session */
  #follow(session) {
    this.session = session;
    if (session) kept.set(this.scope, session);
    else kept.delete(this.scope);
    if (session) session.changed = () => this.requestUpdate();
  }

  /** What was left in the middle comes first: what is shared meanwhile would take its place. */
  async #open() {
    const isShared = 'shared' in currentParams();
    if (!this.session) await this.#lookForReview();
    if (isShared) await this.#takeShared();
  }

  /** What another app has shared is read as if it had been chosen. */
  async #takeShared() {
    go('import', {}, { replace: true });
    const { files } = await takeShared();
    const isFree = this.stage === 'start';
    if (files.length > (isFree ? 1 : 0)) store.notify({ text: t('importing.start.oneAtATime') });
    if (files[0] && isFree && store.mayWrite) await this.#take(files[0]);
  }

  /** @param {File} file */
  async #take(file) {
    this.locked = null;
    this.problem = '';
    if (file.size > LARGEST_FILE) {
      this.problem = t('importing.start.tooLarge');
      return;
    }
    await this.#read({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }

  /** The review that was left by a reload; of an import that was begun, the list of those says first how far it came. */
  async #lookForReview() {
    const [found] = await Promise.all([keptReview(store.device), store.imports.load()]);
    const importId = found?.file.importId;
    const isBegun = store.imports.items.some(({ id, unfinished }) => id === importId && unfinished);
    this.stage = 'start';
    if (isBegun) this.begun = importId ?? '';
    else await this.#goBackTo(found);
  }

  /** @param {Awaited<ReturnType<typeof keptReview>>} [found] */
  async #goBackTo(found) {
    if (!found) return;
    const { name, bytes, importId } = found.file;
    await this.#read({ name, bytes, before: { choices: found.choices, importId } });
  }

  /** @param {string} id of an import that was taken back */
  #takenBack(id) {
    if (id !== this.begun) return;
    this.begun = '';
    forgetReview(store.device);
  }

  /** @param {Asked} file */
  async #read({ name, bytes, password, before }) {
    this.problem = '';
    this.busy = t('importing.start.reading', { name });
    const reader = new StatementReader();
    this.reader = reader;
    try {
      this.#follow(await ImportSession.open(reader, { name, bytes, password }, before));
      this.locked = null;
      this.begun = '';
      this.stage = 'review';
    } catch (error) {
      reader.close();
      this.#unread({ name, bytes, before }, error);
    } finally {
      this.busy = '';
    }
  }

  /** @param {Asked} file @param {unknown} error */
  #unread(file, error) {
    const kind = error instanceof ReadingError ? error.kind : 'failed';
    const asksAgain = kind === 'password' && this.locked !== null;
    this.locked = kind === 'password' ? file : null;
    if (kind !== 'password' && kind !== 'notLoaded' && file.before) forgetReview(store.device);
    if (kind === 'password') this.problem = asksAgain ? t('importing.start.wrongPassword') : '';
    else if (kind === 'unreadable') this.problem = /** @type {Error} */ (error).message;
    else this.problem = t(`importing.start.${kind}`);
  }

  willUpdate() {
    if (this.stage === 'review') this.session?.update();
  }

  #write() {
    const rows = this.session?.confirm();
    return rows && this.#send(rows);
  }

  #goOn() {
    const unsent = this.outcome?.results.filter(({ status }) => status === 'unsent') ?? [];
    return this.#sendMore(unsent.map(({ row }) => row));
  }

  /** Send rows of which it is counted anew what came of them. @param {import('../../reading/import-plan.js').ReadyRow[]} rows */
  async #sendMore(rows) {
    const lines = new Set(rows.map(({ line }) => line));
    const before = this.outcome?.results.filter(({ row }) => !lines.has(row.line)) ?? [];
    await this.#send(rows);
    if (this.outcome) {
      this.outcome = { ...this.outcome, results: [...before, ...this.outcome.results] };
      this.requestUpdate();
    }
  }

  /** @param {import('../../reading/import-plan.js').ReadyRow[]} rows */
  async #send(rows) {
    if (this.session) await store.hold(this.#writeAll(this.session, rows));
  }

  /** @param {ImportSession} session @param {import('../../reading/import-plan.js').ReadyRow[]} rows */
  async #writeAll(session, rows) {
    this.stage = 'writing';
    this.stopping = false;
    this.controller = new AbortController();
    kept.delete(this.scope);
    this.outcome = await session.write(rows, {
      signal: this.controller.signal,
      onProgress: (count, of) => (this.done = { count, of }),
    });
    if (!this.outcome.stopped) await session.close();
    this.stage = 'result';
    const created = this.outcome.results.filter(({ status }) => status === 'created').length;
    if (!this.isConnected) {
      const counted = { count: created, shown: number(created) };
      store.notify({ text: t('importing.result.doneElsewhere', counted) });
    }
  }

  #restart() {
    this.session?.close();
    this.#follow(null);
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
    const { session, outcome } = this;
    switch (this.stage) {
      case 'review':
        if (!session?.plan) return awaited(store.categories.status);
        return this.#review(session);
      case 'looking':
        return nothing;
      case 'writing':
        return progressCard(this.done, this.stopping, () => {
          this.stopping = true;
          this.controller?.abort();
        });
      case 'result':
        return session?.plan && outcome
          ? html`<import-result
              .names=${session.statement.tables[0]?.columns.map(({ name }) => name) ?? []}
              .outcome=${outcome}
              .rows=${rowOutcomes(session.plan, session.presences ?? new Map(), outcome)}
              @go-on=${this.#goOn}
              @again=${(
                /** @type {CustomEvent<import('../../reading/import-plan.js').ReadyRow[]>} */ {
                  detail,
                },
              ) => this.#sendMore(detail.map((row) => sentAgain(row, newId())))}
              @another=${this.#restart}
            ></import-result>`
          : nothing;
      default:
        return this.#start();
    }
  }

  #start() {
    if (!store.mayWrite) return html`<export-card></export-card>`;
    return html`
      <file-drop
        .busy=${this.busy}
        .problem=${this.problem}
        .locked=${this.locked?.name ?? ''}
        @file=${(/** @type {CustomEvent} */ { detail }) => this.#take(detail)}
        @password=${(/** @type {CustomEvent<string>} */ { detail: password }) =>
          this.locked && this.#read({ ...this.locked, password })}
        @stop=${() => this.reader?.close()}
      ></file-drop>
      <past-imports
        .begun=${this.begun}
        @go-on=${() => keptReview(store.device).then((found) => this.#goBackTo(found))}
        @taken-back=${(/** @type {CustomEvent<string>} */ { detail }) => this.#takenBack(detail)}
      ></past-imports>
      <div class="pair">
        <export-card></export-card>
        <sample-card></sample-card>
      </div>
    `;
  }

  /** @param {ImportSession} session */
  #review(session) {
    const problems = /** @type {const} */ ({
      check: 'importing.review.checkFailed',
      read: 'importing.start.failed',
    });
    return html`<import-review
      .name=${session.name}
      .statement=${session.statement}
      .choices=${session.choices}
      .plan=${session.plan}
      .presences=${session.presences}
      .problem=${session.problem ? t(problems[session.problem]) : ''}
      .rereading=${session.rereading}
      @choose=${(/** @type {CustomEvent} */ { detail }) => session.choose(detail)}
      @tables=${(/** @type {CustomEvent} */ { detail }) => session.reread(detail)}
      @confirm=${this.#write}
      @cancel=${this.#restart}
    ></import-review>`;
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

customElements.define('import-view', ImportView);
