import { describe, expect, it } from 'vitest';

import cases from '../../../tests/unit/search_cases.json';
import { fold } from '../reading/folding.js';
import { amountsOf, finder, wordsOf } from './search.js';

const expense = {
  id: 'a',
  date: '2026-11-10',
  amount_paise: 1_234_50,
  category: 'food-dining',
  description: 'Café with Meera',
  tags: ['office'],
  version: 1,
};
const nameOf = (/** @type {string} */ id) => (id === 'food-dining' ? 'Food & dining' : undefined);

it.each([
  'meera cafe',
  'OFFICE',
  'dining office',
  '1234.50',
  '1,234.5 meera',
  '₹1,234.50',
  '₹ 1234.50',
  'Rs 1,234.50',
  '1.2345k meera',
  '1,200-1,300',
  'rs 1234.50 to 1300 cafe',
  '',
])('finds %o', (q) => expect(finder(q, nameOf)(expense)).toBe(true));

it.each(['meera rent', '1234', '234.50', 'cafemeera', '1,235-1,300', 'Rs 1234'])(
  'does not find %o',
  (q) => expect(finder(q, nameOf)(expense)).toBe(false),
);

describe('an amount that is searched for', () => {
  it.each(cases.amounts)('%s is from %i to %i paise', (typed, from, to) => {
    expect(wordsOf(String(typed))).toHaveLength(1);
    expect(amountsOf(fold(String(typed)))).toEqual([from, to]);
  });

  it.each(cases.no_amounts)('%s is none', (typed) => expect(amountsOf(fold(typed))).toBe(null));

  it.each(cases.words)('is one word of %o', (typed, words) =>
    expect(wordsOf(String(typed)).sort()).toEqual(words),
  );
});
