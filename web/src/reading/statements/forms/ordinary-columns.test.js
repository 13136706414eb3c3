import { expect, it } from 'vitest';

import { told } from './told.js';

/**
 * Columns that look like those of a rule, and are what most are.
 *
 * @type {[string, string, string[]][]}
 */
const ROWS = [
  ...['Amount', 'Cost'].map(
    (name) =>
      /** @type {[string, string, string[]]} */ ([
        `one purchase and one return, ${name}`,
        `Date,Item,${name}\n13/10/2026,Shoes,1320\n14/10/2026,Amazon return,-500\n`,
        ['E 2026-10-13 132000', 'R 2026-10-14 50000'],
      ]),
  ),
  [
    'C of all that came in, beside the balance',
    `Date,Narration,Amount,Balance
13/10/2026,RENT FROM TENANT,C 31200.00,40000.00
14/10/2026,INTEREST,C 40.00,40040.00
`,
    ['L money in', 'L money in'],
  ],
  ...['Amount (no paise)', 'Amount without paise', 'Rounded off paise amount'].map(
    (name) =>
      /** @type {[string, string, string[]]} */ ([
        `rupees in ${name}`,
        `Date,Item,${name}\n13/10/2026,Milk,240\n14/10/2026,Bread,60\n`,
        ['E 2026-10-13 24000', 'E 2026-10-14 6000'],
      ]),
  ),
  [
    'amounts that the balance goes by, whatever they are called',
    `Date,Item,Amount paise,Balance
13/10/2026,Milk,240,9760.00
14/10/2026,Bread,240,9520.00
`,
    ['E 2026-10-13 24000', 'E 2026-10-14 24000'],
  ],
  [
    'the day of a split, which is no ratio',
    `Date,Item,Amount,Split Date\n13/10/2026,Milk,240,10/10\n14/10/2026,Bread,60,\n`,
    ['E 2026-10-13 24000', 'E 2026-10-14 6000'],
  ],
  [
    'what was paid beside what was received, an amount in each row',
    `Date,Details,Paid,Received
13/10/2026,Grocery,1500,
14/10/2026,Freelance,,12000
15/10/2026,Electricity,2210.75,
`,
    ['E 2026-10-13 150000', 'L money in', 'E 2026-10-15 221075'],
  ],
  [
    'an amount, and of some what of it was received back',
    `Date,Details,Amount,Received
13/10/2026,Dinner,1500,500
14/10/2026,Taxi,300,
`,
    ['E 2026-10-13 150000', 'E 2026-10-14 30000'],
  ],
  [
    'a direction in words',
    `Date,Merchant,Amount,Direction
13/10/2026,Sample Shop,1499.00,outgoing
14/10/2026,Ravi,499.00,incoming
15/10/2026,Cab,650.00,outgoing
`,
    ['E 2026-10-13 149900', 'L money in', 'E 2026-10-15 65000'],
  ],
  [
    'from where to where one went, which are no parties',
    `Date,From,To,Fare amount
13/10/2026,Pune,Pune,120
14/10/2026,Pune,Mumbai,900
`,
    ['E 2026-10-13 12000', 'E 2026-10-14 90000'],
  ],
  [
    'a mark behind what is paid',
    `Date,Item,Amount
13/10/2026,Milk,60,paid
14/10/2026,Bread,40
15/10/2026,Eggs,70
`,
    ['X more cells than the header', 'E 2026-10-14 4000', 'E 2026-10-15 7000'],
  ],
  [
    'who paid and on whom it was spent',
    `Date,Payee,Payer,Amount,Category
13/10/2026,Shop,Amit,500,Food
14/10/2026,Amit,Amit,900,Personal
`,
    ['E 2026-10-13 50000', 'E 2026-10-14 90000'],
  ],
  [
    'an amount in minor units by its name',
    JSON.stringify([
      { date: '2026-10-13', amount_minor_units: 149900, merchant: 'Shop' },
      { date: '2026-10-14', amount_minor_units: 4900, merchant: 'Milk' },
    ]),
    ['E 2026-10-13 149900', 'E 2026-10-14 4900'],
  ],
];

it.each(ROWS)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});
