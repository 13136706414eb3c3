import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { today } from '../../writing/dates.js';
import { newId } from '../ids.js';
import { BudgetWarnings } from './budget-warnings.js';
import { FIELDS, onDevice } from './device-double.js';

/** @typedef {import('../../types.js').Expense} Expense */

const device = onDevice();
const TODAY = today();
const MONTH = TODAY.slice(0, 7);

/** @param {string} category @param {number | null} amount_paise @param {string} [from] */
const budget = (category, amount_paise, from = '2026-01') => ({ category, from, amount_paise });

/** @type {string[]} all that was told, oldest first */
let told = [];

/** @type {BudgetWarnings} */
let warnings;

/** @param {Omit<import('./changes.js').Change, 'id'>} change that the server has */
async function tells(change) {
  told = [];
  await warnings.saved([{ id: newId(), ...change }]);
  return told;
}

/** @param {number} amount_paise @param {Partial<Expense>} [fields] */
function add(amount_paise, fields) {
  const after = device.server.put({
    id: newId(),
    category: 'rent',
    date: TODAY,
    amount_paise,
    ...fields,
  });
  return tells({ kind: 'add', before: null, after });
}

/** @param {Expense} before @param {Partial<Expense>} fields */
const edit = (before, fields) =>
  tells({ kind: 'edit', before, after: device.server.put({ ...before, ...fields }) });

/** @param {Expense} before */
function remove(before) {
  device.server.expenses.delete(before.id);
  return tells({ kind: 'delete', before, after: null });
}

beforeEach(async () => {
  await device.store.device.clear();
  device.server.expenses.clear();
  device.server.categories = [
    { id: 'rent', name: 'Rent', colour: '#123456', builtin: true, archived: false },
  ];
  device.server.budgets = [budget('rent', 100_00)];
  await open();
});

async function open() {
  const store = await device.open();
  warnings = new BudgetWarnings(store);
  const notify = store.notify.bind(store);
  store.notify = (notice) => {
    told.push(notice.text);
    notify(notice);
  };
}

describe('a save in a category with a budget', () => {
  test('says what is left', async () => {
    expect(await add(70_00)).toEqual(['Saved. ₹30 of Rent left this month.']);
  });

  test('is told of 80 and of 100 percent once each, and again after it was less', async () => {
    expect(await add(79_00)).toEqual(['Saved. ₹21 of Rent left this month.']);
    expect(await add(8_00)).toEqual(['Rent: 87% of the budget is used, ₹13 left this month.']);
    expect(await add(1_00)).toEqual(['Saved. ₹12 of Rent left this month.']);
    expect(await add(12_00)).toEqual(['Rent: the budget is used up this month.']);
    expect(await add(5_00)).toEqual([]);
    const [first, ...others] = device.server.expenses.values();
    expect(await edit(others[others.length - 1], { amount_paise: 50_00 })).toEqual([]);
    expect(await remove(first)).toEqual([]);
    expect(await add(10_00)).toEqual(['Rent: 81% of the budget is used, ₹19 left this month.']);
  });

  test('counts what another has written meanwhile, which this page does not know', async () => {
    device.store.summary({ from: TODAY, to: TODAY });
    await device.settled();
    device.server.put({ id: 'theirs', date: TODAY, category: 'rent', amount_paise: 60_00 });
    expect(await add(45_00)).toEqual(['Rent: ₹5 over the budget this month.']);
  });

  test('is told by the device once, also after the page was opened anew', async () => {
    await add(85_00);
    await open();
    expect(await add(1_00)).toEqual(['Saved. ₹14 of Rent left this month.']);
  });

  test('is told once the store has it', async () => {
    told = [];
    device.store.addExpense({ ...FIELDS, date: TODAY, amount_paise: 85_00 });
    await vi.waitFor(() =>
      expect(told).toEqual(['Rent: 85% of the budget is used, ₹15 left this month.']),
    );
  });

  test('of a past month is held against its own budget', async () => {
    device.server.budgets = [budget('rent', 50_00, '2020-01'), budget('rent', 100_00, MONTH)];
    expect(await add(45_00, { date: '2020-03-05' })).toEqual([
      'Rent: 90% of the budget is used, ₹5 left in March 2020.',
    ]);
  });

  test('counts by the months of the ledger', async () => {
    device.server.settings = { month_start: 15, carry_over_from: null };
    await device.store.settings.load();
    device.server.budgets = [budget('rent', 50_00, '2020-01'), budget('rent', 100_00, '2020-03')];
    device.server.put({ id: 'b', date: '2020-02-15', category: 'rent', amount_paise: 20_00 });
    expect(await add(25_00, { date: '2020-03-14' })).toEqual([
      'Rent: 90% of the budget is used, ₹5 left in 15 Feb – 14 Mar 2020.',
    ]);
  });

  test('counts what earlier months hand on', async () => {
    device.server.settings = { month_start: 1, carry_over_from: '2020-01' };
    await device.store.settings.load();
    device.server.budgets = [budget('rent', 50_00, '2020-01')];
    device.server.put({ id: 'b', date: '2020-01-15', category: 'rent', amount_paise: 20_00 });
    device.server.put({ id: 'c', date: '2019-12-31', category: 'rent', amount_paise: 90_00 });
    expect(await add(75_00, { date: '2020-02-01' })).toEqual([
      'Rent: 93% of the budget is used, ₹5 left in February 2020.',
    ]);
  });

  test('tells nothing where the figures do not come', async () => {
    device.server.summary = () => Promise.reject(new Error('busy'));
    expect(await add(90_00)).toEqual([]);
  });
});

describe('an import', () => {
  /** @param {[string, number, string?][]} rows each with its date and paise */
  async function imports(rows) {
    told = [];
    const expenses = rows.map(([date, amount_paise, category = 'rent']) => ({
      ...FIELDS,
      id: newId(),
      category,
      date,
      amount_paise,
    }));
    await device.store.addExpenses(expenses);
    await device.settled();
    return { told, expenses };
  }

  test('tells once of each budget that it crosses', async () => {
    device.server.budgets = [budget('rent', 100_00, '2020-01')];
    const { told: said } = await imports([
      ['2020-02-10', 50_00],
      ['2020-02-11', 40_00],
      ['2020-03-10', 100_00],
      ['2020-04-10', 1_00],
      ['2020-03-11', 900_00, 'fuel'],
    ]);
    expect(said).toEqual([
      'Rent: 90% of the budget is used, ₹10 left in February 2020.',
      'Rent: the budget is used up in March 2020.',
    ]);
  });

  test('tells only how many they are, where they are many', async () => {
    device.server.budgets = [budget('rent', 100_00, '2020-01')];
    const { told: said } = await imports(
      ['2020-02-10', '2020-03-10', '2020-04-10', '2020-05-10'].map((date) => [date, 90_00]),
    );
    expect(said).toEqual(['Of 4 budgets, 80% or more is used now.']);
  });

  test('that is deleted is told of again when it comes again', async () => {
    const { expenses, told: first } = await imports([[TODAY, 90_00]]);
    expect(first).toEqual(['Rent: 90% of the budget is used, ₹10 left this month.']);
    const stored = expenses.map(
      ({ id }) => /** @type {Expense} */ (device.server.expenses.get(id)),
    );
    await device.store.deleteExpenses(stored);
    await device.settled();
    expect((await imports([[TODAY, 90_00]])).told).toEqual(first);
  });

  test('of rows that were not taken tells nothing', async () => {
    device.server.addExpenses = (rows) =>
      Promise.resolve({ results: rows.map(({ id }) => ({ id, status: 'duplicate' })) });
    expect((await imports([[TODAY, 90_00]])).told).toEqual([]);
  });
});

describe('a save in a category without a budget', () => {
  test('counts in the total', async () => {
    device.server.budgets = [budget('total', 100_00)];
    expect(await add(40_00)).toEqual(['Saved. ₹60 of Everything together left this month.']);
  });

  test('asks for nothing more', async () => {
    device.server.budgets = [budget('fuel', 100_00)];
    await device.store.budgets.load();
    device.server.log = [];
    expect(await add(99_00)).toEqual([]);
    expect(device.server.log).toEqual([]);
  });
});
