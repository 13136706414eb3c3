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
 * - `store.summary({from, to, tag}, {by = 'day'})` -> `{status, data}`; `data` is
 *   `{total_paise, count, groups: [{day, category, total_paise, count}]}`, or `month` for `day` with
 *   `by: 'month'` (for all of time: far smaller). Asked of the server once a range; a range within a
 *   range already known costs nothing. An end left out is open.
 * - `store.categories` -> `{status, items}`, `store.category(id)`, `store.activeCategories()` (those
 *   that can be chosen, the recently used first).
 * - `store.expenses(filter)` -> `{status, items, complete, loading, failed, loadMore}`.
 * - `store.ledger`: the one that is shown, `{id, name, role, member, people, split}`, one's own having the
 *   empty id; `store.mayWrite`, `store.mayList`; `store.ledgers.items`: the shared ones; `store.members`:
 *   who is in it, `items`, `find(id)`. `await store.enter(id)` shows another.
 * - `store.settings`: how months are counted: `monthStart`, `carryOverFrom`; `await change({…})`.
 * - `store.budgets`: what is meant to be spent, once `load()` was asked for: `in(category, month)`; and
 *   `await change(category, month, paise)`, from that month on.
 * - `store.payees`: what was taught of payees, once `load()` was asked for: `items`, `rule(payee)`; and
 *   `await teach(payee, {category})`, `await forget(payee)`.
 * - `store.recurring`: rules of recurring expenses, once `load()` was asked for: `items`, `upcoming(to)`;
 *   and `await` `add`, `edit`, `skip`, `delete`, `confirm`.
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
 *   has its own `id`. `await store.deleteExpenses(expenses, {…})`.
 * - `store.deletedLately`: what was deleted in the last 30 days; `store.restore(expense)`.
 * - `store.device`: what this device keeps for the person ({@link Device}); signing out clears it.
 * - `store.layouts`: how tables of a form are read, as the person said: `find(table)`, `keep(table, choice)`.
 * - `store.imports`: what was imported on this device; `await store.takeBackImport(past, {…})`.
 * - `store.addCategory({name, colour?})` -> `{shown, stored}`; `await store.editCategory(id, {…})`,
 *   which resolves to false when refused (the message is shown).
 * - `await store.loadAll(filter, {onProgress, signal})`: every expense of a filter, for exports.
 * - `store.retry()` after `status: 'failed'`.
 *
 * Telling. `store.notify({text, kind, action, timeout})` shows a toast and says it to screen readers;
 * `store.announce(text)` only says it. `store.openForm({…})` opens the expense dialog.
 */
import { ApiError, NoLedgerError, SignedOutError, UnreachableError } from './api.js';
import { today } from '../writing/dates.js';
import { date, shortMoney } from '../writing/format.js';
import { Device } from './device.js';
import { newId } from './ids.js';
import { ROOM as ANSWERS } from './kept/answers.js';
import { ROOM as COPY } from './kept/ledger-copy.js';
import { forgetPerson, forgetScope } from './leaving.js';
import { fieldsOf, sameContent, subject } from './store/changes.js';
import { calledInAddress, go, stayIn } from './router.js';
import { readDraft } from './store/draft.js';
import { Ledgers } from './store/ledgers.js';
import { mayWriteAs } from './store/members.js';
import { makePlace } from './store/place.js';
import { ROOM as OUTBOX } from './store/outbox.js';
import { ROOM as CHANGES } from './store/queue.js';
import { Settings } from './store/settings.js';
import { Telling } from './store/telling.js';
import { unsentOf } from './store/unsettled.js';
import { Looks, watch } from './store/watching.js';
import { t } from '../writing/text.js';

/**
 * @typedef {import('../types.js').Expense} Expense
 * @typedef {import('../types.js').ExpenseFields} ExpenseFields
 * @typedef {import('./store/changes.js').Change} Change
 * @typedef {import('./store/telling.js').State} State
 * @typedef {import('./store/place.js').Place} Place
 */

const UNDO_MS = 7000;
const FRESH_MS = 60_000;
/** Of many that were sent: what is on record now. */
const IS_THERE = ['created', 'replayed'];

export class Store extends Telling {
  // Set by open(), which comes before any view; all but the first two are of the ledger that is shown.
  ledgers = /** @type {Ledgers} */ (/** @type {unknown} */ (null));
  settings = /** @type {Settings} */ (/** @type {unknown} */ (null));
  api = /** @type {Place['api']} */ (/** @type {unknown} */ (null));
  device = /** @type {Place['device']} */ (/** @type {unknown} */ (null));
  kept = /** @type {Place['kept']} */ (/** @type {unknown} */ (null));
  habits = /** @type {Place['habits']} */ (/** @type {unknown} */ (null));
  budgets = /** @type {Place['budgets']} */ (/** @type {unknown} */ (null));
  categories = /** @type {Place['categories']} */ (/** @type {unknown} */ (null));
  summaries = /** @type {Place['summaries']} */ (/** @type {unknown} */ (null));
  lists = /** @type {Place['lists']} */ (/** @type {unknown} */ (null));
  queue = /** @type {Place['queue']} */ (/** @type {unknown} */ (null));
  outbox = /** @type {Place['outbox']} */ (/** @type {unknown} */ (null));
  unsent = /** @type {Place['unsent']} */ (() => 0);
  deletedLately = /** @type {Place['deletedLately']} */ (/** @type {unknown} */ (null));
  unsettled = /** @type {Place['unsettled']} */ (/** @type {unknown} */ (null));
  imports = /** @type {Place['imports']} */ (/** @type {unknown} */ (null));
  layouts = /** @type {Place['layouts']} */ (/** @type {unknown} */ (null));
  payees = /** @type {Place['payees']} */ (/** @type {unknown} */ (null));
  recurring = /** @type {Place['recurring']} */ (/** @type {unknown} */ (null));
  bulk = /** @type {Place['bulk']} */ (/** @type {unknown} */ (null));
  members = /** @type {Place['members']} */ (/** @type {unknown} */ (null));
  fair = /** @type {Place['fair']} */ (/** @type {unknown} */ (null));
  paid = /** @type {Place['paid']} */ (/** @type {unknown} */ (null));
  #own = /** @type {Place['api']} */ (/** @type {unknown} */ (null));
  #person = /** @type {import('./auth.js').Person} */ (/** @type {unknown} */ (null));
  /** @type {Map<string, Place>} by the ledger's id */
  #places = new Map();
  /** @type {Place | null} */
  #here = null;
  /** @type {{id: string, entered: Promise<void>} | null} the ledger that is, or is about to be, shown */
  #entering = null;
  /** @type {Set<Promise<unknown>>} */
  #held = new Set();
  /** @type {import('./store/budget-warnings.js').BudgetWarnings | null} */
  #warnings = null;
  #refreshedAt = Date.now();
  #looks = new Looks(() => this.retry());
  #closed = false;
  /** The id of the ledger that the person is ending. */
  #ending = '';
  /** @type {import('./store/live.js').Live | null} */
  #live = null;
  /** @type {Set<string>} ids of categories that have been asked for in vain */
  #unknown = new Set();

  /**
   * Begin a person's session.
   *
   * @param {import('./api.js').Api} api of the person's own ledger
   * @param {import('./auth.js').Person} person
   * @param {string | null} [ledger] the id of the one to begin in, one's own being empty; null for the last
   */
  async open(api, person, ledger = null) {
    this.#own = api;
    this.#person = person;
    const told = {
      emit: () => this.emit(),
      failed: (/** @type {unknown} */ error) => this.#failed(error),
    };
    this.ledgers = new Ledgers(person.id, api, told);
    this.settings = new Settings(person.id, api, told);
    await this.enter(ledger ?? this.ledgers.last);
    this.settings.load();
    this.#loadLedgers();
    this.#watch();
  }

  /** The ledger that is shown. @returns {import('../types.js').Ledger} one's own has the empty id */
  get ledger() {
    return this.ledgers.find(this.api.ledger ?? '');
  }

  /** Whether one's role allows to write here. */
  get mayWrite() {
    return mayWriteAs(this.ledger.role);
  }

  /** Whether one's role allows to see expenses here, and not only what they come to. */
  get mayList() {
    return this.ledger.role !== 'totals';
  }

  /**
   * Show a ledger. Nothing of the one that was shown is there any more, and what waits in that goes on.
   *
   * @param {string} id one's own being empty
   */
  async enter(id) {
    if (this.#held.size && id !== this.ledger.id) {
      this.notify({ text: t('ledgers.held') });
      stayIn(this.ledger.id, this.#sharesAny);
      return;
    }
    if (this.#entering?.id !== id) this.#entering = { id, entered: this.#enter(id) };
    await this.#entering.entered;
  }

  /** @param {string} id */
  async #enter(id) {
    const place = this.#placeOf(id);
    await Promise.all([place.restored, this.ledgers.know(id)]);
    // Meanwhile somebody has gone on to another.
    if (this.#entering?.id !== id) return;
    this.#here = place;
    Object.assign(this, place);
    this.ledgers.last = id;
    this.#warnings = null;
    this.#unknown.clear();
    stayIn(id, this.#sharesAny);
    this.emit({
      session: 'signed-in',
      person: this.#person,
      pending: this.queue.pending,
      unsent: this.unsent(),
      device: this.device.problem,
      notices: [],
      form: readDraft(this.device.scope),
      asOf: null,
    });
    this.#showUnsettled();
    this.categories.load();
    if (id) this.members.refresh();
    place.drain();
    if (this.mayList) this.kept.freshen();
    this.#follow();
  }

  /** See what others change in the ledger that is shown; in one's own there are none. */
  async #follow() {
    if (!this.api.ledger && !this.#live) return;
    // Without a network it may not come; there is nothing to see either, until that is back.
    const coming = await import('./store/live.js').catch(() => null);
    if (!coming || this.#closed) return;
    this.#live ??= new coming.Live({
      ask: async (ledger, known) =>
        (await this.#places.get(ledger)?.api.revision(ledger, known)) ?? null,
      changed: ({ setup }) => (setup ? this.#othersChanged() : this.#refreshExpenses()),
      gone: (ledger) => {
        const place = this.#places.get(ledger);
        if (place) this.#removed(place);
      },
    });
    this.#live.follow(this.api.ledger ?? '');
  }

  /**
   * While it lasts, nobody goes to another ledger: it is of this one from beginning to end.
   *
   * @template T @param {Promise<T>} work @returns {Promise<T>}
   */
  hold(work) {
    this.#held.add(work);
    return work.finally(() => this.#held.delete(work));
  }

  /** Whether one's own ledger is one of several. */
  get #sharesAny() {
    return this.ledgers.items.length > 0;
  }

  async #loadLedgers() {
    await this.ledgers.load();
    stayIn(this.ledger.id, this.#sharesAny);
    if (!this.ledgers.gone.length && !this.#sharesAny) return;
    // Without a network there is nothing to see to either, until that is back.
    const coming = await import('./store/elsewhere.js').catch(() => null);
    if (!coming || this.#closed) return;
    const elsewhere = new coming.Elsewhere({
      person: this.#person.id,
      own: this.#own,
      ledgers: this.ledgers,
      places: this.#places,
      placeOf: (id) => this.#placeOf(id),
      removed: (place) => this.#removed(place),
      forget: (id) => this.forget(id),
      rooms: { changes: CHANGES, outbox: OUTBOX, answers: ANSWERS, copy: COPY },
      forgetScope,
    });
    elsewhere.see();
  }

  /** @param {string} id @returns {Place} */
  #placeOf(id) {
    const known = this.#places.get(id);
    if (known) return known;
    const api = id ? this.#own.of(id) : this.#own;
    /** @type {Place | null} null while it is being made, which is before anything of it is shown */
    let made = null;
    const isHere = () => made !== null && this.#here === made;
    const problem = (/** @type {Place['device']['problem']} */ device) =>
      isHere() && this.emit({ device });
    api.reached = () => this.#connected();
    const place = makePlace(api, new Device(this.#person.id, problem, id), {
      changed: () => isHere() && this.#showPlace(),
      failed: (error) => this.#failed(error, place),
      fellBack: (error, asOf) => {
        if (isHere()) this.emit({ asOf });
        this.#failed(error, place);
      },
      fresh: () => isHere() && this.#askForTheRest(),
      recorded: (expense) => {
        if (!isHere()) return;
        this.refresh();
        if (expense) this.#tellBudgets([asAdded(expense)]);
      },
      settled: (change) => (isHere() ? this.#settled(change) : this.#connected()),
      refused: (change, error) => this.#refused(place, change, error),
      conflicted: (change, theirs) => this.#conflicted(place, change, theirs),
      refusedLate: (what, error) => this.#refusedLate(place, what, error),
      takenBack: () => isHere() && this.refresh(),
      left: () => void this.#leave().then(() => location.reload()),
    });
    made = place;
    this.#places.set(id, place);
    return place;
  }

  #showPlace() {
    this.emit({ pending: this.queue.pending, unsent: this.unsent() });
    this.#showUnsettled();
  }

  /**
   * One is not in a ledger any more, if one ever was: go to one's own, and have there what was not sent.
   *
   * @param {Place} place
   */
  #removed(place) {
    const id = place.api.ledger;
    const name = this.ledgers.nameOf(id);
    if (this.#places.get(id) !== place || id === this.#ending) return;
    const { written, deleted } = unsentOf(place);
    place.outbox.giveUp(new ApiError(404, {}));
    const small = [
      ...place.unsettled.refusals.map(({ what }) => what),
      ...deleted.map(({ amount_paise: paise, date: day, description }) =>
        t('ledgers.outDeletion', {
          amount: shortMoney(paise),
          date: date(day),
          description,
        }).trim(),
      ),
    ];
    const own = this.#placeOf('').unsettled;
    const reason = t('ledgers.outReason', { name });
    for (const change of written) own.add({ id: newId(), kind: 'refused', change, reason });
    for (const what of small) own.add({ id: newId(), kind: 'refusal', what, reason });
    const count = written.length + small.length;
    const text = name
      ? t(count ? 'ledgers.outUnsent' : 'ledgers.out', { name, count })
      : t('ledgers.notIn');
    this.forget(id).then(() => this.notify({ kind: 'error', text }));
  }

  /**
   * While it lasts, somebody ends this ledger themselves: that it is gone is no news to them.
   *
   * @param {string} id @param {Promise<void>} work
   */
  ending(id, work) {
    this.#ending = id;
    return work.finally(() => (this.#ending = ''));
  }

  /**
   * Keep nothing of a ledger that one is in no more; where it is the one that is shown, go to one's own.
   *
   * @param {string} id
   */
  async forget(id) {
    const place = this.#places.get(id);
    this.#places.delete(id);
    this.ledgers.remove(id);
    place?.queue.close();
    place?.kept.close();
    place?.habits.close();
    place?.unsettled.clear();
    const device = place?.device ?? new Device(this.#person.id, undefined, id);
    device.clear();
    forgetScope(device.scope);
    if (this.#here !== place) return;
    go('overview', { ledger: calledInAddress('') }, { replace: true });
    await this.enter('');
  }

  /** The person leaves this device, which keeps nothing of them: signing out comes after. */
  async leave() {
    this.queue.leave();
    await this.#leave();
  }

  /** Send and keep nothing more. */
  close() {
    this.#closed = true;
    for (const { queue, kept, habits } of this.#places.values()) {
      queue.close();
      kept.close();
      habits.close();
    }
  }

  async #leave() {
    const { id } = this.#person;
    this.close();
    // An answer that was on its way may still be kept by name, as long as the page is there.
    addEventListener('pagehide', () => void forgetPerson(id));
    await Promise.all([...this.#places.values()].map(({ device }) => device.leave()));
    await forgetPerson(id);
  }

  /** What no view has asked for yet, so that the device has it when there is no network. */
  #askForTheRest() {
    this.budgets.load();
    this.recurring.load();
    this.payees.load();
  }

  // --- reading ----------------------------------------------------------------------------------

  /**
   * @param {import('./store/summaries.js').Range} range
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
    // Who adds it has paid for it, where nothing else is said.
    const by = this.ledger.id ? { by: this.ledger.member } : {};
    const after = { id, version: 0, ...by, ...fields };
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

  /**
   * Move or copy expenses to another ledger; the totals of both are right in the same moment for each.
   *
   * @param {readonly Expense[]} expenses 1 to 100, as the person saw them
   * @param {string} to the ledger's id; empty for one's own
   * @param {{copy: boolean, category?: string, by?: string}} how `category`, and `by`, who paid: of that
   *   ledger
   */
  async transferExpenses(expenses, to, how) {
    const isStill = this.#whileHere();
    const seen = expenses.map(({ id, version }) => ({ id, version }));
    const where = { ...how, to: to || null };
    const { results } = await this.hold(this.api.transferExpenses(seen, where));
    this.refresh();
    const moved = expenses.filter((_, index) => results[index]?.status === 'moved');
    if (isStill()) this.#tellBudgets(moved.map(asDeleted));
    const { summaries, lists, paid, fair, budgets } = this.#places.get(to) ?? {};
    for (const known of [summaries, lists, paid, fair, budgets]) known?.refresh();
    return results;
  }

  /** @param {Expense} expense */
  deleteExpense(expense) {
    const id = newId();
    this.unsettled.add({ id, kind: 'deleted', expense, at: Date.now() });
    this.queue.add({ id, kind: 'delete', before: expense, after: null });
    const amount = shortMoney(expense.amount_paise);
    const action = { label: t('app.undo'), run: () => void this.undo(id) };
    const text = t('entry.deleted', { amount });
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
    this.#restored(expense);
    return expense.id;
  }

  /** Bring back what was deleted, here or elsewhere. @param {Expense} expense as it was */
  restore(expense) {
    const here = this.unsettled.deleted.findLast((one) => one.expense.id === expense.id);
    if (here) {
      this.undo(here.id);
      return;
    }
    this.addExpense(fieldsOf(expense), expense.id);
    this.#restored(expense);
  }

  /** @param {Expense} expense */
  #restored(expense) {
    this.deletedLately.remove(expense.id);
    this.notify({ text: t('entry.restored', { amount: shortMoney(expense.amount_paise) }) });
  }

  /**
   * @param {import('./store/bulk.js').New[]} expenses
   * @param {import('./store/bulk.js').Options & {log?: import('./store/bulk.js').Log}} [options]
   */
  async addExpenses(expenses, options) {
    const isStill = this.#whileHere();
    const outcome = await (await this.bulk()).add(expenses, options);
    if (outcome.stopped && !options?.signal?.aborted) this.#failed(outcome.stopped);
    this.refresh();
    const stored = outcome.results.filter(({ status }) => IS_THERE.includes(status));
    const ids = new Set(stored.map(({ id }) => id));
    const added = expenses.filter(({ id }) => ids.has(id));
    if (isStill()) this.#tellBudgets(added.map((one) => asAdded({ ...one, version: 1 })));
    return outcome;
  }

  /**
   * @param {Expense[]} expenses as the person saw them
   * @param {import('./store/bulk.js').Options} [options]
   * @returns {Promise<number>} how many are gone: what was changed meanwhile stays
   */
  async deleteExpenses(expenses, options) {
    const isStill = this.#whileHere();
    const { taken } = await this.#deleteMany(expenses, options);
    if (isStill()) this.#tellBudgets(expenses.map(asDeleted));
    return taken;
  }

  /**
   * Take an import back as a whole; what was edited since stays.
   *
   * @param {Pick<import('./store/imports.js').PastImport, 'id' | 'ids'>} past
   * @param {import('./store/bulk.js').Options} [options]
   * @returns {Promise<{taken: number, stayed: Expense[]}>}
   * @throws {Error} where the server could not be reached; going on is safe
   */
  async takeBackImport({ id, ids }, options) {
    // Whatever was edited since has another version, wherever it was moved to.
    const added = ids.map((one) => ({ id: one, version: 1 }));
    const { imports } = this;
    const outcome = await this.#deleteMany(added, options);
    await imports.forget(id);
    return outcome;
  }

  /** @param {{id: string, version: number}[]} expenses @param {import('./store/bulk.js').Options} [options] */
  #deleteMany(expenses, options) {
    return this.bulk()
      .then((bulk) => bulk.delete(expenses, options))
      .finally(() => this.refresh());
  }

  /**
   * @param {import('../types.js').Filter} filter
   * @param {import('./store/bulk.js').LoadOptions} [options]
   */
  async loadAll(filter, options) {
    return (await this.bulk()).load(filter, options);
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

  /** Move a category's expenses into another, and delete it. @param {string} id @param {string} into */
  mergeCategory(id, into) {
    return this.categories.merge(id, into).finally(() => this.refresh());
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
    if (!this.mayWrite) {
      this.notify({ kind: 'error', text: t('ledgers.mayNotWrite') });
      return;
    }
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

  /** @param {import('./store/telling.js').Form} [form] */
  openForm(form) {
    if (this.mayWrite) super.openForm(form);
  }

  /** Ask the server again for what is shown, keeping it meanwhile. */
  refresh() {
    this.#refreshedAt = Date.now();
    this.budgets.refresh();
    this.recurring.refresh();
    this.#refreshExpenses();
  }

  /** Ask again for what depends on expenses, and nothing else. */
  #refreshExpenses() {
    this.#unknown.clear();
    this.summaries.refresh();
    this.lists.refresh();
    this.paid.refresh();
    this.fair.refresh();
    if (this.mayList) this.kept.freshen();
  }

  /** Somebody changed more than expenses in the ledger that is shown. */
  #othersChanged() {
    this.refresh();
    this.categories.load();
    this.members.refresh();
    this.#loadLedgers();
  }

  /** Try again what did not reach the server. */
  retry() {
    this.refresh();
    this.categories.load();
    this.categories.retry();
    this.#drain();
    this.#follow();
    this.#loadLedgers();
    this.members.refresh();
  }

  /** Send what waits, in whichever ledger. */
  #drain() {
    for (const place of this.#places.values()) place.drain();
  }

  #watch() {
    watch({
      online: () => this.retry(),
      offline: () => this.lostConnection(),
      newDay: () => this.emit({ today: today() }),
      recorded: () => this.refresh(),
      returned: () => {
        const troubled = this.state.connection !== 'ok' || this.state.session === 'expired';
        if (troubled || Date.now() - this.#refreshedAt > FRESH_MS) this.retry();
      },
    });
  }

  #showUnsettled() {
    const { refused, refusals, conflicts, deleted } = this.unsettled;
    this.emit({ refused, refusals, conflicts, deleted });
  }

  #connected() {
    this.#looks.stop();
    // Where the device says otherwise, the answer may have been on its way when the network went.
    if (navigator.onLine === false) this.#looks.goOn();
    if (this.state.connection === 'ok' && this.state.session === 'signed-in') return;
    const waiting = this.state.unsent;
    this.emit({ connection: 'ok', session: 'signed-in', asOf: null });
    if (waiting) this.#drain();
  }

  /** @param {Change} change as stored */
  #settled(change) {
    const wasCut = this.state.connection !== 'ok';
    this.#connected();
    this.emit();
    this.#tellBudgets([change]);
    if (wasCut && !this.state.pending.length) this.notify({ text: t('connection.back') });
  }

  /** @param {Change[]} changes as stored */
  async #tellBudgets(changes) {
    if (!changes.length) return;
    const { BudgetWarnings } = await import('./store/budget-warnings.js');
    this.#warnings ??= new BudgetWarnings(this.#hereOnly());
    this.#warnings.saved(changes);
  }

  /** What tells whether the ledger of now is still the one that is shown. */
  #whileHere() {
    const here = this.#here;
    return () => this.#here === here;
  }

  /** As it is now, whichever ledger is shown when what was begun ends. @returns {Store} */
  #hereOnly() {
    const place = /** @type {Place} */ (this.#here);
    const notify = (/** @type {Parameters<Store['notify']>[0]} */ notice) =>
      this.#here === place && this.notify(notice);
    return Object.assign(Object.create(this), place, { notify });
  }

  /** @param {Place} place @param {Change} change @param {Error} error */
  #refused(place, change, error) {
    const { id, kind, before, after } = change;
    const expense = /** @type {Expense} */ (after ?? before);
    const reason = reasonOf(error);
    place.unsettled.add({ id, kind: 'refused', change, reason });
    if (this.#here !== place) return;
    this.#withdrawNotices(expense.id);
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

  /** @param {Place} place @param {Change} change @param {Expense | null} theirs */
  #conflicted(place, change, theirs) {
    if (this.#here === place) this.#withdrawNotices(subject(change));
    place.unsettled.add({ id: change.id, kind: 'conflict', change, theirs });
  }

  /** What was said of an expense has turned out not to be so. @param {string} expense */
  #withdrawNotices(expense) {
    for (const { id, about } of this.state.notices) if (about === expense) this.dismiss(id);
  }

  /** @param {unknown} error @returns {false} */
  #categoryRefused(error) {
    if (error instanceof ApiError) {
      this.notify({ kind: 'error', text: t('refused.category', { reason: reasonOf(error) }) });
    }
    this.#failed(error);
    return false;
  }

  /** @param {Place} place @param {string} what in words @param {ApiError} error */
  #refusedLate(place, what, error) {
    const id = newId();
    const reason = reasonOf(error);
    place.unsettled.add({ id, kind: 'refusal', what, reason });
    if (this.#here !== place) return;
    this.notify({ id, kind: 'error', text: t('refused.late', { what, reason }) });
  }

  /** Something did not come. Look again by and by, whatever is shown and whatever the device says. */
  lostConnection() {
    this.emit({ connection: navigator.onLine === false ? 'offline' : 'failing' });
    this.#looks.goOn();
  }

  /** @param {unknown} error @param {Place | null} [place] of what failed */
  #failed(error, place = this.#here) {
    if (error instanceof NoLedgerError) {
      if (place) this.#removed(place);
    } else if (error instanceof SignedOutError) this.emit({ session: 'expired' });
    else if (error instanceof UnreachableError) {
      this.lostConnection();
    } else if (!(error instanceof ApiError)) console.error(error);
  }
}

/** @param {Error} error */
const reasonOf = (error) =>
  (error instanceof ApiError && error.errors[0]?.message) || error.message || t('refused.unknown');

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

/** @param {Expense} after @returns {Change} */
const asAdded = (after) => ({ id: after.id, kind: 'add', before: null, after });

/** @param {Expense} before @returns {Change} */
const asDeleted = (before) => ({ id: before.id, kind: 'delete', before, after: null });
