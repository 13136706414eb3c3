import { describe, expect, it } from 'vitest';

import { readText, told } from './told.js';

/** What is easily misread, a file of it, and what each of its rows is. @type {[string, string, string[]][]} */
const KINDS = [
  [
    'a day that stands on the first of its rows alone, which the balance proves',
    `Date,Description,Withdrawal,Deposit,Balance
,Balance Brought Forward,,,9000.00
02 Oct 2026,UPI/627500000001/TEA,1200.00,,
,UPI/627500000002/BUS,180.00,,7620.00
16 Oct 2026,NEFT SALARY,,40000.00,47620.00
,ATM CASH,3000.00,,44620.00
,Fees not yet booked,70.00,,41000.00
`,
    ['E 2026-10-02 120000', 'E 2026-10-02 18000', 'L money in', 'E 2026-10-16 300000', 'X no date'],
  ],
  [
    'a day that stands once, for as much as all rows so far, which the balance proves',
    `Date,Narration,Debit,Credit,Balance
13/10/2026,UPI/627500000001/ANITA,500,,9500
,UPI/627500000002/BABU,500,,9000
14/10/2026,UPI/627500000003/CHAI,20,,8980
,INTEREST AND CHARGES,1020,,7960
15/10/2026,UPI/627500000004/EGGS,70,,7890
`,
    [
      ...['E 2026-10-13 50000', 'E 2026-10-13 50000', 'E 2026-10-14 2000'],
      ...['E 2026-10-14 102000', 'E 2026-10-15 7000'],
    ],
  ],
  [
    'a day that stands once, above two of one amount',
    'Date,Item,Amount\n13/10/2026,Tea,10\n,Bus,10\n14/10/2026,Rice,70\n',
    ['E 2026-10-13 1000', 'E 2026-10-13 1000 ?', 'E 2026-10-14 7000'],
  ],
  [
    'payments named like a section, without a day and with an amount',
    'Date,Item,Amount\n13/10/2026,Milk,60\n,Purchases and other groceries,70\n,Interest and charges,80\n14/10/2026,Tea,10\n',
    ['E 2026-10-13 6000', 'X no date', 'X no date', 'E 2026-10-14 1000'],
  ],
  [
    'days in rows of their own, above what was paid',
    `Date,Merchant,Amount
14 October 2026,,
,Tea,312.00
,Metro,40.00
12 October 2026,,
,Books,1990.00
`,
    ['E 2026-10-14 31200', 'E 2026-10-14 4000', 'E 2026-10-12 199000'],
  ],
  [
    'a planned payment, which is due on another day than that of the row above',
    `Date,Title,Amount,Type,Due Date
2026-10-30,Tea,110,EXPENSE,
,Rent,12000,EXPENSE,2026-11-05
`,
    ['E 2026-10-30 11000', 'X no date'],
  ],
  [
    'an amount in rupees by its name, beside the transaction’s own in its currency',
    `Transaction Date,Transaction Description,Transaction Currency,Transaction Amount,Billing Amount (INR),Type
05-Oct-2026,HOSTING,USD,20.00,"1,782.44",Dr
11-Oct-2026,MART,INR,"1,940.00","1,940.00",Dr
20-Oct-2026,REFUND MART,INR,150.00,150.00,Cr
`,
    ['E 2026-10-05 178244', 'E 2026-10-11 194000', 'R 2026-10-20 15000'],
  ],
  [
    'transfers by their type, to others or oneself, beside a balance',
    `Type,Date,Description,Amount,Balance
CARD_PAYMENT,13/10/2026,Cafe,-450.00,9550.00
TRANSFER,14/10/2026,To Ravi Kumar,-500.00,9050.00
TRANSFER,15/10/2026,Savings,-50.00,9000.00
TOPUP,16/10/2026,Top-Up by *0000,2000.00,11000.00
`,
    [
      'E 2026-10-13 45000',
      'L transfer to oneself ?',
      ...['L transfer to oneself', 'L transfer to oneself'],
    ],
  ],
  [
    'cheques that came back, cut short, and what is charged for one',
    `Date,Narration,Debit,Credit
15/10/2026,To Cheque LIC,4200.00,
16/10/2026,By Cheque Ret 77,,4200.00
16/10/2026,CHQ RET CHARGES,118.00,
17/10/2026,NEFT RETAIL WORKS,,900.00
`,
    ['E 2026-10-15 420000', 'R 2026-10-16 420000', 'E 2026-10-16 11800', 'L money in'],
  ],
  [
    'a column of rupees beside the amount in whatever was paid',
    `Date,Note,INR,Type,Amount,Currency
13/10/2026,Tea,60,Expense,60,INR
14/10/2026,Lunch abroad,525,Expense,210,THB
15/10/2026,Pay,64000,Income,64000,INR
`,
    ['E 2026-10-13 6000', 'E 2026-10-14 52500', 'L money in'],
  ],
  [
    'amounts in the main currency, which is the rupee, beside a pair in others',
    `Date,Category,Expense amount,Income amount,Currency,In main currency,Main currency,Description
10/25/2026,Food,180.00,0,INR,180.00,INR,Thali
10/20/2026,Travel,40.00,0,USD,"3,560.00",INR,Visa
10/01/2026,Job,0,"50,000.00",INR,"50,000.00",INR,Pay
`,
    ['E 2026-10-25 18000', 'E 2026-10-20 356000', 'L money in'],
  ],
  [
    'amounts in a main currency that is no rupee',
    `Date,Amount,Currency,In main currency,Main currency,Description
10/25/2026,180.00,INR,2.00,USD,Thali
10/20/2026,40.00,USD,40.00,USD,Visa
`,
    ['E 2026-10-25 18000', 'L another currency'],
  ],
  [
    'a currency under another name',
    `Date,Merchant,Ccy,Value,Notes
03/10/2026,Tea Point,INR,20.00,
13/10/2026,Cloud Hosting,USD,24.00,
14/10/2026,Bus,INR,30.00,
`,
    ['E 2026-10-03 2000', 'L another currency', 'E 2026-10-14 3000'],
  ],
  [
    'the amount of the bill beside the amount in a foreign currency, which stands first',
    `Txn Date,Merchant,Txn Amount (Foreign),Txn Currency,Billed Amount (INR)
03/10/2026,Tea Point,20.00,INR,20.00
13/10/2026,Cloud Hosting,24.00,USD,"2,043.10"
14/10/2026,Bus,30.00,INR,30.00
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 204310', 'E 2026-10-14 3000'],
  ],
  [
    'amounts with the currency’s code in the cell',
    `Date,Description,Amount
03/10/2026,Tea,INR 20.00
13/10/2026,Hosting,USD 24.00
14/10/2026,Bus,Rs.30.00
15/10/2026,Book,€ 9.00
`,
    ['E 2026-10-03 2000', 'L another currency', 'E 2026-10-14 3000', 'L another currency'],
  ],
  [
    'fees, taxes and discounts beside the amount that was paid',
    `Order Date,Item,MRP,Discount,GST,Amount Paid,Payment Mode
03/10/2026,Tea,25.00,5.00,1.00,21.00,UPI
13/10/2026,Book,300.00,50.00,12.50,262.50,Card
14/10/2026,Bus,30.00,0.00,0.00,30.00,Cash
`,
    ['E 2026-10-03 2100', 'E 2026-10-13 26250', 'E 2026-10-14 3000'],
  ],
  [
    'quantities and prices, of which the total counts',
    `Date,Item,Qty,Price,Total
03/10/2026,Tea,2,20.00,40.00
13/10/2026,Book,1,300.00,300.00
14/10/2026,Bus,3,30.00,90.00
`,
    ['E 2026-10-03 4000', 'E 2026-10-13 30000', 'E 2026-10-14 9000'],
  ],
  [
    'a plus for what came in, nothing for what went out',
    `Date;Details;Amount
03-10-2026;Tea Point;20.00
13-10-2026;Salary;+5,000.00
14-10-2026;Refund Mart;+30.00
15-10-2026;Bus;45.00
`,
    ['E 2026-10-03 2000', 'L money in', 'R 2026-10-14 3000', 'E 2026-10-15 4500'],
  ],
  [
    'a minus behind the amount',
    `Date\tText\tAmount
03.10.2026\tTea Point\t20.00-
13.10.2026\tSalary\t5,000.00
14.10.2026\tBus\t45.00-
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'brackets for what went out',
    `Date,Text,Amount,Balance
03-Oct-2026,Tea Point,(20.00),980.00
13-Oct-2026,Salary,"5,000.00","5,980.00"
14-Oct-2026,Bus,(45.00),"5,935.00"
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'a column that says In and Out',
    `Date,Description,In/Out,Amount
03/10/2026,Tea,Out,20.00
13/10/2026,Friend,In,500.00
14/10/2026,Bus,Out,45.00
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'a transaction type that says Withdrawal and Deposit',
    `Date,Transaction Type,Details,Amount (INR)
03/10/2026,Withdrawal,Tea,20.00
13/10/2026,Deposit,Friend,500.00
14/10/2026,Withdrawal,Bus,45.00
`,
    ['E 2026-10-03 2000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'statuses of every kind',
    `Date,Paid to,Amount,Status
03/10/2026,Tea,20.00,Successful
04/10/2026,Cab,30.00,Unsuccessful
13/10/2026,Bus,45.00,Transaction Failed
14/10/2026,Shop,60.00,Payment Successful
15/10/2026,Shop,61.00,Awaiting confirmation
16/10/2026,Shop,62.00,Refunded
`,
    [
      'E 2026-10-03 2000',
      'L not completed',
      'L not completed',
      'E 2026-10-14 6000',
      'L not completed',
      'L not completed',
    ],
  ],
  [
    'a status of numbers or signs that nobody knows is doubtful',
    `Date,Paid to,Amount,Status
03/10/2026,Tea,20.00,X1
13/10/2026,Cab,30.00,X1
`,
    ['E 2026-10-03 2000 ?', 'E 2026-10-13 3000 ?'],
  ],
  [
    'an expense that is taken back beside a negative transfer',
    `Date,Category,Note,Amount,Type
03/10/2026,Food,Tea,20.00,Expense
13/10/2026,Food,Tea taken back,-20.00,Expense
14/10/2026,Bank,Cash,-500.00,Transfer
15/10/2026,Work,,900.00,Income
`,
    ['E 2026-10-03 2000', 'R 2026-10-13 2000', 'L transfer to oneself', 'L money in'],
  ],
  [
    'moments in UTC and with an offset, near midnight of two years',
    `Created at,Merchant,Amount
2026-12-31T18:29:59Z,Tea,20.00
2026-12-31T18:30:00Z,Cab,30.00
2027-01-01T00:10:00+05:30,Bus,45.00
2026-12-31T23:10:00-05:00,Book,60.00
`,
    ['E 2026-12-31 2000', 'E 2027-01-01 3000', 'E 2027-01-01 4500', 'E 2027-01-01 6000'],
  ],
  [
    'a footer with amounts, notes and a date',
    `Date,Narration,Debit,Credit
03/10/2026,Tea,20.00,
13/10/2026,Friend,,500.00
,Total,20.00,500.00
Generated on 31/10/2026 at 10:11,,,
Note: Rs. 20.00 is charged for each cheque,,,
"For help call 1800 0000, or write to us",,,
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'blank lines and a title among the first ten',
    `

My bank


Statement

Date,Narration,Debit,Credit

03/10/2026,Tea,20.00,

13/10/2026,Friend,,500.00
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'opening, closing and brought forward in the words of several banks',
    `Date,Particulars,Debit,Credit,Balance
01/10/2026,OPENING BALANCE,,,1000.00
03/10/2026,Tea,20.00,,980.00
04/10/2026,CARRIED FORWARD,,,980.00
05/10/2026,BROUGHT FORWARD,,980.00,980.00
13/10/2026,Bus,45.00,,935.00
31/10/2026,CLOSING BALANCE,,935.00,935.00
`,
    ['L balance', 'E 2026-10-03 2000', 'L balance', 'L balance', 'E 2026-10-13 4500', 'L balance'],
  ],
  [
    'own transfers in many words',
    `Date,Narration,Debit,Credit
01/10/2026,IMPS-627400000001-ASHA DEMO-SELF-HDFC,100.00,
02/10/2026,TRF TO OWN ACCOUNT 0001,100.00,
03/10/2026,SWEEP TRF TO 000000002,100.00,
04/10/2026,RD INSTALLMENT 0003,100.00,
05/10/2026,ADD MONEY TO PAYTM WALLET,100.00,
06/10/2026,UPI/SELFIE STUDIO/627900000006,100.00,
13/10/2026,UPI-SELF HELP BOOKS-628600000007,100.00,
`,
    [
      'L transfer to oneself',
      'L transfer to oneself',
      'L transfer to oneself',
      'L transfer to oneself',
      'L transfer to oneself',
      'E 2026-10-06 10000',
      'E 2026-10-13 10000',
    ],
  ],
  [
    'bills of cards in many words, on the account that pays them',
    `Date,Narration,Debit,Credit
01/10/2026,CC 000000XXXXXX0000 AUTOPAY SI-TAD,100.00,
02/10/2026,BILLDESK-HDFC CREDIT CARD,100.00,
03/10/2026,UPI-CRED CLUB-CRED.CLUB@AXISB-627600000003,100.00,
04/10/2026,IB BILLPAY DR-HDFCCC-000000XXXXXX0000,100.00,
05/10/2026,SBI CARD PAYMENT 0000,100.00,
06/10/2026,NEFT-AMERICAN EXPRESS CREDIT CARD-0000,100.00,
13/10/2026,POS CREDIT CARD MACHINE SHOP,100.00,
14/10/2026,CREDIT CARD ANNUAL FEE,100.00,
`,
    [
      "L payment of a card's bill",
      "L payment of a card's bill",
      "L payment of a card's bill",
      "L payment of a card's bill",
      "L payment of a card's bill",
      "L payment of a card's bill",
      'E 2026-10-13 10000',
      'E 2026-10-14 10000',
    ],
  ],
  [
    'money that comes in and money that comes back',
    `Date,Narration,Debit,Credit
01/10/2026,NEFT CR-SAMPLE WORKS-SALARY OCT,,900.00
02/10/2026,UPI-REV-627500000002-TEA POINT,,20.00
03/10/2026,IMPS RETURN 627600000003,,50.00
04/10/2026,INT.PD 01-07-2026 TO 30-09-2026,,61.00
05/10/2026,CASHBACK CREDIT,,10.00
06/10/2026,ACH C-SAMPLE DIVIDEND,,12.00
13/10/2026,UPI/CR/628600000007/RAVI DEMO/rent share,,500.00
14/10/2026,TAX REFUND CPC,,700.00
`,
    [
      'L money in',
      'R 2026-10-02 2000',
      'R 2026-10-03 5000',
      'L money in',
      'R 2026-10-05 1000',
      'L money in',
      'L money in',
      'L money in',
    ],
  ],
  [
    'a quote that is never closed',
    `Date,Narration,Debit,Credit
03/10/2026,5" PIPE,20.00,
13/10/2026,"BUS,45.00,
14/10/2026,CAB,30.00,
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500', 'E 2026-10-14 3000'],
  ],
  [
    'bars at both ends of each line',
    `| Date       | Details        | Debit   | Credit   |
|------------|----------------|---------|----------|
| 03-10-2026 | Tea            |   20.00 |          |
| 13-10-2026 | Friend         |         |   500.00 |
`,
    ['E 2026-10-03 2000', 'L money in'],
  ],
  [
    'columns of blanks, of which days have but one behind them',
    ` A/C NO : 123456789
 --------------------------------------------------------------------------------
 DATE       VALUE DT   PARTICULARS                  DEBIT       CREDIT      BALANCE
 --------------------------------------------------------------------------------
                       BROUGHT FORWARD                                    8000.00CR
 02/10/2026 02/10/2026 UPI/627500001111/MILK       320.00                 7680.00CR
 15/10/2026 15/10/2026 BY CLG                                 5000.00    12680.00CR
 16/10/2026 16/10/2026 ECS INSURANCE              1500.00                11180.00CR
`,
    ['E 2026-10-02 32000', 'L money in', 'E 2026-10-16 150000'],
  ],
  [
    'columns of blanks: a report as text',
    `SAMPLE BANK                    STATEMENT OF ACCOUNT
DATE        PARTICULARS                 WITHDRAWALS       DEPOSITS        BALANCE
----------------------------------------------------------------------------------
01-10-2026  UPI/627400000001/TEA             120.00                       9880.00
13-10-2026  NEFT SAMPLE WORKS                              5000.00       14880.00
14-10-2026  ATM PUNE                        2000.00                      12880.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'years of two digits in front',
    `Date,Text,Amount
26-10-03,Tea,20.00
26-10-13,Bus,45.00
26-10-28,Cab,30.00
26-10-31,Book,30.00
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500', 'E 2026-10-28 3000', 'E 2026-10-31 3000'],
  ],
  [
    'what was spent so far beside each payment, which is no balance of an account',
    `Date,Item,Amount,Running total
03/10/2026,Tea,20,20
13/10/2026,Bus,45,65
14/10/2026,Cab,30,95
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500', 'E 2026-10-14 3000'],
  ],
  [
    'what was spent so far, with minus signs',
    `Date,Item,Amount,Running total
03/10/2026,Tea,-20,-20
13/10/2026,Bus,-45,-65
14/10/2026,Cab,-30,-95
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500', 'E 2026-10-14 3000'],
  ],
  [
    'what was meant to be spent beside what was',
    `Date,Item,Budget,Actual
13/10/2026,Groceries,5000,4200
14/10/2026,Fuel,2000,2500
`,
    ['E 2026-10-13 420000', 'E 2026-10-14 250000'],
  ],
  [
    'a bill of which a part was paid',
    `Date,Vendor,Invoice Amount,Paid,Due
13/10/2026,Plumber,1500,1000,500
14/10/2026,Painter,8000,8000,0
`,
    ['E 2026-10-13 100000', 'E 2026-10-14 800000'],
  ],
  [
    'payments that failed by their words alone',
    `Date,Details,Type,Amount
13/10/2026,Paid to Tea,DEBIT,20.00
14/10/2026,Payment failed to Bus,DEBIT,45.00
15/10/2026,Failed transaction refund,CREDIT,70.00
`,
    ['E 2026-10-13 2000', 'L not completed', 'R 2026-10-15 7000'],
  ],
  [
    'a card’s repayment among its purchases',
    `Date,Merchant,Amount,Transaction Type
13/10/2026,Tea Point,20.00,Purchase
14/10/2026,Repayment,500.00,Repayment
15/10/2026,Tea Point,5.00,Refund
`,
    ['E 2026-10-13 2000', "L payment of a card's bill", 'R 2026-10-15 500'],
  ],
  [
    'kinds of one letter',
    `Type,Date,Payee,Amount
e,13/10/2026,Tea,20.00
i,14/10/2026,Sample Works,500.00
t,15/10/2026,ATM,200.00
`,
    ['E 2026-10-13 2000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'a transfer among withdrawals and deposits, beside the kinds of accounts',
    `Type,Amount,Description,Date,Source type
Withdrawal,-20.00,Tea,13/10/2026,Asset account
Deposit,500.00,Salary,14/10/2026,Revenue account
Transfer,200.00,ATM,15/10/2026,Asset account
`,
    ['E 2026-10-13 2000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'a transfer to an account of one’s own, in one’s own words',
    `Date,Narration,Debit,Credit
13/10/2026,IMPS/628600000001/to my HDFC ac,500.00,
14/10/2026,Rent for my account book,45.00,
`,
    ['L transfer to oneself', 'E 2026-10-14 4500'],
  ],
  [
    'a credit beside a debit whose name says nothing',
    `Date,Name,Given,Received
13/10/2026,Milkman,500.00,
14/10/2026,Friend,,200.00
`,
    ['E 2026-10-13 50000', 'L money in'],
  ],
  [
    'a column of minus signs beside one of what came in, without a header',
    `13/10/2026,Tea Point,-20.00,,XX0000
14/10/2026,Salary,,500.00,XX0000
`,
    ['E 2026-10-13 2000', 'L money in'],
  ],
  [
    'a sum with tax beside one without, and orders that never came',
    `Order Date,Title,Item Subtotal,Item Total,Order Status
13/10/2026,Book,450.00,500.00,Shipped
14/10/2026,Cable,180.00,200.00,Cancelled
`,
    ['E 2026-10-13 50000', 'L not completed'],
  ],
  [
    'what moved between two accounts of the file, by the words of both',
    `Account,Date,Description,Amount
Demo Bank,13/10/2026,NEFT to Sample Bank,-500.00
Sample Bank,14/10/2026,NEFT from Demo Bank,500.00
Sample Bank,15/10/2026,NEFT to landlord,-900.00
Demo Bank,15/10/2026,Tea,-20.00
Sample Bank,16/10/2026,Interest,20.00
`,
    [
      ...['L transfer to oneself ?', 'L transfer to oneself ?', 'E 2026-10-15 90000'],
      ...['E 2026-10-15 2000', 'L money in'],
    ],
  ],
  [
    'whether there was a payment',
    `Date,Item,Amount,Payment
13/10/2026,Tea,20.00,Yes
15/10/2026,Bus,45.00,Yes
`,
    ['E 2026-10-13 2000', 'E 2026-10-15 4500'],
  ],
  [
    'whether it was paid',
    `Date,Item,Amount,Paid
13/10/2026,Tea,20.00,Yes
14/10/2026,Rent,500.00,No
15/10/2026,Bus,45.00,Yes
`,
    ['E 2026-10-13 2000', 'L not completed', 'E 2026-10-15 4500'],
  ],
  [
    'moments with a zone and its name',
    `Status,Product,Begin trip time,Fare amount
COMPLETED,Go,2026-10-13 20:00:00 +0000 UTC,182.50
COMPLETED,Auto,2026-10-15 22:00:00 +0530 IST,90.00
`,
    ['E 2026-10-14 18250', 'E 2026-10-15 9000'],
  ],
  [
    'what may have come in, among amounts without a sign',
    `Date,Description,Amount
13/10/2026,Salary October,500.00
14/10/2026,Tea,20.00
`,
    ['E 2026-10-13 50000 ?', 'E 2026-10-14 2000'],
  ],
  [
    'a debit that a minus takes back, among others',
    `Date,Narration,Debit,Credit
13/10/2026,TEA POINT,20.00,
14/10/2026,TEA POINT,-20.00,
15/10/2026,BUS,45.00,
16/10/2026,SALARY,,500.00
`,
    ['E 2026-10-13 2000', 'R 2026-10-14 2000 ?', 'E 2026-10-15 4500', 'L money in'],
  ],
  [
    'a debit without a minus among those that have one',
    `Date,Narration,Debit,Credit
13/10/2026,TEA POINT,-20.00,
14/10/2026,BUS,-45.00,
15/10/2026,REVERSAL BUS,45.00,
16/10/2026,SALARY,,500.00
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 4500', 'R 2026-10-15 4500 ?', 'L money in'],
  ],
  [
    'what a bank takes for payments that failed',
    `Date,Description,Amount
13/10/2026,Failed transaction charges,25.00
14/10/2026,Tea,20.00
15/10/2026,Declined txn fee,30.00
`,
    ['E 2026-10-13 2500', 'E 2026-10-14 2000', 'E 2026-10-15 3000'],
  ],
  [
    'what is paid back of a loan',
    `Date,Type,Description,Amount
13/10/2026,Expense,Tea,20.00
14/10/2026,Repayment,Home loan EMI,500.00
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 50000'],
  ],
  [
    'whether something else than the payment was done',
    `Date,Description,Amount,Reimbursement Status
13/10/2026,Cab,45.00,No
14/10/2026,Hotel,500.00,Yes
`,
    ['E 2026-10-13 4500', 'E 2026-10-14 50000'],
  ],
  [
    'points beside debits',
    `Date,Description,Debit,Points
13/10/2026,Tea,20.00,
14/10/2026,Birthday points,,200
15/10/2026,Bus,45.00,
`,
    ['E 2026-10-13 2000', 'X no amount', 'E 2026-10-15 4500'],
  ],
  [
    'letters of one’s own, some of which are those of kinds',
    `Date,Type,Item,Amount
13/10/2026,F,Tea,20.00
14/10/2026,T,Bus,45.00
15/10/2026,E,Cinema,70.00
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 4500', 'E 2026-10-15 7000'],
  ],
  [
    'a transfer to the account of somebody whom one calls one’s own',
    `Date,Narration,Debit,Credit
13/10/2026,IMPS/628600000001/to my landlord account,500.00,
14/10/2026,IMPS/628600000002/to my savings account,45.00,
`,
    ['E 2026-10-13 50000', 'L transfer to oneself'],
  ],
  [
    'debits that all have a minus',
    `Date,Narration,Debit,Credit
13/10/2026,TEA POINT,-20.00,
15/10/2026,BUS,-45.00,
16/10/2026,SALARY,,500.00
`,
    ['E 2026-10-13 2000', 'E 2026-10-15 4500', 'L money in'],
  ],
  [
    'categories with those above them, without a header',
    `2026-10-13;6;Tea Point;cup;-20.00;Food:Eating out;office
2026-10-14;4;Works;October;500.00;Income:Salary;
2026-10-15;6;City Cabs;;-45.00;Transport:Cabs;
`,
    ['E 2026-10-13 2000', 'L money in', 'E 2026-10-15 4500'],
  ],
  [
    'what was sold of an investment, and what was deleted',
    `Date,Fund,Type,Amount,Deleted
13/10/2026,Sample Fund,SIP,20.00,No
14/10/2026,Sample Fund,Redemption,500.00,No
15/10/2026,Sample Fund,SIP,45.00,Yes
`,
    ['E 2026-10-13 2000', 'L money in', "L not an expense by the file's own word"],
  ],
  [
    'the day of the bill, and the one on which it was paid',
    `Bill Date,Due Date,Units,Amount,Paid On
01/10/2026,15/10/2026,120,18.40,13/10/2026
01/11/2026,15/11/2026,100,15.00,14/11/2026
`,
    ['E 2026-10-13 1840', 'E 2026-11-14 1500'],
  ],
  [
    'what one gave and got, in a book of what is owed',
    `Date,Customer,You Gave,You Got
13/10/2026,Demo Stores,500.00,
14/10/2026,Friend,,200.00
`,
    ['E 2026-10-13 50000', 'L money in'],
  ],
  [
    'what one gave and got, and what is owed after it',
    `Date,Name,Gave,Got,Balance
13/10/2026,Friend,500,,500
14/10/2026,Friend,,200,300
`,
    ['E 2026-10-13 50000', 'L money in'],
  ],
  [
    'two columns of amounts, told apart by DR and CR behind their names, and two balances',
    `Date,Plaza Name,Activity,Amount (DR),Amount (CR),Opening Balance,Closing Balance
03-10-2026,Khed Plaza,Toll Debit,85.00,,500.00,415.00
13-10-2026,,Recharge,,500.00,415.00,915.00
14-10-2026,Vashi Plaza,Toll Debit,45.00,,915.00,870.00
15-10-2026,Vashi Plaza,Toll Reversal,,45.00,870.00,915.00
`,
    ['E 2026-10-03 8500', 'L money in', 'E 2026-10-14 4500', 'R 2026-10-15 4500'],
  ],
  [
    'what is planned and has no day',
    `Date,Item,Amount,Remarks
13/10/2026,Shoes,1800,paid
14/10/2026,Lamp,950,
,Sofa,22000,planned
,Bulb,90,
`,
    ['E 2026-10-13 180000', 'E 2026-10-14 95000', 'L not completed', 'E 2026-10-14 9000 ?'],
  ],
  [
    'what came in and is of the expenses by the file’s own word',
    `Date,Amount,Merchant,Type,Is expense,Category
13-10-2026,500,Mart,debit,true,Food
14-10-2026,50,Mart,credit,true,Food
15-10-2026,3000,Employer,credit,false,Income
`,
    ['E 2026-10-13 50000', 'R 2026-10-14 5000', 'L money in'],
  ],
];

describe('what is easily misread', () => {
  it.each(KINDS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));
});

it.each([
  'Date,Item,Amount (in lakhs)\n13/10/2026,Car,5.25\n',
  'Household (amounts in lakhs)\nDate,Item,Amount\n13/10/2026,Car,5.25\n',
  'All figures in Rs. in Lakhs\nDate,Item,Amount\n13/10/2026,Car,5.25\n',
])('amounts in lakhs are doubted: %j', async (text) => {
  expect((await readText(text)).doubts).toEqual([expect.stringMatching(/lakhs/iu)]);
});

describe('words of a row', () => {
  /** @param {string} text */
  const first = async (text) => (await readText(text)).expenses[0];

  it('are the payee’s where the remarks are empty', async () => {
    const text =
      'Date,Payee,Remarks,Amount\n13/10/2026,Tea Point,,20.00\n14/10/2026,Bus,to work,30.00\n';
    expect(await first(text)).toMatchObject({ payee: 'Tea Point', description: 'Tea Point' });
  });

  it.each([
    ['office,tea', ['office', 'tea']],
    ['office;tea', ['office', 'tea']],
    ['#office #tea', ['office', 'tea']],
    ['office tea', ['office', 'tea']],
    ['office | tea', ['office', 'tea']],
  ])('tags joined as %j', async (cell, tags) => {
    const text = `Date;Payee;Tags;Amount\n13/10/2026;Tea;"${cell}";20.00\n14/10/2026;Bus;;9.00\n`;
    expect((await first(text)).tags).toEqual(tags);
  });

  it.each([
    ['Account Description', '', 'Tea Point'],
    ['Account', '', 'Tea Point'],
    ['Plaza Name', 'Activity', 'Tea Point · Debit'],
    ['Party', 'Remark', 'Tea Point · Debit'],
  ])('stand below “%s”', async (name, other, description) => {
    const more = other && ',Debit';
    const text = `Date,${name}${other && `,${other}`},Debit,Credit
13/10/2026,Tea Point${more},20.00,
14/10/2026,City Cabs${more},9.00,
15/10/2026,Demo Friend${more},,70.00
`;
    expect(await first(text)).toMatchObject({ payee: 'Tea Point', description });
  });

  it('are of another column where hardly any row has a note', async () => {
    const text = `Date,Amount,Goes to,Category,Notes
13/10/2026,20.00,Tea Point,Food,
14/10/2026,9.00,City Cabs,Travel,
15/10/2026,70.00,Green Mart,Food,late
`;
    const { expenses } = await readText(text);
    expect(expenses.map(({ payee }) => payee)).toEqual([
      'Tea Point',
      'City Cabs',
      expect.any(String),
    ]);
    expect(expenses[2].description).toContain('Green Mart');
  });

  it.each([
    'तारीख,सामान,रकम\n13/10/2026,दूध,64\n14/10/2026,आटा,320\n',
    'தேதி,விவரம்,தொகை\n13/10/2026,பால்,64\n14/10/2026,அரிசி,320\n',
  ])('are found in the languages of India: %j', async (text) => {
    const { expenses } = await readText(text);
    expect(expenses.map(({ payee }) => payee)).toEqual(
      text
        .split('\n')
        .slice(1, 3)
        .map((line) => line.split(',')[1]),
    );
  });

  it('have the app’s own category', async () => {
    const text = 'Date,Paid to,App Category,Amount\n13/10/2026,Tea Point,🍵 Food,20.00\n';
    expect((await first(text)).category).toBe('🍵 Food');
  });
});
