import { expect, it } from 'vitest';

import { readText, told } from './told.js';

/** How one's own money moves, a file of it, and what each of its rows is. @type {[string, string, string[]][]} */
const MOVES = [
  [
    'each side is named by the other’s account',
    `Account,Date,Payee,Category,Amount
Bank,2026-10-14,Cash,,-2000
Cash,2026-10-14,Bank,,2000
Bank,2026-10-15,Cash Mart,Groceries,-300
Bank,2026-10-16,Bus,Travel,-45
Bank,2026-10-31,Salary,Income,64000
`,
    [
      'L transfer to oneself ?',
      'L transfer to oneself ?',
      'E 2026-10-15 30000',
      'E 2026-10-16 4500',
      'L money in',
    ],
  ],
  [
    'what only one side names is what was paid and what came in',
    `Account,Date,Payee,Category,Amount
Bank,2026-10-14,Cash,,-2000
Cash,2026-10-14,Asha,,2000
Bank,2026-10-15,Cash Mart,Groceries,-300
Bank,2026-10-31,Salary,Income,64000
`,
    ['E 2026-10-14 200000', 'L money in', 'E 2026-10-15 30000', 'L money in'],
  ],
  [
    'the account on the other side stands in brackets, as the category',
    `Date,Payee,Amount,Category,Memo
2026-10-13,Tea Stall,-20.00,Food,
2026-10-14,,500.00,[Bank],ATM
2026-10-15,Green Mart,-90.00,[Available],
2026-10-31,Works,64000.00,Salary,
`,
    ['E 2026-10-13 2000', 'L transfer to oneself', 'E 2026-10-15 9000', 'L money in'],
  ],
  [
    'an app names it by the other party',
    `Date,Transaction Details,Other Party,Type,Amount
13/10/2026,Paid to,VEGGIE CART,DEBIT,120
14/10/2026,Transfer to,SELF ACCOUNT XX00,DEBIT,2000
`,
    ['E 2026-10-13 12000', 'L transfer to oneself'],
  ],
  [
    'a wallet or a balance is loaded, which a refund to it is not',
    `Date,Description,Amount
13/10/2026,Paid to Sample Power,-₹842.00
14/10/2026,Added to Amazon Pay balance,+₹500.00
15/10/2026,Added to UPI Lite,"1,000.00"
16/10/2026,Refund added to Amazon Pay balance,+₹42.00
`,
    ['E 2026-10-13 84200', 'L transfer to oneself', 'L transfer to oneself', 'R 2026-10-16 4200'],
  ],
  [
    'a bill paid to the number of a card',
    `Date,Narration,Withdrawal Amt.,Deposit Amt.,Closing Balance
13/10/26,IB BILLPAY DR-HDFCPE-400000XXXXXX0000,4000.00,,5488.00
14/10/26,"IB BILLPAY DR-SAMPLE POWER, PUNE",310.00,,5178.00
`,
    ["L payment of a card's bill", 'E 2026-10-14 31000'],
  ],
  [
    'what an account began with, named by the subcategory',
    `Currency,Amount,Category,Sub-Category,Date,Expense(Transfer Out),Income(Transfer In),Payee/Payer
INR,5000.0,SYSTEM,INIT_AMOUNT,20261001,,Cash,
INR,145.0,Food,Lunch,20261013,Cash,,Annapurna Mess
`,
    ['L balance', 'E 2026-10-13 14500'],
  ],
  [
    'Tricount: each one’s part in a column, of which the first one’s counts',
    `Title,Amount,Currency,Transaction type,Paid by,Paid for Asha,Paid for Bina,Date & time
Hotel,4000.00,INR,Expense,Asha,2500.00,1500.00,2026-10-13 10:00
Repaid,1500.00,INR,Money transfer,Bina,1500.00,0.00,2026-10-15 21:00
`,
    ['E 2026-10-13 250000', 'L settlement'],
  ],
  [
    'the account on the other side, and that it is one’s own',
    `Date,Particulars,Debit,Credit,Balance
13-10-2026,TRF TO A/C 0002 SELF,500.00,,390.00
14-10-2026,TRF TO A/C 0003 SELFRIDGE STORES,90.00,,300.00
`,
    ['L transfer to oneself', 'E 2026-10-14 9000'],
  ],
  [
    'an own transfer to an account',
    `Date,Description,Amount,Transaction Type
13-10-2026,Shop,250,Debit
14-10-2026,Own transfer to XX00,900,Debit
15-10-2026,ATM,1000,Withdrawal
`,
    ['E 2026-10-13 25000', 'L transfer to oneself', 'E 2026-10-15 100000'],
  ],
  [
    'an own transfer in one word, beside who is called so',
    `Date,Particulars,Debit,Credit,Balance
13-10-2026,IMPS/P2A/628600005501/DEMO/SBIN/SelfTransfer,1000.00,,9000.00
14-10-2026,UPI/628700005502/SELF CARE SPA/visit,800.00,,8200.00
15-10-2026,UPI/628800005503/HERSELF STORES/dress,900.00,,7300.00
16-10-2026,IMB/OWN FUNDS TRANSFER,500.00,,6800.00
17-10-2026,UPI/629000005504/OWN FUN STORES/toys,100.00,,6700.00
`,
    [
      'L transfer to oneself',
      'E 2026-10-14 80000',
      'E 2026-10-15 90000',
      'L transfer to oneself',
      'E 2026-10-17 10000',
    ],
  ],
  [
    'pots by their names, beside places of that name',
    `Date,Transaction,To/From,Category,Amount,Type
13 Oct 26,Pot,Added to Goa Pot,Savings,2000.00,Debit
14 Oct 26,UPI,Added to Melting Pot tab,Food,450.00,Debit
15 Oct 26,UPI,The Melting Pot,,300.00,Debit
16 Oct 26,UPI,Moved to clay pot,Kitchen,250.00,Debit
17 Oct 26,NEFT,Acme,Salary,60000.00,Credit
`,
    [
      'L transfer to oneself',
      'E 2026-10-14 45000',
      'E 2026-10-15 30000',
      'E 2026-10-16 25000',
      'L money in',
    ],
  ],
  [
    'as many of minus as of plus, which an account spends by minus',
    `Date,Account,Payee,Amount
13/10/2026,SBI,Transfer to HDFC,-5000
13/10/2026,HDFC,Transfer from SBI,5000
14/10/2026,HDFC,Sample Diner,-320
15/10/2026,SBI,Acme Ltd,40000
`,
    ['L transfer to oneself ?', 'L transfer to oneself ?', 'E 2026-10-14 32000 ?', 'L money in ?'],
  ],
  [
    'and a card by plus',
    `Card Number,4000XXXXXXXX0000,
Date,Details,Amount
13/10/2026,Sample Diner,320
14/10/2026,Sample Store,-500
`,
    ['E 2026-10-13 32000 ?', 'R 2026-10-14 50000 ?'],
  ],
  [
    'a cheque to oneself is cash, whichever word stands first',
    `Date,Particulars,Withdrawal,Deposit,Balance
13/10/2026,TO SELF CASH,2000.00,,8000.00
14/10/2026,BY CASH SELF,,500.00,8500.00
15/10/2026,TRF TO SELF,1000.00,,7500.00
`,
    ['E 2026-10-13 200000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'what was lent and borrowed, where a category of debts collected tells that loans were lent',
    `Id,Date,Category,Amount,Currency,Note,Wallet
1,24/10/2026,Food & Beverage,-220,INR,lunch,Cash
2,23/10/2026,Loan,-1000,INR,to Ravi,Cash
3,22/10/2026,Debt Collection,1000,INR,from Ravi,Cash
4,21/10/2026,Debt,500,INR,from Asha,Cash
5,20/10/2026,Repayment,-500,INR,to Asha,Cash
6,19/10/2026,Salary,40000,INR,,Bank
`,
    [
      'E 2026-10-24 22000',
      "L not an expense by the file's own word",
      'L money in',
      'L money in',
      "L not an expense by the file's own word",
      'L money in',
    ],
  ],
  [
    'a loan’s instalment, where nothing tells of what was lent',
    `Date,Category,Amount,Note
24/10/2026,Food,-220,lunch
23/10/2026,Loan,-8200,bank
22/10/2026,Salary,40000,
`,
    ['E 2026-10-24 22000', 'E 2026-10-23 820000', 'L money in'],
  ],
  [
    'what the account of a loan is charged with, which is owed',
    `Loan Account Statement,,,,
Loan Account No,LAN0001234,,,
Date,Particulars,Debit,Credit,Balance
01/10/2026,Opening Balance,,,500000.00
13/10/2026,Interest debited for Sep 2026,3750.00,,503750.00
14/10/2026,EMI received - NACH,,12500.00,491250.00
15/10/2026,Late payment charges,500.00,,491750.00
`,
    ['L balance', 'L added to a loan ?', 'L money in', 'L added to a loan ?'],
  ],
  [
    'the account that pays for a loan, which its heading names too',
    `Savings Account No,000000001234,,,
Linked Loan Account No,LAN0001234,,,
Date,Particulars,Debit,Credit,Balance
13/10/2026,Tea Point,20.00,,9980.00
14/10/2026,EMI LAN0001234,8000.00,,1980.00
15/10/2026,Interest,,61.00,2041.00
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 800000', 'L money in'],
  ],
  [
    'what was put by for oneself, and what is called alike',
    `Date,Description,Amount
13/10/2026,PPF Self,5000
14/10/2026,Self help book,350
15/10/2026,NPS myself app fee,20
`,
    ['L transfer to oneself', 'E 2026-10-14 35000', 'E 2026-10-15 2000'],
  ],
  [
    'what was moved, in the words of wallets, apps and post offices, beside what is called alike',
    `Date,Narration,Debit,Credit
13/10/2026,Transferred to Bank A/c,500,
13/10/2026,Transfer to Asha Demo (Self),5000,
13/10/2026,BIL/INFT/EAB1234567/Self savings/ASHA DEMO,1000,
13/10/2026,To Trf RD 0098765432,1000,
14/10/2026,Transferred to bank of books,350,
14/10/2026,Paid to Salon (self),150,
14/10/2026,UPI/628600005401/self study app/ok,99,
`,
    [
      ...Array(4).fill('L transfer to oneself'),
      ...[35000, 15000, 9900].map((paise) => `E 2026-10-14 ${paise}`),
    ],
  ],
  [
    'who sent it to whom by name, of which one is both',
    `Date,Sender,Receiver,Amount,DR/CR
13/10/2026,ASHA DEMO,CAB CO,450.00,DR
14/10/2026,RAVI KUMAR,ASHA DEMO,500.00,CR
15/10/2026,ASHA DEMO,Asha Demo,1000.00,DR
`,
    ['E 2026-10-13 45000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'pots as a category of an account, and pots that were bought',
    `Date,Description,Category,Debit,Credit
13/10/2026,Moved to Pot - Goa Trip,Pots,1000.00,
14/10/2026,Withdrawn from Pot - Goa Trip,Pots,,500.00
15/10/2026,Clay pots,Garden,90.00,
15/10/2026,Moved to Potter St shop,,40.00,
`,
    ['L transfer to oneself', 'L money in', 'E 2026-10-15 9000', 'E 2026-10-15 4000'],
  ],
  [
    'what was lent and borrowed, by their categories, and a loan’s instalment',
    `Date,Title,Category,Amount
13/10/2026,Ravi,Lent,-500
14/10/2026,Sita,Borrowed,800
15/10/2026,EMI,Loan,-8000
16/10/2026,Tea,Food,-20
`,
    [
      "L not an expense by the file's own word",
      'L money in',
      ...['E 2026-10-15 800000', 'E 2026-10-16 2000'],
    ],
  ],
  [
    'a cheque to oneself, with its number behind it',
    `Date,Narration,Debit,Credit
13/10/2026,To Self Chq 123,5000,
14/10/2026,TRF TO SELF A/C CHQ 124,7000,
`,
    ['E 2026-10-13 500000', 'L transfer to oneself'],
  ],
  [
    'what may be put by, unless a category tells, beside what is called alike',
    `Date,Narration,Category,Debit,Credit
13/10/2026,ACH D-INDIAN CLEARING CORP-0001,,5000.00,
13/10/2026,UPI-ZERODHA BROKING-zerodha@ybl-628600000001,,2000.00,
13/10/2026,TRF TO PPF A/C 0001,,1000.00,
14/10/2026,SIP in Sample Mutual Fund,Investments,1000.00,
14/10/2026,UPI-SIP N DINE-sip@ybl-628700000001,,350.00,
15/10/2026,MUTUAL FUND REDEMPTION,,,900.00
`,
    [
      ...[500000, 200000, 100000].map((paise) => `E 2026-10-13 ${paise} ?`),
      ...['E 2026-10-14 100000', 'E 2026-10-14 35000', 'L money in'],
    ],
  ],
  [
    'a loan without a word more, beside debts that were collected',
    `Date,Category,Amount,Currency,Note
24/10/2026,Food & Beverage,-220,INR,lunch
23/10/2026,Loan,-8200,INR,
22/10/2026,Debt Collection,1000,INR,from Ravi
21/10/2026,Salary,40000,INR,works
`,
    [
      'E 2026-10-24 22000',
      "L not an expense by the file's own word ?",
      ...Array(2).fill('L money in'),
    ],
  ],
];

it.each(MOVES)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));

it('says where each one’s part stands in one cell with the others', async () => {
  const text = `Who paid,Amount,Currency,For whom,Split amounts,Purpose,Date & time,Type
Asha,600,INR,Asha;Bina,200;400,Groceries,2026-10-13 10:20:11,expense
`;
  expect((await readText(text)).doubts).toEqual([expect.stringContaining('Split amounts')]);
});

it.each([
  ['Date,Description,Amount,Split\n13/10/2026,Groceries,840,50/50\n', 1],
  ['Date,Description,Amount,Split\n13/10/2026,Groceries,840,equally\n', 1],
  ['Date,Description,Amount,Split\n13/10/2026,Groceries,840,false\n', 0],
])('says where a payment was split: %j', async (text, count) => {
  const { doubts } = await readText(text);
  expect(doubts.filter((doubt) => doubt.includes('not your part'))).toHaveLength(count);
});

it.each([
  ['Date,Item,Quantity,Price\n13/10/2026,Shirt,2,900\n14/10/2026,Tea,1,20\n', 1],
  ['Date,Item,Quantity,Price\n13/10/2026,Shirt,1,900\n14/10/2026,Tea,,20\n', 0],
  ['Date,Item,Quantity,Amount\n13/10/2026,Shirt,2,900\n', 0],
  ['Date,Item,Quantity,Price,Total\n13/10/2026,Shirt,2,900,1800\n', 0],
])('says where a price may be of one among several: %j', async (text, count) => {
  const { doubts } = await readText(text);
  expect(doubts.filter((doubt) => doubt.includes('not for one'))).toHaveLength(count);
});
