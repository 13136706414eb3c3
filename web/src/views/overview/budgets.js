/** How far each budget is used up. */

/**
 * @typedef {object} BudgetUse
 * @property {string} category id
 * @property {number} spent paise
 * @property {number} budget paise, for all months of the window
 * @property {number} ratio spent as a part of the budget
 * @property {'fine' | 'near' | 'over'} level near from 80 %, over from 100 %
 */

/**
 * @param {readonly import('./projections.js').Group[]} groups
 * @param {readonly {id: string, monthly_budget_paise: number | null}[]} categories
 * @param {{from: string, to: string, months: number}} window
 * @returns {BudgetUse[]} the most used up first
 */
export function budgetUse(groups, categories, { from, to, months }) {
  /** @type {Map<string, number>} */
  const spentOn = new Map();
  for (const { day, category, total_paise } of groups) {
    if (from <= day && day <= to) {
      spentOn.set(category, (spentOn.get(category) ?? 0) + total_paise);
    }
  }
  return categories
    .flatMap(({ id, monthly_budget_paise }) => {
      if (!monthly_budget_paise) return [];
      const spent = spentOn.get(id) ?? 0;
      const budget = monthly_budget_paise * months;
      return [
        { category: id, spent, budget, ratio: spent / budget, level: levelOf(spent, budget) },
      ];
    })
    .sort((a, b) => b.ratio - a.ratio);
}

/**
 * @param {number} spent
 * @param {number} budget
 * @returns {BudgetUse['level']}
 */
function levelOf(spent, budget) {
  if (spent >= budget) return 'over';
  return spent * 10 >= budget * 8 ? 'near' : 'fine';
}
