import { expect, it } from 'vitest';

import { told } from './told.js';

/** The name of a form, a file of it, and what each of its rows is. @type {[string, string, string[]][]} */
const BANKS = [
  [
    'a cheque to oneself, which is cash like that of a machine',
    `Date,Narration,Debit,Credit,Balance
13/10/2026,CHQ PAID TO SELF AT 00000 PUNE,5000.00,,14652.00
14/10/2026,ATM PUNE,500.00,,14152.00
15/10/2026,NEFT TRANSFER TO SELF,1000.00,,13152.00
`,
    ['E 2026-10-13 500000', 'E 2026-10-14 50000', 'L transfer to oneself'],
  ],
  [
    'a summary below the rows, whose values stand below the columns',
    `#,Date,Description,Withdrawal (Dr.),Deposit (Cr.),Balance
1,03 Oct 2026,UPI/TEA,210.00,,11790.00
2,06 Oct 2026,UPI/FRIEND,,105.00,11895.00
3,14 Oct 2026,METRO,1840.35,,10054.65
Account Summary,,,,,
Particulars,,Opening Balance,Total Withdrawal (Dr.),Total Deposit (Cr.),
,,Savings Account,2050.35,,10054.65
4,15 Oct 2026,ATM PUNE,500.00,,9554.65
`,
    ['E 2026-10-03 21000', 'L money in', 'E 2026-10-14 184035', 'E 2026-10-15 50000'],
  ],
  [
    'To and By in cells of their own, as a bank means them',
    `Date,,Particulars,Debit,Credit,Balance
03/10/2026,TO,TRANSFER UPI TEA,120.00,,9880.00
13/10/2026,BY,TRANSFER NEFT WORKS,,5000.00,14880.00
14/10/2026,TO,ATM PUNE,2000.00,,12880.00
`,
    ['E 2026-10-03 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'ICICI savings: a blank first column, a preamble of labels, legends below',
    `,DETAILED STATEMENT,,,,,,,
,Account Number,,000401000000 ( INR ) - ASHA DEMO,,,,,
,Transaction Date from,,01/10/2026 to 31/10/2026,,,,,
,Advanced Search,,,,,,,
,Amount from,,NA to NA,,,,,
,Transaction type,,All,,,,,
,S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )
,1,01/10/2026,01/10/2026,-,UPI/627400000001/NA/teapoint@oksbi/State Bank Of I/ICI0a1b2c3d,120.00,0.00,9880.00
,2,02/10/2026,01/10/2026,-,MMT/IMPS/627500000002/rent oct/RAVI DEMO/HDFC Bank,8000.00,0.00,1880.00
,3,03/10/2026,03/10/2026,-,NEFT-N276000000000001-SAMPLE WORKS PVT LTD,0.00,64000.00,65880.00
,4,04/10/2026,04/10/2026,000123,CLG/SAMPLE SCHOOL/HDFC,15000.00,0.00,50880.00
,5,05/10/2026,05/10/2026,-,BIL/ONL/000900000001/SAMPLE POWE/00001,1240.50,0.00,49639.50
,,,,,,,,
,Legends Used in Account Statement,,,,,,,
,VAT/MAT/NFS,Cash withdrawal at Other bank ATM,,,,,,
,UPI,Unified Payments Interface,,,,,,
`,
    [
      'E 2026-10-01 12000',
      'E 2026-10-01 800000',
      'L money in',
      'E 2026-10-04 1500000',
      'E 2026-10-05 124050',
    ],
  ],
  [
    'ICICI: one amount, Cr/Dr before it, moments with AM and PM',
    `No.,Transaction ID,Value Date,Txn Posted Date,ChequeNo.,Description,Cr/Dr,Transaction Amount(INR),Available Balance(INR)
1,S1000001,01/10/2026,01/10/2026 08:10:11 AM,-,UPI/627400000001/chai/teapoint@ok/Union Bank of I,DR,20.00,980.00
2,S1000002,13/10/2026,13/10/2026 11:59:11 PM,-,UPI/628600000002/lunch/diner@ok/Axis Bank,DR,180.00,800.00
3,S1000003,14/10/2026,14/10/2026 00:01:11 AM,-,NEFT-HDFCN000000000-REFUND SAMPLE AIRLINES,CR,450.00,1250.00
`,
    ['E 2026-10-01 2000', 'E 2026-10-13 18000', 'R 2026-10-14 45000'],
  ],
  [
    'Canara: cells written as formulas',
    `Account Number,="0000000000000"
Customer Id,="00000000"
Searched From,01 Oct 2026
Opening Balance,Rs. 5000.00

Txn Date,Value Date,Cheque No.,Description,Branch Code,Debit,Credit,Balance,
="01-10-2026 09:15:20",="01 Oct 2026",="","UPI/DR/627400000001/TEA POINT/SBIN/**point@oksbi/UPI//ICI0000/01/10/2026 09:15:20",="33","120.00","","4,880.00",
="03-10-2026 19:58:14",="03 Oct 2026",="","NEFT CR-HDFC0000240-SAMPLE WORKS-ASHA DEMO",="33","","30,000.00","34,880.00",
="05-10-2026 10:01:02",="05 Oct 2026",="","ATM CASH-PUNE-05/10/26 10:01:02/000000000",="33","2,000.00","","32,880.00",
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-05 200000'],
  ],
  [
    'Union Bank: one amount with (Dr) or (Cr) behind it',
    `Sl.No,Tran Id,Tran Date,Remarks,Amount (Rs.),Balance (Rs.)
1,S90000001,01/10/2026,UPIAR/627400000001/DR/TEA POI/SBIN/teapoint@ok,120.00 (Dr),9880.00 (Cr)
2,S90000002,13/10/2026,NEFT:SAMPLE WORKS,5000.00 (Cr),14880.00 (Cr)
3,S90000003,14/10/2026,UPIAR/628700000003/DR/METRO/HDFC/metro@ok,45.00 (Dr),14835.00 (Cr)
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'Kotak: withdrawals and deposits in one column of a divided table',
    `Period,01-10-2026 To 31-10-2026
Cust.Reln.No,000000000
Date|Narration|Chq/Ref No|Withdrawal (Dr)/ Deposit (Cr)|Balance
01-10-2026|UPI/CORNER BAKERY/627400000001/UPI|UPI-627400000001|240.00(Dr)|9,760.00(Cr)
02-10-2026|Int.Pd:00000000:01-07-2026 to 30-09-2026||61.00(Cr)|9,821.00(Cr)
14-10-2026|PCI/0000/SAMPLE MART/MUMBAI141026/10:11|000000000001|1,120.50(Dr)|8,700.50(Cr)
Statement Summary|||||
Opening Balance|10,000.00(Cr)|||
`,
    ['E 2026-10-01 24000', 'L money in', 'E 2026-10-14 112050'],
  ],
  [
    'IndusInd: a type of transfer is not one to oneself',
    `Date,Type,Description,Debit,Credit,Balance
01 Oct 2026,Transfer Debit,UPI/627400000001/DR/TEA POINT/SBIN/tea@ok,120.00,-,9880.00
13 Oct 2026,Transfer Credit,NEFT/N276000000001/SAMPLE WORKS,-,5000.00,14880.00
14 Oct 2026,Debit Card,POS/SAMPLE MART/PUNE/000000,640.00,-,14240.00
15 Oct 2026,Transfer Debit,IMPS/P2A/628800000001/OWN ACCOUNT/self transfer,4000.00,-,10240.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 64000', 'L transfer to oneself'],
  ],
  [
    'Indian Bank: INR before each amount, dashes for none',
    `ACCOUNT STATEMENT
01 Oct 2026 - 31 Oct 2026
Date,Transaction Details,Debits,Credits,Balance
Brought Forward,,,,"INR 10,000.00"
01 Oct 2026,UPI/627400000001/DR/TEA POINT/SBIN/tea@ok,INR 120.00,-,"INR 9,880.00"
13 Oct 2026,TRANSFER FROM 0000000 SAMPLE WORKS,-,"INR 5,000.00","INR 14,880.00"
14 Oct 2026,THRU/ATM CASH WDL/PUNE,"INR 2,000.00",-,"INR 12,880.00"
Total,,"INR 2,120.00","INR 5,000.00",
Ending Balance,,,,"INR 12,880.00"
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'PNB: Dr Amount and Cr Amount, balances with Cr.',
    `Txn No.,Txn Date,Description,Branch Name,Cheque No.,Dr Amount,Cr Amount,Balance,
S1,01/10/2026,UPI/627400000001/P2V/tea@oksbi/TEA POINT,PUNE MAIN,,120.00,,"9,880.00 Cr.",
S2,13/10/2026,NEFT_IN:N276000000001/SAMPLE WORKS,PUNE MAIN,,,"5,000.00","14,880.00 Cr.",
S3,14/10/2026,SMS CHRG FOR:01-07-2026to30-09-2026,PUNE MAIN,,17.70,,"14,862.30 Cr.",
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 1770'],
  ],
  [
    'Bank of Baroda: blank cells of spaces, a preamble with dates and amounts',
    `Account Name : ASHA DEMO,,,,,,,
Account Statement from 01-10-2026 to 31-10-2026,,,,,,,
Opening Balance : 10000.00 as on 01-10-2026,,,,,,,
 Serial No, Transaction Date, Value Date, Description, Cheque Number, Debit, Credit, Balance
1,01-10-2026,01-10-2026,UPI/627400000001/10:11:12/UPI/teapoint@oksbi/tea, ,120.00, ,9880.00Cr
2,13-10-2026,13-10-2026,NEFT-HDFCN000000001-SAMPLE WORKS, , ,5000.00,14880.00Cr
3,14-10-2026,14-10-2026,ATM/CASH/000000/PUNE, ,2000.00, ,12880.00Cr
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'AU: rupee signs in the header, dashes for none, the newest first',
    `Date,Value Date,Narration,Chq./Ref. No.,Debit (₹),Credit (₹),Balance (₹)
14-Oct-2026,14-Oct-2026,UPI/DR/628700000003/METRO/HDFC/metro@ok,AUS00000000003,45.00,-,"14,835.00"
13-Oct-2026,13-Oct-2026,NEFT CR-SAMPLE WORKS-N276000000001,AUS00000000002,-,"5,000.00","14,880.00"
01-Oct-2026,01-Oct-2026,UPI/DR/627400000001/TEA POINT/SBIN/tea@ok,AUS00000000001,120.00,-,"9,880.00"
`,
    ['E 2026-10-14 4500', 'L money in', 'E 2026-10-01 12000'],
  ],
  [
    'Federal: a type of its own, the last Dr/Cr is of the balance',
    `SL. No.,Tran Date,Value Date,Particulars,Tran Type,Cheque Details,Withdrawal,Deposit,Balance Amount,Dr/Cr
1,01-OCT-2026,01-OCT-2026,UPIOUT/627400000001/tea@oksbi/UPI/0000,TFR,,120.00,,9880.00,CR
2,13-OCT-2026,13-OCT-2026,NEFT/SAMPLE WORKS,TFR,,,5000.00,14880.00,CR
3,14-OCT-2026,14-OCT-2026,BY CASH,CASH,,,500.00,15380.00,CR
4,15-OCT-2026,15-OCT-2026,POS/SAMPLE MART,TFR,,16000.00,,620.00,DR
`,
    ['E 2026-10-01 12000', 'L money in', 'L money in', 'E 2026-10-15 1600000'],
  ],
  [
    'Bandhan: INR glued to the amount, Dr and Cr behind it',
    `Transaction Date,Value Date,Description,Amount,Dr / Cr,Balance
"October 01, 2026","October 01, 2026",UPI/DR/627400000001/TEA POINT,INR120.00,Dr,"INR9,880.00"
"October 13, 2026","October 13, 2026",NEFT-SAMPLE WORKS,"INR5,000.00",Cr,"INR14,880.00"
"October 14, 2026","October 14, 2026",UPI/DR/628700000003/METRO,INR45.00,Dr,"INR14,835.00"
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'IDBI: Dr. and Cr. with a currency column before the amount',
    `Srl,Txn Date,Value Date,Description,Cheque No,CR/DR,CCY,Amount (INR),Balance (INR)
1,14/10/2026 10:11:12,14/10/2026,UPI/628700000003/METRO,,Dr.,INR,45.00,14835.00
2,13/10/2026 10:11:12,13/10/2026,NEFT-SAMPLE WORKS,,Cr.,INR,5000.00,14880.00
3,01/10/2026 10:11:12,01/10/2026,UPI/627400000001/TEA POINT,,Dr.,INR,120.00,9880.00
`,
    ['E 2026-10-14 4500', 'L money in', 'E 2026-10-01 12000'],
  ],
  [
    'Central Bank: the words stand under Account Description',
    `Post Date,Value Date,Branch Code,Cheque Number,Account Description,Debit,Credit,Balance
01/10/2026,01/10/2026,00001,,TO TRF. UPI/627400000001/DR/TEA POINT,120.00,,9880.00 CR
13/10/2026,13/10/2026,00001,,BY TRF. NEFT SAMPLE WORKS,,5000.00,14880.00 CR
14/10/2026,14/10/2026,00001,,TO CASH. ATM WDL,2000.00,,12880.00 CR
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'Standard Chartered: deposits before withdrawals, a currency column',
    `Account:,"Savings 00000000000"
Date,Transaction,Currency,Deposit,Withdrawal,Running Balance
14/10/2026,"UPI/628700000003/METRO/PAY",INR,,"45.00","14,835.00"
13/10/2026,"NEFT SAMPLE WORKS",INR,"5,000.00",,"14,880.00"
01/10/2026,"UPI/627400000001/TEA POINT/PAY",INR,,"120.00","9,880.00"
`,
    ['E 2026-10-14 4500', 'L money in', 'E 2026-10-01 12000'],
  ],
  [
    'HSBC: no header, minus for what went out',
    `14/10/2026,"UPI 628700000003 METRO","-45.00"
13/10/2026,"NEFT SAMPLE WORKS SALARY","5,000.00"
01/10/2026,"UPI 627400000001 TEA POINT","-120.00"
`,
    ['E 2026-10-14 4500', 'L money in', 'E 2026-10-01 12000'],
  ],
  [
    'RBL: a misspelt header, the date of the value behind',
    `Transaction Date,Transaction Details,Cheque ID,Value Date,Withdrawl Amt,Deposit Amt,Balance (INR)
01/10/2026,UPI/627400000001/TEA POINT/tea@ok,,02/10/2026,120.00,,9880.00
13/10/2026,NEFT/SAMPLE WORKS,,13/10/2026,,5000.00,14880.00
14/10/2026,UPI/628700000003/METRO/metro@ok,,14/10/2026,45.00,,14835.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'SBI: quoted cells that begin with spaces, words over several lines',
    `"Txn Date","Value Date","Description","Ref No./Cheque No."," Debit","Credit","Balance"
"01/10/2026","01/10/2026","WDL TFR
UPI/DR/627400000001/TEA POI
NT/SBIN/tea@ok/Payment
AT 00001 PUNE","","120.00"," ","9,880.00"
"13/10/2026","13/10/2026","DEP TFR
NEFT*HDFC0000001*N276000000001*
SAMPLE WORKS","",""," 5,000.00","14,880.00"
"14/10/2026","14/10/2026","CASH WITHDRAWAL
ATM 00001","","2,000.00","","12,880.00"
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 200000'],
  ],
  [
    'narrations that run on in rows of their own',
    `Date,Particulars,Chq No,Withdrawals,Deposits,Balance
01-10-2026,UPI/DR/627400000001/,,120.00,,9880.00
,TEA POINT/SBIN/,,,,
,tea@ok/UPI,,,,
13-10-2026,NEFT SAMPLE WORKS,,,5000.00,14880.00
14-10-2026,POS 000000XXXXXX0000,,640.00,,14240.00
,SAMPLE MART PUNE,,,,
,,Page Total,760.00,5000.00,
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 64000'],
  ],
  [
    'amounts in words of three columns: type, amount, balance in another order',
    `Balance;Amount;Type;Particulars;Post Date
9.880,00;120,00;D;TEA POINT;01.10.2026
14.880,00;5.000,00;C;SAMPLE WORKS;13.10.2026
14.835,00;45,00;D;METRO;14.10.2026
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'an overdraft account: the balance is a debt with a minus',
    `Txn Date|Narration|Debit|Credit|Running Bal.
01/10/2026|TEA POINT|120.00||-10,120.00
13/10/2026|SAMPLE WORKS||5,000.00|-5,120.00
14/10/2026|METRO|45.00||-5,165.00
15/10/2026|INT.COLL|61.00||-5,226.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500', 'E 2026-10-15 6100'],
  ],
  [
    'debits with a minus in their own column, dates of two digits',
    `Date,Description,Ref,Debit,Credit,Balance
01-10-26,TEA POINT,,-120.00,0.00,9880.00
13-10-26,SAMPLE WORKS SALARY,,0.00,5000.00,14880.00
14-10-26,METRO,,-45.00,0.00,14835.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'cheques: returned, charged, deposited and reversed',
    `Tran Date,Particulars,Instr. No.,Debit,Credit,Closing Balance
01/10/2026,CHQ PAID-MICR CTS-SAMPLE SCHOOL,000123,15000.00,,35000.00
05/10/2026,I/W CHQ RETURN-000124-INSUFFICIENT FUNDS CHARGES,,590.00,,34410.00
13/10/2026,REV: I/W CHQ RETURN CHARGES,,,590.00,35000.00
14/10/2026,O/W CLG-000045 SAMPLE TENANT,,,12000.00,47000.00
15/10/2026,FD BOOKED 000000000001,,20000.00,,27000.00
16/10/2026,AUTO SWEEP TO 000000000002,,5000.00,,22000.00
17/10/2026,CREDIT CARD PAYMENT 0000XXXXXXXX0000,,3000.00,,19000.00
`,
    [
      'E 2026-10-01 1500000',
      'E 2026-10-05 59000',
      'R 2026-10-13 59000',
      'L money in',
      'L transfer to oneself',
      'L transfer to oneself',
      "L payment of a card's bill",
    ],
  ],
  [
    'two accounts in one file, each with a header of its own',
    `Account No: 00000000001
Date,Narration,Debit,Credit,Balance
01/10/2026,TEA POINT,120.00,,9880.00
13/10/2026,SAMPLE WORKS,,5000.00,14880.00

Account No: 00000000002
Date,Narration,Debit,Credit,Balance
02/10/2026,GREEN VEG,80.00,,920.00
14/10/2026,METRO,45.00,,875.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-02 8000 ?', 'E 2026-10-14 4500'],
  ],
  [
    'a header in two rows',
    `Transaction,Value,,,Withdrawal,Deposit,
Date,Date,Particulars,Cheque No,Amount,Amount,Balance
01/10/2026,01/10/2026,TEA POINT,,120.00,,9880.00
13/10/2026,13/10/2026,SAMPLE WORKS,,,5000.00,14880.00
14/10/2026,14/10/2026,METRO,,45.00,,14835.00
15/10/2026,15/10/2026,GREEN VEG,,80.00,,14755.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500', 'E 2026-10-15 8000'],
  ],
  [
    'a header in two rows, without a balance to prove it',
    `Txn,,Debit,Credit
Date,Narration,Amount,Amount
01/10/2026,TEA POINT,120.00,
13/10/2026,SAMPLE WORKS,,5000.00
14/10/2026,METRO,45.00,
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'a Hindi header',
    `दिनांक,विवरण,निकासी,जमा,शेष
01/10/2026,UPI/627400000001/TEA POINT,120.00,,9880.00
13/10/2026,NEFT SAMPLE WORKS,,5000.00,14880.00
14/10/2026,UPI/628700000003/METRO,45.00,,14835.00
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 4500'],
  ],
  [
    'one row, nothing to compare it with',
    `Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
01/10/26,UPI-TEA POINT-TEA@OK-627400000001,0000627400000001,01/10/26,120.00,,9880.00
`,
    ['E 2026-10-01 12000'],
  ],
  [
    'lakhs in Indian grouping within a file divided by commas, not quoted',
    `Date,Narration,Withdrawal Amt.,Deposit Amt.,Closing Balance
01/10/2026,RENT OCTOBER,18,500.00,,1,43,215.00
13/10/2026,SAMPLE WORKS,,64,000.00,2,07,215.00
14/10/2026,TEA POINT,20.00,,2,07,195.00
`,
    ['E 2026-10-01 1850000', 'L money in', 'E 2026-10-14 2000'],
  ],
  [
    'DBS: the narration is called a reference',
    `Account Details For:,DBS Savings Account 8000000000
Statement as at:,31 Oct 2026
Available Balance:,14835.00
Ledger Balance:,14835.00

Transaction Date,Value Date,Statement Code,Reference,Debit Amount,Credit Amount,Client Reference,Additional Reference
01-Oct-2026,01-Oct-2026,UPI,UPI-627400000001-TEA POINT-teapoint@ok, 120.00, ,chai,PAYTM
13-Oct-2026,13-Oct-2026,NFT,NEFT-N286000000001-SAMPLE WORKS, ,5000.00,SALARY,
14-Oct-2026,14-Oct-2026,POS,VISA 0000 SAMPLE MART PUNE IND, 640.00, ,,
15-Oct-2026,15-Oct-2026,IMP,IMPS-628800000009-SELF-HDFC, 1000.00, ,Self transfer,
`,
    ['E 2026-10-01 12000', 'L money in', 'E 2026-10-14 64000', 'L transfer to oneself'],
  ],
  [
    'HDFC: a fixed deposit through the phone',
    `Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
01/10/26,FD THROUGH MOBILE-50300000000000,0000000000,01/10/26,20000.00,,30000.00
15/10/26,TO FD 50300000000001,0000000000,15/10/26,10000.00,,20000.00
16/10/26,SAMPLE FDR STORES,0000000000,16/10/26,100.00,,19900.00
`,
    ['L transfer to oneself', 'L transfer to oneself', 'E 2026-10-16 10000'],
  ],
  [
    'MT940: what moved, and below it what it was for',
    `:20:STMT0001
:25:HDFC0000001/50100000000000
:28C:1/1
:60F:C261001INR50000,00
:61:2610031003D540,00NTRFNONREF//627600000001
:86:UPI-SAMPLE DINER-D@OK-
627600000001
:61:261013D2000,5NCHGNONREF
:86:ATW-400000XXXXXX0000-PUNE
:61:261014C40000,00NTRFNONREF
:86:NEFT CR SALARY
:61:261015RD540,00NTRF627600000001
:86:REVERSAL UPI-SAMPLE DINER
:61:261016X12
:62F:C261031INR88000,00
-
`,
    [
      'E 2026-10-03 54000',
      'E 2026-10-13 200050',
      'L money in',
      'R 2026-10-15 54000',
      'X amount that can’t be read',
    ],
  ],
  [
    'IOB: the day of value in brackets behind the day',
    `Date (Value Date),Particulars,Ref No./Cheque No,Transaction Type,Debit (Rs),Credit(Rs),Balance(Rs)
05-Oct-26 (06-Oct-26),UPI/627800001401/DR/TEA,S1,Transfer,20.00, ,580.00
06-Oct-26 (05-Oct-26),BY CASH,,Cash, ,500.00,1080.00
13-Oct-26 (13-Oct-26),ECS/TNEB,,Transfer,410.00, ,670.00
`,
    ['E 2026-10-05 2000', 'L money in', 'E 2026-10-13 41000'],
  ],
  [
    'a closing balance beside what all debits and all credits come to',
    `Date,Particulars,Chq,Withdrawals,Deposits,Balance
01-10-2026,Opening Balance,,0.00,0.00,500.00
13-10-2026,Bus pass,,300.00,0.00,200.00
14-10-2026,Cash deposit,,0.00,700.00,900.00
15-10-2026,Odd,,100.00,50.00,850.00
31-10-2026,Closing Balance,,400.00,750.00,850.00
`,
    ['L balance', 'E 2026-10-13 30000', 'L money in', 'X both a debit and a credit', 'L balance'],
  ],
  [
    'commas of words and of amounts that nothing quotes',
    `Date,Narration,Debit,Credit,Balance
01/10/2026,POS BIG BAZAAR, PUNE, MH,450.00,,9550.00
02/10/2026,UPI RAVI,,1,000.00,10550.00
13/10/2026,RENT, OCT,8,000.00,,2550.00
14/10/2026,MAID, OCT,1,500.00,,1050.00
15/10/2026,FLAT, 12,450.00,,600.00
16/10/2026,BUS,50.00,,550.00
`,
    [
      'E 2026-10-01 45000',
      'L money in ?',
      'E 2026-10-13 800000 ?',
      'E 2026-10-14 150000 ?',
      'E 2026-10-15 1245000 ?',
      'E 2026-10-16 5000',
    ],
  ],
  [
    'OFX as XML without its own instruction',
    `<?xml version="1.0"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>INR</CURDEF><BANKTRANLIST><STMTTRN><TRNTYPE>POS</TRNTYPE><DTPOSTED>20261003</DTPOSTED><TRNAMT>-450.00</TRNAMT><FITID>1</FITID><NAME>SAMPLE &amp; CO</NAME></STMTTRN><STMTTRN><TRNTYPE>DIRECTDEP</TRNTYPE><DTPOSTED>20261005</DTPOSTED><TRNAMT>50000.00</TRNAMT><FITID>2</FITID><NAME>WORKS</NAME></STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
    ['E 2026-10-03 45000', 'L money in'],
  ],
  [
    'SBI: the bill of its card, term deposits, and what is called like them',
    `Txn Date,Description,Debit,Credit,Balance
13/10/2026,TO TRANSFER-INB SBI Credit Cards--,4000.00,,46000.00
14/10/2026,eTDR/eSTDR-OPENED 4100000--,20000.00,,26000.00
15/10/2026,eTDR INTEREST CREDITED--,,120.00,26120.00
16/10/2026,TO TRANSFER-UPI/DR/628900000001/STDR OPENERS SHOP/x--,100.00,,26020.00
17/10/2026,POS SAMPLE DINER WITH SBI CREDIT CARD,250.00,,25770.00
`,
    [
      "L payment of a card's bill",
      'L transfer to oneself',
      'L money in',
      'E 2026-10-16 10000',
      'E 2026-10-17 25000',
    ],
  ],
  [
    'what came in and what went out in columns of that name',
    `Date;Text;In;Out
01.10.2026;Pocket money;5000;
13.10.2026;Book;;450
14.10.2026;Snack;;60
`,
    ['L money in', 'E 2026-10-13 45000', 'E 2026-10-14 6000'],
  ],
  [
    'zeros of two digits and amounts of four, beside a comma that nothing quotes',
    `Date,Narration,Debit,Credit,Balance
01/10/2026,POS BIG BAZAAR, PUNE,450.00,00.00,9550.00
02/10/2026,POS BIG BAZAAR, PUNE,0450.00,,9100.00
03/10/2026,POS BIG BAZAAR, PUNE,450.00,000.00,8650.00
13/10/2026,BUS,50.00,0.00,8600.00
`,
    ['E 2026-10-01 45000', 'E 2026-10-02 45000', 'E 2026-10-03 45000', 'E 2026-10-13 5000'],
  ],
  [
    'In and Out that are hours, beside an amount',
    `Date,Item,In,Out,Amount
13/10/2026,Hotel,09:30,18:10,1500
14/10/2026,Tea,10:15,19:00,60
`,
    ['E 2026-10-13 150000', 'E 2026-10-14 6000'],
  ],
  [
    'In and Out that are days, beside an amount',
    `Date,Item,In,Out,Amount
13/10/2026,Hotel,12/10/2026,13/10/2026,1500
14/10/2026,Tea,13/10/2026,14/10/2026,60
`,
    ['E 2026-10-13 150000', 'E 2026-10-14 6000'],
  ],
  [
    'In and Out that are crosses, beside an amount',
    `Date,Item,In,Out,Amount
13/10/2026,Hotel,x,,1500
14/10/2026,Tea,,x,60
`,
    ['E 2026-10-13 150000', 'E 2026-10-14 6000'],
  ],
  [
    'In and Out that are counts, beside an amount',
    `Date,Item,In,Out,Amount
13/10/2026,Hotel,1,,1500
14/10/2026,Tea,0,2,60
`,
    ['E 2026-10-13 150000', 'E 2026-10-14 6000'],
  ],
];

it.each(BANKS)('%s', async (_, text, rows) => expect(await told(text)).toEqual(rows));
