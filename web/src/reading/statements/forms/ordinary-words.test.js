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
    'a remark of a card or its app before the address of a shop, and before that of a bill',
    `Date,Narration,Debit,Credit
13/10/2026,UPI/628800005403/SBI credit card/swiggy@ybl,450,
13/10/2026,UPI/628800005404/cred club offer/zomato@paytm,350,
14/10/2026,UPI/628800005405/SBI credit card/sbicard.pay@sbi,800,
14/10/2026,UPI/628800005406/credit card bill/ravi.kumar@ybl,900,
14/10/2026,UPI-CRED CLUB-CRED.CLUB@AXISB-UTIB0000001-628800005407-PAYMENT,700,
`,
    [
      ...['E 2026-10-13 45000 ?', 'E 2026-10-13 35000 ?'],
      ...Array(3).fill("L payment of a card's bill"),
    ],
  ],
  [
    'who is called as a refund is, and refunds of companies and persons',
    `Date,Narration,Debit,Credit
13/10/2026,UPI/612345678901/WAIVER KUMAR/okicici,,500
13/10/2026,NEFT CR-CASHBACK TECHNOLOGIES PVT LTD-OCT PAYMENT,,25000
13/10/2026,UPI-REFUND KUMARI-refund@ybl,,300
14/10/2026,NEFT CR-REFUND AMAZON SELLER SERVICES PVT LTD,,700
14/10/2026,UPI/612345678902/REFUND/SAMPLE STORE,,900
14/10/2026,REVERSAL SERVICE CHARGES,,118
14/10/2026,UPI/CR/612345678903/WAIVER KUMAR/REVERSAL,,450
`,
    [
      ...Array(3).fill('L money in ?'),
      ...[70000, 90000, 11800, 45000].map((paise) => `R 2026-10-14 ${paise}`),
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
  [
    'categories among which stands one refund, where tax and salary are what was spent on',
    `Date,Description,Type,Amount
${[
  'Groceries',
  'Food',
  'Fuel',
  'Food',
  'Groceries',
  'Maid salary',
  'Income tax',
  'Fuel',
  'Food',
  'Groceries',
  'Food',
  'Rent',
]
  .map((type, row) => `13/10/2026,Shop ${'ABCDEFGHIJKL'[row]},${type},100\n`)
  .join('')}14/10/2026,Shop A,Refund,100
`,
    [...Array(12).fill('E 2026-10-13 10000'), 'R 2026-10-14 10000'],
  ],
  [
    'a status of one letter, which isn’t known',
    `Date,Description,Amount,Status
13/10/2026,Milk,64,N
14/10/2026,Bread,61,N
15/10/2026,Eggs,80,C
`,
    ['E 2026-10-13 6400 ?', 'E 2026-10-14 6100 ?', 'E 2026-10-15 8000'],
  ],
  [
    'a letter below a question whether it was paid',
    `Date,Description,Amount,Paid (Y/N)
13/10/2026,Milk,64,Y
14/10/2026,Bread,61,N
15/10/2026,Eggs,80,Y
`,
    ['E 2026-10-13 6400', 'L not completed', 'E 2026-10-15 8000'],
  ],
  [
    'what is no transfer, by yes or no',
    `Date,Description,Amount,Transfer
13/10/2026,Milk,64,No
13/10/2026,Tea,20,No
13/10/2026,Bus,40,No
13/10/2026,Rice,160,No
13/10/2026,Oil,180,No
13/10/2026,Eggs,80,NA
14/10/2026,To savings,5000,Yes
`,
    [
      ...[6400, 2000, 4000, 16000, 18000, 8000].map((paise) => `E 2026-10-13 ${paise}`),
      'L transfer to oneself',
    ],
  ],
  [
    'what is no transfer, by no account',
    `Date,Description,Amount,Account,Transfer Account
13/10/2026,Milk,-64,Bank,
13/10/2026,Eggs,-80,Bank,N/A
13/10/2026,Bread,-61,Bank,none
13/10/2026,Tea,-20,Bank,-
14/10/2026,Cash,-2000,Bank,Cash
`,
    [...[6400, 8000, 6100, 2000].map((paise) => `E 2026-10-13 ${paise}`), 'L transfer to oneself'],
  ],
  [
    'a shop of return gifts that pays, and what was returned',
    `Date,Narration,Debit,Credit
13/10/2026,UPI/CR/628600005401/RETURN GIFTS SHOP/sale,,300
14/10/2026,IMPS RETURN 628700005402,,200
15/10/2026,UPI/628800005403/Return gifts/party,900,
`,
    ['L money in', 'R 2026-10-14 20000', 'E 2026-10-15 90000'],
  ],
  [
    'a salary, whoever pays it',
    `Date,Narration,Debit,Credit
13/10/2026,NEFT CR REVERSAL SYSTEMS PVT LTD SALARY,,50000
14/10/2026,CASHBACK LTD WAGES OCT,,9000
15/10/2026,CASHBACK CREDITED,,20
16/10/2026,Salary advance returned,500,
`,
    ['L money in', 'L money in', 'R 2026-10-15 2000', 'E 2026-10-16 50000'],
  ],
  [
    'what was given back to an account of a salary, or of one',
    `Date,Narration,Debit,Credit
13/10/2026,Refund of Rs 450 from Sample Store credited to your Salary A/c,,450
14/10/2026,NEFT RETURN SALARY MAID ACCOUNT CLOSED,,5000
15/10/2026,Return gift order Amazon,,300
`,
    ['R 2026-10-13 45000', 'R 2026-10-14 500000', 'R 2026-10-15 30000'],
  ],
  [
    'the same on a card',
    `Credit Card Statement,,
Date,Details,Amount
13/10/2026,SAMPLE SHOP,900.00 Dr
14/10/2026,PENSION FUND REFUND PAYMENT,500.00 Cr
`,
    ['E 2026-10-13 90000', 'R 2026-10-14 50000'],
  ],
  [
    'what was moved to somebody else, in the words of own transfers',
    `Date,Narration,To,Debit,Credit
13/10/2026,Own funds transfer to landlord,,9000,
13/10/2026,Transferred to Bank,Ramesh Landlord,8000,
13/10/2026,Added to office gift pot,,300,
13/10/2026,SELFTRANSFER CAB CO,,250,
14/10/2026,Works,,,50000
`,
    [...[900000, 800000, 30000, 25000].map((paise) => `E 2026-10-13 ${paise}`), 'L money in'],
  ],
  [
    'what came into categories of income, beside an inflow',
    `Date,Payee,Category,Outflow,Inflow
13/10/2026,Asha,Rent received,,12000
13/10/2026,Ravi,Side hustle,,9000
13/10/2026,Works,Savings: Emergency,,6000
13/10/2026,Works,Inflow: Ready to Assign,,64000
14/10/2026,Cafe,Food,120,
15/10/2026,Dentist,Savings: Emergency,2000,
`,
    [...Array(4).fill('L money in'), 'E 2026-10-14 12000', 'E 2026-10-15 200000'],
  ],
  [
    'the instalment of a loan, beside debts that were collected',
    `Date,Category,Amount,Currency,Note
24/10/2026,Food & Beverage,-220,INR,lunch
23/10/2026,Loan,-8200,INR,HDFC home loan EMI
22/10/2026,Debt Collection,1000,INR,from Ravi
21/10/2026,Salary,40000,INR,works
`,
    ['E 2026-10-24 22000', 'E 2026-10-23 820000', 'L money in', 'L money in'],
  ],
  [
    'the payment of a bill among purchases, of no card',
    `Date,Merchant,Amount,Type
13/10/2026,Travel Shop,5400,Purchase
14/10/2026,Bill payment,900,Payment
15/10/2026,Travel Shop,5400,Refund
`,
    ['E 2026-10-13 540000', 'E 2026-10-14 90000', 'R 2026-10-15 540000'],
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
  [
    'who is called as deposits are, and a car that one drives',
    `Date,Narration,Debit,Credit,Balance
13/10/2026,TO TRANSFER RD ROADWAYS,500,,9500
14/10/2026,UPI/NPS SELF DRIVE/nps@ybl,400,,9100
`,
    ['E 2026-10-13 50000', 'E 2026-10-14 40000'],
  ],
  [
    'a bank account of somebody who is told of statements of loans',
    `Download your loan statement on our app
Date,Particulars,Debit,Credit,Balance
13/10/2026,UPI/MILK/ravi@ybl,60,,1000
14/10/2026,EMI 0123,40,,960
31/10/2026,SALARY,,4000,4960
`,
    ['E 2026-10-13 6000', 'E 2026-10-14 4000', 'L money in'],
  ],
  [
    'a card’s bill, at the address of its bank',
    `Date,Details,Amount,Type
13/10/2026,UPI/627/Credit Card/yesb.1234@yesbank,4500,Dr
14/10/2026,UPI/627/credit card/slice@axb,4500,Dr
`,
    ["L payment of a card's bill", "L payment of a card's bill"],
  ],
  [
    'a payment, and a number by which one logs in',
    `Rs 900.00 debited from A/c XX1234 to JIO on 07-10-26. Use 123456 to log in and view.

Rs 450.00 debited from A/c XX1234 to RAVI on 08-10-26.
`,
    ['E 2026-10-07 90000', 'E 2026-10-08 45000'],
  ],
];

it.each(ROWS)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});
