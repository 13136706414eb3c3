import { expect, it } from 'vitest';

import { NOTED } from '../noted-text.js';
import { STACKED } from '../stacked-text.js';
import { readText, told } from './told.js';

/** What a text without columns has in its lines, the text, and what it is read as. @type {[string, string, string[], string][]} */
const TEXTS = [
  [
    'the balance below each amount, as copied out of a PDF',
    `Statement of account
Date
Particulars
Debit
Credit
Balance
11/10/2026
UPI/628400000001/MORE RETAIL
350.00
9,650.00
13/10/2026
UPI/628600000002/CITY CABS
220.00
9,430.00
15/10/2026
NEFT SAMPLE WORKS
20,000.00
29,430.00
`,
    ['E 2026-10-11 35000 ?', 'E 2026-10-13 22000', 'L money in'],
    STACKED,
  ],
  [
    'day, words, amount and balance, as copied out of a PDF',
    `Date Particulars Debit Credit Balance
11/10/2026 UPI/628400000001/MORE RETAIL 350.00 9,650.00
13/10/2026 UPI/628600000002/CITY CABS 220.00 9,430.00
15/10/2026 NEFT SAMPLE WORKS 20,000.00 29,430.00
Page 1 of 1
`,
    ['E 2026-10-11 35000 ?', 'E 2026-10-13 22000', 'L money in'],
    NOTED,
  ],
  [
    'a card’s rows with D, C and M behind their amounts, as copied out of a PDF',
    `Date Transaction Details Amount
13 Oct 26 SAMPLE FOOD BANGALORE IND 456.00 D
14 Oct 26 PAYMENT RECEIVED 000DP0 5,000.00 C
15 Oct 26 SAMPLE MART PUNE IN 1,890.00 M
16 Oct 26 SAMPLE MART PUNE IN 190.00 C
`,
    [
      'E 2026-10-13 45600',
      "L payment of a card's bill",
      'E 2026-10-15 189000',
      'R 2026-10-16 19000',
    ],
    NOTED,
  ],
  [
    'a day, and what was spent on it',
    'Expenses\n13/10/2026\nMilk - 60\nVeg - 120/-\n14/10/2026:\nBus = 80\nTea : Rs 20\nTotal 280\n',
    ['E 2026-10-13 6000', 'E 2026-10-13 12000', 'E 2026-10-14 8000', 'E 2026-10-14 2000'],
    NOTED,
  ],
  [
    'a telephone number among payments',
    '13/10/2026\nMilk 60\nCall Ravi 9876543210\nRice 160\nTea 20\n',
    ['E 2026-10-13 6000', 'E 2026-10-13 16000', 'E 2026-10-13 2000'],
    NOTED,
  ],
  [
    'what came in, with a plus',
    '13/10/2026\nMilk 60\nGot from Ravi +500\n14/10/2026\nRice 160\n',
    ['E 2026-10-13 6000', 'L money in', 'E 2026-10-14 16000'],
    NOTED,
  ],
  [
    'days without a year, of the month that the title says',
    'October 2026\n1 Oct\nMilk 60\nVeg 2 kg 120\n2 Oct\nBus 80\n',
    ['E 2026-10-01 6000', 'E 2026-10-01 12000', 'E 2026-10-02 8000'],
    NOTED,
  ],
  [
    'day, words and amount',
    '13/10/2026 Milk 60\n13/10/2026 Vegetables 120\n15/10/2026 School bus fee 1,500\nSum of the week\n',
    ['E 2026-10-13 6000', 'E 2026-10-13 12000', 'E 2026-10-15 150000'],
    NOTED,
  ],
  [
    'what was spent, as members of a chat wrote it',
    `[13/10/26, 8:10:11 PM] Asha: Milk 64
[13/10/26, 9:10:11 PM] Ravi: Petrol 500
[14/10/26, 9:10:11 AM] Asha: Veg 210.50
`,
    ['E 2026-10-13 6400', 'E 2026-10-13 50000', 'E 2026-10-14 21050'],
    NOTED,
  ],
  [
    'a chat whose commas are of the words: several in one message, the amount within, or none sure',
    `01/10/26, 9:12 pm - Messages and calls are end-to-end encrypted.
02/10/26, 9:12 pm - Asha: Milk 64
02/10/26, 9:15 pm - Ravi: petrol 500 paid by gpay
03/10/26, 8:02 am - Asha: reached home?
03/10/26, 8:12 am - Asha: veg 210, fruits 150
14/10/26, 8:12 am - Ravi: <Media omitted>
14/10/26, 8:13 am - Ravi: school fees 12,500
tea 20
14/10/26, 8:14 am - Ravi: recharge 299 jio
14/10/26, 8:15 am - Ravi: 3 shirts 1200 trousers 900 belt 450 from market
15/10/26, 8:15 am - Ravi deleted a message
`,
    [
      ...['E 2026-10-02 6400', 'E 2026-10-02 50000', 'E 2026-10-03 21000', 'E 2026-10-03 15000'],
      ...['E 2026-10-14 1250000', 'E 2026-10-14 2000', 'X no amount', 'X no amount'],
    ],
    NOTED,
  ],
  [
    'lines that end otherwise, among many that end in an amount',
    '13/10/2026\nMilk 60\nAuto 80\nTea 20\nBread 45\nBus 30\nrecharge 299 jio\npaid Rs 150 to the maid\nRice 160\n',
    [
      ...['E 2026-10-13 6000', 'E 2026-10-13 8000', 'E 2026-10-13 2000', 'E 2026-10-13 4500'],
      ...['E 2026-10-13 3000', 'X no amount', 'E 2026-10-13 15000', 'E 2026-10-13 16000'],
    ],
    NOTED,
  ],
  [
    'numbers of a chat that are of no payment',
    `02/10/26, 9:12 pm - Asha: Milk 64
02/10/26, 9:15 pm - Ravi: petrol 500
03/10/26, 8:02 am - Asha: I will reach at 1030 home
03/10/26, 8:03 am - Asha: bring 20 eggs and milk
03/10/26, 8:04 am - Asha: train 12951 is late
03/10/26, 8:05 am - Asha: call me on 9876543 ext
03/10/26, 8:06 am - Asha: got ₹500 from Ravi today
`,
    ['E 2026-10-02 6400', 'E 2026-10-02 50000', ...Array(5).fill('X no amount')],
    NOTED,
  ],
  [
    'a preposition before an amount with its paise',
    '11/10/2026 CASH WITHDRAWN AT 350.00\n13/10/2026 CITY CABS 220.00\n15/10/2026 SHOP AT 1,020.00\n',
    ['E 2026-10-11 35000', 'E 2026-10-13 22000', 'E 2026-10-15 102000'],
    NOTED,
  ],
  [
    'a time with a colon, and what was given back',
    '13/10/26, 9:12 pm - Asha: Milk 64\n13/10/26, 9:13 pm - Asha: petrol 500\n13/10/26, 9:14 pm - Ravi: reached by 10:30\n13/10/26, 9:15 pm - Asha: I paid ₹500 to Ravi, he gave back 200\n',
    ['E 2026-10-13 6400', 'E 2026-10-13 50000', 'X no amount'],
    NOTED,
  ],
  [
    'a time behind a day',
    '13/10/2026 Milk 60\n13/10/2026 Call the plumber at 10.30\n14/10/2026 Bus 45\n14/10/2026 petrol @ ₹500\n',
    ['E 2026-10-13 6000', 'X no amount', 'E 2026-10-14 4500', 'E 2026-10-14 50000'],
    NOTED,
  ],
  [
    'numbers of notes that are of no payment, or one of several',
    `13/10/2026
Milk 60
Auto 80
Tea 20
Bread 45
Bus 30
Rice 160
Curd 35
Dosa 90
Soap 40
Salt 25
Oil 180
Eggs 70
call plumber at 10
Ravi owes 500 still
petrol 10, 500
veg 210, milk and fruits 150
`,
    [
      ...[60, 80, 20, 45, 30, 160, 35, 90, 40, 25, 180, 70].map((one) => `E 2026-10-13 ${one}00`),
      ...Array(4).fill('X no amount'),
    ],
    NOTED,
  ],
];

it('keeps how it was paid beside the words, and a chat’s messages of a bank as such', async () => {
  const { expenses } = await readText(
    '13/10/26, 9:12 pm - Asha: Milk 64\n13/10/26, 9:15 pm - Ravi: petrol 500 paid by gpay\n',
  );
  expect(expenses.map(({ description }) => description)).toEqual(['Milk', 'petrol · paid by gpay']);
  const sent = await told(
    '13/10/26, 9:12 pm - Asha: Rs.240.00 debited from A/c XX123 on 13-10-26 to VPA tea@ok, UPI Ref 628612345678\n14/10/26, 9:12 pm - Asha: Rs.60.00 debited from A/c XX123 on 14-10-26 to VPA bus@ok, UPI Ref 628712345678\n',
  );
  expect(sent).toEqual(['E 2026-10-13 24000', 'E 2026-10-14 6000']);
});

it.each(TEXTS)('%s', async (_, text, rows, doubt) => {
  expect(await told(text)).toEqual(rows);
  expect((await readText(text)).doubts).toContain(doubt);
});

it('reads a list without years where signs tell what came in', async () => {
  const text = 'Tea\n13 October, 10:11 AM\n₹450\n\nRavi\n12 October, 9:00 PM\n+ ₹500\n';
  const kinds = (await told(text)).map((row) => row.replace(/\d{4}-/u, ''));
  expect(kinds).toEqual(['E 10-13 45000', 'L money in']);
  expect((await readText(text)).doubts).toHaveLength(2);
});

it('takes what is left after each payment for none of its words', async () => {
  const text = `13 Oct 2026
UPI-TEA
- ₹450.00
Closing balance ₹9,550.00
14 Oct 2026
SALARY
+ ₹50,000.00
Closing balance ₹59,550.00
`;
  expect(await told(text)).toEqual(['E 2026-10-13 45000', 'L money in']);
});

it.each([
  ['lines that don’t all end alike', '13/10/2026 Tea 20.00 980.00\n14/10/2026 Bus 45.00\n'],
  ['mostly remarks', '13/10/2026\nMilk 60\nask the dairy\nand the shop\nRice 160\nfor whom?\n'],
  [
    'amounts that nothing says a payment of',
    'Sample Sweets\n₹250\n28 October, 7:12 PM\n\nRamya\n₹1,500\n21 October, 9:00 AM\n',
  ],
])('finds no payments in %s', async (_, text) => {
  await expect(readText(text)).rejects.toThrow('No transactions were found');
});
