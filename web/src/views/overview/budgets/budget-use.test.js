import { describe, expect, it } from 'vitest';
import { budgetUse } from './budget-use.js';

/** @param {string} day @param {string} category @param {number} total_paise */
const group = (day, category, total_paise) => ({ day, category, total_paise, count: 1 });
/** @param {string} category @param {number | null} amount_paise @param {string} [from] */
const budget = (category, amount_paise, from = '2026-04') => ({ category, from, amount_paise });

const NOVEMBER = ['2026-11'];

describe('budgets', () => {
  it('warn from 80 % and from 100 %', () => {
    const of = (/** @type {number} */ spent) =>
      budgetUse([group('2026-11-05', 'food', spent)], [budget('food', 100_00)], NOVEMBER)[0].level;
    expect([79_99, 80_00, 99_99, 100_00].map(of)).toEqual(['fine', 'near', 'near', 'over']);
  });

  it('are listed the total first, then most used first, only where there is one, spent or not', () => {
    const budgets = [budget('gym', 5_00), budget('food', 500_00), budget('total', 900_00)];
    const groups = [group('2026-11-05', 'food', 400_00), group('2026-11-06', 'rent', 50_00)];
    const use = budgetUse(groups, budgets, NOVEMBER);
    expect(use.map(({ category, spent }) => [category, spent])).toEqual([
      ['total', 450_00],
      ['food', 400_00],
      ['gym', 0],
    ]);
  });

  it('that were changed hold from their month on, and past months keep theirs', () => {
    const budgets = [budget('food', 100_00, '2026-04'), budget('food', 60_00, '2026-11')];
    const groups = [group('2026-10-05', 'food', 90_00), group('2026-11-05', 'food', 50_00)];
    const [october] = budgetUse(groups, budgets, ['2026-10']);
    const [november] = budgetUse(groups, budgets, NOVEMBER);
    const [both] = budgetUse(groups, budgets, ['2026-10', '2026-11']);
    expect(october).toMatchObject({ spent: 90_00, budget: 100_00, level: 'near' });
    expect(november).toMatchObject({ spent: 50_00, budget: 60_00, level: 'near' });
    expect(both).toMatchObject({ spent: 140_00, budget: 160_00 });
  });

  it('count by the months that begin on another day', () => {
    const groups = [group('2026-10-24', 'food', 1_00), group('2026-10-25', 'food', 20_00)];
    const budgets = [budget('food', 100_00), budget('food', 40_00, '2026-10')];
    const [september] = budgetUse(groups, budgets, ['2026-09'], 25);
    const [october] = budgetUse(groups, budgets, ['2026-10'], 25);
    expect([september.spent, september.budget]).toEqual([1_00, 100_00]);
    expect([october.spent, october.budget]).toEqual([20_00, 40_00]);
  });

  it('grow and shrink by what earlier months hand on', () => {
    const groups = [group('2026-11-05', 'food', 50_00)];
    const use = (/** @type {number} */ carried) =>
      budgetUse(groups, [budget('food', 60_00)], NOVEMBER, 1, () => carried)[0];
    expect(use(40_00)).toMatchObject({ budget: 100_00, carried: 40_00, ratio: 0.5, level: 'fine' });
    expect(use(-10_00)).toMatchObject({ budget: 50_00, ratio: 1, level: 'over' });
    expect(use(-90_00)).toMatchObject({ budget: -30_00, ratio: 1, level: 'over' });
  });

  it('of several months count what was spent in those that have one', () => {
    const groups = [group('2026-03-05', 'food', 90_00), group('2026-04-05', 'food', 50_00)];
    const budgets = [budget('food', 60_00, '2026-04'), budget('food', null, '2026-05')];
    expect(budgetUse(groups, budgets, ['2026-03', '2026-04', '2026-05'])).toEqual([
      { category: 'food', spent: 50_00, budget: 60_00, carried: 0, ratio: 50 / 60, level: 'near' },
    ]);
    expect(budgetUse(groups, budgets, ['2026-05'])).toEqual([]);
  });
});
