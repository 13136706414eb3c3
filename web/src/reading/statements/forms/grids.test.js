import { expect, it } from 'vitest';

import { readText, told } from './told.js';

/** @param {string} text */
const doubts = async (text) => (await readText(text)).doubts;

const BOTH_WAYS = `Date,Income,Rs.,Expense,Rs.
01-10-2026,Salary,60000,Rent,15000
05-10-2026,,,Corner shop,2400
15-10-2026,Interest,120,Doctor,500
Total,,60120,,17900
`;
const CATEGORIES = `Date,Groceries,Milk,Petrol,Remarks,Total
13/10/2026,450,60,,,510
14/10/2026,,60,500,bike,560
Total,450,120,500,,1070
`;
const DAYS = `Monthly expense Oct 2026
Item,1,2,3,4,5,Total
Milk,60,60,,,60,180
Petrol,,500,,,,500
Total,60,560,0,0,60,680
`;
const MONTHS = `October 2026,,,,November 2026,,
Date,Item,Rs,,Date,Item,Rs
13/10/2026,Rice,620,,02/11/2026,Oil,780
20/10/2026,Cable,350,,19/11/2026,Medicines,415
,Total,970,,,Total,1195
`;

/** How a household draws up what it spent, the file, and what is in it. @type {[string, string, string[]][]} */
const GRIDS = [
  [
    'notes, a line for each payment',
    `Oct 2026 expenses

1/10 - Milk - 60
2/10 - Corner store - 1,240
4/10 - Petrol - 500/- cash
Total 1800
`,
    ['E 2026-10-01 6000', 'E 2026-10-02 124000', 'E 2026-10-04 50000'],
  ],
  [
    'a column for each category, and their sum',
    CATEGORIES,
    ['E 2026-10-13 45000', 'E 2026-10-13 6000', 'E 2026-10-14 6000', 'E 2026-10-14 50000'],
  ],
  [
    'columns of categories with one amount that can’t be read, one given back and one crossed out',
    'Date,Food,Transport,Rent\n13/10/2026,200,50 (auto),-\n14/10/2026,-50,30,\n15/10/2026,300,20,8000\n',
    [
      'E 2026-10-13 20000',
      'X amount that can’t be read',
      'R 2026-10-14 5000',
      'E 2026-10-14 3000',
      'E 2026-10-15 30000',
      'E 2026-10-15 2000',
      'E 2026-10-15 800000',
    ],
  ],
  [
    'columns of categories beside one of what was given back',
    'Date,Groceries,Milk,Petrol,Returned\n13/10/2026,450,60,,\n14/10/2026,,60,500,-20\n',
    [
      ...['E 2026-10-13 45000', 'E 2026-10-13 6000', 'E 2026-10-14 6000', 'E 2026-10-14 50000'],
      'R 2026-10-14 2000',
    ],
  ],
  [
    'no categories: the parts of what one payee was paid',
    'Date,Restaurant,Food,Delivery charge,GST,Total\n13/10/2026,Punjab Grill,500,40,25,565\n14/10/2026,Udupi,300,40,15,355\n',
    ['E 2026-10-13 56500', 'E 2026-10-14 35500'],
  ],
  [
    'no categories: the parts of an order with a number',
    'Order Date,Order ID,Items,Item value,Delivery,Total\n13/10/2026,A-1,Shirt,500,40,540\n14/10/2026,A-2,Shoe,300,40,340\n',
    ['E 2026-10-13 54000', 'E 2026-10-14 34000'],
  ],
  [
    'no categories: the parts of a trip',
    'Trip Date,From,Fare,Toll,Tip,Total\n13/10/2026,Airport,500,40,0,540\n14/10/2026,Home,300,40,20,360\n',
    ['E 2026-10-13 54000', 'E 2026-10-14 36000'],
  ],
  [
    'no categories: who paid how much of it',
    'Date,Item,Total,Asha,Ravi\n13/10/2026,Dinner,500,250,250\n14/10/2026,Taxi,300,100,200\n',
    ['E 2026-10-13 50000', 'E 2026-10-14 30000'],
  ],
  [
    'no categories: how it was paid, beside the category',
    'Date,Details,Category,Cash,UPI\n13/10/2026,Milk,Food,60,\n14/10/2026,,Food,,100\n15/10/2026,Rice,Food,200,\n16/10/2026,Tea,Food,,\n',
    ['E 2026-10-13 6000', 'E 2026-10-14 10000', 'E 2026-10-15 20000', 'X no amount'],
  ],
  [
    'a column for what came in beside one for what went out',
    'Date,Particulars,In,Out\n13/10/2026,Milk,,60\n14/10/2026,Salary,500,\n15/10/2026,Rice,,70\n',
    ['E 2026-10-13 6000', 'L money in', 'E 2026-10-15 7000'],
  ],
  [
    'receipts and payments',
    'Date,Particulars,Receipts,Payments\n13/10/2026,Milk,,60\n14/10/2026,Salary,500,\n15/10/2026,Rice,,70\n',
    ['E 2026-10-13 6000', 'L money in', 'E 2026-10-15 7000'],
  ],
  [
    'a column for what is to be paid beside those who paid',
    'Date,Item,Asha,Ravi,Pending\n13/10/2026,Milk,60,,\n14/10/2026,Cab,,300,\n15/10/2026,Gas,,,80\n',
    ['E 2026-10-13 6000', 'E 2026-10-14 30000', 'X no amount'],
  ],
  [
    'a column for each who paid, one payment by both',
    'Date,Item,Paid by Asha,Paid by Ravi,Remarks\n13/10/2026,Milk,60,,\n14/10/2026,Gas,,950,late\n15/10/2026,Dinner,400,300,\nTotal,,460,1250,\n',
    ['E 2026-10-13 6000', 'E 2026-10-14 95000', 'E 2026-10-15 40000', 'E 2026-10-15 30000'],
  ],
  [
    'a column for each person, and what a day came to',
    'Date,Asha,Ravi,Total\n13/10/2026,120,80,200\n14/10/2026,0,50,50\nTotal,120,130,250\n',
    ['E 2026-10-13 20000', 'E 2026-10-14 5000'],
  ],
  [
    'a column for each day of the month that the title says',
    DAYS,
    ['E 2026-10-01 6000', 'E 2026-10-02 6000', 'E 2026-10-05 6000', 'E 2026-10-02 50000'],
  ],
  [
    'a column for each day, an item in two rows, and sums without a word',
    `October 2026
Sl,Particulars,1,2,3,4,5
1,Milk,30,30,,30,
,,,,50,,-
2,Paper,5,5,5,5,5
,,35,35,55,35,5
`,
    [
      ...['E 2026-10-01 3000', 'E 2026-10-02 3000', 'E 2026-10-04 3000', 'E 2026-10-03 5000'],
      ...[1, 2, 3, 4, 5].map((day) => `E 2026-10-0${day} 500`),
    ],
  ],
  [
    'income beside expenses',
    BOTH_WAYS,
    [
      'L money in',
      'E 2026-10-01 1500000',
      'E 2026-10-05 240000',
      'L money in',
      'E 2026-10-15 50000',
    ],
  ],
  [
    'one month beside the other',
    MONTHS,
    ['E 2026-10-13 62000', 'E 2026-11-02 78000', 'E 2026-10-20 35000', 'E 2026-11-19 41500'],
  ],
  [
    'days of the month as numbers, below its name',
    'Expenses for Oct 2026\nDay,Particulars,Amt\n1,Milk,60\n1,Bread,45\n12,School bus,1800\n,TOTAL,1905\n',
    ['E 2026-10-01 6000', 'E 2026-10-01 4500', 'E 2026-10-12 180000'],
  ],
  [
    'days of two months as numbers, each below its name',
    'October 2026\nDate,Item,Amount\n1,Milk,60\n2,Rice,160\nNovember 2026\nDate,Item,Amount\n1,Milk,62\n',
    ['E 2026-10-01 6000', 'E 2026-10-02 16000', 'E 2026-11-01 6200'],
  ],
  [
    'days of the week before days without a year, in weeks with totals',
    `OCTOBER 2026 BUDGET
Day,Spent on,Rupees
Week 1,,
"Thu, Oct 1",Vegetables,320
"Fri, Oct 2",Dentist,1500
,Sub total,1820
Week 2,,
"Thu, Oct 8",Milk card,900
,Sub total,900
`,
    ['E 2026-10-01 32000', 'E 2026-10-02 150000', 'E 2026-10-08 90000'],
  ],
  [
    'a row for each month',
    'Month,Rent,Electricity,Maid\nOct 2026,15000,1840,3000\nNov 2026,15000,,3000\n',
    [
      ...['E 2026-10-01 1500000', 'E 2026-10-01 184000', 'E 2026-10-01 300000'],
      ...['E 2026-11-01 1500000', 'E 2026-11-01 300000'],
    ],
  ],
  [
    'months instead of days',
    'Month,Item,Amount\nOctober 2026,Rent,15000\nNov-26,Rent,15000\n',
    ['E 2026-10-01 1500000', 'E 2026-11-01 1500000'],
  ],
  [
    'days without a year before the time, of the year that the file tells',
    'Merchant,Date,Amount\nTea,"13 Oct, 12:30 PM",₹240\nBus,"14 Oct, 09:10 AM",₹180\nMade on 31 Oct 2026,,\n',
    ['E 2026-10-13 24000', 'E 2026-10-14 18000'],
  ],
  [
    'a column for each month',
    `Household 2026
Head,Aug,Sep,Oct,Total
Income,,,,
Salary,60000,60000,60000,180000
Expenses,,,,
Rent,15000,15000,15500,45500
Electricity,1210,,980.50,2190.50
Total,16210,15000,16480.50,47690.50
`,
    [
      'L money in',
      'L money in',
      'L money in',
      'E 2026-08-01 1500000',
      'E 2026-09-01 1500000',
      'E 2026-10-01 1550000',
      'E 2026-08-01 121000',
      'E 2026-10-01 98050',
    ],
  ],
  [
    'a column for each month, over the turn of a year',
    `Category,Nov 2026,Dec 2026,Jan 2027
Rent,15000,15000,15000
School,,12000,
`,
    [
      'E 2026-11-01 1500000',
      'E 2026-12-01 1500000',
      'E 2027-01-01 1500000',
      'E 2026-12-01 1200000',
    ],
  ],
  [
    'a cash book, with the days of each side',
    `Date,Receipts,Amount,Date,Payments,Amount
01/10/2026,To Balance b/d,4000,13/10/2026,By Milk,64
02/10/2026,To Salary,20000,14/10/2026,By Rent,12000
,,,15/10/2026,By Balance c/d,11936
,Total,24000,,Total,24000
`,
    ['L balance', 'E 2026-10-13 6400', 'L money in', 'E 2026-10-14 1200000', 'L balance'],
  ],
  [
    'each side with its own day, of which one alone says what it is',
    `दिनांक,तपशील,रक्कम,,दिनांक,जमा,रक्कम
01/10/2026,भाजी,150,,01/10/2026,पगार,42000
14/10/2026,दूध,620,,,,
,एकूण,770,,,एकूण,42000
`,
    ['E 2026-10-01 15000', 'L money in', 'E 2026-10-14 62000'],
  ],
  [
    'a month that stands beside its days',
    'Oct 2026,1,2,3,4,5\nMilk,32,32,64,,\nVeg,,,80,,60\n',
    [
      ...['E 2026-10-01 3200', 'E 2026-10-02 3200', 'E 2026-10-03 6400'],
      ...['E 2026-10-03 8000', 'E 2026-10-05 6000'],
    ],
  ],
  [
    'a year that stands beside its months',
    'Expenses 2026,Apr,May,Total\nRent,15000,15000,30000\nSchool,0,12000,12000\nTotal,15000,27000,42000\n',
    ['E 2026-04-01 1500000', 'E 2026-05-01 1500000', 'L of zero', 'E 2026-05-01 1200000'],
  ],
  [
    'a row for each week, by the day that it begins on',
    'Week of,Groceries,Transport\n05/10/2026,1850,420\n12/10/2026,2010,\n19/10/2026,1760,380\n',
    [
      ...['E 2026-10-05 185000', 'E 2026-10-05 42000', 'E 2026-10-12 201000'],
      ...['E 2026-10-19 176000', 'E 2026-10-19 38000'],
    ],
  ],
];

it.each(GRIDS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));

it('says the category of each', async () => {
  const { expenses } = await readText(CATEGORIES);
  expect(expenses.map(({ category }) => category)).toEqual(['Groceries', 'Milk', 'Milk', 'Petrol']);
});

it('takes people for no categories, and says what each spent', async () => {
  const { expenses, doubts: told } = await readText(
    'Date,Asha,Ravi,Total\n13/10/2026,120,80,200\n14/10/2026,0,50,50\n',
  );
  expect(expenses.map(({ category, description }) => [category, description])).toEqual([
    ['', 'Asha 120 · Ravi 80'],
    ['', 'Ravi 50'],
  ]);
  expect(told).toEqual([expect.stringContaining('people')]);
});

it('doubts the day of what is told of a month', async () => {
  const text = 'Month,Item,Amount\nOctober 2026,Rent,15000\nNov 2026,Rent,15000\n';
  expect(await doubts(text)).toEqual([expect.stringContaining('first day')]);
});

it('says the item of each, also where its name stands above', async () => {
  const text = 'October 2026\nItem,1,2,3,4,5\nMilk,30,30,,30,\n,,,50,,\nPaper,,,,,\n,5,,,,\n';
  const { expenses } = await readText(text);
  expect(expenses.map(({ payee }) => payee)).toEqual(['Milk', 'Milk', 'Milk', 'Milk', 'Paper']);
});

it('doubts amounts that aren’t counted, also beside one that is crossed out', async () => {
  const text =
    'Date,Item,Total,Asha,Ravi\n13/10/2026,Dinner,500,300,200\n14/10/2026,Taxi,300,300,-\n15/10/2026,Tea,90,45,45\n';
  expect(await doubts(text)).toEqual([
    expect.stringContaining('“Asha”'),
    expect.stringContaining('“Ravi”'),
  ]);
});

it.each([
  [CATEGORIES, []],
  [CATEGORIES.replace('1070', '1071').replace('Total,450', 'Total,451'), [expect.any(String)]],
  [CATEGORIES.replace(/,\d*$/gmu, '').replace(/^Total.*\n/gmu, ''), [expect.any(String)]],
  [DAYS, []],
  [DAYS.replace('60,180', '60,190'), [expect.any(String)]],
  [DAYS.replace(/,Total|,\d*$/gmu, '').replace(/^Total.*\n/gmu, ''), [expect.any(String)]],
  [BOTH_WAYS, []],
  [BOTH_WAYS.replace('17900', '18000'), [expect.any(String)]],
  [MONTHS, []],
  [MONTHS.replace('1195', '1190'), [expect.any(String)]],
  ['Date,Item,Cash,UPI\n13/10/2026,Milk,60,\n14/10/2026,Rice,,100\n', []],
  ['Date,Item,Pocket,Purse\n13/10/2026,Milk,60,\n14/10/2026,Rice,,100\n', [expect.any(String)]],
])('%j is held to its totals, or doubted without', async (text, expected) =>
  expect(await doubts(text)).toEqual(expected),
);
