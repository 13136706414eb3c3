import { expect, it } from 'vitest';

import { readMessages } from '../messages.js';

/** Message; then kind or reason, rupees, day, payee, reference. @type {[string, string, number?, string?, string?, string?][]} */
const FORMS = [
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
