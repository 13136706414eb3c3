/**
 * Budgets: what the person means to spend in a month, on a category or in all. Each holds from its
 * month on, until one of a later month takes its place; past months keep theirs. What gets no answer stays
 * as it was wanted, and is asked for again.
 *
 * @typedef {object} Budget
 * @property {string} category its id, or {@link TOTAL}
 * @property {string} from the month that it begins in, `YYYY-MM`
 * @property {number | null} amount_paise null ends the one before it
 */
import {
  FIRST_DATE,
  LAST_DATE,
  addDays,
  addMonths,
  daysOfMonth,
  monthOf,
} from '../../writing/dates.js';
import { longMonth, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import { Asking } from './asking.js';
import { kept } from './categories.js';

/** In the place of a category: the budget of all of them together. */
export const TOTAL = 'total';

/** In the outbox, by category and month. */
const KIND = 'budget';

/** All that there are: a person changes a budget now and then. */
const EVER = { from: monthOf(FIRST_DATE), to: monthOf(LAST_DATE) };

/**
 * @param {readonly Budget[]} budgets
 * @param {string} category its id, or {@link TOTAL}
 * @param {string} month `YYYY-MM`
 * @returns {number | null} in paise; null for none
 */
export function budgetIn(budgets, category, month) {
  /** @type {Budget | undefined} */
  let latest;
  for (const budget of budgets) {
    if (budget.category !== category || budget.from > month) continue;
    if (!latest || latest.from < budget.from) latest = budget;
  }
  return latest?.amount_paise ?? null;
}

/** @typedef {'fine' | 'near' | 'over'} Level near from 80 %, over from 100 % */

/**
 * @param {number} spent
 * @param {number} budget
 * @returns {Level}
 */
export function levelOf(spent, budget) {
  if (spent >= budget) return 'over';
  return spent * 10 >= budget * 8 ? 'near' : 'fine';
}

/**
 * What was spent, as budgets count it: on each category, and on all of them.
 *
 * @param {readonly {day?: string, month?: string, category: string, total_paise: number}[]} groups by
 *   day and category, or by month and category, where months are the calendar's
 * @param {number} begins the day that months begin on
 * @returns {Map<string, number>} paise, by {@link place}
 */
export function spending(groups, begins) {
  /** @type {Map<string, number>} */
  const spent = new Map();
  for (const { day = '', month = monthOf(day, begins), category, total_paise } of groups) {
    for (const subject of [category, TOTAL]) {
      const key = place(month, subject);
      spent.set(key, (spent.get(key) ?? 0) + total_paise);
    }
  }
  return spent;
}

/** @param {string} month `YYYY-MM` @param {string} category its id, or {@link TOTAL} */
export const place = (month, category) => `${month} ${category}`;

/**
 * What earlier months hand on: what was left of their budgets, less what they were overspent by. A month
 * without a budget has nothing to hand on.
 *
 * @param {readonly Budget[]} budgets
 * @param {ReadonlyMap<string, number>} spent in these months, by {@link place}
 * @param {string} category its id, or {@link TOTAL}
 * @param {{from: string, into: string}} months `YYYY-MM`: the first that hands on, and the one that gets it
 * @returns {number} paise, below zero where more was spent than budgeted
 */
export function carriedInto(budgets, spent, category, { from, into }) {
  let carried = 0;
  for (let month = from; month < into; month = monthAfter(month)) {
    const budget = budgetIn(budgets, category, month);
    const left = carried + (budget ?? 0) - (spent.get(place(month, category)) ?? 0);
    carried = budget === null ? 0 : left;
  }
  return carried;
}

/**
 * The days whose spending says what is carried into a month.
 *
 * @param {string | null} from the first month that hands on, `YYYY-MM`
 * @param {string} into `YYYY-MM`
 * @param {number} begins the day that months begin on
 * @returns {import('../../writing/dates.js').Range | null} null where nothing is
 */
export function daysBefore(from, into, begins) {
  if (!from || from >= into) return null;
  const last = addDays(daysOfMonth(into, begins).from, -1);
  return { from: daysOfMonth(from, begins).from, to: last };
}

/** @param {string} month `YYYY-MM` */
const monthAfter = (month) => monthOf(addMonths(`${month}-01`, 1));

export class Budgets {
  /** @type {'idle' | 'loading' | 'ready' | 'failed'} */
  status = 'idle';
  /** @type {Budget[]} another array after each change */
  items = [];
  #asking = new Asking();

  /**
   * @param {import('../api.js').Api} api
   * @param {{emit: () => void, failed: (error: unknown) => void,
   *   nameOf: (category: string) => string | undefined, idOf: (category: string) => Promise<string>,
   *   outbox: import('./outbox.js').Outbox,
   *   refused: (what: string, error: import('../api.js').ApiError) => void}} store
   *   `idOf`: the server's id of a category; `refused`: long after the person has gone on
   */
  constructor(api, store) {
    this.api = api;
    this.store = store;
    store.outbox.sendsBy(KIND, {
      send: (of, paise) => this.#send(of, paise),
      refused: (of, paise, error) => {
        store.refused(this.#inWords(of, paise), error);
        this.refresh();
      },
    });
  }

  /** Nobody knows yet whether there are any. */
  get awaited() {
    return this.status === 'idle' || this.status === 'loading';
  }

  /** Ask for them once; again after it failed. */
  async load() {
    if (this.status !== 'ready') await this.#ask();
  }

  /** Ask again, where they have been asked for. */
  async refresh() {
    if (this.status !== 'idle') await this.#ask();
  }

  async #ask() {
    if (this.status === 'idle') this.status = 'loading';
    try {
      await this.#asking.latest(
        () => this.api.listBudgets(EVER),
        ({ items }) => {
          this.items = this.#asWanted(items);
          this.status = 'ready';
        },
      );
    } catch (error) {
      if (this.status === 'loading') this.status = 'failed';
      this.store.failed(error);
    }
    this.store.emit();
  }

  /** With what waits to be sent. @param {Budget[]} items */
  #asWanted(items) {
    const wanted = this.store.outbox.all(KIND).map(([of, paise]) => budgetOf(of, paise));
    return [...items.filter((one) => !wanted.some((other) => isOfTheSame(one, other))), ...wanted];
  }

  /** @param {string} category its id, or {@link TOTAL} @param {string} month `YYYY-MM` */
  in(category, month) {
    return budgetIn(this.items, kept(category), month);
  }

  /** What one is of, in words. @param {string} category its id, or {@link TOTAL} */
  subject(category) {
    if (category === TOTAL) return t('overview.budgets.total');
    return this.store.nameOf(category) ?? t('entry.unknownCategory');
  }

  /**
   * The one that takes the place of the month's, if any is set already.
   *
   * @param {string} category its id, or {@link TOTAL} @param {string} month `YYYY-MM`
   */
  next(category, month) {
    return this.items
      .filter((budget) => budget.category === kept(category) && budget.from > month)
      .reduce(
        (first, one) => (first && first.from < one.from ? first : one),
        /** @type {Budget | undefined} */ (undefined),
      );
  }

  /**
   * Let a budget hold from a month on. It shows at once.
   *
   * @param {string} category its id, or {@link TOTAL}
   * @param {string} from the month, `YYYY-MM`
   * @param {number | null} paise null for none
   * @throws {import('../api.js').ApiError} what the API says; it is as before then
   */
  async change(category, from, paise) {
    const budget = { category: kept(category), from, amount_paise: paise };
    const replaced = this.items.find((one) => isOfTheSame(one, budget));
    this.#show(budget);
    try {
      await this.store.outbox.put(KIND, placeOf(budget), { paise });
      // An answer to what was asked before may have come meanwhile.
      this.#show(budget);
    } catch (error) {
      this.#set([...this.#othersThan(budget), ...(replaced ? [replaced] : [])]);
      throw error;
    }
  }

  /** @param {string} of @param {{paise: number | null}} wanted */
  async #send(of, { paise }) {
    const { category, from } = budgetOf(of, { paise });
    const known = category === TOTAL ? TOTAL : await this.store.idOf(category);
    await this.api.changeBudget(known, { month: from, amount_paise: paise });
    if (known !== category) this.refresh();
  }

  /** @param {string} of @param {{paise: number | null}} wanted */
  #inWords(of, wanted) {
    const { category, from, amount_paise: paise } = budgetOf(of, wanted);
    const names = { subject: this.subject(category), month: longMonth(from) };
    return paise === null
      ? t('refused.noBudget', names)
      : t('refused.budget', { ...names, amount: shortMoney(paise) });
  }

  /** @param {Budget} budget in the place of the one of the same category and month */
  #show(budget) {
    this.#set([...this.#othersThan(budget), budget]);
  }

  /** @param {Place} budget */
  #othersThan(budget) {
    return this.items.filter((one) => !isOfTheSame(one, budget));
  }

  /** @param {Budget[]} items by a change made here */
  #set(items) {
    this.items = items;
    this.#asking.changed();
    this.store.emit();
  }
}

/** @typedef {Pick<Budget, 'category' | 'from'>} Place */

/** @param {Place} a @param {Place} b */
const isOfTheSame = (a, b) => a.category === b.category && a.from === b.from;

/** What it is of, as the outbox has it. @param {Place} budget */
const placeOf = ({ category, from }) => `${from} ${category}`;

/** @param {string} of @param {{paise: number | null}} wanted @returns {Budget} */
const budgetOf = (of, { paise }) => ({
  from: of.slice(0, of.indexOf(' ')),
  category: of.slice(of.indexOf(' ') + 1),
  amount_paise: paise,
});
