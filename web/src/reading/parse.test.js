import { describe, expect, test } from 'vitest';
import { parseQuickEntry } from './parse.js';

const category = (/** @type {string} */ id, /** @type {string} */ name) => ({
  id,
  name,
  colour: '#000000',
  builtin: true,
  archived: false,
  monthly_budget_paise: null,
});

const known = {
  today: '2026-11-23', // a Monday
  categories: [
    category('food-dining', 'Food & dining'),
    category('groceries', 'Groceries'),
    category('rent', 'Rent'),
    category('transport', 'Transport'),
    category('c-1', 'Anya school'),
  ],
  categoryOf: (/** @type {string} */ text) =>
    text.toLowerCase() === 'the usual' ? 'groceries' : undefined,
};
const read = (/** @type {string} */ line) => parseQuickEntry(line, known);

describe('the amount', () => {
  test.each([
    ['120 chai', 12000],
    ['chai 120', 12000],
    ['₹120 chai', 12000],
    ['rs 120 chai', 12000],
    ['Rs.120.50 chai', 12050],
    ['1,20,000 rent', 12000000],
    ['2.5k rent', 250000],
    ['1.2 lakh rent', 12000000],
    ['2l rent', 20000000],
    ['500/- chai', 50000],
    ['0.29 toffee', 29],
  ])('%s is %i paise', (line, paise) => expect(read(line).amount_paise).toBe(paise));

  test('is missing where there is none', () => expect(read('chai').amount_paise).toBe(null));
  test('is the first of two numbers', () =>
    expect(read('120 chai for 2')).toMatchObject({
      amount_paise: 12000,
      description: 'chai for 2',
    }));
  test('is never finer than a paisa', () => expect(read('1.005 chai').amount_paise).toBe(null));
});

describe('the date', () => {
  test.each([
    ['120 chai', '2026-11-23'],
    ['120 chai yesterday', '2026-11-22'],
    ['120 chai day before yesterday', '2026-11-21'],
    ['120 chai 3 days ago', '2026-11-20'],
    ['120 chai monday', '2026-11-23'],
    ['120 chai on Friday', '2026-11-20'],
    ['2.5k rent 1 nov', '2026-11-01'],
    ['2.5k rent 1st november', '2026-11-01'],
    ['2.5k rent nov 1', '2026-11-01'],
    ['2.5k rent 25 dec', '2025-12-25'],
    ['2.5k rent 29 feb', '2024-02-29'],
    ['2.5k rent 5 jan 2024', '2024-01-05'],
    ['2.5k rent 1/11', '2026-11-01'],
    ['2.5k rent 03-04-2025', '2025-04-03'],
    ['2.5k rent 2025-04-03', '2025-04-03'],
  ])('of %s is %s', (line, date) => {
    expect(read(line)).toMatchObject({ date });
    expect(read(line).amount_paise).not.toBe(null);
  });

  test('that does not exist stays text', () =>
    expect(read('120 chai 31 feb')).toMatchObject({
      date: '2026-11-23',
      description: 'chai 31 feb',
    }));
  test('gives way to the amount where there is one number only', () =>
    expect(read('may 5')).toMatchObject({ amount_paise: 500, description: 'may' }));
});

describe('tags, description, category', () => {
  test('a whole line', () =>
    expect(read('120 chai #office yesterday')).toEqual({
      amount_paise: 12000,
      description: 'chai',
      tags: ['office'],
      date: '2026-11-22',
      category: 'food-dining',
    }));
  test('tags are lower-cased and said once', () =>
    expect(read('10 #A tea #a #दिवाली')).toMatchObject({
      tags: ['a', 'दिवाली'],
      description: 'tea',
    }));
  test('the category last used with a description comes first', () =>
    expect(read('900 the usual').category).toBe('groceries'));
  test('a category named in the line is meant', () =>
    expect(read('2500 anya school fees').category).toBe('c-1'));
  test('a word can point to one', () => expect(read('80 uber home').category).toBe('transport'));
  test('one that is archived or gone is not proposed', () =>
    expect(read('2000 petrol').category).toBe(''));
  test('markup is text', () => expect(read('10 <b>tea</b>').description).toBe('<b>tea</b>'));
});
