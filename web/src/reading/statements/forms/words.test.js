import { expect, it } from 'vitest';

import { told } from './told.js';

/** What a word makes of a row, wherever it stands. @type {[string, string, string[]][]} */
const WORDS = [
  [
    'a refund by a column that tells nothing else',
    `Date,Transaction,Details,Payment Instrument,Amount
"31 Oct 2026, 09:10 PM",Paid for order,Order 407-1234567,Amazon Pay Balance,"-₹1,249.00"
"22 Oct 2026, 09:10 PM",Refund,Order 407-1234560,Amazon Pay Balance,+₹399.00
"21 Oct 2026, 09:10 PM",Added money,Amazon Pay Balance: Money,Bank,+₹500.00
`,
    ['E 2026-10-31 124900', 'R 2026-10-22 39900', 'L money in'],
  ],
  [
    'a toll that was taken back, by the nature of the transaction',
    `Transaction Date Time,Nature of Transaction,Vehicle No,Plaza Name,Transaction Amount (Rs.),Closing Balance (Rs.)
13-10-2026 08:00:00,Recharge,MH12AB1234,,1000.00 CR,1250.00
15-10-2026 18:00:00,Toll Debit,MH12AB1234,Anewadi,90.00 DR,1160.00
16-10-2026 18:00:00,Toll Reversal,MH12AB1234,Anewadi,90.00 CR,1250.00
`,
    ['L money in', 'E 2026-10-15 9000', 'R 2026-10-16 9000'],
  ],
  [
    'a purchase by card that was taken back',
    `Date,Narration,Withdrawal,Deposit,Balance
13/10/26,POS 416021XXXXXX1234 SAMPLE SELLER,1299,,8701
15/10/26,CRV POS 416021******1234 SAMPLE SELLER,,1299,10000
`,
    ['E 2026-10-13 129900', 'R 2026-10-15 129900'],
  ],
  [
    'a card’s bill, by who issues the card, and what a card took for itself',
    `Date,Narration,Debit,Credit
13/10/2026,UPI/DR/628512345679/SBI CARD/SBIN/sbicard.bp@sbi/Card pay,9870.55,
14/10/2026,NEFT DR-HDFC0000128-HDFC CARD-NETBANK,4500,
15/10/2026,UPI/628812345680/sbicard.billpay@sbi/bill,700,
16/10/2026,POS ICICI CARD FEE GST,118,
17/10/2026,UPI/629012345681/SAMPLE CARDS AND GIFTS/ok,250,
`,
    [
      "L payment of a card's bill",
      "L payment of a card's bill",
      "L payment of a card's bill",
      'E 2026-10-16 11800',
      'E 2026-10-17 25000',
    ],
  ],
  [
    'one’s own account, in brackets, and the bank’s own boxes in it',
    `Date,Transaction Details,Type,Amount
13/10/2026,Transfer to XXXXXX9876 (Self),DEBIT,5000
14/10/2026,Pot: Goa trip,DEBIT,2000
15/10/2026,Smart Deposit - Emergency,DEBIT,1000
16/10/2026,Clay pots,DEBIT,300
`,
    [
      'L transfer to oneself',
      'L transfer to oneself',
      'L transfer to oneself',
      'E 2026-10-16 30000',
    ],
  ],
  [
    'came in and was spent, as in Hindi',
    `Date,Particulars,Type,Amount
13-10-2026,Salary,Aay,50000
14-10-2026,Kirana,Vyay,1800
15-10-2026,Kiraya mila,Aay,8000
`,
    ['L money in', 'E 2026-10-14 180000', 'L money in'],
  ],
  [
    'the same in its own alphabet',
    `तारीख,विवरण,प्रकार,Type,राशि
13-10-2026,वेतन,,आय,50000
14-10-2026,दूध,,खर्च,64
`,
    ['L money in', 'E 2026-10-14 6400'],
  ],
  [
    'jama and kharch as two columns that no balance proves',
    `Date,Vivaran,Jama,Kharch
13-10-2026,Salary,50000,
14-10-2026,Doodh,,64
15-10-2026,Kirana,,800
`,
    ['L money in', 'E 2026-10-14 6400', 'E 2026-10-15 80000'],
  ],
  [
    'what was lent, in a tracker',
    `account,amount,currency,title,date,income,type,category name
Bank,-499,INR,Films,2026-10-15 10:00:00.000,false,subscription,Fun
Bank,-2000,INR,Lent to Anil,2026-10-16 10:00:00.000,false,lent,Loans
Bank,-80,INR,Tea,2026-10-17 10:00:00.000,false,,Food
`,
    ['E 2026-10-15 49900', "L not an expense by the file's own word", 'E 2026-10-17 8000'],
  ],
  [
    'what one gave back, among many purchases of a group',
    `Title;Amount;Currency;Date;Paid by;Impacted to Asha;Impacted to Bala;Category;Transaction type
Houseboat;6000;INR;2026-10-13;Asha;3000;3000;stay;Normal
Toddy;800;INR;2026-10-13;Bala;400;400;food;Normal
Fish;600;INR;2026-10-14;Bala;300;300;food;Normal
Auto;200;INR;2026-10-14;Asha;100;100;travel;Normal
Bala repays;2500;INR;2026-10-15;Bala;2500;0;;Reimbursement
`,
    [
      ...['E 2026-10-13 300000', 'E 2026-10-13 40000', 'E 2026-10-14 30000'],
      ...['E 2026-10-14 10000', 'L settlement'],
    ],
  ],
  [
    'how money was sent is no kind of it',
    `Date,Payee,Type,Amount
13/10/2026,Rent,Transfer,9000
14/10/2026,Tea,UPI,20
15/10/2026,Bus,Cash,40
16/10/2026,Shoes,Card,900
17/10/2026,Milk,UPI,60
`,
    [
      ...['E 2026-10-13 900000', 'E 2026-10-14 2000', 'E 2026-10-15 4000'],
      ...['E 2026-10-16 90000', 'E 2026-10-17 6000'],
    ],
  ],
  [
    'money between two addresses, of which the one that pays most is one’s own',
    `Transaction Date,RRN,Payer VPA,Payee VPA,Payee Name,Amount,Txn Type,Status
30-10-2026,630300002501,me@upi,kirana@upi,Kirana,210.00,PAY,SUCCESS
29-10-2026,630200002502,me@upi,sab@upi,Sabji,80.00,PAY,FAILURE
28-10-2026,630100002503,raj@upi,me@upi,Me,500.00,COLLECT,SUCCESS
27-10-2026,630000002504,me@upi,auto@upi,Auto,60.00,PAY,SUCCESS
`,
    ['E 2026-10-30 21000', 'L not completed', 'L money in', 'E 2026-10-27 6000'],
  ],
  [
    'a bill that is not paid yet, and has no day on which it was',
    `Bill,Due,Amount,Paid (Y/N),Paid on
Electricity,12/10/2026,1840,Y,13/10/2026
Tuition,31/10/2026,6000,N,
`,
    ['E 2026-10-13 184000', 'L not completed'],
  ],
  [
    'another account of one’s own, named where money went to it',
    `"Date";"Description";"Category";"Payee";"Account";"Transfer account";"Amount"
"2026-10-12";"";"Food";"Sample Diner";"Cash";"";"-180.00"
"2026-10-13";"";"";"";"Bank";"Cash";"-2000.00"
"2026-10-15";"shirt";"Clothes";"Sample Store";"Card";"";"-1299.00"
`,
    ['E 2026-10-12 18000', 'L transfer to oneself', 'E 2026-10-15 129900'],
  ],
  [
    'what was received from somebody, beside what was spent',
    `Date,Particulars,Received from kids,Spent,Balance in hand
12/10/2026,Opening,,,2000
13/10/2026,From Ravi,5000,,7000
14/10/2026,Medicines,,1240,5760
18/10/2026,Cylinder,,905,4855
`,
    ['L balance', 'L money in', 'E 2026-10-14 124000', 'E 2026-10-18 90500'],
  ],
];

it.each(WORDS)('%s', async (_, text, expected) => {
  expect(await told(text)).toEqual(expected);
});
