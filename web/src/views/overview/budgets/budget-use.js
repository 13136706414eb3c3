/** How far each budget is used up. */
import { TOTAL, budgetIn, levelOf, place, spending } from '../../../data/store/budgets.js';

/**
 * @typedef {import('../../../data/store/budgets.js').Budget} Budget
 *
 * @typedef {object} BudgetUse
 * @property {string} category id, or `total`
 * @property {number} spent paise, in the months that have a budget
 * @property {number} budget paise, of these months together, with what is carried over
 * @property {number} carried paise of it that earlier months hand on; below zero where they overspent
 * @property {number} ratio spent as a part of the budget
 * @property {import('../../../data/store/budgets.js').Level} level
 */

/**
 * @param {readonly import('../projections.js').Group[]} groups of all categories
 * @param {readonly Budget[]} budgets
 * @param {readonly string[]} months `YYYY-MM`
 * @param {number} [begins] the day that they begin on
 * @param {(category: string) => number} [carriedOver] paise that earlier months hand on
 * @returns {BudgetUse[]} the total's first, then the most used up first
 */
export function budgetUse(groups, budgets, months, begins = 1, carriedOver = () => 0) {
  const spentOn = spending(groups, begins);
  const subjects = [...new Set(budgets.map(({ category }) => category))];
  return subjects
    .flatMap((category) => {
      let [spent, budgeted] = [0, 0];
      for (const month of months) {
        const paise = budgetIn(budgets, category, month);
        if (paise === null) continue;
        budgeted += paise;
        spent += spentOn.get(place(month, category)) ?? 0;
      }
      if (!budgeted) return [];
      // A gap within the months, or before them, hands nothing on.
      const carried = budgetIn(budgets, category, months[0]) === null ? 0 : carriedOver(category);
      const budget = budgeted + carried;
      const level = levelOf(spent, budget);
      return [{ category, spent, budget, carried, ratio: ratioOf(spent, budget), level }];
    })
    .sort(
      (a, b) => Number(b.category === TOTAL) - Number(a.category === TOTAL) || b.ratio - a.ratio,
    );
}

/** All of it where nothing is left to spend. @param {number} spent @param {number} budget */
const ratioOf = (spent, budget) => (budget > 0 ? spent / budget : 1);
