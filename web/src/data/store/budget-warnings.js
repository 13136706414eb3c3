/**
 * What a save leaves of the budgets that it counts in, told once the server has it.
 *
 * The figures are asked for anew after the save: they hold what others have written until then, so that
 * whoever crosses a line last is told of it, whatever this page knew before.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('./budgets.js').Level} Level
 * @typedef {{month: string, category: string, after: boolean}} Place where a change counts; `after`: it
 *   does so now
 */
import { daysOfMonth, monthOf, today } from '../../writing/dates.js';
import { monthTitle, percentage, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import { go } from '../router.js';
import { TOTAL, carriedInto, daysBefore, levelOf, place as keyOf, spending } from './budgets.js';

/** The room on the device of the levels that were told, by month and category. */
const ROOM = 'budget-levels';
/** @type {Level[]} */
const LEVELS = ['fine', 'near', 'over'];
const SHOWN_MS = 12_000;

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

  /** @param {Change} change as stored */
  saved(change) {
    this.#last = this.#last.then(() => this.#tell(change)).catch((error) => console.error(error));
    return this.#last;
  }

  /** @param {Change} change */
  async #tell(change) {
    const { budgets } = this.store;
    await budgets.load();
    const places = placesOf(change, this.#begins);
    if (!places.some((place) => this.#isBudgeted(place))) return;
    const months = [...new Set(places.map(({ month }) => month))];
    const [spent] = await Promise.all([this.#spending(months), budgets.refresh()]);
    // Told where the person is; without an answer nothing is known, and the next save tells.
    if (!spent || document.visibilityState === 'hidden') return;
    for (const place of places) await this.#tellOf(place, spent.get(place.month) ?? new Map());
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

  /** @param {Place} place @param {Map<string, number>} spentOn */
  async #tellOf({ month, category, after }, spentOn) {
    const subjects = [category, TOTAL].filter((one) => this.store.budgets.in(one, month) !== null);
    const crossed = [];
    for (const subject of subjects) {
      const spent = spentOn.get(keyOf(month, subject)) ?? 0;
      const budget = this.#budgetOf(subject, month, spentOn);
      if (await this.#crosses(keyOf(month, subject), levelOf(spent, budget))) {
        crossed.push({ subject, spent, budget });
      }
    }
    if (!after) return;
    for (const { subject, spent, budget } of crossed) this.#warn(month, subject, spent, budget);
    const [subject] = subjects;
    const spent = spentOn.get(keyOf(month, subject)) ?? 0;
    const left = subject ? this.#budgetOf(subject, month, spentOn) - spent : 0;
    if (!crossed.length && left > 0) {
      const text = t('expense.budget.left', this.#names(month, subject, left));
      this.store.notify({ text, timeout: 5000 });
    }
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

  /** @param {string} month @param {string} subject @param {number} spent @param {number} budget */
  #warn(month, subject, spent, budget) {
    const percent = percentage(Math.floor((spent / budget) * 100) / 100);
    const names = { percent, ...this.#names(month, subject, Math.abs(budget - spent)) };
    const key = spent < budget ? 'near' : spent === budget ? 'used' : 'over';
    this.store.notify({
      id: `budget ${month} ${subject}`,
      text: t(`expense.budget.${key}`, names),
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
 * @param {Change} change @param {number} begins the day that months begin on
 * @returns {Place[]} where it counts now first, then where it counted before
 */
function placesOf({ before, after }, begins) {
  /** @type {Map<string, Place>} */
  const places = new Map();
  for (const expense of [after, before]) {
    if (!expense) continue;
    const place = { month: monthOf(expense.date, begins), category: expense.category };
    const key = `${place.month} ${place.category}`;
    if (!places.has(key)) places.set(key, { ...place, after: expense === after });
  }
  return [...places.values()];
}
