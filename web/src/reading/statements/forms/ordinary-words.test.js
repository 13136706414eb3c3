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
  [
    'a purchase that tells by which card it was paid, which is no bill of that card',
    `Date,Narration,Debit,Credit
13/10/2026,UPI/612345678901/Swiggy/paid with HDFC Card,450,
13/10/2026,UPI-BLINKIT-blinkit@ybl-YESB0000001-612345678902-hdfc card,300,
13/10/2026,UPI-CROMA-croma@ybl-YESB0000001-612345678903-EMI on ICICI Card,9000,
13/10/2026,UPI-AMAZON-amazon@apl-UTIB0000001-612345678904-Amex card offer,700,
13/10/2026,UPI-ARCHIES-archies@ybl-YESB0000001-612345678905-One card and gift,150,
13/10/2026,UPI-METRO-dmrc@ybl-YESB0000001-612345678906-Delhi one card topup,200,
13/10/2026,UPI/612345678907/HDFC card/swiggy@ybl/YES BANK,250,
14/10/2026,UPI/612345678908/AMAZON/HDFC CARD EMI refund,,1000
14/10/2026,UPI/612345678909/SBI Card/refund,,900
15/10/2026,UPI/612345678910/SBI Card/bill,800,
15/10/2026,UPI-SBI CARD-PAYTM-612345678911,600,
`,
    [
      ...[45000, 30000, 900000, 70000, 15000, 20000, 25000].map((paise) => `E 2026-10-13 ${paise}`),
      ...['R 2026-10-14 100000', 'R 2026-10-14 90000'],
      ...["L payment of a card's bill", "L payment of a card's bill"],
    ],
  ],
  [
    'what was paid by card, which is not the card’s bill',
    `Date,Description,Amount
13/10/2026,Debit card pay - Big Bazaar,1200
14/10/2026,Card pay Swiggy,450
15/10/2026,Aadhaar card pay,50
`,
    ['E 2026-10-13 120000', 'E 2026-10-14 45000', 'E 2026-10-15 5000'],
  ],
  [
    'what one had oneself, and pots that were bought',
    `Date,Description,Category,Amount
13/10/2026,Haircut (self),,150
13/10/2026,Lunch (self),Food,200
13/10/2026,Hospital (self),Health,2500
13/10/2026,Soil to pot plants,,90
13/10/2026,Pots: garden and soil,,400
13/10/2026,Pot: tulsi,Garden,60
`,
    [15000, 20000, 250000, 9000, 40000, 6000].map((paise) => `E 2026-10-13 ${paise}`),
  ],
  [
    'the same in the columns of an account',
    `Date,Narration,Debit,Credit
13/10/2026,UPI-SALON-Haircut (self),150,
13/10/2026,Soil to pot plants,90,
13/10/2026,Pots: garden and soil,400,
14/10/2026,To pot,500,
`,
    ['E 2026-10-13 15000', 'E 2026-10-13 9000', 'E 2026-10-13 40000', 'L transfer to oneself'],
  ],
  ...[
    ['Offer', 'Cashback 2% on cards'],
    ['Offer', 'Cashback'],
    ['Reward', 'Cashback eligible'],
    ['Fare', 'Non-refundable'],
  ].map(
    ([name, cell]) =>
      /** @type {[string, string, string[]]} */ ([
        `a salary beside ${name}: ${cell}`,
        `Date,Description,Debit,Credit,${name}
13/10/2026,Shoes,1200,,${cell}
31/10/2026,Salary Infosys,,50000,${cell}
`,
        ['E 2026-10-13 120000', 'L money in'],
      ]),
  ),
];

it.each(ROWS)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});
