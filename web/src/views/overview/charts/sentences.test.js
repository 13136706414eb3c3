import { expect, it } from 'vitest';

import { belowSentence, categorySentence, dailySentence, monthlySentence } from './sentences.js';

const name = (/** @type {string} */ id) => id[0].toUpperCase() + id.slice(1);
const day = (/** @type {string} */ day, /** @type {number} */ total, count = 1) => ({
  day,
  total,
  count,
});
const category = (/** @type {string} */ category, /** @type {number} */ total, share = 0) => ({
  category,
  total,
  share,
  count: 1,
});

it('a category of which as much or more came back is said beside the shares', () => {
  const categories = [
    category('rent', 90_000, 0.9),
    category('food', 10_000, 0.1),
    category('fuel', 0),
    category('shopping', -30_050),
  ];
  expect(categorySentence(categories, name)).toBe(
    'Spending by category: Rent 90%, Food 10%. Not in the ring, as much or more came back: Fuel ₹0, Shopping -₹300.50.',
  );
  expect(belowSentence(categories.slice(0, 2), name)).toBe('');
});

it('where nothing but refunds is there, that is said', () =>
  expect(categorySentence([category('shopping', -30_000)], name)).toBe(
    'Spending by category: nothing was spent. Not in the ring, as much or more came back: Shopping -₹300.',
  ));

it('days on which more came back than was spent are counted, and are not days without spending', () =>
  expect(
    dailySentence([
      day('2026-11-01', 50_000),
      day('2026-11-02', -20_000),
      day('2026-11-03', 0, 0),
      // As much came back as was spent.
      day('2026-11-04', 0, 2),
    ]),
  ).toBe(
    'Spending by day, 1 Nov 2026 to 4 Nov 2026: ₹300 in all, most on 1 Nov 2026 with ₹500; 1 day without spending. On 1 day more came back than was spent.',
  ));

it('a refund that makes it zero is not nothing', () => {
  const days = [day('2026-11-01', 50_000), day('2026-11-02', -50_000)];
  expect(dailySentence(days)).toContain('₹0 in all');
  const months = [{ month: '2026-10', total: -50_000, count: 1 }];
  expect(monthlySentence(months)).toContain('-₹500');
  expect(monthlySentence([{ month: '2026-10', total: 0, count: 0 }])).toContain(
    'nothing was spent',
  );
});
