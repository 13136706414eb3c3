import { describe, expect, it } from 'vitest';

import { ImportSource, expensesToImport } from './import-plan.js';

const TODAY = '2026-11-23';
const categories = [
  ['food-dining', 'Food & dining'],
  ['transport', 'Transport'],
  ['other', 'Other'],
].map(([id, name]) => ({
  id,
  name,
  colour: '#888888',
  builtin: true,
  archived: false,
  monthly_budget_paise: null,
}));

/** @param {string} text */
const source = (text) =>
  new ImportSource(
    'file.csv',
    text.split('\n').map((line) => line.split(',')),
  );

describe('an import that nobody corrects', () => {
  const file = source(
    'Date,Category,Note,Amount,Type\n' +
      '25-01-2018,Food,Idli,60,Expense\n' +
      '26-01-2018,Salary,,90000,Income\n' +
      '27-01-2018,Beauty,Haircut,150,Expense\n' +
      '28-01-2018,food,Dosa,70,Expense',
  );
  const plan = file.plan(file.found(TODAY), categories, TODAY);

  it('reads the file and suggests categories', () => {
    expect(plan.missing).toBeNull();
    expect(plan.ambiguousDates).toBe(false);
    expect(plan.categories).toEqual([
      {
        key: 'name:food',
        label: 'Food',
        count: 2,
        total: 13000,
        target: { kind: 'existing', id: 'food-dining' },
      },
      {
        key: 'name:beauty',
        label: 'Beauty',
        count: 1,
        total: 15000,
        target: { kind: 'new', name: 'Beauty' },
      },
    ]);
    expect(plan.ledger.leftOut).toMatchObject([{ line: 3, reason: 'income' }]);
  });

  it('imports what is spending', () => {
    const rows = expensesToImport(plan, categories);
    expect(rows.map(({ expense }) => expense.amount_paise)).toEqual([6000, 15000, 7000]);
  });
});

describe('corrections', () => {
  const file = source('Date,Note,Amount\n03-04-2018,Chai stall,10\n05-06-2018,UPI 42,20');

  it('change how dates are read', () => {
    const found = file.found(TODAY);
    expect(file.plan(found, categories, TODAY).ambiguousDates).toBe(true);
    const { ledger } = file.plan({ ...found, order: 'mdy' }, categories, TODAY);
    expect(ledger.expenses.map(({ date }) => date)).toEqual(['2018-03-04', '2018-05-06']);
  });

  it('change where a category leads, or leave it out', () => {
    const found = file.found(TODAY);
    const before = file.plan(found, categories, TODAY);
    expect(before.categories.map(({ key }) => key)).toEqual(['guess:food-dining', 'none']);
    /** @type {Record<string, import('./category-matching.js').Target>} */
    const targets = { none: { kind: 'skip' } };
    const plan = file.plan({ ...found, targets }, categories, TODAY);
    expect(expensesToImport(plan, categories)).toMatchObject([
      { expense: { description: 'Chai stall' }, target: { kind: 'existing', id: 'food-dining' } },
    ]);
  });

  it('are asked for where a column is missing', () => {
    const nameless = source('a,b\nc,d');
    expect(nameless.plan(nameless.found(TODAY), categories, TODAY)).toMatchObject({
      missing: 'date',
      ledger: { expenses: [], leftOut: [], refused: [] },
    });
  });
});

it('leaves out categories of income only where nothing else tells', () => {
  const plain = source('Date,Category,Amount\n25-01-2018,Salary,90000\n26-01-2018,Food,20');
  const [food, salary] = plain.plan(plain.found(TODAY), categories, TODAY).categories;
  expect([food.target.kind, salary.target.kind]).toEqual(['existing', 'skip']);
});
