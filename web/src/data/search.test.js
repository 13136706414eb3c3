import { expect, it } from 'vitest';

import { finds } from './search.js';

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
  '',
])('finds %o', (q) => expect(finds(expense, q, nameOf)).toBe(true));

it.each(['meera rent', '1234', '234.50', 'cafemeera'])('does not find %o', (q) =>
  expect(finds(expense, q, nameOf)).toBe(false),
);
