import { expect, it } from 'vitest';

import { statementOfMessages } from '../message-statement.js';
import { readMessages } from '../messages.js';

/** Message; then kind or reason, rupees, day, payee, reference. @type {[string, string, number?, string?, string?, string?][]} */
const FORMS = [
  [
    'UPI mandate for Rs.149.00 towards Sample Music is successfully created on 12-10-2026. First debit on 15-10-2026',
    'a request, not a payment',
    149,
  ],
  [
    'Dear Customer, your UPI-Mandate for Rs.149.00 towards Sample Music has been successfully executed on 15-10-2026 from A/c XX0000.',
    'expense',
    149,
    '2026-10-15',
  ],
  [
    'Rs.149.00 debited from A/c XX0000 on 15-10-2026 towards Sample Music by the mandate created on 12-09-2026.',
    'expense',
    149,
    '2026-10-15',
  ],
  [
    'Use 445566 to authorise payment of INR 1,234.00 at SAMPLE SHOP with card ending 0000. Valid for 5 mins.',
    'one-time password',
    1234,
  ],
  [
    'Dear Customer, Rs.450.00 debited from A/c XX0000 on 13-10-26 to VPA teapoint@ybl, in case of failure amount will be refunded. -SBI',
    'expense',
    450,
    '2026-10-13',
  ],
  [
    'Your a/c XX0000 is debited by Rs 99.00 on 15-Oct-26 for Sample Music, any failed transaction will be refunded within 7 days.',
    'expense',
    99,
    '2026-10-15',
  ],
  [
    'Rs.450.00 debited from A/c XX0000 on 13-10-26, transaction failed, amount will be refunded in 3 days.',
    'not completed',
    450,
  ],
  [
    'Rs.450.00 refunded to A/c XX0000 on 14-10-26 in case of the failed transaction of 13-10-26.',
    'refund',
    450,
    '2026-10-14',
  ],
  [
    'Your policy 12345 premium of Rs 12,000 will be auto-debited on 25-10-26 from card 1234.',
    'a request, not a payment',
    12000,
  ],
  [
    'Rs 12,000 was auto-debited on 25-10-26 from A/c XX1234 for your policy 12345.',
    'expense',
    12000,
    '2026-10-25',
  ],
  [
    'प्रिय ग्राहक, आपके खाते XX1234 से रु 250.00 दिनांक 13-10-26 को डेबिट किए गए। UPI Ref 628600000016 -SBI',
    'expense',
    250,
    '2026-10-13',
    undefined,
    '628600000016',
  ],
  [
    'आपके SBI क्रेडिट कार्ड 1234 पर रु. 1,299.00 का भुगतान किया गया, दिनांक 14-10-26',
    'expense',
    1299,
    '2026-10-14',
  ],
  ['आपके खाते XX1234 में 15-10-26 को रु 5,000.00 जमा किए गए -SBI', 'money in', 5000],
  ['आपके खाते XX1234 में 15-10-26 को रु 250.00 का रिफंड जमा किया गया', 'refund', 250],
  ['आपके खाते XX1234 से रु 649.00 25-10-26 को डेबिट किए जाएंगे', 'a request, not a payment', 649],
  ['आपके खाते XX1234 से रु 649.00 का भुगतान 25-10-26 को असफल हुआ', 'not completed', 649],
  ['रु 649.00 के भुगतान के लिए आपका ओटीपी 553311 है', 'one-time password', 649],
  [
    'Rs 5000 withdrawn from A/c XX1234 at ATM on 13-10-26. If cash not dispensed or txn failed, amount will be reversed in 5 days.',
    'expense',
    5000,
    '2026-10-13',
  ],
  [
    'Rs 450 spent on card XX1234 at SAMPLE SHOP on 13-10-26. Failed transactions will be reversed.',
    'expense',
    450,
    '2026-10-13',
  ],
  [
    'Refund of Rs 450 for cancelled order processed on 13-10-26. It will reflect in your A/c XX1234 in 3 days.',
    'refund',
    450,
    '2026-10-13',
  ],
  [
    'Rs 450 credited to A/c XX1234 on 13-10-26 as reversal of declined txn. Statement will follow.',
    'refund',
    450,
    '2026-10-13',
  ],
  [
    'Rs 500 debited from A/c XX1234 on 13-10-26 to SAMPLE SHOP. ओटीपी किसी को न बताएं',
    'expense',
    500,
    '2026-10-13',
  ],
  [
    'आपके खाते XX1234 से रु 250.00 दिनांक 13-10-26 को डेबिट किए गए। ओटीपी किसी को न बताएं',
    'expense',
    250,
    '2026-10-13',
  ],
  [
    'Rs 500 debited from A/c XX1234 on 13-10-26 to SAMPLE SHOP. यदि यह आपने नहीं किया तो कॉल करें',
    'expense',
    500,
    '2026-10-13',
  ],
  [
    'आपके खाते XX1234 से रु 250.00 दिनांक 13-10-26 को डेबिट किए गए। यदि यह आपने नहीं किया तो कॉल करें',
    'expense',
    250,
    '2026-10-13',
  ],
  [
    'Rs 500 debited from A/c XX1234 on 13-10-26 to SAMPLE SHOP. कार्ड बंद करने के लिए अनुरोध करें',
    'expense',
    500,
    '2026-10-13',
  ],
  [
    'आपके खाते XX1234 से रु 250.00 दिनांक 13-10-26 को डेबिट किए गए। कार्ड बंद करने के लिए अनुरोध करें',
    'expense',
    250,
    '2026-10-13',
  ],
  ['शुरु 13-10-26: Rs 500 debited from A/c XX1234', 'expense', 500, '2026-10-13'],
  [
    'UPI txn of Rs 350.00 to sample@hdfc from A/c XX1234 on 23-10-26 has failed. Amount, if debited, will be reversed within 3 days. Ref 629600000013',
    'not completed',
    350,
  ],
  [
    'Your txn of Rs 350.00 on 23-10-26 at SAMPLE SHOP failed. Refund of the amount, if debited, will be made in 5 days.',
    'not completed',
    350,
  ],
  [
    'Rs 350.00 debited for your failed UPI txn 629600000013 on 23-10-26 has been reversed to your A/c XX1234 on 24-10-26.',
    'refund',
    350,
    '2026-10-24',
  ],
  [
    'Refund of Rs 350.00 for the failed transaction at SAMPLE SHOP is credited to your A/c XX1234 on 24-10-26.',
    'refund',
    350,
    '2026-10-24',
  ],
  [
    'Dear Customer, Acct XX000 is debited with Rs 500.00 on 05-Oct-26 and SAMPLE OWNER credited. UPI:627800000001. -ICICI Bank',
    'expense',
    500,
    '2026-10-05',
    'Sample Owner',
    '627800000001',
  ],
  [
    'Rs.499.00 debited from a/c **0000 on 04-10-26 for SAMPLE MUSIC UPI Mandate. UMN 0a1b2c@okhdfc. Ref 627700000002',
    'expense',
    499,
    '2026-10-04',
    undefined,
    '627700000002',
  ],
  [
    'ALERT: You’ve spent Rs.1,240.00 on HDFC Bank CREDIT Card ending 0000 at SAMPLE MART on 24-10-2026:20:33:11. Avl bal - Rs.88,760.00, curr o/s - Rs.11,240.00',
    'expense',
    1240,
    '2026-10-24',
    'Sample Mart',
  ],
  [
    'Txn Rs.320.00 On HDFC Bank Card 0000 At sampleveg@oktest by UPI 628000000003 On 07-10 Not You? Call 18002586161',
    'expense',
    320,
    undefined,
    'Sampleveg',
    '628000000003',
  ],
  [
    'Amt Sent Rs.75.00 From HDFC Bank A/C *0000 To TEA POINT On 08-10 Ref 628100000004 Not You? Call 18002586161',
    'expense',
    75,
    undefined,
    'Tea Point',
    '628100000004',
  ],
  [
    'IMPS INR 15,000.00 sent from HDFC Bank A/c XX0000 on 05-10-26 To A/c xxxxxxxx0001 Ref-627800000005 Not you? Call 18002586161',
    'expense',
    15000,
    '2026-10-05',
    undefined,
    '627800000005',
  ],
  [
    'Dear Customer, your a/c no. XXXXXXXX0000 is debited by Rs.2000.00 on 06-10-26 towards ATM withdrawal at SAMPLE STREET. -SBI',
    'expense',
    2000,
    '2026-10-06',
  ],
  [
    'Dear Customer, transaction number 000000001 for Rs.640.00 by SBI Debit Card 0000 done at 00000001 on 07Oct26 at 19:20:11. Your updated available balance is Rs.9360.00.',
    'expense',
    640,
    '2026-10-07',
  ],
  [
    'Your A/C XXXXX000000 Credited INR 64,000.00 on 31/10/26 -Deposit by transfer from SAMPLE WORKS. Avl Bal INR 73,360.00-SBI',
    'money in',
    64000,
    '2026-10-31',
  ],
  [
    'Thank you for using Axis Bank Card XX0000 for INR 899.00 at SAMPLE SPORTS on 09-10-26 20:10:11 IST. Available Limit: INR 90000.',
    'expense',
    899,
    '2026-10-09',
    'Sample Sports',
  ],
  [
    'INR 1,299.50 spent on credit card no. XX0000 at SAMPLE STORE on 10-10-26 09:10:11. Avl Lmt INR 80000. SMS BLOCK 0000 if not you - Axis Bank',
    'expense',
    1299.5,
    '2026-10-10',
    'Sample Store',
  ],
  [
    'Rs 350.00 debited from your A/c XX0000 using UPI on 11-10-2026 12:13:14 and credited to VPA tea.point@oktest (UPI Ref No 628400000006) - Federal Bank',
    'expense',
    350,
    '2026-10-11',
    'Tea.Point',
    '628400000006',
  ],
  [
    'Dear BOB UPI User: Your account is debited with INR 45.00 on 2026-10-12 10:11:12 AM by UPI Ref No 628500000007; AvlBal: Rs1155.00 - BOB',
    'expense',
    45,
    '2026-10-12',
    undefined,
    '628500000007',
  ],
  [
    'Dear Customer, Rs.180.00 paid thru A/C XX0000 on 13-10-26 10:11:12 to SAMPLE DINER, UPI Ref 628600000008. If not done, SMS BLOCKUPI to 9901771222.-Canara Bank',
    'expense',
    180,
    '2026-10-13',
    'Sample Diner',
    '628600000008',
  ],
  [
    'Your SB A/c *0000 debited for Rs:590.00 on 14-10-2026 by SMS charges. Avl Bal Rs:4410.00 -Union Bank of India',
    'expense',
    590,
    '2026-10-14',
  ],
  [
    'Rs.2,499.00 spent on your Yes Bank Credit Card ending with 0000 at SAMPLE SHOES on 15-10-2026 at 07:40:00 pm. Avl Bal INR 50,000.00',
    'expense',
    2499,
    '2026-10-15',
    'Sample Shoes',
  ],
  [
    'Your a/c 000XXXXX000 is debited for INR 800.00 on 16-10-26 14:15:16 & credited to a/c XX0001 (IMPS Ref no 628900000009). -YES BANK',
    'expense',
    800,
    '2026-10-16',
    undefined,
    '628900000009',
  ],
  [
    'OneCard: You have made a purchase of ₹1,120.50 at SAMPLE CAFE on card ending XX0000 on 17-10-2026. Not you? Lock your card.',
    'expense',
    1120.5,
    '2026-10-17',
    'Sample Cafe',
  ],
  [
    'Your AU Bank Credit Card xx0000 has been used for INR 99.00 at SAMPLE MUSIC on 18-Oct-2026. Available limit INR 40,000.00',
    'expense',
    99,
    '2026-10-18',
    'Sample Music',
  ],
  [
    'Hi! Your recharge of Rs.239 for 9999900000 is successful. Txn ID: NX0000001. Thank you for using PhonePe',
    'expense',
    239,
  ],
  [
    'Rs. 20 has been deducted from your FASTag 0000XX at SAMPLE TOLL PLAZA on 19-10-2026 07:08:09. Bal: Rs. 480',
    'expense',
    20,
    '2026-10-19',
    'Sample Toll Plaza',
  ],
  [
    'Your Paytm Wallet is loaded with Rs.500 on 20 Oct 2026. Updated balance: Rs.532',
    'transfer to oneself',
    500,
  ],
  [
    'Refund of Rs.450.00 from SAMPLE AIRLINES has been credited to your Kotak Card x0000 on 21-10-2026.',
    'refund',
    450,
    '2026-10-21',
  ],
  [
    'Payment of INR 8,000.00 received towards your SBI Card ending 0000 on 22-10-26 via UPI. Thank you.',
    "payment of a card's bill",
    8000,
    '2026-10-22',
  ],
  [
    'Dear Cardmember, we have received payment of Rs.8,000.00 for your HDFC Bank Credit Card ending 0000 on 22-10-2026',
    "payment of a card's bill",
    8000,
    '2026-10-22',
  ],
  [
    'Your EMI of Rs.12,500.00 for Loan A/c XX0000 has been debited from A/c XX0001 on 05-10-2026. -SAMPLE FINANCE',
    'expense',
    12500,
    '2026-10-05',
  ],
  [
    'Rs.5000.00 debited from A/c XX0000 on 10-10-26 towards SIP in SAMPLE MUTUAL FUND via ACH. UMRN HDFC7021807230034209.',
    'expense',
    5000,
    '2026-10-10',
  ],
  [
    'Your EMI of Rs.12,500.00 for Loan A/c XX0000 is due on 05-11-2026. Please keep sufficient balance.',
    'a request, not a payment',
    12500,
  ],
  [
    'Alert! Your Auto Pay for SAMPLE MUSIC of Rs.99.00 is scheduled on 05-Nov-26. Maintain balance in A/c XX0000.',
    'a request, not a payment',
    99,
  ],
  [
    'Your UPI txn of Rs.60.00 to CHAI HOUSE is pending. We will update you shortly.',
    'not completed',
    60,
  ],
  [
    'Dear Customer, cheque no. 000123 for Rs.15,000.00 has been returned unpaid on 12-10-2026 due to insufficient funds.',
    'not completed',
    15000,
  ],
  [
    '123456 is the OTP for your purchase of INR 1,240.00 at SAMPLE MART. Do not share.',
    'one-time password',
    1240,
  ],
  ['Congrats! You won a scratch card worth up to Rs.100. Open now', 'no payment in it', 100],
  ['Available limit on your card ending 0000 is INR 90,000.00 as on 01-10-2026.', 'balance'],
  [
    'Bal in A/c XX0000 is INR 9,880.00 after debit of INR 120.00 on 01-10-26. Info: UPI/TEA POINT/627400000001. -AXIS',
    'expense',
    120,
    '2026-10-01',
    undefined,
    '627400000001',
  ],
  [
    'A/c XX0000 credited with Rs.2,000.00 on 02-10-26 by cash deposit. Clear bal Rs.11,880.00 -Indian Bank',
    'money in',
    2000,
    '2026-10-02',
  ],
  [
    'Money Transfer: Rs 300.00 from HDFC Bank A/c **0000 on 03-10-26 to GREEN VEG UPI: 627600000010 Not you? Call 18002586161',
    'expense',
    300,
    '2026-10-03',
    'Green Veg',
    '627600000010',
  ],
  [
    'Your A/c XX0000 has been debited by Rs 12,500.00 on 05-10-26 towards EMI due on 05-10-26 for Loan A/c XX1111 -Axis Bank',
    'expense',
    12500,
    '2026-10-05',
  ],
  [
    'Payment of Rs.589.00 for your Airtel bill due on 20-Oct-2026 is successful. Txn ID AP00000001',
    'expense',
    589,
    '2026-10-20',
  ],
  [
    'As per your request, Rs.5,000.00 has been transferred from A/c XX0000 to RAVI DEMO on 12-10-26. Ref 628500000111 -HSBC',
    'expense',
    5000,
    '2026-10-12',
    undefined,
    '628500000111',
  ],
  [
    'Rs.590.00 debited from A/c XX0000 on 12-10-26 towards cheque return charges due to insufficient funds. -ICICI Bank',
    'expense',
    590,
    '2026-10-12',
  ],
  [
    'Spent Rs.5,999 On HDFC Bank Card 0000 At CROMA On 2026-10-12:18:20:11. Convert to EMI? Check if eligible: hdfcbk.io/x',
    'expense',
    5999,
    '2026-10-12',
    'Croma',
  ],
  [
    'Rs.450.00 spent via Kotak Debit Card XX0000 at OFFER ZONE on 12/10/2026. Avl bal Rs.1000.00 Not you?Tap kotak.com/fraud',
    'expense',
    450,
    '2026-10-12',
  ],
  [
    'INR 2,500.00 spent on IndusInd Card XX0000 on 12-10-2026 at RELIANCE DIGITAL. Avl Lmt: INR 10,000. T&C apply',
    'expense',
    2500,
    '2026-10-12',
    'Reliance Digital',
  ],
  [
    "You've paid Rs.899 to JIO for bill no. 12345 via Amazon Pay UPI on 12 Oct 2026. UPI Ref 628500000222. Offers await you!",
    'expense',
    899,
    '2026-10-12',
    undefined,
    '628500000222',
  ],
  [
    'Rs.1,180.00 debited from A/c XX0000 on 10-10-26 as locker rent. Pending dues: NIL. -PNB',
    'expense',
    1180,
    '2026-10-10',
  ],
  [
    'Rs 300 debited from A/c XX0000 on 12-10-26 to VPA blockedshop@ok. If not done by you, block UPI by SMS. Ref 628500000333',
    'expense',
    300,
    '2026-10-12',
  ],
  [
    'ATM WDL: Rs 3000 withdrawn at S1AB0001 on 12OCT26 10:11 from A/c XX0000. Bal Rs 5000. Card will be blocked if not you',
    'expense',
    3000,
    '2026-10-12',
  ],
  [
    'Rs.2,000.00 debited from A/c XX0000 on 12-10-26 for NACH mandate registered with SAMPLE MF. -SBI',
    'expense',
    2000,
    '2026-10-12',
  ],
  [
    'Rs.200 added to your FASTag wallet for vehicle MH00XX0000 on 12-10-2026. Bal Rs.700',
    'transfer to oneself',
    200,
  ],
  [
    'PAYMENT ALERT!\nINR 2150.00 deducted from HDFC Bank A/C No 0000 towards BAJAJ FINANCE LTD UMRN: HDFC0000000000000000',
    'expense',
    2150,
    undefined,
    'Bajaj Finance Ltd',
  ],
  [
    'Your A/C XXXXX000000 Debited INR 5,000.00 on 05/10/26 -Transferred to Mr. RAVI DEMO. Avl Balance INR 12,000.00-SBI',
    'expense',
    5000,
    '2026-10-05',
    'Ravi Demo',
  ],
  [
    'Your ICICI Bank Credit Card XX0000 has been debited for INR 199.00 on 12-Oct-26 for your UPI-628500000777-TEA POINT transaction. If not you, SMS BLOCK 0000 to 9215676766',
    'expense',
    199,
    '2026-10-12',
    'Tea Point',
    '628500000777',
  ],
  [
    'Debit INR 500.00\nAxis Bank A/c XX0000\n24-10-26, 10:11:12\nUPI/P2A/629700000123/RAVI DEMO\nBlock UPI: SMS BLOCKUPI 0000 to 919951860002',
    'expense',
    500,
    '2026-10-24',
    'Ravi Demo',
    '629700000123',
  ],
  [
    'INR 10000.00 has been debited from A/c no. XX0000 on 05-Oct-2026 for SI-TAD/CC 0000XXXXXXXX0000 - HDFC',
    "payment of a card's bill",
    10000,
    '2026-10-05',
  ],
  [
    'Thank you! Rs.12,345.00 has been received towards your Kotak Credit Card x0000 on 12-OCT-2026 via UPI.',
    "payment of a card's bill",
    12345,
  ],
  [
    'Cheque No 000123 for Rs 15,000.00 presented in your A/c XX0000 has been cleared on 12-10-26. Avl Bal Rs 35,000.00',
    'expense',
    15000,
    '2026-10-12',
  ],
  [
    'Rs.500 debited from A/c XX0000 on 12-10-26 for UPI to SAMPLE MART. Transaction failed, the amount comes back in 3 days',
    'not completed',
    500,
  ],
  [
    'Rs.500 could be debited from A/c XX0000. If debited, it comes back. Payment pending',
    'not completed',
    500,
  ],
  [
    'Sample Power: your bill of Rs.1,180.00 can be paid by 12-10-26. Apply for autopay',
    'a request, not a payment',
    1180,
  ],
  [
    'RAVI DEMO has sent you a collect request of Rs.300.00. Rs.300 is debited on approval',
    'a request, not a payment',
    300,
  ],
  ['Rs.50 cashback added to your Sample wallet on 12-10-26', 'refund', 50, '2026-10-12'],
  [
    'Get up to Rs 500 cashback on spends of Rs 5000 with your Axis card before 31-10-26! T&C',
    'a request, not a payment',
    500,
  ],
  [
    'Dear Customer, Rs.15,000.00 has been debited from your A/c XX1234 towards Credit Card XX4321 bill payment on 13-10-26.',
    "payment of a card's bill",
    15000,
  ],
  [
    'IMPS of Rs 5,000.00 to A/c XX7788 (Kiran Test) from A/c XX1234 successful on 13-10-26. RRN 628612345694 -IDBI Bank',
    'expense',
    5000,
    '2026-10-13',
    'Kiran Test',
    '628612345694',
  ],
  [
    'Dear Customer, NEFT of INR 45,000.00 has been credited to your A/c XX1234 on 03-10-2026 from INFOSYS',
    'money in',
    45000,
  ],
  ['IMPS of Rs 2,500.00 from RAVI KUMAR credited to A/c XX1234 on 03-10-2026', 'money in', 2500],
  ['IMPS of Rs 2,500.00 to A/c XX1234 credited on 03-10-2026. Sender RAVI', 'money in', 2500],
  ['RTGS of Rs 2,50,000.00 received in A/c XX1234 on 03-10-2026', 'money in', 250000],
  ['NEFT of Rs 500 from RAVI KUMAR to A/c XX1234 is successful', 'no payment in it', 500],
  [
    'Your NEFT of Rs 700.00 to RAVI KUMAR is successful on 03-10-2026',
    'expense',
    700,
    '2026-10-03',
    'Ravi Kumar',
  ],
  [
    'Dear Customer, your SBI Card XX1234 was used for Rs 900.00 at ZARA on 05-10-2026. Get up to 10% off on EMI.',
    'expense',
    900,
    '2026-10-05',
    'Zara',
  ],
  [
    'Your a/c XX1234 used for Rs 349 at NETFLIX on 07-10-2026; enjoy flat Rs 50 cashback',
    'expense',
    349,
    '2026-10-07',
    'Netflix',
  ],
  [
    'Txn of Rs 900 at ZARA on 05-10-2026 with card XX1234, get flat 10% off on the next',
    'expense',
    900,
    '2026-10-05',
    'Zara',
  ],
  [
    'Purchase of Rs 900 at ZARA on 05-10-2026 with card XX1234. Enjoy flat Rs 50 off on the next',
    'expense',
    900,
    '2026-10-05',
    'Zara',
  ],
  [
    'Your card XX1234 was used for Rs 900 at ZARA on 05-10-2026. Enjoy cashback of Rs 50 on the next',
    'expense',
    900,
  ],
  ['IMPS of Rs 500.00 by RAVI to A/c XX1234 on 03-10-26', 'no payment in it', 500],
  ['On a txn of Rs 5000 get flat Rs 500 cashback, till 31-10-26', 'a request, not a payment', 5000],
  [
    'Get flat Rs 500 cashback on a transaction of Rs 5000 with card XX1234',
    'a request, not a payment',
    500,
  ],
  [
    'Transaction of Rs 5000 or more? Earn up to Rs 500 with card XX1234',
    'a request, not a payment',
    5000,
  ],
  [
    'Your card XX1234 can be used for Rs 5000 on EMI, enjoy flat Rs 500 off',
    'a request, not a payment',
    5000,
  ],
  [
    'Spent INR 399\nAxis Bank Card no. XX0000\n12-10-26 20:11:12 IST\nMYNTRA\nNot you? SMS BLOCK 0000 to 919951860002',
    'expense',
    399,
    '2026-10-12',
  ],
  ['Rs.2,000 added to your UPI LITE from A/c XX0000 on 12-10-26', 'transfer to oneself', 2000],
  [
    'CRED: payment of ₹9,999 towards your HDFC Bank credit card is successful',
    "payment of a card's bill",
    9999,
  ],
  [
    'Sample Bank card XX0000: payment of INR 9,999.00 received on 12-10-26',
    "payment of a card's bill",
    9999,
  ],
  ['Your EMI of Rs 12,850 for loan XX0001 has bounced on 05-10-26', 'not completed', 12850],
  [
    'Refund of Rs.399.00 is initiated. It will be credited to your card in 5 days',
    'not completed',
    399,
  ],
  [
    'Rs.120.00 Dr. from A/C XX0000 and Cr. to tea@ok. Ref:627400000001. (2026:10:12 20:11:12) -BOB',
    'expense',
    120,
    '2026-10-12',
  ],
  ["Rs.120 spent at TEA POINT on 12 Oct '26 by card XX0000", 'expense', 120, '2026-10-12'],
  [
    'Rs.10,000.00 has been debited from A/c XX0000 on 12-10-26 for booking of FD No. 000000000001',
    'transfer to oneself',
    10000,
  ],
  [
    'Auto pay of Rs.1,499.00 for ACT FIBERNET was successful on 21-10-26 via HDFC Bank Card x0000. SiHub ID: XYZ00000.',
    'expense',
    1499,
    '2026-10-21',
    'Act Fibernet',
  ],
  [
    'Standing Instruction for Rs.1,299.00 on ICICI Bank Credit Card XX0000 for SAMPLE SYSTEMS processed successfully on 11-Oct-26. Ref 628400000006',
    'expense',
    1299,
    '2026-10-11',
    'Sample Systems',
  ],
  [
    'A/c XX0000: AutoPay of Rs 15,000 towards SAMPLE MF executed on 07-10-26. -HDFC Bank',
    'expense',
    15000,
    '2026-10-07',
  ],
  [
    'Rs.120.00 debited on 06-10-26 from A/c X0000 vide UPI Ref 627900000002 has been reversed and credited to your account on 07-10-26. -SBI',
    'refund',
    120,
    '2026-10-07',
  ],
  [
    'Rs.1 debited from A/c XX0000 on 01-10-26 for UPI AutoPay mandate verification of SAMPLE and will be reversed. UPI Ref 627400000001 -Axis Bank',
    'expense',
    1,
    '2026-10-01',
  ],
  [
    'Your VPA demo@iob linked to a/c XX0000 is debited for Rs.90.00 and credited to teapoint@okicici on 22-10-26. UPI Ref 629500000015 -IOB',
    'expense',
    90,
    '2026-10-22',
    'Teapoint',
    '629500000015',
  ],
  [
    'INR 1,499.00 spent using ICICI Bank Card XX0000 on 08-Oct-26 on IND*SAMPLE. Avl Limit: INR 1,28,501.00. If not you, call 1800 2662',
    'expense',
    1499,
    '2026-10-08',
    'Sample',
  ],
  [
    'INR 670.00 spent on YES BANK Card X0000 @UPI_SAGAR STORES 19-10-2026 07:10:22 pm. Avl Lmt INR 45,330.00.',
    'expense',
    670,
    '2026-10-19',
    'Sagar Stores',
  ],
  [
    'Thank you for the payment of Rs.999.00 towards your Sample Fibre bill on 09-Oct-2026. Receipt no 123456789',
    'expense',
    999,
    '2026-10-09',
    'Sample Fibre',
  ],
  [
    'UPI txn of Rs 60 to TEA STALL is successful on 06-10-26. Ref 627900000002 -BHIM',
    'expense',
    60,
    '2026-10-06',
    'Tea Stall',
    '627900000002',
  ],
  [
    'Hi, your bill of Rs. 1,180 for SAMPLE POWER is paid successfully via CRED on 07 Oct 2026. Txn ID CR1234567890',
    'expense',
    1180,
    '2026-10-07',
    'Sample Power',
  ],
  [
    'INR 85.00 debited A/c no. XX0000 09-10-26, 08:12:11 UPI/P2M/628200000005/Udupi Grand Not you? SMS BLOCKUPI Cust ID to 919951860002 Axis Bank',
    'expense',
    85,
    '2026-10-09',
    'Udupi Grand',
  ],
  [
    'Spent INR 2,345 Axis Bank Card no. XX0000 10-10-26 19:22:10 IST RELIANCE DIG Avl Limit: INR 97655',
    'expense',
    2345,
    '2026-10-10',
    'Reliance Dig',
  ],
  [
    'Your Standing Instruction for Rs.499 at SAMPLE will be executed on 05-10-26',
    'a request, not a payment',
    499,
  ],
  ['Autopay of Rs.649 for SAMPLE will be processed on 05-10-26', 'a request, not a payment', 649],
  ['Standing instruction for Rs 500 was not executed on 05-10-26', 'not completed', 500],
  [
    'Reminder: autopay for Rs.1499 SAMPLE on 12-10-26. Keep your account funded',
    'no payment in it',
    1499,
  ],
  ['Autopay for your Sample bill of Rs 649 is successfully set', 'no payment in it', 649],
  [
    'Cashback of Rs 50 credited to your card on 05-10-26. Valid till 31-12-26',
    'refund',
    50,
    '2026-10-05',
  ],
  [
    'Refund of Rs 60 credited to your card XX0000 on 05-10-26. Reflects in statement by 12-11-26',
    'refund',
    60,
    '2026-10-05',
  ],
  [
    'Dear Customer, Rs.450.00 has been debited from account 0000 to VPA paytmqr281005050101@paytm TEA POINT on 05-10-26. Your UPI transaction reference number is 627800000001.',
    'expense',
    450,
    '2026-10-05',
    'Tea Point',
    '627800000001',
  ],
  [
    'Your A/C XXXX0000 debited by Rs.200.00 on 05/10/2026 towards UPI/627800000002/P2M/CITY CABS. Bal Rs.4800. Demo Bank',
    'expense',
    200,
    '2026-10-05',
    'City Cabs',
    '627800000002',
  ],
  [
    'Rs 450 debited from A/c XX0000 to VPA teapoint@ybl via UPI on 05-10-26. Ref 627800000001',
    'expense',
    450,
    '2026-10-05',
    'Teapoint',
    '627800000001',
  ],
  [
    'INR 650.00 debited from A/c XX0000 (Salary) at SAMPLE CINEMA on 05-10-26',
    'expense',
    650,
    '2026-10-05',
    'Sample Cinema',
  ],
  [
    'Cheque no 000123 for Rs 22,000.00 in favour of SAMPLE SCHOOL cleared from A/c XX0000 on 05-10-26. -Demo Bank',
    'expense',
    22000,
    '2026-10-05',
    'Sample School',
  ],
  [
    'Rs.2,000 debited from A/c XX0000 on 05-10-26 to A/c XX9876 (RAVI DEMO) IMPS Ref 627800000003 - Demo Bank',
    'expense',
    2000,
    '2026-10-05',
    'Ravi Demo',
    '627800000003',
  ],
  [
    'Thank you for using your Demo Debit Card ending 0000 for Rs 650.00 at SAMPLE CINEMA on 05Oct26. Txn no. 627800000004',
    'expense',
    650,
    '2026-10-05',
    'Sample Cinema',
    '627800000004',
  ],
  [
    'Paytm: Recharge of Rs.499 for 98XXXXXX00 successful on 15-10-2026. Order ID 12345.',
    'expense',
    499,
    '2026-10-15',
  ],
  ['Recharge of Rs.299 now and get 2 GB more a day. Paytm', 'no payment in it'],
  ['Recharge of Rs.299 for 98XXXXXX00 is unsuccessful. Paytm', 'not completed'],
  [
    'Dear Customer, your A/c XX0000 has been debited with Rs.17.70 on 12-10-26 towards SMS CHARGES. Bal Rs.500.00 - PNB',
    'expense',
    17.7,
    '2026-10-12',
    'Sms Charges',
  ],
  [
    'Dear Cardmember, payment of INR 12,000.00 for your American Express Card ending 0000 has been received on 04/10/2026. Thank you.',
    "payment of a card's bill",
  ],
  [
    'Payment of INR 120.00 with your Sample Bank Card ending 0000 was received by TEA POINT on 04/10/2026.',
    'expense',
    120,
    '2026-10-04',
  ],
  [
    'NACH debit of Rs.1,180.00 towards SAMPLE INSURANCE done from your A/c XX0000 on 05-10-26. UMRN HDFC00001. -Federal Bank',
    'expense',
    1180,
    '2026-10-05',
    'Sample Insurance',
  ],
  [
    'Thank you for using your ICICI Bank Credit Card XX0000 for a transaction of INR 1,249.00 on Oct 03, 2026 at 10:22:11. Info: SAMPLE STORE. The Available Credit Limit on your card is INR 80,000.00.',
    'expense',
    1249,
    '2026-10-03',
    'Sample Store',
  ],
  [
    'Rs.450 refund for order #0000 has been initiated on 07 Oct 2026 and will reach your account in 5-7 days.',
    'not completed',
  ],
  [
    'Refund of Rs.450 for order #0000 has been credited to your bank account on 10 Oct 2026.',
    'refund',
    450,
    '2026-10-10',
  ],
];

it.each(FORMS)('%s', (text, kind, rupees, date, payee, reference) => {
  const [message, ...more] = readMessages(text);
  expect(more).toEqual([]);
  expect(message.kind === 'left out' ? message.reason : message.kind).toBe(kind);
  if (rupees) expect(message.amount_paise).toBe(Math.round(rupees * 100));
  if (date) expect(message.date).toBe(date);
  if (payee) expect(message.payee).toBe(payee);
  if (reference) expect(message.reference).toBe(reference);
});

it('a telephone number is the reference of nothing', () => {
  const text = 'Spent INR 399 on card XX0000 at MYNTRA. Not you? SMS BLOCK 0000 to 919951860002';
  expect(readMessages(text)[0].reference).toBeNull();
});

it.each([
  [
    'An amount of INR 1,250.00 has been DEBITED to your account XXX000 on 15/10/2026 towards Cheque.',
  ],
  ['A/c *0000 Debited for Rs:75.00 on 16-10-2026 18:20:11 by Mob Bk ref no 628900000010'],
  ['Your ride on 12 Oct 2026 cost ₹231.40, charged to HDFC Card ending 0000.'],
])('what the money went by is no payee: %s', (text) => {
  expect(readMessages(text)[0]).toMatchObject({ kind: 'expense', payee: '' });
});

it('a chat is divided where somebody begins, and tells the day of what has none', () => {
  const chat = `[06/10/26, 9:02:11\u202fPM] Asha: Sent Rs.450.00
From HDFC Bank A/C *0000
To TEA POINT
On 05/10/26
Ref 627800000001
[06/10/26, 9:02:40\u202fPM] Asha: Rs.1180 spent on your SBI Credit Card ending 0000 at SAMPLE on 03/10/26.
[07/10/26, 8:00:00\u202fAM] Ravi: ok paid the maid 2500 cash
07/10/26, 08:01 - Ravi: INR 85.00 debited from A/c XX0000 to VPA udupi@ok`;
  expect(readMessages(chat).map((one) => [one.date, one.amount_paise, one.payee])).toEqual([
    ['2026-10-05', 45000, 'Tea Point'],
    ['2026-10-03', 118000, 'Sample'],
    ['2026-10-07', null, ''],
    ['2026-10-07', 8500, 'Udupi'],
  ]);
});

it('the day of what has none is the one that its reference begins with, which is said', () => {
  const text =
    'A/C *XX0000 debited by Rs 199.00 towards music@oktest. RRN:629012700011. -IndusInd Bank';
  expect(statementOfMessages(text, '2026-11-25')?.expenses).toMatchObject([
    { date: '2026-10-17', doubts: [expect.stringContaining('reference')] },
  ]);
  // Not one that is yet to come, nor of years ago.
  const other = text.replace('629012700011', '912312700011');
  expect(statementOfMessages(other, '2026-11-25')?.expenses[0].date).toBe('2026-11-25');
  const later = text.replace('629012700011', '636512700011');
  expect(statementOfMessages(later, '2026-11-25')?.expenses).toMatchObject([
    { date: '2026-11-25', doubts: [expect.stringContaining('day it was read')] },
  ]);
});

it('messages of a line each are divided where some of them tell of no payment', () => {
  const paid = 'Sent Rs.75.00 From HDFC Bank A/C *0000 To TEA POINT On 08-10-26 Ref 628100000004';
  const code = '123456 is the OTP for your HDFC Bank card 0000. Do not share it with anyone.';
  const texts = [
    paid,
    code,
    paid.replace('75', '80'),
    'Your parcel is on its way and comes by 6 pm',
  ];
  expect(readMessages(texts.join('\n')).map(({ text }) => text)).toEqual(texts);
  const [first, second] = [paid, paid.replace('75', '80')].map((one) =>
    one.replace(' Ref', '\nRef'),
  );
  expect(readMessages(`${first}\n\n${second}`)).toHaveLength(2);
});
