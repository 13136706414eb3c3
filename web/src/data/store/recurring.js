/**
 * The person's recurring rules, and what is still to come by them.
 *
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').RuleContent} RuleContent
 */
import { ApiError } from '../api.js';
import { Asking } from './asking.js';
import { newId } from '../ids.js';
import { upcoming } from '../upcoming.js';
import { addDays } from '../../writing/dates.js';

/** What a person says of a rule, and an edit replaces as a whole. */
const SAID = /** @type {(keyof RuleContent)[]} */ ([
  ...['description', 'amount_paise', 'category', 'tags', 'paused', 'frequency', 'every', 'day'],
  ...['weekday', 'nth', 'start', 'end', 'count', 'first_number', 'skipped'],
]);

/** @param {Rule} rule @returns {RuleContent} */
export const contentOf = (rule) =>
  /** @type {any} */ (Object.fromEntries(SAID.map((name) => [name, rule[name]])));

/**
 * What of the past is looked at for what recurs: so many days, that a third yearly payment shows. Of them
 * so many pages are asked of the server, and the rest of the device, so far as it has them.
 */
const DAYS_BACK = 800;
const MOST_PAGES = 6;
const PAGE = 200;
const MOST_OF_DEVICE = 20_000;

export class Recurring {
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  status = 'idle';
  /** @type {Rule[]} in the order in which they were made */
  items = [];
  /** @type {Partial<RuleContent> | null} what the view of recurring expenses is to make a rule of */
  draft = null;
  /** @type {readonly import('../../types.js').Expense[] | null} the latest first; null until it is loaded */
  history = null;
  #asking = new Asking();
  /** @type {{items: Rule[], to: string, found: import('../upcoming.js').Upcoming[]} | null} */
  #ahead = null;

  /**
   * @param {import('../api.js').Api} api
   * @param {object} store
   * @param {() => void} store.changed
   * @param {(expense?: import('../../types.js').Expense) => void} store.recorded there are expenses that the
   *   page doesn't know, the one that a person just told the amount of among them
   * @param {import('../kept/answers.js').Answers['first']} store.known what the device can answer
   */
  constructor(api, { changed, recorded, known }) {
    this.api = api;
    this.known = known;
    this.changed = changed;
    this.recorded = recorded;
  }

  /** Nobody knows yet whether there are any. */
  get awaited() {
    return this.status === 'idle' || this.status === 'loading';
  }

  /** Ask for them, unless they are here. */
  async load() {
    if (this.status !== 'ready') await this.#ask();
  }

  /** Ask for them again, if anybody has, keeping what is here meanwhile. */
  async refresh() {
    if (this.status !== 'idle') await this.#ask();
  }

  async #ask() {
    if (this.status !== 'ready') this.status = 'loading';
    try {
      await this.#asking.latest(
        () => this.api.listRecurring(),
        ({ items }) => {
          this.items = items;
          this.status = 'ready';
        },
      );
    } catch {
      if (this.status !== 'ready') this.status = 'failed';
    }
    this.changed();
  }

  /** Let the view of recurring expenses make a rule. @param {Partial<RuleContent>} draft what is known of it */
  begin(draft) {
    this.draft = draft;
    this.changed();
  }

  /** Have the latest expenses at hand, to see in them what recurs and what it costs. @param {string} today */
  async loadHistory(today) {
    /** @type {import('../../types.js').Expense[]} */
    const expenses = [];
    const from = addDays(today, -DAYS_BACK);
    /** @type {string | null} */
    let cursor = null;
    try {
      for (let pages = 0; pages < MOST_PAGES; pages++) {
        const page = await this.api.listExpenses({ from }, { cursor, limit: PAGE });
        expenses.push(...page.items);
        cursor = page.next_cursor;
        if (!cursor) break;
      }
      if (cursor) expenses.push(...(await this.#older(from, expenses)));
    } catch {
      // What recurs is known without it.
      return;
    }
    this.history = expenses;
    this.changed();
  }

  /**
   * What the device has beyond what the server was asked for.
   *
   * @param {string} from
   * @param {import('../../types.js').Expense[]} listed the latest first
   */
  async #older(from, listed) {
    const range = { from, to: listed[listed.length - 1].date };
    const kept = await this.known((device) =>
      device.listExpenses(range, { limit: MOST_OF_DEVICE }),
    );
    const ids = new Set(listed.map(({ id }) => id));
    return (kept?.items ?? []).filter(({ id }) => !ids.has(id));
  }

  /** @param {string | null | undefined} id */
  find(id) {
    return this.items.find((rule) => rule.id === id);
  }

  /** @param {string} to the last day @returns {import('../upcoming.js').Upcoming[]} the same until something changes */
  upcoming(to) {
    const { items } = this;
    if (this.#ahead?.items !== items || this.#ahead.to !== to)
      this.#ahead = { items, to, found: upcoming(items, to) };
    return this.#ahead.found;
  }

  /**
   * @param {RuleContent} content
   * @throws {Error} what the API or the connection says; nothing is changed then
   */
  async add(content) {
    const rule = await this.api.addRecurring(newId(), content);
    this.#take(rule, null);
    return rule;
  }

  /**
   * @param {Rule} rule as the person saw it
   * @param {Partial<RuleContent>} changes
   * @throws {Error} what the API or the connection says; nothing is changed then
   */
  async edit(rule, changes) {
    try {
      const after = await this.api.editRecurring(rule, { ...contentOf(rule), ...changes });
      this.#take(after, rule);
      return after;
    } catch (error) {
      this.#catchUp(error);
      throw error;
    }
  }

  /** Leave a day out, be it to come or one whose amount is asked for. @param {Rule} rule @param {string} day */
  skip(rule, day) {
    // Days that are behind the rule are never recorded again, skipped or not.
    const ahead = rule.skipped.filter((one) => !rule.last || one > rule.last);
    return this.edit(rule, { skipped: [...ahead, day].sort() });
  }

  /** What it recorded stays. @param {Rule} rule as the person saw it @throws {Error} */
  async delete(rule) {
    try {
      await this.api.deleteRecurring(rule);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 404)) {
        this.#catchUp(error);
        throw error;
      }
    }
    this.#show(this.items.filter(({ id }) => id !== rule.id));
    this.changed();
  }

  /**
   * Tell the amount of a day that a rule asks about, which records it.
   *
   * @param {Rule} rule @param {string} day @param {number} paise
   * @throws {Error}
   */
  async confirm(rule, day, paise) {
    /** @type {import('../../types.js').Expense} */
    let expense;
    try {
      expense = await this.api.confirmRecurring(rule.id, day, paise);
    } catch (error) {
      this.#catchUp(error);
      throw error;
    }
    const asked = rule.asked.filter((one) => one !== day);
    this.#show(this.items.map((one) => (one.id === rule.id ? { ...one, asked } : one)));
    this.recorded(expense);
  }

  /** @param {Rule} rule @param {Rule | null} before */
  #take(rule, before) {
    this.#show(
      before
        ? this.items.map((one) => (one.id === rule.id ? rule : one))
        : [...this.items.filter(({ id }) => id !== rule.id), rule],
    );
    this.changed();
    // What was due already is recorded at once.
    if (rule.last !== (before?.last ?? null)) this.recorded();
  }

  /** What the server has by a change made here. @param {Rule[]} items */
  #show(items) {
    this.items = items;
    this.#asking.changed();
  }

  /** What was refused is not as it was seen. @param {unknown} error */
  #catchUp(error) {
    if (error instanceof ApiError) this.refresh();
  }
}
