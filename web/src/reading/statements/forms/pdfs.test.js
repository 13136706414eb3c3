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
  [
    'a card whose rupee sign comes out as a C, with words above and below a row’s line',
    [
      `
HDFC Bank Credit Cards                          Regalia Gold Credit Card Statement
Credit Card No.  0000 00XX XXXX 0000            Billing Period  09 Oct, 2026 - 08 Nov, 2026
TOTAL AMOUNT DUE       MINIMUM DUE         DUE DATE
C15,384.00             C769.00             28 Nov, 2026
Domestic Transactions

DATE & TIME             TRANSACTION DESCRIPTION                          REWARDS          AMOUNT      PI
ASHA DEMO
17/10/2026| 08:49       SWIGGYBANGALORE                                  + 12             C 1,211.00     l
18/10/2026| 20:46       UPI-SAMPLE SELLER SERVICES                                        C 205.00       l
21/10/2026| 00:00       SAMPLE AIRLINESGURGAON                           + 124            C 12,460.50    l
25/10/2026| 00:00       SAMPLE FASHIONBANGALORE                                         + C 472.00       l
                        BPPY CC PAYMENT DP016290000000TEST (Ref#
01/11/2026| 15:13                                                                       + C 17,827.00    l
                        ST000000000000000002)
03/11/2026| 10:05       FUEL SURCHARGE WAIVER                                           + C 20.00        l
International Transactions

DATE & TIME             TRANSACTION DESCRIPTION                          REWARDS          AMOUNT      PI
ASHA DEMO
04/11/2026| 10:05       CLOUD HOSTINGSEATTLE          USD 24.00          + 64             C 2,043.10     l
Page 1 of 2
`,
    ],
    [
      'E 2026-10-17 121100',
      'E 2026-10-18 20500',
      'E 2026-10-21 1246050',
      'R 2026-10-25 47200',
      "L payment of a card's bill",
      'R 2026-11-03 2000',
      'E 2026-11-04 204310',
    ],
  ],
  [
    'a card’s number above its first purchase, cashback behind the amount',
    [
      `
Flipkart Axis Bank Credit Card Statement
PAYMENT SUMMARY
Total Payment Due    Minimum Payment Due    Statement Period            Payment Due Date
1,372.00 Dr          100.00 Dr              15/10/2026 - 14/11/2026     03/11/2026
DATE         TRANSACTION DETAILS                           MERCHANT CATEGORY      AMOUNT (Rs.)      CASHBACK EARNED
             Card No: 000000******0000
16/10/2026   FLIPKART INTERNET,BANGALORE                   RETAIL STORES          1,240.00 Dr       62.00 Cr
18/10/2026   SWIGGY,BANGALORE                              RESTAURANTS            400.00 Dr         16.00 Cr
20/10/2026   BBPS PAYMENT RECEIVED - BD016290000000000                            5,000.00 Cr
22/10/2026   FLIPKART INTERNET,BANGALORE                   RETAIL STORES          200.00 Cr         10.00 Dr
14/11/2026   GST                                                                  18.00 Dr
**** End of Statement ****
`,
    ],
    [
      'E 2026-10-16 124000',
      'E 2026-10-18 40000',
      "L payment of a card's bill",
      'R 2026-10-22 20000',
      'E 2026-11-14 1800',
    ],
  ],
  [
    'narrations in the middle of which the row stands, below an opening balance',
    [
      `
Canara Bank                        Statement for A/c XXXXXXXXX0000 between 01-10-2026 and 31-10-2026
Customer Id   XXXXX000              Name   ASHA DEMO
Date          Particulars                                    Deposits        Withdrawals     Balance
Opening Balance                                                                               5,000.00
              UPI/DR/627400000001/TEA
01-10-2026    POINT/SBIN/**point@oksbi/UPI//ICI                              120.00          4,880.00
              0000/01/10/2026 09:15:20
              Chq: 627400000001
              NEFT CR-HDFC0000240-SAMPLE
03-10-2026    WORKS-ASHA DEMO-N276000000002                  30,000.00                       34,880.00
              Chq: 0
              ATM CASH-PUNE-05/10/26
05-10-2026    10:01:02/000000000                                             2,000.00        32,880.00
              Chq: 627800000003
page 1
Closing Balance                                                                              32,880.00
Disclaimer
UNLESS THE CONSTITUENT BRINGS TO THE NOTICE OF THE BANK ANY DISCREPANCIES
`,
    ],
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-05 200000'],
  ],
  [
    'an app’s list: days without a year, a period of years of two digits',
    [
      `
Paytm                                                             Passbook Payments History
Paytm Statement for
1 OCT'26 - 31 OCT'26
Total Money Paid                  Total Money Received
- Rs.1,143.50                     + Rs.500.00
Date & Time     Transaction Details                             Notes & Tags           Your Account         Amount
24 Oct          Paid to Corner Store                            Tag:                   HDFC Bank - 00       - Rs.1,075.50
8:33 PM         UPI ID: corner@test on PhonePe                  # Groceries
                UPI Ref No: 629700000061
22 Oct          Received from Demo Friend                       Tag:                   HDFC Bank - 00       + Rs.500
10:33 AM        UPI ID: friend@test on PhonePe                  # Money Received
                UPI Ref No: 629500000062
21 Oct          Paid to Tea Point                               Tag:                   HDFC Bank - 00       - Rs.68
10:33 AM        UPI ID: tea@test on Paytm                       # Food
                UPI Ref No: 629400000063
                Order ID: ORD1
Page 1 of 1
For any queries, Contact Us
`,
    ],
    ['E 2026-10-24 107550', 'L money in', 'E 2026-10-21 6800'],
  ],
  [
    'a title right above the header',
    [
      `
Account Statement
01 Oct 2026 - 31 Oct 2026
Asha Demo                                      Account No.  0000000000
CRN  xxxxxx000                                 Account Type   Savings
Savings Account Transactions
#      Date            Description                                Chq/Ref. No.         Withdrawal (Dr.)   Deposit (Cr.)     Balance
-      -               Opening Balance                            -                    -                  -                 10,000.00
1      01 Oct 2026     UPI/TEA POINT/627400000001/UPI             UPI-627400000002     120.00                               9,880.00
2      02 Oct 2026     UPI/RAVI DEMO/627500000003/share           UPI-627500000003                        500.00            10,380.00
3      05 Oct 2026     IMPS-627800000004-ASHA DEMO-               IMPS-627800000004    2,000.00                             8,380.00
                       SELF
4      14 Oct 2026     PCD/0000/SAMPLE MART/                      628700000005         1,120.50                             7,259.50
                       PUNE141026/10:11
Account Summary
Particulars          Opening Balance       Withdrawal (Dr.)     Deposit (Cr.)      Closing Balance
Savings Account (SA): 0000000000   10,000.00   3,240.50   500.00   7,259.50
`,
    ],
    ['E 2026-10-01 12000', 'L money in', 'L transfer to oneself', 'E 2026-10-14 112050'],
  ],
  [
    'an app’s list: no header, and days above what was paid',
    [
      `
Demo Bank - account activity
14 October 2026
Sample Grocer                 UPI                 Rs 312.00
Demo Metro                    UPI                 Rs 40.00
12 October 2026
From Demo Friend              UPI               + Rs 500.00
Sample Books                  Card              Rs 1,990.00
`,
    ],
    ['E 2026-10-14 31200', 'E 2026-10-14 4000', 'L money in', 'E 2026-10-12 199000'],
  ],
  [
    'a heading right below the header',
    [
      `
Demo Bank Credit Card   Statement Period 16-Sep-2026 to 15-Oct-2026
Date          Transaction Details                        Spends Area         Amount (Rs.)
Retail Purchases and Cash Transactions
18/09/2026    DEMO FUEL PUNE                             Fuel                1,250.00
05/10/2026    DEMO CINEMA PUNE                           Dining                410.00
Payments and Other Credits
01/10/2026    PAYMENT RECEIVED-NEFT                                        5,000.00 Cr
`,
    ],
    ['E 2026-09-18 125000', 'E 2026-10-05 41000', "L payment of a card's bill"],
  ],
  [
    'whole rupees, whose sign the font has in the place of another character',
    [
      `
Transaction statement
Date & time              Transaction details                               Amount
05 Oct, 2026             Paid to Tea Point                                 ¹150
10:22 AM                 UPI Transaction ID: 627800000001
                         Paid by Demo Bank 0000
13 Oct, 2026             Paid to Big Mart                                  ¹2,340
06:00 PM                 UPI Transaction ID: 628600000002
                         Paid by Demo Bank 0000
`,
    ],
    ['E 2026-10-05 15000', 'E 2026-10-13 234000'],
  ],
  [
    'American Express: days before the words, below a header that has no name for them',
    [
      `
Statement Date November 20, 2026

Details                                                 Foreign Spending            Amount Rs
MS ASHA DEMO
October 28      SAMPLE DELI             MUMBAI                                         840.00
November 3      PAYMENT RECEIVED. THANK YOU                                          5,000.00
                                                                                           CR
November 13     CLOUD SAMPLE            SEATTLE                    20.00             1,690.00
Page 1 of 2
`,
    ],
    ['E 2026-10-28 84000', "L payment of a card's bill", 'E 2026-11-13 169000'],
  ],
  [
    'a header in two lines, of which the day stands in the second',
    [
      `
                Particulars                             Amount
Date
13 Oct 2026     TEA POINT                               120.00
14 Oct 2026     CITY CABS                               220.00
`,
    ],
    ['E 2026-10-13 12000', 'E 2026-10-14 22000'],
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

  it.each([
    [
      'headings between the kinds of a card’s payments',
      `
Demo Bank Credit Card
Date          Transaction details                        Spends Area         Amount (Rs.)
              Payments and Other Credits
04/10/2026    PAYMENT RECEIVED-MOBILE                                        12,000.00 Cr
              Retail Purchases and Cash Transactions
02/10/2026    DEMO FUEL PUNE                             Fuel                2,000.00
13/10/2026    DEMO CINEMA PUNE                           Entertainment       780.00
              Other Fees and Charges
16/10/2026    JOINING FEE                                                    499.00
`,
      ['DEMO FUEL PUNE', 'DEMO CINEMA PUNE', 'JOINING FEE'],
    ],
    [
      'what was brought forward',
      `
DATE          MODE       PARTICULARS                        DEPOSITS      WITHDRAWALS     BALANCE
01-10-2026               B/F                                                              7,000.00
                         UPI/DEMO PIZZA/demo@ok/
03-10-2026               Dinner/DEMO BANK                                    640.00       6,360.00
                         /627600000001/ICIab12/
15-10-2026    MOBILE     MMT/IMPS/627800000002/gift/                       2,000.00       4,360.00
                         ASHA S/SBIN0000000
`,
      [
        'UPI/DEMO PIZZA/demo@ok/ Dinner/DEMO BANK /627600000001/ICIab12/',
        'MMT/IMPS/627800000002/gift/ ASHA S/SBIN0000000',
      ],
    ],
  ])('keep %s out of the narrations beside them', async (_, page, texts) => {
    const { expenses } = await readStatement(await drawnPdf([page]));
    expect(expenses.map(({ description }) => description)).toEqual(texts);
  });
});
