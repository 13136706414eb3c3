import { beforeEach, describe, expect, test } from 'vitest';
import 'fake-indexeddb/auto';
import { ApiError } from '../api.js';
import { clearEveryone, Device } from '../device.js';
import { Outbox } from './outbox.js';
import { Budgets, TOTAL, budgetIn, carriedInto, daysBefore, place } from './budgets.js';

/** @param {string} category @param {string} from @param {number | null} amount_paise */
const budget = (category, from, amount_paise) => ({ category, from, amount_paise });

describe('the budget of a month', () => {
  const items = [
    budget('rent', '2026-08', 300),
    budget('rent', '2026-04', 200),
    budget('rent', '2026-10', null),
    budget(TOTAL, '2026-05', 900),
  ];

  test.each([
    ['rent', '2026-03', null],
    ['rent', '2026-04', 200],
    ['rent', '2026-07', 200],
    ['rent', '2026-08', 300],
    ['rent', '2026-09', 300],
    ['rent', '2026-10', null],
    ['rent', '2027-01', null],
    ['fuel', '2026-08', null],
    [TOTAL, '2026-04', null],
    [TOTAL, '2026-12', 900],
  ])('of %s in %s is %s', (category, month, paise) => {
    expect(budgetIn(items, category, month)).toBe(paise);
  });
});

describe('what is carried over', () => {
  const items = [
    budget('food', '2026-08', 100),
    budget('food', '2026-10', 50),
    budget('fuel', '2026-08', 100),
    budget('fuel', '2026-10', null),
    budget('fuel', '2026-11', 100),
  ];
  const spent = new Map([
    [place('2026-08', 'food'), 70],
    [place('2026-09', 'food'), 150],
    [place('2026-10', 'food'), 10],
    [place('2026-09', 'fuel'), 300],
  ]);
  const into = (/** @type {string} */ month, category = 'food', from = '2026-08') =>
    carriedInto(items, spent, category, { from, into: month });

  test('adds up what was left and what was overspent, month by month', () => {
    expect(['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => into(month))).toEqual([
      0, 30, -20, 20,
    ]);
  });

  test('begins with the month that was said', () => {
    expect(into('2026-11', 'food', '2026-10')).toBe(40);
    expect(into('2026-09', 'food', '2026-10')).toBe(0);
  });

  test('ends where there is no budget', () => {
    expect(into('2026-10', 'fuel')).toBe(-100);
    expect(into('2026-11', 'fuel')).toBe(0);
    expect(into('2026-12', 'fuel')).toBe(100);
  });

  test('is known from the days before, over the end of a year and of shifted months', () => {
    expect(daysBefore('2025-12', '2026-02', 1)).toEqual({ from: '2025-12-01', to: '2026-01-31' });
    expect(daysBefore('2025-12', '2026-02', 25)).toEqual({ from: '2025-12-25', to: '2026-02-24' });
    expect(daysBefore('2026-02', '2026-02', 1)).toBeNull();
    expect(daysBefore(null, '2026-02', 1)).toBeNull();
  });
});

describe('changing a budget', () => {
  /** @type {Budgets} */
  let budgets;
  /** @type {unknown[]} what the server was told */
  let told;
  /** @type {any[]} what the server has */
  let stored;
  let refuses = false;
  const failed = /** @type {unknown[]} */ ([]);

  beforeEach(async () => {
    told = [];
    stored = [budget('rent', '2026-04', 200)];
    refuses = false;
    const api = {
      listBudgets: async () => ({ items: stored }),
      changeBudget: async (/** @type {unknown[]} */ ...asked) => {
        told.push(asked);
        if (refuses) throw new ApiError(422, { detail: 'no' });
        const [category, { month, amount_paise }] = /** @type {any} */ (asked);
        stored = [
          ...stored.filter((one) => one.category !== category || one.from !== month),
          budget(category, month, amount_paise),
        ];
      },
    };
    await clearEveryone();
    const store = {
      emit: () => {},
      failed: (/** @type {unknown} */ error) => void failed.push(error),
    };
    budgets = new Budgets(/** @type {any} */ (api), {
      ...store,
      nameOf: () => undefined,
      idOf: async (category) => category,
      outbox: new Outbox(new Device('person-1'), store),
      refused: () => {},
    });
    budgets.load();
    await Promise.resolve();
    await Promise.resolve();
  });

  test('leaves the months before as they were', async () => {
    await budgets.change('rent', '2026-11', 100);
    expect(told).toEqual([['rent', { month: '2026-11', amount_paise: 100 }]]);
    expect(['2026-10', '2026-11', '2026-12'].map((month) => budgets.in('rent', month))).toEqual([
      200, 100, 100,
    ]);
  });

  test('is known to end where another begins', async () => {
    await budgets.change('rent', '2027-02', 100);
    await budgets.change('rent', '2026-12', null);
    expect(budgets.next('rent', '2026-11')).toEqual(budget('rent', '2026-12', null));
    expect(budgets.next('rent', '2027-02')).toBeUndefined();
  });

  test('shows at once, and is as before when refused', async () => {
    refuses = true;
    const changing = budgets.change('rent', '2026-04', 100);
    expect(budgets.in('rent', '2026-05')).toBe(100);
    await expect(changing).rejects.toThrow('no');
    expect(budgets.in('rent', '2026-05')).toBe(200);
  });

  test('is not undone by an answer that was asked for before', async () => {
    budgets.refresh();
    budgets.change('rent', '2026-04', 100);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(budgets.in('rent', '2026-04')).toBe(100);
  });

  test('does not take the place of those that are on their way', async () => {
    stored.push(budget('fuel', '2026-04', 300));
    const fresh = new Budgets(/** @type {any} */ (budgets.api), budgets.store);
    const loaded = fresh.load();
    await fresh.change('rent', '2026-04', 100);
    await loaded;
    expect([fresh.in('rent', '2026-04'), fresh.in('fuel', '2026-04')]).toEqual([100, 300]);
  });
});
