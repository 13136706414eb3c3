import { expect, it } from 'vitest';

import { STACKED } from '../stacked-text.js';
import { UnreadableFile } from '../unreadable.js';
import { readText, told } from './told.js';

/** @param {number} count */
const lines = (count) =>
  Array.from({ length: count }, () => 'Interest is paid quarterly').join('\n');

/** How a file is written, the file, and what each of its rows is. @type {[string, string, string[]][]} */
const WRITINGS = [
  [
    'payments one below the other, as copied out of a PDF',
    `Statement of 9800000000
01 Oct, 2026 - 31 Oct, 2026
Date Transaction Details Type Amount
Oct 30, 2026
09:12 pm
DEBIT ₹85
Paid to Demo Diner
Transaction ID T2610300000000000001
UTR No. 630300000001
Paid by XXXXXX0000
Oct 28, 2026
10:00 am
CREDIT ₹1,000
Received from Demo Friend
UTR No. 630100000002
Oct 22, 2026
08:00 am
Sample Mart
₹349
₹351
`,
    ['E 2026-10-30 8500', 'L money in', 'X no amount'],
  ],
  [
    'payments one below the other, the day between the words and the amount',
    'My wallet\nAnita Stores\n13 Oct 2026\n₹500\nBabu Milk\n14 Oct 2026\n10:20 am\n₹60\nChai Point\n15 Oct 2026\n₹20\n',
    ['E 2026-10-13 50000', 'E 2026-10-14 6000', 'E 2026-10-15 2000'],
  ],
  [
    'payments one below the other, the day last',
    'Anita Stores\n₹500\n13 Oct 2026\nBabu Milk\n₹60\n14 Oct 2026\nChai Point\n₹20\n15 Oct 2026\nEnd of list\n',
    ['E 2026-10-13 50000', 'E 2026-10-14 6000', 'E 2026-10-15 2000'],
  ],
  [
    'payments one below the other, two of one day',
    '13 Oct 2026\nPaid to Anita\n₹500\nPaid to Babu\n₹60\n14 Oct 2026\nRice\n₹160\n',
    ['E 2026-10-13 50000', 'E 2026-10-13 6000', 'E 2026-10-14 16000'],
  ],
  [
    'few payments without a header, among many lines of terms',
    `Member statement of the Sahakari Bank
${lines(8)}
13/10/2026,Milk,60.00
${lines(10)}
14/10/2026,Rice,160.00
${lines(8)}
`,
    ['E 2026-10-13 6000', 'E 2026-10-14 16000'],
  ],
  [
    'signed amounts under Debit/Credit',
    `Date,Narration,Debit/Credit,Balance
03/10/2026,Tea,-20.00,980.00
13/10/2026,Friend,500.00,1480.00
14/10/2026,Bus,-45.00,1435.00
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'signed amounts under Debit/Credit, without a balance',
    `Date,Narration,Debit/Credit
03/10/2026,Tea,-20.00
13/10/2026,Salary,500.00
14/10/2026,Bus,-45.00
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'quotes within quoted words',
    `"Date","Narration","Debit","Credit"
"03/10/2026","UPI/TEA "POINT", PUNE","20.00",""
"13/10/2026","FRIEND","","500.00"
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'pages with their headers, numbers and sums within the file',
    `Date,Narration,Debit,Credit,Balance
03/10/2026,Tea,20.00,,980.00
Page Total,,20.00,0.00,
Page 1 of 2,,,,
Date,Narration,Debit,Credit,Balance
B/F,,,,980.00
13/10/2026,Friend,,500.00,1480.00
14/10/2026,Bus,45.00,,1435.00
Grand Total,,65.00,500.00,
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'amounts written in many ways',
    `Date,Narration,Amount,Dr/Cr
03/10/2026,A,"₹ 1,240/-",Dr
04/10/2026,B,"1,240.00 INR",Dr
05/10/2026,C,Rs.1240,Dr
06/10/2026,D,1 240.00,Dr
13/10/2026,E,"1,24,000.5",Dr
14/10/2026,F,+1240.00,Cr
`,
    [
      'E 2026-10-03 124000',
      'E 2026-10-04 124000',
      'E 2026-10-05 124000',
      'E 2026-10-06 124000',
      'E 2026-10-13 12400050',
      'L money in',
    ],
  ],
  ...[
    ['03/10/2026 10:11 AM', '13/10/2026 11:59 PM'],
    ['3rd October 2026', '13th October 2026'],
    ['Sat, 3 Oct 2026', 'Tue, 13 Oct 2026'],
    ['2026/10/03', '2026/10/13'],
    ['03-OCT-26', '13-OCT-26'],
    ['20261003', '20261013'],
    ['Oct 03, 2026 10:11:12 PM', 'Oct 13, 2026 10:11:12 PM'],
    ['03 Oct 2026, 22:11', '13 Oct 2026, 22:11'],
    ['03.10.26', '13.10.26'],
    ["3 Oct '26", "13 Oct '26"],
    ['Saturday, October 3, 2026', 'Tuesday, October 13, 2026'],
    ['2026-10-03T22:11:12.123456+05:30', '2026-10-13T22:11:12.123456+05:30'],
    ['03-10-2026 22:11:12 IST', '13-10-2026 22:11:12 IST'],
  ].map(
    ([first, second]) =>
      /** @type {[string, string, string[]]} */ ([
        `days written ${first}`,
        `Date;Narration;Debit;Credit\n${first};Tea;20.00;\n${second};Bus;45.00;\n`,
        ['E 2026-10-03 2000', 'E 2026-10-13 4500'],
      ]),
  ),
  [
    'no header at all, proved by the balance',
    `1,03/10/2026,TEA POINT,20.00,,980.00
2,13/10/2026,FRIEND,,500.00,1480.00
3,14/10/2026,BUS,45.00,,1435.00
4,15/10/2026,CAB,35.00,,1400.00
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500', 'E 2026-10-15 3500'],
  ],
  [
    'a first line that says what divides',
    `sep=;
Date;Narration;Amount;Type
03/10/2026;Tea, hot;20.00;DR
13/10/2026;Friend;500.00;CR
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'each line one quoted cell',
    `"Date,Narration,Amount,Type"
"03/10/2026,Tea,20.00,DR"
"13/10/2026,Friend,500.00,CR"
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'lines ended by a carriage return alone',
    'Date,Narration,Amount,Type\r03/10/2026,Tea,20.00,DR\r13/10/2026,Friend,500.00,CR\r',
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'billing and transaction currencies side by side',
    `Transaction Date,Description,Transaction Amount,Transaction Currency,Billing Amount,Billing Currency
03/10/2026,TEA,20.00,INR,20.00,INR
13/10/2026,HOSTING,24.00,USD,"2,043.10",INR
14/10/2026,BUS,45.00,INR,45.00,INR
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 204310', 'E 2026-10-14 4500'],
  ],
  [
    'two dates of which the second is when it was spent',
    `Posting Date,Transaction Date,Merchant,Amount
06/10/2026,03/10/2026,TEA,20.00
15/10/2026,13/10/2026,BUS,45.00
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500'],
  ],
  [
    'a narration of digits that looks like an amount, an amount that looks like a reference',
    `Date,Narration,Ref,Amount,Dr/Cr
03/10/2026,627400000001,TEA,2000,Dr
13/10/2026,100.00 CASHBACK ON CAB,CAB,4500,Dr
`,
    ['E 2026-10-03 200000', 'E 2026-10-13 450000'],
  ],
  [
    'a balance that lies in one row: only its neighbours are doubtful',
    `Date,Narration,Debit,Credit,Balance
03/10/2026,A,20.00,,980.00
04/10/2026,B,20.00,,960.00
05/10/2026,C,20.00,,904.00
13/10/2026,D,20.00,,920.00
14/10/2026,E,20.00,,900.00
15/10/2026,F,20.00,,880.00
`,
    [
      'E 2026-10-03 2000',
      'E 2026-10-04 2000',
      'E 2026-10-05 2000 ?',
      'E 2026-10-13 2000 ?',
      'E 2026-10-14 2000',
      'E 2026-10-15 2000',
    ],
  ],
  [
    'a balance in front of the amounts, and one total row in the middle',
    `Date,Balance,Narration,Withdrawal,Deposit
03/10/2026,980.00,A,20.00,
,,Sub total,20.00,
04/10/2026,1480.00,B,,500.00
05/10/2026,1460.00,C,20.00,
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-05 2000'],
  ],
  [
    'money in before money out, by names of its own',
    `Tarikh,Kya,Aaya,Gaya,Baki
01-10-2026,Salary,40000.00,,41000.00
03-10-2026,Rent,,9000.00,32000.00
13-10-2026,Kirana,,1250.00,30750.00
21-10-2026,Doodh,,930.00,29820.00
25-10-2026,Petrol,,500.00,29320.00
`,
    [
      'L money in',
      'E 2026-10-03 900000',
      'E 2026-10-13 125000',
      'E 2026-10-21 93000',
      'E 2026-10-25 50000',
    ],
  ],
  [
    'cash in before cash out, the newest first',
    `Date,Time,Remark,Party,Category,Mode,Entry by,Cash In,Cash Out,Balance
12 Oct 2026,08:11 PM,Vegetables,,Kirana,Cash,Asha,,240,1622
09 Oct 2026,10:00 AM,Milk bill,Sample Dairy,Kirana,Online,Ravi,,1860,1862
01 Oct 2026,09:30 AM,From salary,,,Online,Asha,3722,,3722
`,
    ['E 2026-10-12 24000', 'E 2026-10-09 186000', 'L money in'],
  ],
  [
    'two columns without a name that the table of names has, money in first',
    `Date,Details,Plus side,Minus side,Remaining
01/10/2026,Wages,4000.00,,5000.00
13/10/2026,Rent,,900.00,4100.00
14/10/2026,Milk,,62.00,4038.00
15/10/2026,Bus,,45.00,3993.00
`,
    ['L money in', 'E 2026-10-13 90000', 'E 2026-10-14 6200', 'E 2026-10-15 4500'],
  ],
  [
    'a passbook in Hindi',
    `दिनांक,विवरण,जमा,निकासी,शेष
01/10/2026,दूध,,62.00,4938.00
05/10/2026,वेतन,40000.00,,44938.00
13/10/2026,मकान किराया,,9000.00,35938.00
20/10/2026,बच्चों की फीस,,3500.50,32437.50
`,
    ['E 2026-10-01 6200', 'L money in', 'E 2026-10-13 900000', 'E 2026-10-20 350050'],
  ],
  [
    'months in front of days, divided from their year by the file’s own comma',
    `Date,What,Amount
"Oct 3, 2026",Tea,20
Oct 13, 2026,Milk,62
Oct 14, 2026,Bus,45
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 6200', 'E 2026-10-14 4500'],
  ],
  [
    'what an order cost in all, behind its price without tax',
    `Order Date,Product Name,Currency,Unit Price,Unit Price Tax,Total Discounts,Total Owed
2026-10-12,Steel bottle,INR,338.14,60.86,'-40',399
2026-10-05,Mixer jar,INR,"1,270.34",228.66,0,"1,499"
`,
    ['E 2026-10-12 39900', 'E 2026-10-05 149900'],
  ],
  [
    'no amount, though the balance moved',
    `Date,Details,Debit,Credit,Balance
01/10/2026,Opening,,,1000.00
03/10/2026,Tea,20.00,,980.00
13/10/2026,Rent,,,80.00
14/10/2026,Bus,45.00,,35.00
`,
    [
      'L balance',
      'E 2026-10-03 2000',
      'X no amount, though the balance moved',
      'E 2026-10-14 4500',
    ],
  ],
  [
    'the day written once for all that was spent on it, and a total without a word for it',
    `Date,Item,Amount
01-10-2026,Milk,62
,Vegetables,240
02-10-2026,Milk,62
,Petrol,500
,In all,864
,कुल,864
`,
    ['E 2026-10-01 6200', 'E 2026-10-01 24000 ?', 'E 2026-10-02 6200', 'E 2026-10-02 50000 ?'],
  ],
  [
    'what all rows come to, below them and by whatever name',
    `Date,Item,Amount
01-10-2026,Milk,60
,Bread,40
02-10-2026,Fish,80
,Grand,180
,Amt,180
`,
    ['E 2026-10-01 6000', 'E 2026-10-01 4000 ?', 'E 2026-10-02 8000'],
  ],
  [
    'a sum between the days, which counts for none after it',
    `Date,Item,Amount
01-10-2026,Milk,60
,Bread,40
,Day,100
02-10-2026,Fish,80
,Amt,180
`,
    ['E 2026-10-01 6000', 'E 2026-10-01 4000 ?', 'E 2026-10-01 10000 ?', 'E 2026-10-02 8000'],
  ],
  [
    'a payment of as much as those above it',
    `Date,Item,Amount
01-10-2026,Milk,62
,Vegetables,240
,Gas cylinder,302
02-10-2026,Tea,20
`,
    ['E 2026-10-01 6200', 'E 2026-10-01 24000 ?', 'E 2026-10-01 30200 ?', 'E 2026-10-02 2000'],
  ],
  [
    'money sent to the holder’s own name',
    `Customer Name: Mrs. ASHA DEMO,,,
Account Number,0000000000000,,
Date,Narration,Debit,Credit
01-10-2026,IMPS/KKBK/627700000002/ASHA DEMO/saving,1000.00,
02-10-2026,IMPS/KKBK/627700000003/ASHA SHARMA/share,500.00,
03-10-2026,Paid at ASHA DEMO STORES,40.00,
`,
    ['L transfer to oneself ?', 'E 2026-10-02 50000', 'E 2026-10-03 4000'],
  ],
  [
    'a dot in the time, as in the day',
    `When,Item,Rs
3-Oct-26 10.22,Auto,80
13-Oct-26 18.05,Paneer,145.50
14.10.26 9.40 pm,Cake,600
`,
    ['E 2026-10-03 8000', 'E 2026-10-13 14550', 'E 2026-10-14 60000'],
  ],
  [
    'what was bought below “What for”, the day once for all of it',
    `Date,What for,How much,Who,Remarks
13/10/2026,Milk,64,Asha,
,Vegetables,210.50,Asha,
14/10/2026,Maid,2500,Ravi,for Sep
,Total,2774.50,,
`,
    ['E 2026-10-13 6400', 'E 2026-10-13 21050 ?', 'E 2026-10-14 250000'],
  ],
  [
    '“at” before the time, and a payment that timed out',
    `Date,Restaurant,Item Total,Grand Total,Status
"October 13, 2026 at 08:10 PM",Sample Kitchen,300,295,Delivered
"October 14, 2026 at 01:10 PM",Sample Rolls,200,230,Timeout
"October 15, 2026 at 09:10 AM",Sample Dosa,180,189,Delivered
`,
    ['E 2026-10-13 29500', 'L not completed', 'E 2026-10-15 18900'],
  ],
];

it.each(WRITINGS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));

it('a period between lines of prose is no payment', async () => {
  const text = `Statement of an account
01 Oct, 2026 - 31 Oct, 2026
Dear customer
we thank you for your trust
and hope to see you again
soon in one of our branches
Yours
Demo Bank
Nobody signs this
`;
  await expect(told(text)).rejects.toThrow(UnreadableFile);
});

it.each([
  [
    'Title\nAnita Stores\n13 Oct 2026\n₹500\nBabu Milk\n14 Oct 2026\n₹60\n',
    ['Anita Stores', 'Babu Milk'],
  ],
  ['Anita Stores\n₹500\n13 Oct 2026\nBabu Milk\n₹60\n14 Oct 2026\n', ['Anita Stores', 'Babu Milk']],
  ['13 Oct 2026\n₹500\nAnita Stores\n14 Oct 2026\n₹60\nBabu Milk\n', ['Anita Stores', 'Babu Milk']],
  [
    'October\n13 Oct 2026\n₹500\nAnita Stores\n14 Oct 2026\n₹60\nBabu Milk\n',
    ['Anita Stores', 'Babu Milk'],
  ],
])('takes the words of each payment one below the other with a doubt: %j', async (text, payees) => {
  const { expenses, doubts } = await readText(text);
  expect(expenses.map(({ payee }) => payee)).toEqual(payees);
  expect(doubts).toContain(STACKED);
});

it('finds no payments in lines of which nothing says which belong together', async () => {
  const text = 'Anita Stores\n13 Oct 2026\n₹500\nBabu\n14 Oct 2026\n15 Oct 2026\n₹20\n';
  const { expenses, refused } = await readText(text);
  expect([...expenses, ...refused]).toEqual([]);
});
