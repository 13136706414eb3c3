import { expect, it } from 'vitest';

import { readText, told } from './told.js';

/** Which of several amounts or days counts. @type {[string, string, string[]][]} */
const SECOND = [
  [
    'in rupees beside what was paid abroad, as what was paid in rupees stands there twice',
    `account;category;currency;amount;ref_currency_amount;type;note;date;transfer
Cash;Groceries;INR;-340.50;-340.50;Expense;veg;2026-10-15T13:01:00.000Z;false
Forex;Restaurant;EUR;-20;-1850;Expense;Paris;2026-10-16T10:00:00.000Z;false
`,
    ['E 2026-10-15 34050', 'E 2026-10-16 185000'],
  ],
  [
    'converted into a currency that is none of the rupee’s',
    `date,account,category,amount,currency,converted amount,currency,description
15/10/2026,Cash,Food,-1250,INR,-15,USD,Thali
16/10/2026,Card,Food,-20,USD,-20,USD,Dubai lunch
`,
    ['E 2026-10-15 125000', 'L another currency'],
  ],
  [
    'in the currency of a reimbursement, whatever became of the claim',
    `Entry Number,Expense Date,Expense Category,Merchant Name,Currency Code,Expense Total Amount,Expense Total Amount (in Reimbursement Currency),Report Status
E1,2026-10-13,Meals,Sample Cafe,INR,420.00,420.00,Approved
E2,2026-10-14,Lodging,Sample Inn,INR,4480.00,4480.00,Rejected
E3,2026-10-15,Software,Sample Tool,USD,15.00,1267.50,Approved
`,
    ['E 2026-10-13 42000', 'E 2026-10-14 448000', 'E 2026-10-15 126750'],
  ],
  [
    'an INR amount beside the transaction’s own, signed',
    `Date,Merchant,Currency,Txn Amount,INR Amount
13-Oct-2026,Cafe,INR,450.00,450.00
14-Oct-2026,Sample Tool,USD,20.00,1712.40
16-Oct-2026,Sample Tool refund,USD,-20.00,-1700.10
`,
    ['E 2026-10-13 45000', 'E 2026-10-14 171240', 'R 2026-10-16 170010'],
  ],
  [
    'the advance, of what it is to cost',
    `Vendor,Total cost,Advance paid,Due later,Date of advance
Caterer,250000,50000,200000,13/10/2026
Hall,150000,150000,0,15/10/2026
`,
    ['E 2026-10-13 5000000', 'E 2026-10-15 15000000'],
  ],
  [
    'the day of the purchase, not of the form about it',
    `Timestamp,What did you buy?,How much?,Date of purchase
16/10/2026 09:12:22,Milk,92,15/10/2026
29/10/2026 19:12:22,School fees,"15,500",28/10/2026
`,
    ['E 2026-10-15 9200', 'E 2026-10-28 1550000'],
  ],
  [
    'amounts as people write them for themselves',
    `Date,What,How much
13/10/2026,School fees,1.2L
14/10/2026,Fridge,32k
15/10/2026,Sofa,4.5 K
16/10/2026,Parking,₹ 40.00 only
17/10/2026,Chairs,2.5 lakh
18/10/2026,Auto,60+40
19/10/2026,Oil,2 kg
`,
    [
      ...['E 2026-10-13 12000000', 'E 2026-10-14 3200000', 'E 2026-10-15 450000'],
      ...['E 2026-10-16 4000', 'E 2026-10-17 25000000', 'E 2026-10-18 10000'],
      'X amount that can’t be read',
    ],
  ],
  [
    'what one paid oneself, of a bill that an insurance paid a part of',
    'Date,Hospital,Bill amount,Insurance paid,Paid by us\n13/10/2026,Sample Care,12000,9000,3000\n14/10/2026,Sample Pharmacy,640,0,640\n',
    ['E 2026-10-13 300000', 'E 2026-10-14 64000'],
  ],
  [
    'a payment that was declined, whatever the column is called that says so',
    `Date,Merchant,Amount,Approval Status
13/10/2026,Sample Cafe,420,Approved
14/10/2026,Flipkart,500,Declined
15/10/2026,Sample Inn,300,Approved
`,
    ['E 2026-10-13 42000', 'L not completed', 'E 2026-10-15 30000'],
  ],
  [
    'converted, and there is no other',
    `Date,Merchant,Original Amount,Original Currency,Converted Amount
13/10/2026,Sample Cafe,5,USD,420
14/10/2026,Sample Inn,10,EUR,930
`,
    ['E 2026-10-13 42000', 'E 2026-10-14 93000'],
  ],
  [
    'converted beside one that is called foreign',
    'Date,Merchant,Foreign Amount,Converted Amount\n13/10/2026,Sample Cafe,5,420\n14/10/2026,Sample Inn,10,930\n',
    ['E 2026-10-13 42000', 'E 2026-10-14 93000'],
  ],
  [
    'a base alone',
    'Date,Merchant,Base Amount\n13/10/2026,Sample Cafe,100\n14/10/2026,Sample Inn,200\n',
    ['E 2026-10-13 10000', 'E 2026-10-14 20000'],
  ],
  [
    'a base beside its tax, which is no amount',
    'Date,Merchant,Base Amount,GST\n13/10/2026,Sample Cafe,100,18\n14/10/2026,Sample Inn,200,36\n',
    ['E 2026-10-13 10000', 'E 2026-10-14 20000'],
  ],
  [
    'a base beside the sides it has',
    'Date,Merchant,Base Amount,X\n13/10/2026,Sample Cafe,100,DR\n14/10/2026,Sample Inn,200,CR\n',
    ['E 2026-10-13 10000', 'L money in'],
  ],
  [
    'whether one paid it oneself',
    `Date,What,Amount,Paid by me
13/10/2026,Dinner,900,Yes
14/10/2026,Taxi,300,No
15/10/2026,Milk,60,Yes
`,
    ['E 2026-10-13 90000', "L not an expense by the file's own word", 'E 2026-10-15 6000'],
  ],
  [
    'whether one paid it oneself, beside what became of it',
    `Date,What,Amount,Paid by me,Status,Gym status
13/10/2026,Dinner,900,Yes,Success,No
14/10/2026,Taxi,300,No,Success,Yes
15/10/2026,Milk,60,Yes,Failed,No
16/10/2026,Bread,40,Yes,Success,No
`,
    [
      ...['E 2026-10-13 90000', "L not an expense by the file's own word"],
      ...['L not completed', 'E 2026-10-16 4000'],
    ],
  ],
  [
    'what was paid, noted of some rows only',
    `Date,What,Amount,Amount Paid
13/10/2026,Dinner,900,900
14/10/2026,Taxi,300,
15/10/2026,Milk,60,
16/10/2026,Rent,9000,9000
`,
    ['E 2026-10-13 90000', 'E 2026-10-14 30000', 'E 2026-10-15 6000', 'E 2026-10-16 900000'],
  ],
  [
    'what was paid, noted of all rows',
    'Date,What,Amount,Amount Paid\n13/10/2026,Dinner,900,800\n14/10/2026,Taxi,300,300\nTotal,,1200,\n',
    ['E 2026-10-13 80000', 'E 2026-10-14 30000'],
  ],
  [
    'out of pocket, of some rows only',
    'Date,What,Total,Out of pocket\n13/10/2026,Doctor,900,400\n14/10/2026,Medicine,300,\n',
    ['E 2026-10-13 90000', 'E 2026-10-14 30000'],
  ],
  [
    'in paise, as its column is called',
    `Txn Date,Merchant,amount_paise,Type
2026-10-13,Cafe,24000,DEBIT
2026-10-14,Book,50050,DEBIT
`,
    ['E 2026-10-13 24000', 'E 2026-10-14 50050'],
  ],
  [
    'in rupees, where the name has paise beside them or the cells have a point',
    `Date,Merchant,Amount (Rs. Paise)
13/10/2026,Cafe,240
14/10/2026,Book,500.50
`,
    ['E 2026-10-13 24000', 'E 2026-10-14 50050'],
  ],
  [
    'in rupees, where one cell of paise has a point',
    `Date,Merchant,Amount (paise)
13/10/2026,Cafe,240.50
14/10/2026,Book,500
`,
    ['E 2026-10-13 24050', 'E 2026-10-14 50000'],
  ],
];

it.each(SECOND)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it('takes no currency for the words of a row', async () => {
  const { expenses } = await readText(
    '"DATE","TYPE","FROM ACCOUNT","TO CATEGORY","AMOUNT","CURRENCY","AMOUNT 2","CURRENCY 2","NOTES"\n"31/10/2026","Expense","Cash","Health","890.00","INR","890.00","INR","eye test"\n"30/10/2026","Expense","Cash","Groceries","315.50","INR","315.50","INR",""\n"29/10/2026","Expense","Cash","Groceries","20","INR","20","INR",""\n',
  );
  expect(expenses.map(({ description }) => description)).toEqual(['eye test', '', '']);
});
