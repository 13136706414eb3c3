/**
 * What a save leaves of the budgets that it counts in, told once the server has it; of many at once, such
 * as an import, what they crossed.
 *
 * The figures are asked for anew after the save: they hold what others have written until then, so that
 * whoever crosses a line last is told of it, whatever this page knew before.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('./budgets.js').Level} Level
 * @typedef {{month: string, category: string, after: boolean}} Place where a change counts; `after`: it
 *   does so now
 * @typedef {{month: string, subject: string, spent: number, budget: number}} Crossed in paise
 */
import { daysOfMonth, monthOf, today } from '../../writing/dates.js';
import { monthTitle, number, percentage, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';
import { go } from '../router.js';
import { TOTAL, carriedInto, daysBefore, levelOf, place as keyOf, spending } from './budgets.js';

/** The room on the device of the levels that were told, by month and category. */
const ROOM = 'budget-levels';
/** @type {Level[]} */
const LEVELS = ['fine', 'near', 'over'];
const SHOWN_MS = 12_000;
/** An import of years may cross many: up to so many are told one by one. */
const MOST_TOLD = 3;

export class BudgetWarnings {
  /** One after the other: an older answer must not speak after a newer one. */
  #last = Promise.resolve();

  /** @param {import('../store.js').Store} store */
  constructor(store) {
    this.store = store;
  }

  /** The day that months begin on. */
  get #begins() {
    return this.store.settings.monthStart;
  }

  /** @param {Change[]} changes as stored */
  saved(changes) {
    this.#last = this.#last.then(() => this.#tell(changes)).catch((error) => console.error(error));
    return this.#last;
  }

  /** @param {Change[]} changes */
  async #tell(changes) {
    const { budgets } = this.store;
    await budgets.load();
    const places = placesOf(changes, this.#begins).filter((place) => this.#isBudgeted(place));
    if (!places.length) return;
    const months = [...new Set(places.map(({ month }) => month))];
    const [spent] = await Promise.all([this.#spending(months), budgets.refresh()]);
    // Told where the person is; without an answer nothing is known, and the next save tells.
    if (!spent || document.visibilityState === 'hidden') return;
    const spentIn = (/** @type {string} */ month) => spent.get(month) ?? new Map();
    /** @type {Crossed[]} */
    const crossed = [];
    for (const place of places)
      crossed.push(...(await this.#crossedIn(place, spentIn(place.month))));
    if (crossed.length > MOST_TOLD) this.#warnOfMany(crossed.length);
    else crossed.forEach((one) => this.#warn(one));
    const saved = places.find(({ after }) => after);
    if (saved && changes.length === 1 && !crossed.length) {
      this.#tellLeft(saved, spentIn(saved.month));
    }
  }

  /** @param {Place} place */
  #isBudgeted({ month, category }) {
    return [category, TOTAL].some((subject) => this.store.budgets.in(subject, month) !== null);
  }

  /**
   * @param {string[]} months `YYYY-MM`
   * @returns {Promise<Map<string, Map<string, number>> | null>} by month what was spent in it, and
   *   before it as far as that is carried over; null without an answer
   */
  async #spending(months) {
    try {
      const spent = await Promise.all(months.map((month) => this.#spendingFor(month)));
      return new Map(months.map((month, index) => [month, spent[index]]));
    } catch {
      return null;
    }
  }

  /** @param {string} month `YYYY-MM` */
  async #spendingFor(month) {
    const { from, to } = daysOfMonth(month, this.#begins);
    const before = daysBefore(this.store.settings.carryOverFrom, month, this.#begins);
    const { groups } = await this.store.api.summary({ from: before?.from ?? from, to }, 'day');
    return spending(groups, this.#begins);
  }

  /** What has a budget where a change counts. @param {Place} place */
  #subjects({ month, category }) {
    return [category, TOTAL].filter((one) => this.store.budgets.in(one, month) !== null);
  }

  /**
   * @param {Place} place @param {Map<string, number>} spentOn
   * @returns {Promise<Crossed[]>} none where nothing counts any more
   */
  async #crossedIn(place, spentOn) {
    const { month } = place;
    const crossed = [];
    for (const subject of this.#subjects(place)) {
      const spent = spentOn.get(keyOf(month, subject)) ?? 0;
      const budget = this.#budgetOf(subject, month, spentOn);
      if (await this.#crosses(keyOf(month, subject), levelOf(spent, budget))) {
        crossed.push({ month, subject, spent, budget });
      }
    }
    return place.after ? crossed : [];
  }

  /** @param {Place} place @param {Map<string, number>} spentOn */
  #tellLeft(place, spentOn) {
    const { month } = place;
    const [subject] = this.#subjects(place);
    const spent = spentOn.get(keyOf(month, subject)) ?? 0;
    const left = subject ? this.#budgetOf(subject, month, spentOn) - spent : 0;
    if (left <= 0) return;
    const text = t('expense.budget.left', this.#names(month, subject, left));
    this.store.notify({ text, timeout: 5000 });
  }

  /**
   * With what earlier months hand on.
   *
   * @param {string} subject that has a budget @param {string} month
   * @param {Map<string, number>} spentOn
   */
  #budgetOf(subject, month, spentOn) {
    const { items } = this.store.budgets;
    const { carryOverFrom: from } = this.store.settings;
    const carried = from ? carriedInto(items, spentOn, subject, { from, into: month }) : 0;
    return (this.store.budgets.in(subject, month) ?? 0) + carried;
  }

  /**
   * Whether a line has been crossed that was not told of yet; below it again, the next one is told.
   *
   * @param {string} key @param {Level} level
   */
  async #crosses(key, level) {
    const told = (await this.store.device.get(ROOM, key)) ?? 'fine';
    if (told !== level) await this.store.device.put(ROOM, key, level);
    return LEVELS.indexOf(level) > LEVELS.indexOf(told);
  }

  /** @param {Crossed} crossed */
  #warn({ month, subject, spent, budget }) {
    const percent = percentage(Math.floor((spent / budget) * 100) / 100);
    const names = { percent, ...this.#names(month, subject, Math.abs(budget - spent)) };
    const key = spent < budget ? 'near' : spent === budget ? 'used' : 'over';
    this.#notify(`budget ${month} ${subject}`, t(`expense.budget.${key}`, names));
  }

  /** @param {number} count */
  #warnOfMany(count) {
    this.#notify('budgets', t('expense.budget.many', { shown: number(count) }));
  }

  /** @param {string} id @param {string} text */
  #notify(id, text) {
    this.store.notify({
      id,
      text,
      action: { label: t('expense.budget.see'), run: () => go('overview', {}) },
      timeout: SHOWN_MS,
    });
  }

  /** @param {string} month @param {string} subject @param {number} paise */
  #names(month, subject, paise) {
    const isPresent = month === monthOf(today(), this.#begins);
    return {
      amount: shortMoney(paise),
      subject: this.store.budgets.subject(subject),
      month: isPresent
        ? t('expense.budget.thisMonth')
        : t('expense.budget.inMonth', { month: monthTitle(month, this.#begins) }),
    };
  }
}

/**
 * @param {Change[]} changes @param {number} begins the day that months begin on
 * @returns {Place[]} each once; where they count now first, then where they counted before
 */
function placesOf(changes, begins) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  const now = changes.flatMap(({ after }) => after ?? []);
  const then = changes.flatMap(({ before }) => before ?? []);
  for (const [index, { date, category }] of [...now, ...then].entries()) {
    const place = { month: monthOf(date, begins), category, after: index < now.length };
    const key = keyOf(place.month, category);
    if (!places.has(key)) places.set(key, place);
  }
  return [...places.values()];
}
