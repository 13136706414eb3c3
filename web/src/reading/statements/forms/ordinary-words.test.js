import { expect, it } from 'vitest';

import { told } from './told.js';

/**
 * Words that tell a kind where they stand by themselves, and nothing among others.
 *
 * @type {[string, string, string[]][]}
 */
const ROWS = [
  [
    'a repayment among the credits of an account, which makes no card of it',
    `Date,Description,Debit,Credit
13/10/2026,BIG BAZAAR,1200,
14/10/2026,Repayment,,500
15/10/2026,RAVI KUMAR,,2000
31/10/2026,INFOSYS LTD OCT,,50000
`,
    ['E 2026-10-13 120000', 'L money in', 'L money in', 'L money in'],
  ],
];

it.each(ROWS)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});
