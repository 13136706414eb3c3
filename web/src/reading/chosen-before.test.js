import { expect, it } from 'vitest';

import { chosenBefore } from './chosen-before.js';

/** @param {[description: string, category: string][]} expenses newest first */
const chosen = (expenses) =>
  chosenBefore(
    /** @type {any} */ (expenses.map(([description, category]) => ({ description, category }))),
  );

it('what was chosen for a payee last is taken again', () => {
  const before = chosen([
    ['Corner Bakery', 'food-dining'],
    ['Corner Bakery', 'groceries'],
  ]);
  expect([before('corner bakery'), before('cafe')]).toEqual(['food-dining', undefined]);
});

it('“Other” is what is left where nothing is known, and no choice', () => {
  const before = chosen([
    ['Corner Bakery', 'other'],
    ['Corner Bakery', 'groceries'],
    ['Cafe', 'other'],
  ]);
  expect([before('corner bakery'), before('cafe')]).toEqual(['groceries', undefined]);
});
