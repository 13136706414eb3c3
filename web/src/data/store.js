/**
 * The one store. Components render from it and ask it to change things; nothing else keeps what
 * the server knows.
 *
 *     class MyView extends PageElement {
 *       constructor() { super(); new StoreController(this); } // renders again on any change
 *       render() { const { status, data } = store.summary({ from, to }); … }
 *     }
 *
 * Reading. Everything returned is the same object until it changes, so results may be memoised by
 * identity; all of it holds the person's unconfirmed changes already.
 * - `store.state`: {@link State}: session, person, connection, pending changes, today, notices.
 * - `store.summary({from, to}, {by = 'day'})` -> `{status, data}`; `data` is
 *   `{total_paise, count, groups: [{day, category, total_paise, count}]}`, or `month` for `day` with
 *   `by: 'month'` (for all of time: far smaller). Asked of the server once a range; a range within a
 *   range already known costs nothing. An end left out is open.
 * - `store.categories` -> `{status, items}`, `store.category(id)`, `store.activeCategories()` (those
 *   that can be chosen, the recently used first).
 * - `store.expenses(filter)` -> `{status, items, complete, loading, failed, loadMore}`.
 * - `store.habits`: tags and descriptions to propose.
 *
 * Changing. Each shows at once; what the server refuses is taken back with a message.
 * - `store.addExpense(fields)`, `store.editExpense(expense, fields)`,
 *   `store.deleteExpense(expense)`. They return at once: the change is kept on the device until the
 *   server has it.
 * - What needs the person is kept on the device too, until each is settled: `state.refused`
 *   (`store.reviewRefused(id)`), `state.conflicts` (`store.resolveConflict(id, choice)`),
 *   `state.deleted` (`store.undo(id)`); `store.settle(id)` lets one go.
 * - `await store.addExpenses(expenses, {onProgress, signal})`: many, in batches, for imports; each
 *   has its own `id`. `await store.deleteExpenses(ids, {onProgress, signal})`.
 * - `store.addCategory({name, colour?})` -> `{shown, stored}`; `await store.editCategory(id, {…})`,
 *   which resolves to false when refused (the message is shown).
 * - `await store.loadAll(filter, {onProgress, signal})`: every expense of a filter, for exports.
 * - `store.retry()` after `status: 'failed'`.
 *
 * Telling. `store.notify({text, kind, action, timeout})` shows a toast and says it to screen readers;
 * `store.announce(text)` only says it. `store.openForm({…})` opens the expense dialog.
 */
import { ApiError, SignedOutError, UnreachableError } from './api.js';
import { today, untilMidnight } from '../writing/dates.js';
import { shortMoney } from '../writing/format.js';
import { newId } from './ids.js';
import { Bulk } from './store/bulk.js';
import { fieldsOf, sameContent, subject } from './store/changes.js';
import { readDraft } from './store/draft.js';
import { Categories } from './store/categories.js';
import { Habits } from './store/habits.js';
import { Lists } from './store/lists.js';
import { Queue } from './store/queue.js';
import { Summaries } from './store/summaries.js';
import { Telling } from './store/telling.js';
import { Unsettled } from './store/unsettled.js';
import { t } from '../writing/text.js';

/**
 * @typedef {import('../types.js').Expense} Expense
 * @typedef {import('../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('./store/changes.js').Change} Change
 * @typedef {import('./store/telling.js').State} State
 */

const UNDO_MS = 7000;
const FRESH_MS = 60_000;
/** Pauses between looks whether the server can be reached again; the last one repeats. */
const LOOKS_MS = [3000, 6000, 15_000, 30_000];

export class Store extends Telling {
  // Set by open(), which comes before any view.
  api = /** @type {import('./api.js').Api} */ (/** @type {unknown} */ (null));
  habits = /** @type {Habits} */ (/** @type {unknown} */ (null));
  categories = /** @type {Categories} */ (/** @type {unknown} */ (null));
  summaries = /** @type {Summaries} */ (/** @type {unknown} */ (null));
  lists = /** @type {Lists} */ (/** @type {unknown} */ (null));
  queue = /** @type {Queue} */ (/** @type {unknown} */ (null));
  unsettled = /** @type {Unsettled} */ (/** @type {unknown} */ (null));
  bulk = /** @type {Bulk} */ (/** @type {unknown} */ (null));
  #refreshedAt = Date.now();
  #looks = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #look = undefined;
  /** @type {Set<string>} ids of categories that have been asked for in vain */
  #unknown = new Set();

  /**
   * Begin a person's session.
   *
   * @param {import('./api.js').Api} api @param {import('./auth.js').Person} person
   */
  open(api, person) {
    this.api = api;
    const cache = {
      pending: () => this.state.pending,
      inDoubt: () => this.queue.inDoubt(),
      emit: () => this.emit(),
      failed: (/** @type {unknown} */ error) => this.#failed(error),
      reached: () => this.#connected(),
    };
    this.habits = new Habits(person.id);
    this.categories = new Categories(person.id, api, cache);
    this.summaries = new Summaries((range, by) => this.#reached(api.summary(range, by)), cache);
    this.lists = new Lists(
      (filter, cursor, limit) => this.#reached(api.listExpenses(filter, { cursor, limit })),
      cache,
      (expenses) => this.habits.learn(expenses),
    );
    this.unsettled = new Unsettled(person.id, () => this.#showUnsettled());
    this.queue = new Queue(person.id, api, {
      changed: () => this.emit({ pending: this.queue.pending }),
      settled: (change) => this.#settled(change),
      refused: (change, error) => this.#refused(change, error),
      conflicted: (change, theirs) => this.#conflicted(change, theirs),
      takenBack: () => this.refresh(),
      stopped: (error) => this.#failed(error),
      resolveCategory: (id) => this.categories.resolve(id),
    });
    this.bulk = new Bulk(api);
    this.emit({ session: 'signed-in', person, pending: this.queue.pending });
    this.#showUnsettled();
    const draft = readDraft(person.id);
    if (draft) this.openForm(draft);
    this.categories.load();
    this.queue.drain();
    this.#watch();
  }

  // --- reading ----------------------------------------------------------------------------------

  /**
   * @param {{from?: string, to?: string}} range
   * @param {{by?: 'day' | 'month'}} [options]
   */
  summary(range, { by = 'day' } = {}) {
    return this.summaries.view(range, by);
  }

  /** @param {import('../types.js').Filter} filter */
  expenses(filter) {
    return this.lists.view(filter);
  }

  /** @param {string} id */
  category(id) {
    const found = this.categories.find(id);
    if (!found) this.#meetUnknown(id);
    return found;
  }

  /** One that was made on another device since the list was asked for. @param {string} id */
  #meetUnknown(id) {
    const { status } = this.categories;
    if (status !== 'ready' || !id || id.includes(':') || this.#unknown.has(id)) return;
    this.#unknown.add(id);
    queueMicrotask(() => this.categories.load());
  }

  /** Those that can be chosen, the recently used first. */
  activeCategories() {
    const rank = new Map(this.habits.recentCategories().map((id, i) => [id, i]));
    return this.categories.items
      .filter((category) => !category.archived)
      .sort((a, b) => (rank.get(a.id) ?? 1e6) - (rank.get(b.id) ?? 1e6));
  }

  // --- changing ---------------------------------------------------------------------------------

  /** @param {ExpenseFields} fields @param {string} [id] @returns {Expense} */
  addExpense(fields, id = newId()) {
    const after = { id, version: 0, ...fields };
    this.queue.add({ id: newId(), kind: 'add', before: null, after });
    this.habits.learn([after]);
    return after;
  }

  /** @param {Expense} expense as it was when the editing began @param {Partial<ExpenseFields>} fields */
  editExpense(expense, fields) {
    const after = { ...expense, ...fields };
    if (sameContent(expense, after)) return;
    this.queue.add({ id: newId(), kind: 'edit', before: expense, after });
    this.habits.learn([after]);
  }

  /** @param {Expense} expense */
  deleteExpense(expense) {
    const id = newId();
    this.unsettled.add({ id, kind: 'deleted', expense, at: Date.now() });
    this.queue.add({ id, kind: 'delete', before: expense, after: null });
    const amount = shortMoney(expense.amount_paise);
    const action = { label: t('app.undo'), run: () => void this.undo(id) };
    const text = t('expense.deleted', { amount });
    this.notify({ id, text, action, about: expense.id, timeout: UNDO_MS });
  }

  /**
   * Bring back what was deleted.
   *
   * @param {string} [id] of the delete; the latest if absent
   * @returns {string | null} the id of the expense; null if there is nothing to bring back
   */
  undo(id = this.unsettled.deleted.at(-1)?.id) {
    const deleted = this.unsettled.deleted.find((one) => one.id === id);
    if (!deleted) return null;
    const { expense } = deleted;
    this.unsettled.settle(deleted.id);
    this.dismiss(deleted.id);
    if (!this.queue.withdraw(deleted.id)) this.addExpense(fieldsOf(expense), expense.id);
    this.notify({ text: t('expense.restored', { amount: shortMoney(expense.amount_paise) }) });
    return expense.id;
  }

  /**
   * @param {(ExpenseFields & {id: string})[]} expenses @param {import('./store/bulk.js').Options} [options]
   */
  async addExpenses(expenses, options) {
    const outcome = await this.bulk.add(expenses, options);
    if (outcome.stopped && !options?.signal?.aborted) this.#failed(outcome.stopped);
    this.refresh();
    return outcome;
  }

  /** @param {string[]} ids @param {import('./store/bulk.js').Options} [options] */
  async deleteExpenses(ids, options) {
    await this.bulk.delete(ids, options).finally(() => this.refresh());
  }

  /**
   * @param {import('../types.js').Filter} filter
   * @param {{onProgress?: (loaded: number) => void, signal?: AbortSignal}} [options]
   */
  loadAll(filter, options) {
    return this.bulk.load(filter, options);
  }

  /** @param {import('./store/categories.js').NewCategory} fields */
  addCategory(fields) {
    const added = this.categories.add(fields);
    added.stored.catch((error) => {
      if (error instanceof ApiError) this.#categoryRefused(error);
      else this.#failed(error);
    });
    return added;
  }

  /** @param {string} id @param {import('./store/categories.js').CategoryChange} fields */
  editCategory(id, fields) {
    return this.categories.edit(id, fields).catch((error) => this.#categoryRefused(error));
  }

  /** @param {string} id of a conflict @param {'mine' | 'theirs'} choice which version stays */
  resolveConflict(id, choice) {
    const conflict = this.unsettled.conflicts.find((one) => one.id === id);
    if (!conflict) return;
    this.unsettled.settle(id);
    if (choice === 'theirs') return;
    const { change, theirs } = conflict;
    if (!change.after) {
      if (theirs) this.deleteExpense(theirs);
    } else if (theirs) this.editExpense(theirs, fieldsOf(change.after));
    else this.addExpense(fieldsOf(change.after), change.after.id);
  }

  /** Open what was refused, to correct it and send it again. @param {string} id */
  reviewRefused(id) {
    const refused = this.unsettled.refused.find((one) => one.id === id);
    if (!refused) return;
    const { before, after } = refused.change;
    this.dismiss(id);
    if (after) this.openForm({ expense: before ?? undefined, fields: after, settles: id });
    else {
      this.unsettled.settle(id);
      if (before) this.deleteExpense(before);
    }
  }

  /** The person has seen to it. @param {string} id of an unsettled matter */
  settle(id) {
    this.unsettled.settle(id);
    this.dismiss(id);
  }

  // --- staying right ----------------------------------------------------------------------------

  /** Ask the server again for what is shown, keeping it meanwhile. */
  refresh() {
    this.#refreshedAt = Date.now();
    this.#unknown.clear();
    this.summaries.refresh();
    this.lists.refresh();
  }

  /** Try again what did not reach the server. */
  retry() {
    this.refresh();
    this.categories.load();
    this.categories.retry();
    this.queue.drain();
  }

  #watch() {
    addEventListener('online', () => this.retry());
    addEventListener('offline', () => this.lostConnection());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      this.emit({ today: today() });
      const troubled = this.state.connection !== 'ok' || this.state.session === 'expired';
      if (troubled || Date.now() - this.#refreshedAt > FRESH_MS) this.retry();
    });
    const turn = () => {
      this.emit({ today: today() });
      setTimeout(turn, untilMidnight() + 50);
    };
    setTimeout(turn, untilMidnight() + 50);
  }

  #showUnsettled() {
    const { refused, conflicts, deleted } = this.unsettled;
    this.emit({ refused, conflicts, deleted });
  }

  /** @template T @param {Promise<T>} answer @returns {Promise<T>} */
  async #reached(answer) {
    const value = await answer;
    this.#connected();
    return value;
  }

  #connected() {
    clearTimeout(this.#look);
    this.#look = undefined;
    this.#looks = 0;
    if (this.state.connection === 'ok' && this.state.session === 'signed-in') return;
    const waiting = this.state.pending.length;
    this.emit({ connection: 'ok', session: 'signed-in' });
    if (waiting) this.queue.drain();
  }

  /** @param {Change} change as stored */
  #settled(change) {
    this.summaries.settle(change);
    this.lists.settle(change);
    const wasCut = this.state.connection !== 'ok';
    this.emit({ connection: 'ok', session: 'signed-in' });
    if (wasCut && !this.state.pending.length) this.notify({ text: t('connection.back') });
  }

  /** @param {Change} change @param {Error} error */
  #refused(change, error) {
    const { id, kind, before, after } = change;
    const expense = /** @type {Expense} */ (after ?? before);
    const field = error instanceof ApiError && error.errors[0]?.message;
    const reason = field || error.message || t('refused.unknown');
    this.#withdrawNotices(expense.id);
    this.unsettled.add({ id, kind: 'refused', change, reason });
    this.notify({
      id,
      kind: 'error',
      text: t(`refused.${kind}`, { amount: shortMoney(expense.amount_paise), reason }),
      action: {
        label: t(after ? 'refused.review' : 'app.retry'),
        run: () => this.reviewRefused(id),
      },
    });
  }

  /** @param {Change} change @param {Expense | null} theirs */
  #conflicted(change, theirs) {
    this.#withdrawNotices(subject(change));
    this.unsettled.add({ id: change.id, kind: 'conflict', change, theirs });
  }

  /** What was said of an expense has turned out not to be so. @param {string} expense */
  #withdrawNotices(expense) {
    for (const { id, about } of this.state.notices) if (about === expense) this.dismiss(id);
  }

  /** @param {unknown} error @returns {false} */
  #categoryRefused(error) {
    if (error instanceof ApiError) {
      const reason = error.errors[0]?.message ?? error.message;
      this.notify({ kind: 'error', text: t('refused.category', { reason }) });
    } else if (error instanceof UnreachableError) {
      this.notify({
        kind: 'error',
        text: t('refused.category', { reason: t('connection.failing') }),
      });
    }
    this.#failed(error);
    return false;
  }

  /** Something did not come. Look again by and by, whatever is shown and whatever the device says. */
  lostConnection() {
    this.emit({ connection: navigator.onLine === false ? 'offline' : 'failing' });
    if (this.#look) return;
    const wait = LOOKS_MS[Math.min(this.#looks++, LOOKS_MS.length - 1)];
    this.#look = setTimeout(() => {
      this.#look = undefined;
      this.retry();
    }, wait);
  }

  /** @param {unknown} error */
  #failed(error) {
    if (error instanceof SignedOutError) this.emit({ session: 'expired' });
    else if (error instanceof UnreachableError) {
      this.lostConnection();
    } else if (!(error instanceof ApiError)) console.error(error);
  }
}

export const store = new Store();

/** Gives its host the store, and renders it again after each change of it. */
export class StoreController {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
    host.addController(this);
  }

  hostConnected() {
    this.stop = store.subscribe(() => this.host.requestUpdate());
  }

  hostDisconnected() {
    this.stop?.();
  }
}
