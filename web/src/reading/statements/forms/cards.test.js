import { expect, it } from 'vitest';

import { told } from './told.js';

/** The name of a form, a file of it, and what each of its rows is. @type {[string, string, string[]][]} */
const CARDS = [
  [
    'SBI Card: D and C behind the amount, M for what becomes instalments',
    `Statement for SBI Card 0000
Date,Transaction Details,Amount ( in ₹ )
03 Oct 26,SAMPLE MART MUMBAI IN,"1,240.00 D"
05 Oct 26,PAYMENT RECEIVED 000DP026278000000,"10,000.00 C"
13 Oct 26,SAMPLE SHOES PUNE IN,"2,400.00 M"
14 Oct 26,FUEL SURCHARGE WAIVER EXCL TAX,"12.00 C"
`,
    [
      'E 2026-10-03 124000',
      "L payment of a card's bill",
      'E 2026-10-13 240000',
      'R 2026-10-14 1200',
    ],
  ],
  [
    'Axis card: rupee sign, an empty column, Debit and Credit in words',
    `Card No:,0000********0000
Minimum Payment Due,₹ 100.00
Date,Transaction Details,,Amount (INR),Debit/Credit
24 Oct '26,"SAMPLE MART,MUMBAI",,"₹ 1,240.00",Debit
22 Oct '26,"BBPS PAYMENT RECEIVED - BD0000",,"₹ 8,000.00",Credit
20 Oct '26,"SAMPLE FLIGHTS REFUND,GURGAON",,"₹ 450.00",Credit
** End of Statement **
`,
    ['E 2026-10-24 124000', "L payment of a card's bill", 'R 2026-10-20 45000'],
  ],
  [
    'Kotak card: Cr behind payments only, a column of what it was spent on',
    `Statement Date,31-Oct-2026
Total Amount Due,"1,360.00"
Date,Transaction Details,Spends Area,Amount (Rs.)
03/10/2026,SAMPLE MART MUMBAI IN,Shopping,"1,240.00"
05/10/2026,PAYMENT RECEIVED-KOTAK IMPS,,"8,000.00 Cr"
13/10/2026,SAMPLE CAFE PUNE IN,Dining,120.00
14/10/2026,GST,Others,21.60
`,
    [
      'E 2026-10-03 124000',
      "L payment of a card's bill",
      'E 2026-10-13 12000',
      'E 2026-10-14 2160',
    ],
  ],
  [
    'Amex: foreign spend in words, the date processed beside the date',
    `Date,Date Processed,Description,Cardmember,Amount,Foreign Spend Amount,Commission,Exchange Rate,Merchant,Address,Country,Reference
24/10/2026,25/10/2026,SAMPLE MART MUMBAI,ASHA DEMO,1240.00,,,,SAMPLE MART,1 ROAD,INDIA,AT262970001000010000001
22/10/2026,23/10/2026,CLOUD HOSTING,ASHA DEMO,2043.10,24.00 US Dollar,69.10,82.25,CLOUD HOSTING,2 ROAD,UNITED STATES,AT262950001000010000002
20/10/2026,20/10/2026,PAYMENT RECEIVED. THANK YOU,ASHA DEMO,-8240.00,,,,,,,AT262930001000010000003
19/10/2026,19/10/2026,SAMPLE MART MUMBAI,ASHA DEMO,-40.00,,,,SAMPLE MART,1 ROAD,INDIA,AT262920001000010000004
`,
    [
      'E 2026-10-24 124000',
      'E 2026-10-22 204310',
      "L payment of a card's bill",
      'R 2026-10-19 4000',
    ],
  ],
  [
    'IDFC FIRST card: DR and CR, foreign transactions in a column that is mostly empty',
    `Credit Card Number,0000 **** **** 0000
Transaction Date,Transactional Details,FX Transactions,Amount (₹)
03/10/2026,"SAMPLE MART, MUMBAI",,"1,240.00 DR"
05/10/2026,"CLOUD HOSTING, SEATTLE",24.00 USD,"2,043.10 DR"
13/10/2026,Payment Received - UPI,,"8,000.00 CR"
14/10/2026,"SAMPLE MART, MUMBAI",,40.00 CR
`,
    [
      'E 2026-10-03 124000',
      'E 2026-10-05 204310',
      "L payment of a card's bill",
      'R 2026-10-14 4000',
    ],
  ],
  [
    'IndusInd card: the merchant’s kind and reward points before the amount',
    `Card Number : 0000XXXXXXXX0000
Date,Transaction Details,Merchant Category,Reward Points,Amount (in Rs)
03/10/2026,SAMPLE MART MUMBAI IN,Retail Outlet Services,12,"1,240.00 DR"
13/10/2026,SAMPLE FUELS PUNE IN,Utility Services,0,"2,000.00 DR"
14/10/2026,PAYMENT THROUGH BILLDESK-BHARAT,,0,"8,000.00 CR"
`,
    ['E 2026-10-03 124000', 'E 2026-10-13 200000', "L payment of a card's bill"],
  ],
  [
    'debit and credit amounts of a card in two columns, with an outstanding balance',
    `Credit card statement,,,,
Txn Date,Post Date,Description,Debit Amount,Credit Amount,Outstanding
03-10-2026,04-10-2026,SAMPLE MART,1240.00,,1240.00
13-10-2026,14-10-2026,SAMPLE CAFE,120.00,,1360.00
14-10-2026,14-10-2026,NEFT PAYMENT,,1000.00,360.00
15-10-2026,15-10-2026,SAMPLE MART CANCELLATION,,240.00,120.00
`,
    [
      'E 2026-10-03 124000',
      'E 2026-10-13 12000',
      "L payment of a card's bill",
      'R 2026-10-15 24000',
    ],
  ],
  [
    'a card with minus for purchases and a plain number for payments',
    `Card ending 0000
Transaction Date,Posted Date,Card No.,Description,Category,Amount
2026-10-24,2026-10-25,0000,SAMPLE MART,Merchandise,-1240.00
2026-10-22,2026-10-22,0000,SAMPLE CAFE,Dining,-240.00
2026-10-20,2026-10-20,0000,ONLINE PAYMENT,Payment/Credit,8240.00
2026-10-19,2026-10-19,0000,SAMPLE MART,Merchandise,40.00
2026-10-18,2026-10-19,0000,SAMPLE FUELS,Gas,-900.00
`,
    [
      'E 2026-10-24 124000',
      'E 2026-10-22 24000',
      "L payment of a card's bill",
      'R 2026-10-19 4000',
      'E 2026-10-18 90000',
    ],
  ],
  [
    'a card’s file with a heading between domestic and international transactions',
    `Name,ASHA DEMO
Domestic Transactions
Date & Time,Transaction Description,Base NeuCoins,Amount
03/10/2026 10:11:12,SAMPLE MART MUMBAI,12,"1,240.00"
05/10/2026 10:11:12,CREDIT CARD PAYMENT Net Banking (Ref# 00000000000000000000001),,"8,000.00 Cr"
International Transactions
Date & Time,Transaction Description,Base NeuCoins,Amount
06/10/2026 23:11:12,CLOUD HOSTING USD 24.00,8,"2,043.10"
Past Dues (If any),Overlimit,3 Months+,2 Months,1 Month
0.00,0.00,0.00,0.00,0.00
`,
    ['E 2026-10-03 124000', "L payment of a card's bill", 'E 2026-10-06 204310'],
  ],
  [
    'instalments: the purchase turned into them is no second purchase',
    `Statement of credit card 0000
Date,Details,Amount,Type
03/10/2026,SAMPLE PHONES,24000.00,Dr
05/10/2026,SAMPLE PHONES EMI CONVERSION,24000.00,Cr
05/10/2026,EMI PRINCIPAL 1/6 SAMPLE PHONES,4000.00,Dr
05/10/2026,EMI INTEREST 1/6 SAMPLE PHONES,240.00,Dr
13/10/2026,AUTOPAY,1000.00,Cr
`,
    [
      'E 2026-10-03 2400000',
      'R 2026-10-05 2400000',
      'E 2026-10-05 400000',
      'E 2026-10-05 24000',
      "L payment of a card's bill",
    ],
  ],
  [
    'a card’s points in a column called Amount-like, a blank sign for purchases',
    `Primary/Addon~Date~Description~Points~AMT~Debit /Credit
Primary~03/10/2026 10:11:12~SAMPLE MART~24~1,240.00~
Primary~05/10/2026~PAYMENT BY CHEQUE~0~8,000.00~Cr
Addon~13/10/2026 23:59:12~SAMPLE CAFE~2~120.00~
Addon~14/10/2026~SAMPLE CAFE PUNE~0~20.00~Cr
`,
    [
      'E 2026-10-03 124000',
      "L payment of a card's bill",
      'E 2026-10-13 12000',
      'R 2026-10-14 2000',
    ],
  ],
  [
    'a column of sides without a name',
    `SBI Card Statement,,,
Date,Transaction Details,Amount (₹),
20 Oct 26,SAMPLE SUPERMART NAGPUR IN,"1,821.00",D
22 Oct 26,PAYMENT RECEIVED 000PP000000,3000.00,C
28 Oct 26,FUEL SURCHARGE WAIVER,18.00,C
30 Oct 26,EMI 03/12 SAMPLE PHONES,2500.00,M
`,
    [
      'E 2026-10-20 182100',
      "L payment of a card's bill",
      'R 2026-10-28 1800',
      'E 2026-10-30 250000',
    ],
  ],
  [
    'what it is of stands below the rows; a purchase is taken back for instalments',
    `Date,Transaction Details,Amount,Dr/Cr
03/10/2026,SAMPLE PHONES MERCHANT EMI 1/6,5000.00,Dr
13/10/2026,SAMPLE PHONES CONVERTED TO EMI,30000.00,Cr
14/10/2026,AUTOPAY THANK YOU,9000.00,Cr
Credit Card No,4000XXXXXXXX0000,,
`,
    ['E 2026-10-03 500000', 'R 2026-10-13 3000000', "L payment of a card's bill"],
  ],
  [
    'thanks behind a dash, in a list whose signs alone tell',
    `Card ending 0000
Date,Description,Amount
03/10/2026,SAMPLE CAFE,450.00
13/10/2026,SAMPLE CAFE REFUND,-450.00
14/10/2026,PAYMENT - THANK YOU,-3000.00
15/10/2026,SAMPLE STORE,99.00
`,
    ['E 2026-10-03 45000', 'R 2026-10-13 45000', "L payment of a card's bill", 'E 2026-10-15 9900'],
  ],
  [
    'HDFC: a bill that is paid from a bank account',
    `Date|Transaction Description|Amount|Type
03/10/2026 10:22|SAMPLE*APP BANGALORE|₹ 299.00|Dr
13/10/2026 10:22|TELE TRANSFER CREDIT (Ref# 1)|₹ 9,000.00|Cr
14/10/2026 10:22|SAMPLE*APP BANGALORE|₹ 99.00|Cr
Credit card number 4000 00XX XXXX 0000|||
`,
    ['E 2026-10-03 29900', "L payment of a card's bill", 'R 2026-10-14 9900'],
  ],
  [
    'HDFC: the letter C in the place of the rupee sign',
    `Credit Card Statement,,,
DATE & TIME,TRANSACTION DESCRIPTION,REWARDS,AMOUNT
13/10/2026 | 10:22,UBER INDIA SYSTEMS BANGALORE,+ 4,C 312.00
14/10/2026 | 00:00,CC PAYMENT NB BPPY CC 000000,,"+ C 9,000.00"
15/10/2026 | 12:30,DMART PUNE,+ 20,"C 1,540.00"
16/10/2026 | 12:30,DMART PUNE,- 4,+ C 240.00
`,
    [
      'E 2026-10-13 31200',
      "L payment of a card's bill",
      'E 2026-10-15 154000',
      'R 2026-10-16 24000',
    ],
  ],
  [
    'C and D before the amounts, which tell the sides',
    `Credit Card Statement,,
Date,Details,Amount
13/10/2026,UBER INDIA,D 312.00
15/10/2026,DMART PUNE,C 40.00
16/10/2026,DMART PUNE,D 240.00
`,
    ['E 2026-10-13 31200', 'R 2026-10-15 4000', 'E 2026-10-16 24000'],
  ],
  [
    'a card that calls its fees DR, and its purchases nothing',
    `Card Number,4000XXXXXXXX0000,,
Date,Transaction Details,Amount(in Rs),BillingAmountSign
13/10/2026,SAMPLE SHOP IN,500.00,
14/10/2026,SAMPLE SHOP IN,500.00,CR
15/10/2026,PAYMENT RECEIVED THANK YOU,2000.00,CR
16/10/2026,JOINING FEE,590.00,DR
`,
    [
      'E 2026-10-13 50000 ?',
      'R 2026-10-14 50000',
      "L payment of a card's bill",
      'E 2026-10-16 59000',
    ],
  ],
  [
    'a payment by its type among purchases, which says nothing else',
    `Credit Card Statement,,,
Date,Merchant,Amount,Type
13 Oct 2026,Travel Shop,"₹5,400.00",PURCHASE
14 Oct 2026,Bill payment,"₹9,000.00",PAYMENT
15 Oct 2026,Travel Shop,"₹5,400.00",REFUND
16 Oct 2026,Electricity bill payment,₹700.00,PAYMENT
17 Oct 2026,Sample Mobile,₹299.00,PAYMENT
`,
    [
      'E 2026-10-13 540000',
      "L payment of a card's bill ?",
      'R 2026-10-15 540000',
      'E 2026-10-16 70000',
      'E 2026-10-17 29900',
    ],
  ],
  [
    'a payment by its type where nothing is called a purchase',
    `Date,Description,Amount,Type
13 Oct 2026,Tea Point,₹20.00,Payment
14 Oct 2026,Bill payment,₹900.00,Payment
15 Oct 2026,Tea Point,₹20.00,Refund
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 90000', 'R 2026-10-15 2000'],
  ],
  [
    'CR in a column without a name',
    `Credit Card Statement,,,
Date,Transaction Details,Amount,
13/10/2026,SAMPLE SHOP,450.00,
15/10/2026,PAYMENT RECEIVED - THANK YOU,5000.00,CR
16/10/2026,SAMPLE SHOP,299.00,CR
`,
    ['E 2026-10-13 45000', "L payment of a card's bill", 'R 2026-10-16 29900'],
  ],
  [
    'credits in a column without a name',
    `Credit Card Statement,,,
Date,Transaction Details,Amount,
13/10/2026,SAMPLE SHOP,450.00,
15/10/2026,PAYMENT RECEIVED - THANK YOU,,5000.00
16/10/2026,SAMPLE SHOP REFUND,,299.00
`,
    ['E 2026-10-13 45000', "L payment of a card's bill", 'R 2026-10-16 29900'],
  ],
  [
    'amounts in a column without a name, of which nothing says that they came in',
    `Date,Item,Cash,
13/10/2026,Milk,64.00,
14/10/2026,Bread,,45.00
15/10/2026,Eggs,80.00,
`,
    ['E 2026-10-13 6400', 'X no amount', 'E 2026-10-15 8000'],
  ],
];

it.each(CARDS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));
