import { describe, expect, it } from 'vitest';

import { guessCategory, suggestCategory, sureCategories } from './category-matching.js';

const BUILT_IN = {
  'food-dining': 'Food & dining',
  groceries: 'Groceries',
  transport: 'Transport',
  rent: 'Rent',
  'utilities-recharge': 'Utilities & recharge',
  'household-help': 'Household help',
  health: 'Health',
  education: 'Education',
  shopping: 'Shopping',
  entertainment: 'Entertainment',
  travel: 'Travel',
  family: 'Family',
  'festivals-gifts': 'Festivals & gifts',
  investments: 'Investments',
  'taxes-fees': 'Taxes & fees',
  other: 'Other',
};
/** @param {string} id @param {string} name @param {boolean} [archived] */
const category = (id, name, archived = false) => ({
  id,
  name,
  archived,
  colour: '#888888',
  builtin: true,
});
const categories = Object.entries(BUILT_IN).map(([id, name]) => category(id, name));

describe("a file's category", () => {
  it.each([
    ['Food', 'food-dining'],
    ['Transportation', 'transport'],
    ['rent', 'rent'],
    ['maid', 'household-help'],
    ['Cook', 'household-help'],
    ['Apparel', 'shopping'],
    ['Tourism', 'travel'],
    ['Gift', 'festivals-gifts'],
    ['Festivals', 'festivals-gifts'],
    ['Investment', 'investments'],
    ['Public Provident Fund', 'investments'],
    ['Recurring Deposit', 'investments'],
    ['water (jar /tanker)', 'utilities-recharge'],
    ['garbage disposal', 'utilities-recharge'],
    ['Culture', 'entertainment'],
    ['FOOD & DINING', 'food-dining'],
    ['Groceries', 'groceries'],
    ['Misc.', 'other'],
    ['', 'other'],
  ])('%j is %s', (name, id) =>
    expect(suggestCategory(name, categories)).toEqual({ kind: 'existing', id }),
  );

  it.each([
    ['Household', 'Household'],
    ['subscription', 'Subscription'],
    ['Money transfer', 'Money transfer'],
    ['Beauty', 'Beauty'],
  ])('%s is a new one', (name, created) =>
    expect(suggestCategory(name, categories)).toEqual({ kind: 'new', name: created }),
  );

  it('is one of their own before a built-in one', () => {
    const own = [...categories, category('1', 'Food'), category('2', 'Pets', true)];
    expect(suggestCategory('food', own)).toEqual({ kind: 'existing', id: '1' });
    expect(suggestCategory('pets', own)).toEqual({ kind: 'existing', id: '2' });
  });

  it('does not lead to an archived one by its meaning alone', () => {
    const without = categories.map((one) => ({ ...one, archived: one.id === 'travel' }));
    expect(suggestCategory('Tourism', without)).toEqual({ kind: 'new', name: 'Tourism' });
  });

  it('may be no spending, where nothing else says so', () => {
    expect(suggestCategory('Salary', categories, { mayHoldIncome: true })).toEqual({
      kind: 'skip',
    });
    expect(suggestCategory('Salary', categories)).toEqual({ kind: 'new', name: 'Salary' });
  });
});

describe('where nobody looks at it', () => {
  const BUILT_IN_ONES = [...categories, category('insurance', 'Insurance')];
  const sure = (/** @type {string[]} */ names, known = BUILT_IN_ONES) =>
    [...sureCategories(names, known)].map(([name, target]) => [
      name,
      target.kind === 'new' ? `new ${target.name}` : target.id,
    ]);

  it.each([
    ['Rent', 'rent'],
    ['RENT', 'rent'],
    ['Food', 'food-dining'],
    ['Investment', 'investments'],
    ['Transportation', 'new Transportation'],
    ['household', 'new Household'],
  ])('%j goes to %s', (name, target) =>
    expect(sure([name])).toEqual([[name.toLowerCase(), target]]),
  );

  it('never makes one of two', () => {
    expect(sure(['Gift', 'Festivals'])).toEqual([
      ['gift', 'new Gift'],
      ['festivals', 'festivals-gifts'],
    ]);
    expect(sure(['Dining', 'Food'])).toEqual([
      ['dining', 'food-dining'],
      ['food', 'new Food'],
    ]);
  });

  it('takes names that differ in case only for one', () =>
    expect(sure(['RENT', 'rent'])).toEqual([['rent', 'rent']]));

  it('finds a category of ones own again, but no archived one', () => {
    expect(sure(['maid'], [category('own', 'Maid')])).toEqual([['maid', 'own']]);
    expect(sure(['maid'], [category('own', 'Maid', true)])).toEqual([['maid', 'new Maid']]);
  });
});

it('is guessed from a description where the file has none', () => {
  expect(guessCategory('UPI-SWIGGY-swiggy@axis-123', categories)).toBe('food-dining');
  expect(guessCategory('Electricity bill March', categories)).toBe('utilities-recharge');
  expect(guessCategory('UPI 4444', categories)).toBeNull();
});
