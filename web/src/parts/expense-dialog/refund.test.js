import { expect, test } from 'vitest';
import { refundForm, shareOf } from './refund.js';

const purchase = {
  id: 'bought',
  date: '2026-11-03',
  amount_paise: 120000,
  category: 'food',
  description: 'Swiggy',
  tags: ['team'],
  reference: '432198765',
  version: 3,
};

test('a refund begins as the whole, today, and nothing of it is typed yet', () => {
  const form = refundForm(purchase, '2026-11-25');
  expect(form).toMatchObject({ fresh: true, purchase });
  expect(form.fields).toEqual({
    kind: 'refund',
    of: 'bought',
    date: '2026-11-25',
    amount_paise: 120000,
    category: 'food',
    description: 'Swiggy',
    tags: ['team'],
  });
});

test.each([
  [null, { share: 'none', left: 120000 }],
  [120000, { share: 'whole', left: 0 }],
  [50050, { share: 'part', left: 69950 }],
  [120001, { share: 'more', left: 0 }],
])('%s paise of a purchase', (refunded, expected) =>
  expect(shareOf(refunded, purchase.amount_paise)).toEqual(expected),
);

test.each([
  [null, { share: 'none', left: 80000 }],
  [80000, { share: 'rest', left: 0 }],
  [50000, { share: 'part', left: 30000 }],
  [120000, { share: 'more', left: 0 }],
])('%s paise of a purchase of which a part came back already', (refunded, expected) =>
  expect(shareOf(refunded, purchase.amount_paise, 40000)).toEqual(expected),
);
