import { expect, it } from 'vitest';

import { told } from './told.js';

const TWO = ['E 2026-10-13 12500', 'E 2026-10-14 99900'];
const DOUBTED = TWO.map((row) => `${row} ?`);

/** @param {object} beside @param {(amount: number) => unknown} [amount] */
const list = (beside, amount = (one) => one) => [
  { date: '2026-10-13', amount: amount(12500), ...beside, description: 'Thali' },
  { date: '2026-10-14', amount: amount(99900), ...beside, description: 'Shoes' },
];

/** What says that amounts are paise, and what doesn't. @type {[string, unknown, string[]][]} */
const EXPORTS = [
  ['a unit beside each amount', list({ unit: 'paise' }), TWO],
  ['a unit within the amount', list({}, (value) => ({ value, unit: 'paise' })), TWO],
  ['a unit above the list', { unit: 'paise', transactions: list({}) }, TWO],
  ['minor units, by a word', { amount_unit: 'minor', data: { items: list({}) } }, TWO],
  ['minor units, by their digits', list({ currency: 'INR', currency_minor_unit: 2 }), DOUBTED],
  [
    'digits of amounts that have them',
    list({ currency_minor_unit: 2 }, (one) => one / 1000),
    ['E 2026-10-13 1250', 'E 2026-10-14 9990'],
  ],
  [
    'units of what was bought',
    list({ unit: 'kg' }),
    ['E 2026-10-13 1250000', 'E 2026-10-14 9990000'],
  ],
  ['digits of decimals', list({ decimals: 2 }), ['E 2026-10-13 1250000', 'E 2026-10-14 9990000']],
];

it.each(EXPORTS)('%s', async (_, content, expected) => {
  expect(await told(JSON.stringify(content))).toEqual(expected);
});

it('reads a column of units', async () => {
  const rows = await told(
    'Date,Item,Amount,Unit\n13/10/2026,Thali,12500,Paise\n14/10/2026,Rice,250,kg\n',
  );
  expect(rows).toEqual(['E 2026-10-13 12500', 'E 2026-10-14 25000']);
});
