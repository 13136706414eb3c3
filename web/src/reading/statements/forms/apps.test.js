import { expect, it } from 'vitest';

import { told } from './told.js';

/** The name of a form, a file of it, and what each of its rows is. @type {[string, string, string[]][]} */
const APPS = [
  [
    'AndroMoney: what an account began with, of no day',
    `"Id","Currency","Amount","Category","Sub-Category","Date","Expense(Transfer Out)","Income(Transfer In)","Note","Payee/Payer"
"1","INR","1000","SYSTEM","INIT_AMOUNT","10100101","","Cash","",""
"2","INR","75","Food","Snack","20261004","Cash","","tea","Corner"
"3","INR","2000","Transfer","ATM","20261015","Bank","Cash","",""
`,
    ['L balance', 'E 2026-10-04 7500', 'L transfer to oneself'],
  ],
  [
    'Firefly III: numbers that follow each other are no balance, and transfers stand among the sides',
    `user_id,group_id,journal_id,type,currency_code,amount,foreign_currency_code,foreign_amount,description,date,source_name,destination_name,category
1,1,10,Withdrawal,INR,-450.00,,,Books,2026-10-14T00:00:00+05:30,Bank,Demo Books,Books
1,2,11,Transfer,INR,2000.00,,,cash,2026-10-15T00:00:00+05:30,Bank,Wallet,
1,3,12,Deposit,INR,64000.00,,,Pay,2026-10-31T00:00:00+05:30,Sample Works,Bank,
1,4,13,Withdrawal,INR,-1780.00,USD,-20.00,Hosting,2026-10-20T00:00:00+05:30,Card,Demo Cloud,Software
`,
    ['E 2026-10-14 45000', 'L transfer to oneself', 'L money in', 'E 2026-10-20 178000'],
  ],
  [
    'numbers in sequence beside an amount of another name',
    `Date,Item,Spent on,Group,Page
03/10/2026,Tea,20.00,1,10
13/10/2026,Bus,45.00,1,11
14/10/2026,Book,300.00,1,12
15/10/2026,Cab,90.00,1,13
`,
    ['E 2026-10-03 2000', 'E 2026-10-13 4500', 'E 2026-10-14 30000', 'E 2026-10-15 9000'],
  ],
  [
    'Tally, the ledger of a bank: what came in is a debit, the accounts in a column without a name',
    `Demo Household
Demo Bank
Date,Particulars,,Vch Type,Vch No.,Debit,Credit
1-Oct-26,To,Opening Balance,,,9000,
3-Oct-26,By,Power Expenses,Payment,1,,2000
9-Oct-26,To,Salary,Receipt,1,64000,
12-Oct-26,By,Cash,Contra,1,,500
,,,,,73000,2500
,By,Closing Balance,,,,70500
`,
    ['L balance', 'E 2026-10-03 200000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'Tally, a ledger of payments alone',
    `Date,Particulars,Vch Type,Vch No.,Debit,Credit
3-Oct-26,Power Expenses,Payment,1,,2000
12-Oct-26,Cash,Contra,1,,500
`,
    ['E 2026-10-03 200000', 'L transfer to oneself'],
  ],
  [
    'an account book without kinds, of which To and By tell the sides',
    `Date,Particulars,,Debit,Credit
3-Oct-26,By,Power Expenses,,2000
9-Oct-26,To,Salary,64000,
12-Oct-26,By,School,,500
`,
    ['E 2026-10-03 200000', 'L money in', 'E 2026-10-12 50000'],
  ],
  [
    'Tally, a cash book of what came inwards and went outwards',
    `Cash Book
Date,Particulars,Vch Type,Vch No.,Inwards (Debit),Outwards (Credit)
02-10-2026,Vegetables A/c,Payment,1,,340.00
05-10-2026,Demo Bank,Contra,1,5000.00,
15-10-2026,Cabs,Payment,2,,210.00
`,
    ['E 2026-10-02 34000', 'L transfer to oneself', 'E 2026-10-15 21000'],
  ],
  [
    'Money Manager: Exp. and Transfer-Out, the account twice',
    `Period,Accounts,Category,Subcategory,Note,INR,Income/Expense,Description,Amount,Currency,Accounts
10/24/2026 20:10:11,Cash,Food,Lunch,Thali,180,Exp.,,180,INR,180
10/25/2026 20:10:11,Bank,Salary,,Oct,64000,Income,,64000,INR,64000
10/26/2026 20:10:11,Bank,Cash,,atm,2000,Transfer-Out,,2000,INR,2000
10/27/2026 20:10:11,Bank,Cash,,atm,2000,Transfer-In,,2000,INR,2000
`,
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself', 'L transfer to oneself'],
  ],
  [
    'Spendee: signed amounts, types in words, moments in UTC',
    `Date,Wallet,Type,Category name,Amount,Currency,Note,Labels,Author
2026-10-02T18:40:00+00:00,Cash,Expense,Food & Drink,-180.00,INR,Thali,"office,lunch",Asha
2026-10-05T06:30:00+00:00,Bank,Income,Salary,64000.00,INR,,,Asha
2026-10-06T06:30:00+00:00,Bank,Outgoing Transfer,,-2000.00,INR,,,Asha
2026-10-06T06:30:00+00:00,Cash,Incoming Transfer,,2000.00,INR,,,Asha
`,
    ['E 2026-10-03 18000', 'L money in', 'L transfer to oneself', 'L transfer to oneself'],
  ],
  [
    'Wallet: semicolons, a reference currency beside the own',
    `account;category;currency;amount;ref_currency_amount;type;payment_type;payment_type_local;note;date;gps_latitude;gps_longitude;gps_accuracy_in_meters;warranty_in_month;transfer;payee;labels;envelope_id;custom_category
Cash;Groceries;INR;-240.5;-240.5;Expenses;CASH;Cash;Veg;2026-10-02 14:05:11;;;;0;false;Corner;home;1004;false
Card;Hotel;EUR;-24;-2200.1;Expenses;CREDIT_CARD;Credit card;;2026-10-03 14:05:11;;;;0;false;Hostel;;5003;false
Bank;TRANSFER;INR;-500;-500;Expenses;TRANSFER;Transfer;;2026-10-05 06:00:00;;;;0;true;;;20001;false
Bank;Refunds (tax, purchase);INR;75;75;Income;TRANSFER;Transfer;;2026-10-06 06:00:00;;;;0;false;Corner;;10009;false
`,
    ['E 2026-10-02 24050', 'E 2026-10-03 220010', 'L transfer to oneself', 'R 2026-10-06 7500'],
  ],
  [
    'Monarch: minus for spending, transfers and card payments by their category',
    `Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags
2026-10-24,Corner Bakery,Restaurants & Bars,Card (...0000),UPI-CORNER BAKERY-0000,,-240.00,office
2026-10-23,Credit Card Payment,Credit Card Payment,Card (...0000),PAYMENT RECEIVED,,8000.00,
2026-10-23,Credit Card Payment,Credit Card Payment,Bank (...0001),BILLDESK CARD,,-8000.00,
2026-10-20,Sample Works,Paychecks,Bank (...0001),NEFT,,64000.00,
2026-10-19,Savings,Transfer,Bank (...0001),TRF,,-2000.00,
`,
    [
      'E 2026-10-24 24000',
      "L payment of a card's bill",
      "L payment of a card's bill",
      'L money in',
      'L transfer to oneself',
    ],
  ],
  [
    'Mint: debit and credit in words, positive amounts, months first',
    `"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"
"10/24/2026","Corner Bakery","UPI-CORNER BAKERY","240.00","debit","Restaurants","Card","",""
"10/22/2026","Credit Card Payment","BILLDESK CARD","8000.00","debit","Credit Card Payment","Bank","",""
"10/20/2026","Sample Works","NEFT SALARY","64000.00","credit","Paycheck","Bank","",""
"9/30/2026","Corner Bakery","REFUND CORNER BAKERY","40.00","credit","Restaurants","Card","",""
`,
    ['E 2026-10-24 24000', "L payment of a card's bill", 'L money in', 'R 2026-09-30 4000'],
  ],
  [
    'Firefly III: withdrawals and deposits, twelve decimals, who paid and who was paid',
    `user_id,group_id,journal_id,created_at,updated_at,group_title,type,currency_code,amount,foreign_currency_code,foreign_amount,description,date,source_name,source_iban,source_type,destination_name,destination_iban,destination_type,reconciled,category,budget,bill,tags,notes
1,1,1,2026-10-30T10:00:00+05:30,2026-10-30T10:00:00+05:30,,Withdrawal,INR,-180.500000000000,,,Thali,2026-10-24T00:00:00+05:30,Bank,,Asset account,Sample Diner,,Expense account,,Food,,,"office,lunch",
1,1,2,2026-10-30T10:00:00+05:30,2026-10-30T10:00:00+05:30,,Deposit,INR,64000.000000000000,,,Salary,2026-10-25T00:00:00+05:30,Sample Works,,Revenue account,Bank,,Asset account,,,,,,
1,1,3,2026-10-30T10:00:00+05:30,2026-10-30T10:00:00+05:30,,Transfer,INR,2000.000000000000,,,Cash,2026-10-26T00:00:00+05:30,Bank,,Asset account,Cash,,Cash account,,,,,,
1,1,4,2026-10-30T10:00:00+05:30,2026-10-30T10:00:00+05:30,,Opening balance,INR,9000.000000000000,,,Initial balance for Bank,2026-10-01T00:00:00+05:30,Initial,,,Bank,,Asset account,,,,,,
`,
    ['E 2026-10-24 18050', 'L money in', 'L transfer to oneself', 'L balance'],
  ],
  [
    'Actual: the halves of a split count, not the whole once more',
    `Account,Date,Payee,Notes,Category_Group,Category,Amount,Split_Amount,Cleared
Bank,2026-10-24,Sample Mart,(SPLIT INTO 2) weekly,,,0,-350.00,Cleared
Bank,2026-10-24,Sample Mart,(SPLIT 1 OF 2),Usual Expenses,Food,-230.00,0,Cleared
Bank,2026-10-24,Sample Mart,(SPLIT 2 OF 2),Usual Expenses,General,-120.00,0,Cleared
Bank,2026-10-25,Sample Works,,Income,Income,64000.00,0,Cleared
Bank,2026-10-26,Tea Point,,Usual Expenses,Food,-20.00,0,Not cleared
Bank,2026-10-01,Starting Balance,,Income,Starting Balances,9000.00,0,Reconciled
`,
    [
      'L of zero',
      'E 2026-10-24 23000',
      'E 2026-10-24 12000',
      'L money in',
      'E 2026-10-26 2000',
      'L balance',
    ],
  ],
  [
    'Cashew: income yes or no, a minus as well',
    `account,amount,currency,title,note,date,income,type,category name,subcategory name,color,icon,emoji,budget,objective
Bank,-180.0,INR,Thali,,2026-10-24 20:10:11.000,false,null,Dining,,,,,,
Bank,64000.0,INR,Salary,,2026-10-25 20:10:11.000,true,null,Income,,,,,,
Bank,-2000.0,INR,Transferred Balance,Bank → Cash,2026-10-26 20:10:11.000,false,null,Balance Correction,,,,,,
Cash,2000.0,INR,Transferred Balance,Bank → Cash,2026-10-26 20:10:11.000,true,null,Balance Correction,,,,,,
`,
    ['E 2026-10-24 18000', 'L money in', 'L balance', 'L balance'],
  ],
  [
    'Ivy Wallet: kinds in capitals, transfers with amounts of their own, planned ones without a date',
    `Date,Title,Category,Account,Amount,Currency,Type,Transfer Amount,Transfer Currency,To Account,Receive Amount,Receive Currency,Description,Due Date,ID
2026-10-24T14:40:11.000Z,Thali,Food,Cash,180.00,INR,EXPENSE,,,,,,,,018f0000-0000-7000-8000-000000000001
2026-10-25T18:40:11.000Z,Salary,Work,Bank,64000.00,INR,INCOME,,,,,,,,018f0000-0000-7000-8000-000000000002
2026-10-26T10:40:11.000Z,,,Bank,,,TRANSFER,2000.00,INR,Cash,2000.00,INR,,,018f0000-0000-7000-8000-000000000003
`,
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'Bluecoins: signed, an account type and a status of its own',
    `Type,Date,Item or Payee,Amount,Parent Category,Category,Account Type,Account,Notes,Label,Status,Split
Expense,10/24/2026 20:10:11,Thali,-180.0,Food,Lunch,Cash,Cash,,office,,
Income,10/25/2026 20:10:11,Sample Works,64000.0,Employer,Salary,Bank,Bank,,,,
Transfer,10/26/2026 20:10:11,[Bank -> Cash],-2000.0,(Transfer),(Transfer),Bank,Bank,,,,
New Account,10/01/2026 20:10:11,Bank,9000.0,(New Account),(New Account),Bank,Bank,,,,
`,
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself', 'L balance'],
  ],
  [
    'Toshl: expense amounts and income amounts, the main currency besides',
    `Date,Account,Category,Tags,Expense amount,Income amount,Currency,In main currency,Main currency,Description
10/24/26,Cash,Food,"lunch, office",180.00,0.00,INR,-180.00,INR,Thali
10/25/26,Bank,Work,salary,0.00,"64,000.00",INR,"64,000.00",INR,
10/26/26,Bank,Transfer,,"2,000.00",0.00,INR,"-2,000.00",INR,
`,
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'HomeBank: semicolons, days first with two digits, signed',
    `24-10-26;3;;Sample Diner;Thali;-180.00;Food:Lunch;office lunch
25-10-26;4;;Sample Works;Salary;64000.00;Income:Wage;
26-10-26;5;;Metro;;-45.00;Travel;
`,
    ['E 2026-10-24 18000', 'L money in', 'E 2026-10-26 4500'],
  ],
  [
    'Copilot: spending is positive, what is excluded isn’t the person’s',
    `date,name,amount,status,category,parent category,excluded,tags,type,account,account mask,note,recurring
2026-10-24,Sample Diner,180.00,posted,Restaurants,,false,,regular,Card,0000,,
2026-10-25,Sample Works,-64000.00,posted,,,false,,income,Bank,0001,,
2026-10-26,Card payment,8000.00,posted,,,false,,internal transfer,Bank,0001,,
2026-10-27,Flatmate’s share,500.00,posted,Rent,,true,,regular,Bank,0001,,
2026-10-28,Sample Hotel,900.00,pending,Travel,,false,,regular,Card,0000,,
`,
    [
      'E 2026-10-24 18000',
      'L money in',
      'L transfer to oneself',
      "L not an expense by the file's own word",
      'L not completed',
    ],
  ],
  [
    'Settle Up: who paid, for whom, and transfers among them',
    `Who paid,Amount,Currency,For whom,Split amounts,Purpose,Category,Date & time,Exchange rate,Converted amount,Type
Asha,900,INR,Asha;Ravi,450;450,Dinner,🍕,2026-10-24 20:10:11,,,expense
Asha;Ravi,200;100,INR,Asha;Ravi,150;150,Taxi,🚕,2026-10-24 22:10:11,,,expense
Ravi,450,INR,Asha,450,,,2026-10-25 20:10:11,,,transfer
`,
    ['E 2026-10-24 90000', 'E 2026-10-24 30000', 'L settlement'],
  ],
  [
    'PhonePe: the words of a payment and its state',
    `Date,Time,Transaction Details,Other Party,Transaction ID,UTR No,Debit/Credit,Amount (₹),Payment Status
24-10-2026,08:33 PM,Paid to,Demo Store,T2610242033000000000001,629700000031,Debit,68.00,SUCCESS
23-10-2026,07:33 PM,Paid to,Demo Store,T2610231933000000000002,629600000032,Debit,500.00,FAILURE
22-10-2026,07:33 AM,Received from,Friend,T2610220733000000000003,629500000033,Credit,"1,068.00",SUCCESS
21-10-2026,09:00 AM,Mobile recharged,9999900000,NX2610210900000000000004,629400000034,Debit,239.00,SUCCESS
20-10-2026,09:00 AM,Refund received for failed recharge,9999900000,NX2610200900000000000005,629300000035,Credit,239.00,SUCCESS
`,
    [
      'E 2026-10-24 6800',
      'L not completed',
      'L money in',
      'E 2026-10-21 23900',
      'R 2026-10-20 23900',
    ],
  ],
  [
    'Paytm: whom the wallet paid has a column of its own',
    `Date,Activity,Source/Destination,Wallet Txn ID,Comment,Debit,Credit,Transaction Breakup,Status
"03/10/2026 10:11:12","Paid for order","Corner Bakery Order #1234","30000000001","","240","","","SUCCESS"
"13/10/2026 10:11:12","Added Money","Bank","30000000002","","","1000","","SUCCESS"
"15/10/2026 10:11:12","Paid for order","Tea Point Order #77","30000000003","","60","","","FAILED"
"16/10/2026 10:11:12","Refund","Corner Bakery Order #1234","30000000004","","","240","","SUCCESS"
`,
    ['E 2026-10-03 24000', 'L money in', 'L not completed', 'R 2026-10-16 24000'],
  ],
  [
    'Amazon Pay: a wallet that is loaded, spent from and refunded to',
    `Transaction Date,Transaction Type,Details,Order ID,Amount,Closing Balance
24 Oct 2026,Debit,Paid for order at Amazon.in,404-0000000-0000001,-₹499.00,₹501.00
22 Oct 2026,Credit,Refund for order at Amazon.in,404-0000000-0000000,+₹200.00,"₹1,000.00"
20 Oct 2026,Credit,Added money from Visa ending 0000,,+₹800.00,₹800.00
`,
    ['E 2026-10-24 49900', 'R 2026-10-22 20000', 'L transfer to oneself'],
  ],
  [
    'CRED-like: cards in one list, with bills paid',
    `Date,Card,Merchant,Category,Amount,Type
24/10/2026,HDFC 0000,SAMPLE MART,shopping,₹1240.00,spend
22/10/2026,HDFC 0000,Credit card bill payment,,₹8000.00,payment
20/10/2026,ICICI 0001,SAMPLE MART,shopping,₹40.00,refund
19/10/2026,ICICI 0001,SAMPLE CASHBACK,,₹12.00,cashback
`,
    ['E 2026-10-24 124000', "L payment of a card's bill", 'R 2026-10-20 4000', 'R 2026-10-19 1200'],
  ],
  [
    'a spreadsheet of one’s own: a month in a title, a total below, rupees without paise',
    `Expenses October 2026,,,
,,,
Date,What,Where,How much
1 Oct,Tea,Canteen,20
13 Oct,Bus pass,,800
14 Oct,Vegetables,Market,"1,240"
Total,,,2060
`,
    ['E 2026-10-01 2000', 'E 2026-10-13 80000', 'E 2026-10-14 124000'],
  ],
  [
    'Goodbudget: envelopes, minus for spending',
    `Date,Envelope,Account,Name,Notes,Amount,Status,Details
10/24/2026,Food,Cash,Sample Diner,,-180.00,CLR,
10/25/2026,[Available],Bank,Sample Works,salary,"64,000.00",CLR,
10/26/2026,[none],Bank,Account Transfer,,"-2,000.00",CLR,
`,
    ['E 2026-10-24 18000', 'L money in', 'L transfer to oneself'],
  ],
  [
    'a plain text export with a bar and amounts like Rs. 240/-',
    `Date | Spent on | Amount | Paid by
24-10-2026 | Dinner at Diner | Rs. 240/- | GPay
25-10-2026 | Auto | Rs. 45/- | Cash
26-10-2026 | Rent | Rs. 15,000/- | NEFT
`,
    ['E 2026-10-24 24000', 'E 2026-10-25 4500', 'E 2026-10-26 1500000'],
  ],
  [
    'PayPal: gross, fee of nothing and net',
    `"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title"
"24/10/2026","20:10:11","IST","Sample Books","Express Checkout Payment","Completed","INR","-480.00","0.00","-480.00","a@t.in","b@t.in","0AB12345CD678901E","Book"
"25/10/2026","20:10:11","IST","Cloud","PreApproved Payment Bill User Payment","Completed","INR","-900.00","0.00","-900.00","a@t.in","b@t.in","0AB12345CD678902E","Hosting"
"26/10/2026","20:10:11","IST","Sample Books","Payment Refund","Completed","INR","80.00","0.00","80.00","b@t.in","a@t.in","0AB12345CD678903E","Book"
`,
    ['E 2026-10-24 48000', 'E 2026-10-25 90000', 'R 2026-10-26 8000'],
  ],
  [
    'a shop’s orders: the price, a discount of nothing, what was paid',
    `Order Date,Item,MRP,Discount,Amount Paid,Payment Mode
2026-10-03,Tea,25.00,0.00,25.00,UPI
2026-10-13,Book,300.00,0.00,300.00,Card
2026-10-14,Bus,30.00,0.00,30.00,Cash
`,
    ['E 2026-10-03 2500', 'E 2026-10-13 30000', 'E 2026-10-14 3000'],
  ],
  [
    'the amount twice, beside an exchange rate of one',
    `Date,Category,Account,Amount,Currency,Amount (INR),Exchange rate,Note
2026-10-24,Food,Cash,-180.00,INR,-180.00,1.0,Thali
2026-10-25,Rent,Bank,-12000.00,INR,-12000.00,1.0,October
2026-10-26,Travel,Card,-45.00,INR,-45.00,1.0,Metro
2026-10-27,Income,Bank,64000.00,INR,64000.00,1.0,Salary
`,
    ['E 2026-10-24 18000', 'E 2026-10-25 1200000', 'E 2026-10-26 4500', 'L money in'],
  ],
  [
    'GnuCash: a row for each account of a booking, days only on its first',
    `"Date","Transaction ID","Number","Description","Notes","Commodity/Currency","Void Reason","Action","Memo","Full Account Name","Account Name","Amount With Sym","Amount Num.","Value With Sym","Value Num.","Reconcile","Reconcile Date","Rate/Price"
"24/10/2026","a1","","Sample Diner","","CURRENCY::INR","","","","Expenses:Dining","Dining","₹180.00","180.00","₹180.00","180.00","n","","1.0000"
"","","","","","","","","","Assets:Current Assets:Cash","Cash","-₹180.00","-180.00","-₹180.00","-180.00","n","","1.0000"
"25/10/2026","a2","","Salary","","CURRENCY::INR","","","","Assets:Current Assets:Bank","Bank","₹64000.00","64000.00","₹64000.00","64000.00","n","","1.0000"
"","","","","","","","","","Income:Salary","Salary","-₹64000.00","-64000.00","-₹64000.00","-64000.00","n","","1.0000"
"26/10/2026","a3","","ATM","","CURRENCY::INR","","","","Assets:Current Assets:Cash","Cash","₹2000.00","2000.00","₹2000.00","2000.00","n","","1.0000"
"","","","","","","","","","Assets:Current Assets:Bank","Bank","-₹2000.00","-2000.00","-₹2000.00","-2000.00","n","","1.0000"
"27/10/2026","a4","","Sample Mart","","CURRENCY::INR","","","","Expenses:Groceries","Groceries","₹900.00","900.00","₹900.00","900.00","n","","1.0000"
"","","","","","","","","","Expenses:Household","Household","₹100.00","100.00","₹100.00","100.00","n","","1.0000"
"","","","","","","","","","Liabilities:Card","Card","-₹1000.00","-1000.00","-₹1000.00","-1000.00","n","","1.0000"
`,
    [
      'E 2026-10-24 18000',
      'L the other side of a booking',
      'L money in',
      'L money in',
      'L transfer to oneself',
      'L transfer to oneself',
      'E 2026-10-27 90000',
      'E 2026-10-27 10000',
      'L the other side of a booking',
    ],
  ],
  [
    'GnuCash: one account’s register',
    `Date,Account Name,Number,Description,Full Category Name,Reconcile,Amount With Sym,Amount Num.,Value With Sym,Value Num.,Rate/Price
24/10/2026,Bank,,Sample Diner,Expenses:Dining,n,-₹180.00,-180.00,-₹180.00,-180.00,1.00
25/10/2026,Bank,,Sample Works,Income:Salary,n,"₹64,000.00","64,000.00","₹64,000.00","64,000.00",1.00
26/10/2026,Bank,,ATM,Assets:Current Assets:Cash,n,"-₹2,000.00","-2,000.00","-₹2,000.00","-2,000.00",1.00
27/10/2026,Bank,,Sample Mart,Expenses:Groceries,n,-₹900.00,-900.00,-₹900.00,-900.00,1.00
28/10/2026,Bank,,Sample Mart,Expenses:Groceries,n,₹90.00,90.00,₹90.00,90.00,1.00
`,
    [
      'E 2026-10-24 18000',
      'L money in',
      'L transfer to oneself',
      'E 2026-10-27 90000',
      'R 2026-10-28 9000',
    ],
  ],
  [
    'hledger: credit and debit of each posting',
    `"txnidx","date","date2","status","code","description","comment","account","amount","commodity","credit","debit","posting-status","posting-comment"
"1","2026-10-24","","","","Sample Diner","","expenses:food","180.00","INR","","180.00","",""
"1","2026-10-24","","","","Sample Diner","","assets:cash","-180.00","INR","180.00","","",""
"2","2026-10-25","","","","Sample Mart returned","","expenses:household","-90.00","INR","90.00","","",""
"2","2026-10-25","","","","Sample Mart returned","","liabilities:card","90.00","INR","","90.00","",""
`,
    [
      'E 2026-10-24 18000',
      'L the other side of a booking',
      'R 2026-10-25 9000',
      'L the other side of a booking',
    ],
  ],
  [
    'Money Lover: transfers by category, excluded by an x',
    `ID;Date;Category name;Amount;Currency;Note;Wallet;Event;Exclude Report
1;24/10/2026;Restaurants;-180;INR;Thali;Cash;;
2;25/10/2026;Salary;64000;INR;;Bank;;
3;26/10/2026;Outgoing transfer;-3000;INR;Transfer to Cash;Bank;;x
4;26/10/2026;Incoming transfer;3000;INR;Transfer from Bank;Cash;;x
5;27/10/2026;Transportation;-45;INR;Metro;Cash;;
6;28/10/2026;Loan;-500;INR;Ravi;Cash;;
`,
    [
      'E 2026-10-24 18000',
      'L money in',
      'L transfer to oneself',
      'L transfer to oneself',
      'E 2026-10-27 4500',
      'E 2026-10-28 50000',
    ],
  ],
  [
    'Zenmoney: what went out of one account and into another',
    `date;categoryName;payee;comment;outcomeAccountName;outcome;outcomeCurrencyShortTitle;incomeAccountName;income;incomeCurrencyShortTitle;createdDate;changedDate
2026-10-24;Food;Sample Diner;lunch;Bank;180,50;INR;Bank;0;INR;2026-10-24 20:10:11;2026-10-24 20:10:11
2026-10-23;Salary;Sample Works;;Bank;0;INR;Bank;64000;INR;2026-10-23 20:10:11;2026-10-23 20:10:11
2026-10-22;;;;Bank;3000;INR;Cash;3000;INR;2026-10-22 20:10:11;2026-10-22 20:10:11
2026-10-20;Transport;Metro;;Cash;45;INR;Cash;0;INR;2026-10-20 20:10:11;2026-10-20 20:10:11
`,
    ['E 2026-10-24 18050', 'L money in', 'L transfer to oneself', 'E 2026-10-20 4500'],
  ],
  [
    'Money Manager EX: V is void, R is reconciled',
    `ID,Date,Status,Type,Account,Payee,Category,Amount,Currency,Number,Notes
1,24/10/2026,R,Withdrawal,Bank,Sample Diner,Food:Dining out,-180.00,INR,,lunch
2,25/10/2026,R,Deposit,Bank,Sample Works,Income:Salary,64000.00,INR,,
3,26/10/2026,,Transfer,Bank,> Cash,Transfer,-2000.00,INR,,
4,27/10/2026,V,Withdrawal,Bank,Sample Mart,Groceries,-900.00,INR,,
5,28/10/2026,,Withdrawal,Bank,Sample Mart,Groceries,-640.00,INR,,
`,
    [
      'E 2026-10-24 18000',
      'L money in',
      'L transfer to oneself',
      'L not completed',
      'E 2026-10-28 64000',
    ],
  ],
  [
    'Tricount: what each paid beside what each is to bear',
    `Who paid,Title,Amount,Currency,Date & time,Transaction type,Paid by Asha (INR),Paid by Ravi (INR),Impacted to Asha (INR),Impacted to Ravi (INR),Category,Attachment
Asha,Dinner,900,INR,2026-10-24 20:10:11,Normal Expense,900,0,450,450,Food,
Ravi,Fuel,1000,INR,2026-10-25 20:10:11,Normal Expense,0,1000,500,500,Transport,
Ravi,Reimbursement,50,INR,2026-10-26 20:10:11,Money Transfer,0,50,50,0,,
Asha,Refund of deposit,-200,INR,2026-10-27 20:10:11,Income,-200,0,-100,-100,,
`,
    ['E 2026-10-24 45000', 'E 2026-10-25 50000', 'L settlement', 'L money in'],
  ],
  [
    'Paytm’s wallet: its own number of the payment, money sent to the bank',
    `Date,Activity,Source/Destination,Wallet Txn ID,Comment,Debit,Credit,Transaction Breakup,Status
24/10/2026 20:10:11,Paid for order,Sample Medicals,40000000001,Order #10000001,180.00,,Main Wallet: 180.00,SUCCESS
23/10/2026 09:00:01,Added to Paytm Wallet,HDFC Bank Debit Card,40000000002,,,500.00,Main Wallet: 500.00,SUCCESS
22/10/2026 10:00:00,Paid to Merchant,Tea Point,40000000003,chai,20.00,,Main Wallet: 20.00,FAILURE
20/10/2026 10:00:00,Money Received,Ravi Demo,40000000004,,,100.00,Main Wallet: 100.00,SUCCESS
19/10/2026 10:00:00,Refund for Order,Sample Medicals,40000000005,Order #10000000,,60.00,Main Wallet: 60.00,SUCCESS
18/10/2026 10:00:00,Cashback Received,Paytm,40000000006,,,5.00,Main Wallet: 5.00,SUCCESS
17/10/2026 10:00:00,Sent to Bank,HDFC Bank 0000,40000000007,,300.00,,Main Wallet: 300.00,SUCCESS
`,
    [
      'E 2026-10-24 18000',
      'L transfer to oneself',
      'L not completed',
      'L money in',
      'R 2026-10-19 6000',
      'R 2026-10-18 500',
      'L transfer to oneself',
    ],
  ],
  [
    'amounts without a sign, whose category says income',
    `Date,Category,Amount,Note
24/10/2026,Food,180,Thali
25/10/2026,Income,64000,October
`,
    ['E 2026-10-24 18000', 'L money in'],
  ],
  [
    'YNAB: what came into a category of spending, beside what came in to be spent',
    `"Account","Date","Payee","Category Group/Category","Memo","Outflow","Inflow","Cleared"
"Bank","13/10/2026","Amazon","Shopping: Stuff","",₹0.00,₹499.00,"Cleared"
"Bank","14/10/2026","Cafe","Shopping: Stuff","",₹120.00,₹0.00,"Cleared"
"Bank","15/10/2026","Works","Inflow: Ready to Assign","",₹0.00,"₹64,000.00","Cleared"
"Bank","16/10/2026","Works","Savings: Later","Bonus",₹0.00,"₹6,000.00","Cleared"
"Bank","17/10/2026","Ravi","","",₹0.00,₹500.00,"Cleared"
`,
    ['R 2026-10-13 49900 ?', 'E 2026-10-14 12000', 'L money in', 'L money in', 'L money in'],
  ],
  [
    'what came in with a category of spending, where income has none of its own',
    `Date,Description,Category,Debit,Credit
13/10/2026,Ravi,Food,,250
14/10/2026,Cafe,Food,120,
`,
    ['L money in', 'E 2026-10-14 12000'],
  ],
  [
    'a column of kinds, whatever it is called',
    `तारीख,प्रकार,श्रेणी,राशि,विवरण
13/10/2026,खर्च,भोजन,120,डोसा
14/10/2026,आय,वेतन,50000,
15/10/2026,खर्च,यात्रा,40,बस
`,
    ['E 2026-10-13 12000', 'L money in', 'E 2026-10-15 4000'],
  ],
  [
    'words of kinds in some rows of a column that isn’t known, which say nothing of the others',
    `Date,Item,Amount,Where
13/10/2026,Tea,20,Paid
14/10/2026,Bus,40,Received
15/10/2026,Shoes,900,Mall
`,
    ['E 2026-10-13 2000', 'E 2026-10-14 4000', 'E 2026-10-15 90000'],
  ],
  [
    'HomeBank without a header, where 5 is a transfer between accounts of its own',
    `15-10-26;8;;Swiggy;lunch;-450.00;Food:Dining;
16-10-26;5;;;to savings;-5000.00;;
17-10-26;2;000123;Landlord;;-9000.00;Rent;home
18-10-26;0;;Infosys;;85000.00;Income:Salary;
`,
    ['E 2026-10-15 45000', 'L transfer to oneself', 'E 2026-10-17 900000', 'L money in'],
  ],
  [
    'HomeBank with its header',
    `date;paymode;info;payee;memo;amount;category;tags
2026-10-15;8;;Swiggy;lunch;-450.00;Food:Dining;
2026-10-16;5;;;to savings;-5000.00;;
2026-10-18;0;;Infosys;;85000.00;Income:Salary;
`,
    ['E 2026-10-15 45000', 'L transfer to oneself', 'L money in'],
  ],
  [
    'eight columns without a header, the second of which numbers the rows',
    `15-10-26;4;;Swiggy;lunch;-450.00;Food;
16-10-26;5;;Sports shop;;-5000.00;Shoes;
17-10-26;6;;Landlord;;-9000.00;Rent;
`,
    ['E 2026-10-15 45000', 'E 2026-10-16 500000', 'E 2026-10-17 900000'],
  ],
];

it.each(APPS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));
