import { describe, expect, it } from 'vitest';

import { readStatement } from './read-file.js';

const encoder = new TextEncoder();

/**
 * One file of each form: its text, then each row as `E day paise`, `R day paise` (refund), `L reason`,
 * `X reason` (refused); in the order of groups.
 *
 * @type {[string, string, string[]][]}
 */
const FORMS = [
  [
    'SBI, tabs in a file called .xls, spaces for empty cells',
    'Account Name  :\tMr DEMO\nBalance as on 1 Oct 2026 :\t10,000.00\n\nTxn Date\tValue Date\tDescription\tRef No./Cheque No.\t        Debit\tCredit\tBalance\n1 Oct 2026\t1 Oct 2026\tTO TRANSFER-UPI/DR/627400000001/TEA POINT/SBIN/tea@ok/UPI--\tTRANSFER TO 4897000000000 / \t120.00\t \t9,880.00\n2 Oct 2026\t2 Oct 2026\tBY TRANSFER-NEFT*HDFC0000000*N2740000*SAMPLE WORKS--\t \t \t5,000.00\t14,880.00\n3 Oct 2026\t3 Oct 2026\tATM WDL-ATM CASH 1234 PUNE--\t \t2,000.00\t \t12,880.00\n\n**This is a computer generated statement and does not require a signature\n',
    ['E 2026-10-01 12000', 'E 2026-10-03 200000', 'L money in'],
  ],
  [
    'Axis, mixed preamble',
    'Name :- DEMO\nJoint Holder :- -\nStatement of Account No - 000000000000 for the period (From : 01-10-2026 To : 31-10-2026)\n\nTran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL\n01-10-2026,-,UPI/P2M/627400000011/Green Veg/UPI/HDFC BANK,312.00, ,9688.00,1234\n04-10-2026,-,CreditCard Payment XX 0000 Ref#x,4500.00, ,5188.00,1234\n06-10-2026,-,SB:0000:Int.Pd:01-07-2026 to 30-09-2026, ,88.00,5276.00,1234\n\nUnless the constituent notifies the bank immediately of any discrepancy,,,,,,\nLegends :,,,,,,\nVMT-ICON,Visa Money Transfer through Internet Banking,,,,,\n',
    ['E 2026-10-01 31200', "L payment of a card's bill", 'L money in'],
  ],
  [
    'HDFC, stars around the table',
    'HDFC BANK Ltd.,,,,,,\n,,,,,,\n********,**********************,**********,********,************,************,************\nDate,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance\n********,**********************,**********,********,************,************,************\n01/10/26,UPI-TEA POINT-TEA@OK-HDFC0000000-627400000021-UPI,0000627400000021,01/10/26,20.00,,980.00\n02/10/26,UPI-DEMO SELF-SELF TRANSFER-627500000022,0000627500000022,02/10/26,500.00,,480.00\n********,**********************,**********,********,************,************,************\nSTATEMENT SUMMARY :-,,,,,,\nOpening Balance,Dr Count,Cr Count,Debits,Credits,Closing Bal,\n1000.00,2,0,520.00,0.00,480.00,\n',
    ['E 2026-10-01 2000', 'L transfer to oneself'],
  ],
  [
    'an unreadable debit beside a readable credit',
    'Date,Narration,Debit,Credit\n01/10/2026,Tea,20.00,\n13/10/2026,Odd,12.3.4,5.00\n14/10/2026,Cab,50.00,\n',
    ['E 2026-10-01 2000', 'E 2026-10-14 5000', 'X amount that can’t be read'],
  ],
  [
    'PhonePe history with a status',
    'Date,Transaction Details,Transaction ID,UTR,Type,Status,Amount\n"Oct 24, 2026 08:33 PM",Paid to Demo Store,T2610240000000000000001,629700000031,DEBIT,SUCCESS,₹68\n"Oct 23, 2026 07:33 PM",Paid to Demo Store,T2610240000000000000002,629600000032,DEBIT,FAILED,₹500\n"Oct 22, 2026 07:33 AM",Received from Friend,T2610240000000000000003,629500000033,CREDIT,SUCCESS,"₹1,068"\n"Oct 21, 2026 07:33 AM",Paid to Cafe,T2610240000000000000004,629400000034,DEBIT,PENDING,₹10\n',
    ['E 2026-10-24 6800', 'L not completed', 'L money in', 'L not completed'],
  ],
  [
    'GPay activity with a product column',
    'Time,Transaction ID,Description,Product,Payment method,Status,Amount\n"24 Oct 2026, 20:33",ABC0001,Paid to Demo Store,Google Pay,Sample Bank,Completed,INR 68.00\n"20 Oct 2026, 20:33",ABC0002,Google One,Google Play,Card 0000,Cancelled,INR 130.00\n',
    ['E 2026-10-24 6800', 'L not completed'],
  ],
  [
    'Money Manager, tabs',
    'Date\tAccount\tCategory\tSubcategory\tNote\tINR\tIncome/Expense\tDescription\tAmount\tCurrency\tAccount\n10/24/2026 20:10:11\tCash\tFood\tLunch\tThali\t180\tExp.\t\t180\tINR\t180\n10/25/2026 20:10:11\tBank\tSalary\t\tOct\t64000\tIncome\t\t64000\tINR\t64000\n10/26/2026 20:10:11\tBank\tCash\t\tatm\t2000\tTransfer-Out\t\t2000\tINR\t2000\n',
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'Wallet by BudgetBakers, semicolons',
    'account;category;currency;amount;ref_currency_amount;type;payment_type;note;date;transfer;payee;labels\nCash;Groceries;INR;-240.5;-240.5;Expenses;CASH;Veg;2026-10-02T14:05:11.000Z;false;Corner;home\nBank;Wage;INR;64000;64000;Income;TRANSFER;;2026-10-31T06:00:00.000Z;false;;\nBank;TRANSFER;INR;-500;-500;Expenses;TRANSFER;;2026-10-05T06:00:00.000Z;true;;\n',
    ['E 2026-10-02 24050', 'L money in', 'L transfer to oneself'],
  ],
  [
    '1Money: the category of an expense stands where the account of a transfer does',
    '"DATE","TYPE","FROM ACCOUNT","TO ACCOUNT / TO CATEGORY","AMOUNT","CURRENCY","AMOUNT 2","CURRENCY 2","TAGS","NOTES"\n"14/10/26","Expense","Cash","Eating out","180","INR","180","INR","office","Thali"\n"13/10/26","Income","Salary","Bank","64000","INR","64000","INR","",""\n"13/10/26","Transfer","Bank","Cash","500","INR","500","INR","",""\n',
    ['E 2026-10-14 18000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'Splitwise, settled up without a word',
    'Date,Description,Category,Cost,Currency,Asha,Ravi\n\n2026-10-02,Dinner,Dining out,1000.00,INR,500.00,-500.00\n2026-10-05,Payment,Payment,500.00,INR,-500.00,500.00\n\n2026-10-31,Total balance, , ,INR,-150.00,150.00\n',
    ['E 2026-10-02 50000', 'L settlement', 'L balance'],
  ],
  [
    'Monefy',
    'date,account,category,amount,currency,converted amount,currency,description\n02/10/2026,Cash,Food,-180,INR,-180,INR,Thali\n13/10/2026,Cash,Salary,"64,000",INR,"64,000",INR,\n14/10/2026,Cash,To \'Bank\',-500,INR,-500,INR,\n20/10/2026,Cash,Bills,"-1,200.50",INR,"-1,200.50",INR,Power\n',
    ['E 2026-10-02 18000', 'E 2026-10-20 120050', 'L money in', 'L transfer to oneself'],
  ],
  [
    'Amex: purchases positive, payments negative',
    'Date,Description,Card Member,Account #,Amount\n24/10/2026,SAMPLE MART MUMBAI,A DEMO,-00000,"1,240.00"\n22/10/2026,SAMPLE CAFE PUNE,A DEMO,-00000,240.00\n20/10/2026,PAYMENT RECEIVED. THANK YOU,A DEMO,-00000,"-8,240.00"\n19/10/2026,SAMPLE MART MUMBAI REFUND,A DEMO,-00000,-40.00\n18/10/2026,SAMPLE FUELS,A DEMO,-00000,900.00\n',
    [
      'E 2026-10-24 124000',
      'E 2026-10-22 24000',
      'E 2026-10-18 90000',
      'R 2026-10-19 4000',
      "L payment of a card's bill",
    ],
  ],
  [
    'Splitwise',
    'Date,Description,Category,Cost,Currency,Asha,Ravi\n\n2026-10-02,Dinner,Dining out,900.00,INR,450.00,-450.00\n2026-10-09,Ravi paid Asha,Payment,450.00,INR,-450.00,450.00\n2026-10-12,Museum,Entertainment,24.00,USD,12.00,-12.00\n\n2026-10-31,Total balance, , ,INR,0.00,0.00\n',
    ['E 2026-10-02 45000', 'L settlement', 'L another currency', 'L balance'],
  ],
  [
    'amounts with Cr in the cell, blank for purchases',
    'Statement for card no 0000\nDate|Transaction Details|Amount (₹)\n24 Oct 26|SAMPLE MART|1,240.00\n22 Oct 26|PAYMENT RECEIVED 000|5,000.00 Cr\n19 Oct 26|SAMPLE MART REVERSAL|40.00 Cr\n',
    ['E 2026-10-24 124000', 'R 2026-10-19 4000', "L payment of a card's bill"],
  ],
  [
    'opening balance and brought forward as rows, Dr on the balance',
    'Date,Particulars,Withdrawals,Deposits,Balance\n01-10-2026,B/F,,,"10,000.00Cr"\n02-10-2026,UPI/627500000041/TEA,100.00,,"9,900.00Cr"\n13-10-2026,Transfer to own account,"12,000.00",,"2,100.00Dr"\n15-10-2026,CASH DEPOSIT,,"3,000.00",900.00Cr\nTotal,,"12,100.00","3,000.00",\n',
    ['E 2026-10-02 10000', 'L balance', 'L transfer to oneself', 'L money in'],
  ],
  [
    'a header of other words, proved by the balance',
    'Din,Vivaran,Nikasi,Jama,Shesh\n01/10/2026,TEA POINT,20.00,,980.00\n13/10/2026,VEG,80.00,,900.00\n14/10/2026,SALARY,,500.00,1400.00\n15/10/2026,CAB,200.00,,1200.00\n16/10/2026,BOOKS,100.00,,1100.00\n',
    [
      'E 2026-10-01 2000',
      'E 2026-10-13 8000',
      'E 2026-10-15 20000',
      'E 2026-10-16 10000',
      'L money in',
    ],
  ],
  [
    'Fold-like tracker: kind in words, hash tags, UTC near midnight',
    'Timestamp,Merchant,Amount,Transaction Type,Tags\n2026-10-01T18:40:00Z,Tea Point,20.00,DEBIT,#office #tea\n2026-10-03T10:40:00+05:30,Refund Mart,30.00,CREDIT,\n',
    ['E 2026-10-02 2000', 'R 2026-10-03 3000'],
  ],
  [
    'a credit with the reference of a purchase',
    'Txn Date,Description,Ref No,Debit,Credit,Balance\n01/10/2026,UPI/DR/627400000051/MART,627400000051,100.00,,900.00\n13/10/2026,UPI/CR/627400000051/MART,0000627400000051,,100.00,1000.00\n14/10/2026,UPI/CR/628700000052/FRIEND,628700000052,,10.00,1010.00\n',
    ['E 2026-10-01 10000', 'R 2026-10-13 10000', 'L money in'],
  ],
  [
    'a negative expense among positive ones',
    'Date,Payee,Category,Amount,Tags\n2026-10-03,Tea,Food,20.00,office tea\n2026-10-04,Cab,Travel,50.00,office\n2026-10-05,Veg,Food,-5.00,\n2026-10-06,Bus,Travel,9.00,\n',
    ['E 2026-10-03 2000', 'E 2026-10-04 5000', 'E 2026-10-06 900', 'R 2026-10-05 500'],
  ],
  [
    'the wrong of two amount columns, and a yes/no column',
    'Booking Date,Payee,Amount (EUR),Amount (INR),Expense?\n2026-10-03,Tea,0.20,-20.00,yes\n2026-10-04,Work,10.00,+1000.00,no\n',
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'an own transfer between slashes',
    'Sr No;Date;Remarks;Debit;Credit;Available Balance\n1;03-10-2026;UPI/DR/627600000001/Tea/YESB;20.00;;980.00\n2;13-10-2026;IMPS/P2A/628600000002/SELF/HDFC;500.00;;480.00\n',
    ['E 2026-10-03 2000', 'L transfer to oneself'],
  ],
  [
    'states of payments: one taken back counts no more than a failed one',
    'Date,Description,Amount,State\n2026-10-03,Tea,-20.00,COMPLETED\n2026-10-15,Cab,-30.00,REVERTED\n2026-10-16,Bus,-9.00,DECLINED\n',
    ['E 2026-10-03 2000', 'L not completed', 'L not completed'],
  ],
  [
    'commas of words and of amounts in one row: doubtful',
    'Date,Narration,Debit,Credit,Balance\n01/10/2026,RENT, OCT,18,500.00,,43,215.00\n13/10/2026,TEA,20.00,,43195.00\n',
    ['E 2026-10-01 1850000', 'E 2026-10-13 2000'],
  ],
];

describe('forms of statements', () => {
  it.each(FORMS)('%s', async (_, text, expected) => {
    const { expenses, refunds, left_out, refused } = await readStatement(encoder.encode(text));
    expect([
      ...expenses.map(({ date, amount_paise }) => `E ${date} ${amount_paise}`),
      ...refunds.map(({ date, amount_paise }) => `R ${date} ${amount_paise}`),
      ...left_out.map(({ reason }) => `L ${reason}`),
      ...refused.map(({ reason }) => `X ${reason}`),
    ]).toEqual(expected);
  });

  it('reads UTF-16, a byte order mark and Windows-1252', async () => {
    const text = 'Date,Payee,Amount\n13/10/2026,Café,20.00\n';
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ]);
    const narrow = new Uint8Array([...text].map((sign) => sign.charCodeAt(0)));
    for (const bytes of [wide, narrow, encoder.encode(`\uFEFF${text}`)]) {
      expect((await readStatement(bytes)).expenses[0]).toMatchObject({
        payee: 'Café',
        amount_paise: 2000,
      });
    }
  });

  it('marks the row that the balance contradicts, and only what it touches', async () => {
    const rows = [
      '01/10/2026,A,20.00,,980.00',
      '13/10/2026,B,80.00,,900.00',
      '14/10/2026,C,55.00,,850.00',
      '15/10/2026,D,50.00,,800.00',
      '16/10/2026,E,10.00,,790.00',
    ];
    const { expenses } = await readStatement(
      encoder.encode(['Date,Narration,Debit,Credit,Balance', ...rows].join('\n')),
    );
    expect(
      expenses.filter(({ doubts }) => doubts.length > 0).map(({ description }) => description),
    ).toEqual(['C']);
  });
});
