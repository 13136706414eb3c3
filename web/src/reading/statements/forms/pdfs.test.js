import { describe, expect, it } from 'vitest';

import { readStatement } from '../read-file.js';
import { drawnPdf } from './drawn-pdf.js';
import { told } from './told.js';

/** The name of a form, its pages, and what each of its rows is. @type {[string, string[], string[]][]} */
const PDFS = [
  [
    'a savings account: dates and narrations in several lines, a header in two',
    [
      `
Account Name       :  Mr. ASHA DEMO
Account Number     :  00000000000
Statement from 1 Oct 2026 to 31 Oct 2026

Txn         Value       Description                    Ref No./Cheque               Debit        Credit           Balance
Date        Date                                       No.
1 Oct       1 Oct       TO TRANSFER-                   TRANSFER TO                 120.00                        9,880.00
2026        2026        UPI/DR/627400000001/TEA        4897000000000
                        POINT/SBIN/tea@ok/UPI--
13 Oct      13 Oct      BY TRANSFER-                   TRANSFER FROM                            5,000.00        14,880.00
2026        2026        NEFT*HDFC0000001*              4697000000000
                        SAMPLE WORKS--
14 Oct      14 Oct      CASH                                                     2,000.00                       12,880.00
2026        2026        WITHDRAWAL-ATM 0000
                        PUNE
`,
    ],
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'narrations that begin above the row’s line',
    [
      `
Statement of Transactions in Savings Account 000000000000 in INR
S No.   Transaction Date    Cheque Number    Transaction Remarks                Withdrawal (INR)    Deposit (INR)    Balance (INR)

                                             UPI/627400000001/chai/
1       01/10/2026                           teapoint@ok/State Bank/                      120.00                          9,880.00
                                             ICI0a1b2c
                                             NEFT-N276000000001-SAMPLE
2       13/10/2026                           WORKS PVT LTD                                                5,000.00       14,880.00

                                             BIL/ONL/000900000001/
3       14/10/2026                           SAMPLE POWER/00001/                        2,000.00                         12,880.00
                                             ASHA
Page 1 of 1
`,
    ],
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'one column of amounts with their side in brackets, over two pages',
    [
      `
Period : 01-10-2026 To 31-10-2026
Date          Narration                            Chq/Ref No           Withdrawal(Dr)/      Balance
                                                                        Deposit(Cr)
B/F                                                                                          10,000.00(Cr)
01-10-2026    UPI/CORNER BAKERY/627400000001       UPI-627400000001     240.00(Dr)           9,760.00(Cr)
02-10-2026    Int.Pd:0000000000                                         61.00(Cr)            9,821.00(Cr)
Page 1 of 2
`,
      `
Date          Narration                            Chq/Ref No           Withdrawal(Dr)/      Balance
                                                                        Deposit(Cr)
14-10-2026    PCI/0000/SAMPLE MART/                000000000001         1,120.50(Dr)         8,700.50(Cr)
              MUMBAI141026
Statement Summary
Opening Balance                                    10,000.00(Cr)
Closing Balance                                    8,700.50(Cr)
Page 2 of 2
`,
    ],
    ['E 2026-10-01 24000', 'L money in', 'E 2026-10-14 112050'],
  ],
  [
    'a card: points before the amount, Cr behind payments, a summary above',
    [
      `
Credit Card Statement                           Card No: 0000 00XX XXXX 0000
Payment Due Date       Total Dues          Minimum Amount Due
20/11/2026             1,372.00            100.00
Past Dues (if any)
Domestic Transactions
Date                      Transaction Description                         Feature Reward      Amount (in Rs.)
                                                                          Points
ASHA DEMO
03/10/2026 10:11:12       SAMPLE MART MUMBAI                              12                         1,240.00
05/10/2026 09:11:12       NETBANKING TRANSFER (Ref# 0000000000000000)                             8,000.00 Cr
13/10/2026                SAMPLE CAFE PUNE                                2                            120.00
14/10/2026                FUEL SURCHARGE WAIVER                                                      12.00 Cr
Reward Points Summary
Opening Balance           Feature + Bonus     Disbursed       Closing Balance
100                       14                  0               114
`,
    ],
    [
      'E 2026-10-03 124000',
      "L payment of a card's bill",
      'E 2026-10-13 12000',
      'R 2026-10-14 1200',
    ],
  ],
  [
    'a card whose days have no year, credits with CR in the line below',
    [
      `
American Express              Statement of Account
Prepared for                  Membership Number                 Date
ASHA DEMO                     XXXX-XXXXXX-01234                 October 28, 2026

Details                                                         Foreign Spending          Amount Rs
October 3      SAMPLE MART MUMBAI                                                          1,240.00
October 5      PAYMENT RECEIVED. THANK YOU                                                 8,240.00
                                                                                                 CR
October 13     SAMPLE CAFE PUNE                                                              120.00
`,
    ],
    ['E 2026-10-03 124000', "L payment of a card's bill", 'E 2026-10-13 12000'],
  ],
  [
    'an app’s list: the day above the time, ids below the payee',
    [
      `
Transaction Statement for 9999900000
01 Oct, 2026 - 31 Oct, 2026
Date             Transaction Details                              Type        Amount

Oct 24, 2026     Paid to Demo Store                               DEBIT       Rs.68
08:33 PM         Transaction ID : T2610242033000000000001
                 UTR No : 629700000031
                 Debited from XX0000
Oct 22, 2026     Received from Demo Friend                        CREDIT      Rs.1,068
07:33 AM         Transaction ID : T2610220733000000000003
                 UTR No : 629500000033
                 Credited to XX0000
Oct 21, 2026     Mobile recharged 9999900000                      DEBIT       Rs.239
09:00 AM         Transaction ID : NX2610210900000000000004
                 UTR No : 629400000034
                 Debited from XX0000
Page 1 of 1
This is a system generated statement.
`,
    ],
    ['E 2026-10-24 6800', 'L money in', 'E 2026-10-21 23900'],
  ],
  [
    'a card with Dr and Cr in a column of its own, and totals',
    [
      `
Statement for Yes Bank Card Number 0000XXXXXXXX0000
Date          Transaction Details                 Merchant Category      Amount (Rs.)
03/10/2026    SAMPLE MART MUMBAI IN               Retail                  1,240.00 Dr
05/10/2026    PAYMENT RECEIVED BBPS - Ref No:                             8,000.00 Cr
              RT00000000000000000
13/10/2026    SAMPLE FUELS PUNE IN                Automotive              2,000.00 Dr
                                                  Service
14/10/2026    SAMPLE MART MUMBAI IN               Retail                     40.00 Cr
Total                                                                     3,240.00
`,
    ],
    [
      'E 2026-10-03 124000',
      "L payment of a card's bill",
      'E 2026-10-13 200000',
      'R 2026-10-14 4000',
    ],
  ],
  [
    'an account without lines between the columns, the newest first',
    [
      `
AU SMALL FINANCE BANK     Account Number : 0000000000000000
Transaction Date   Value Date    Description/Narration              Cheque/Reference No.    Debit (₹)   Credit (₹)   Balance (₹)
14 Oct 2026        14 Oct 2026   UPI/DR/628700000003/METRO/HDFC/    AUS00000000003              45.00            -     14,835.00
                                 metro@ok
13 Oct 2026        13 Oct 2026   NEFT CR-SAMPLE WORKS               AUS00000000002                  -     5,000.00     14,880.00
01 Oct 2026        01 Oct 2026   UPI/DR/627400000001/TEA POINT      AUS00000000001             120.00            -      9,880.00
`,
    ],
    ['E 2026-10-14 4500', 'L money in', 'E 2026-10-01 12000'],
  ],
];

describe('PDFs', () => {
  it.each(PDFS)('%s', async (_, pages, rows) =>
    expect(await told(await drawnPdf(pages))).toEqual(rows),
  );

  it.each(PDFS)('%s, in a narrower font', async (_, pages, rows) =>
    expect(await told(await drawnPdf(pages, { proportional: true }))).toEqual(rows),
  );

  it('keep a narration’s lines with its row, whether they begin above or at it', async () => {
    const texts = async (/** @type {number} */ index) => {
      const { expenses } = await readStatement(await drawnPdf(PDFS[index][1]));
      return expenses.map(({ description }) => description);
    };
    expect((await texts(0))[0]).toBe(
      'TO TRANSFER- UPI/DR/627400000001/TEA POINT/SBIN/tea@ok/UPI--',
    );
    expect(await texts(1)).toEqual([
      'UPI/627400000001/chai/ teapoint@ok/State Bank/ ICI0a1b2c',
      'BIL/ONL/000900000001/ SAMPLE POWER/00001/ ASHA',
    ]);
  });
});
