import { describe, expect, it } from 'vitest';

import { readMessages } from './messages.js';

/** Message; then kind or reason, rupees, day, payee, reference. @type {[string, string, number?, string?, string?, string?][]} */
const FORMS = [
  [
    'Sent Rs.240.00\nFrom HDFC Bank A/C *0000\nTo CORNER BAKERY\nOn 03/10/26\nRef 627600000001\nNot You?\nCall 18002586161/SMS BLOCK UPI to 7308080808',
    'expense',
    240,
    '2026-10-03',
    'Corner Bakery',
    '627600000001',
  ],
  [
    'HDFC Bank: Rs. 45.00 debited from a/c **0000 on 05-10-26 to VPA metrorail@oktest (UPI Ref No 627800000002). Not you? Call on 18002586161',
    'expense',
    45,
    '2026-10-05',
    'Metrorail',
    '627800000002',
  ],
  [
    'Spent Rs.1211 On HDFC Bank Card 0000 At SAMPLE FOOD On 2026-10-17:08:49:36. Not You? To Block+Reissue Call 18002586161',
    'expense',
    1211,
    '2026-10-17',
    'Sample Food',
  ],
  [
    'Rs.5000 withdrawn from HDFC Bank Card x0000 at +SAMPLE STREET on 2026-11-02:10:20:30. Avl Bal Rs.120715.00',
    'expense',
    5000,
    '2026-11-02',
  ],
  [
    'Update! INR 82,500.00 deposited in HDFC Bank A/c XX0000 on 31-OCT-26 for NEFT Cr-SAMPLE WORKS.Avl bal INR 1,25,715.00.',
    'money in',
    82500,
    '2026-10-31',
  ],
  [
    'Dear UPI user A/C X0000 debited by 120.0 on date 01Oct26 trf to TEA POINT Refno 627400000001. If not u? call 1800111109. -SBI',
    'expense',
    120,
    '2026-10-01',
    'Tea Point',
    '627400000001',
  ],
  [
    'Dear SBI User, your A/c X0000-credited by Rs.1000 on 02Oct26 transfer from DEMO FRIEND Ref No 627500000046 -SBI',
    'money in',
    1000,
    '2026-10-02',
  ],
  [
    'Rs.899.00 spent on your SBI Credit Card ending 0000 at SAMPLE SPORTS on 09/10/26. Trxn. not done by you? Report at https://sbicard.com/Dispute',
    'expense',
    899,
    '2026-10-09',
    'Sample Sports',
  ],
  [
    'ICICI Bank Acct XX000 debited for Rs 312.00 on 20-Oct-26; GREEN VEG credited. UPI:629300000072. Call 18002662 for dispute.',
    'expense',
    312,
    '2026-10-20',
    'Green Veg',
    '629300000072',
  ],
  [
    'INR 385.00 spent using ICICI Bank Card XX0000 on 24-Oct-26 on SAMPLE GROCER. Avl Limit: INR 1,20,000.00. If not you, call 1800 2662',
    'expense',
    385,
    '2026-10-24',
  ],
  [
    'ICICI Bank Account XX000 credited:Rs. 64,000.00 on 31-Oct-26. Info NEFT-SAMPLE WORKS. Available Balance is Rs. 70,000.00.',
    'money in',
    64000,
    '2026-10-31',
  ],
  [
    'Payment of Rs 10,412.40 has been received on your ICICI Bank Credit Card XX0000 on 20-OCT-26.',
    "payment of a card's bill",
    10412.4,
    '2026-10-20',
  ],
  [
    'INR 312.00 debited\nA/c no. XX0000\n01-10-26, 18:20:11\nUPI/P2M/627400000011/GREEN VEG\nNot you? SMS BLOCKUPI Cust ID to 919951860002\nAxis Bank',
    'expense',
    312,
    '2026-10-01',
    undefined,
    '627400000011',
  ],
  [
    'Spent INR 560 Axis Bank Card no. XX0000 12-10-26 19:20:11 IST SAMPLE DINER Avl Limit: INR 45000 Not you? SMS BLOCK',
    'expense',
    560,
    '2026-10-12',
  ],
  [
    'INR 5000.00 credited to A/c no. XX0000 on 04-10-26 at 10:11:12 IST. Info- UPI/P2A/627700000012/DEMO. Avl Bal- INR 9000.00 - Axis Bank',
    'money in',
    5000,
    '2026-10-04',
  ],
  [
    'Sent Rs.60.00 from Kotak Bank AC X0000 to chaihouse@test on 31-10-26.UPI Ref 630400000041. Not you, https://kotak.com/KBANKT/Fraud',
    'expense',
    60,
    '2026-10-31',
    'Chaihouse',
    '630400000041',
  ],
  [
    'Received Rs.1000.00 in your Kotak Bank AC X0000 from demofriend@test on 02-10-26.UPI Ref:627500000046.',
    'money in',
    1000,
    '2026-10-02',
    undefined,
    '627500000046',
  ],
  [
    'Rs.2310.25 is spent on Kotak Credit Card x0000 at SAMPLE POWER on 12-10-2026. Avl limit Rs.90000.',
    'expense',
    2310.25,
    '2026-10-12',
    'Sample Power',
  ],
  [
    'Your A/C XXXXXXX0000 is debited by INR 180.00 on 02/10/26 09:15. New Bal :INR 4,820.00. IDFC FIRST Bank',
    'expense',
    180,
    '2026-10-02',
  ],
  [
    'INR 75.50 refund from SAMPLE MART credited to your IDFC FIRST Bank Credit Card ending XX0000 on 20 OCT 2026',
    'refund',
    75.5,
    '2026-10-20',
  ],
  [
    'A/c XX0000 debited INR 350.00 Dt 03-10-26 15:30 thru UPI:627600000099.Bal INR 2100.00 Not u?Fwd this SMS to 9264092640 to block UPI.-PNB',
    'expense',
    350,
    '2026-10-03',
    undefined,
    '627600000099',
  ],
  [
    'Rs.150.00 Dr. from A/C XXXXXX0000 and Cr. to teapoint@oktest. Ref:627700000098. AvlBal:Rs1200.00(2026:10:04 11:12:13). Not you? Call 18005700-BOB',
    'expense',
    150,
    undefined,
    undefined,
    '627700000098',
  ],
  [
    'An amount of INR 500.00 has been DEBITED to your account XXX0000 on 05/10/2026. Total Avail.bal INR 8,900.00.- Canara Bank',
    'expense',
    500,
    '2026-10-05',
  ],
  [
    'A/c *0000 Debited for Rs:99.00 on 06-10-2026 10:20:30 by Mob Bk ref no 627900000097 Avl Bal Rs:400.00.If not you, Call 1800222243 -Union Bank of India',
    'expense',
    99,
    '2026-10-06',
    undefined,
    '627900000097',
  ],
  [
    'A/C *XX0000 debited by Rs 220.00 towards samplecab@oktest. RRN:628000000096. Avl Bal:5,000.00. Not you? Call 18602677777 - IndusInd Bank',
    'expense',
    220,
    undefined,
    'Samplecab',
    '628000000096',
  ],
  [
    'INR 640.00 spent on YES BANK Card X0000 @UPI_SAMPLE MART 08-10-2026 07:40:00 pm. Avl Lmt INR 30,000.00. SMS BLKCC if not you',
    'expense',
    640,
    '2026-10-08',
  ],
  [
    'Debited INR 80.00 from A/c X0000 on 09-OCT-2026 UPI/DR/628200000095/TEA POINT. Bal INR 500.00. Not you? Call 180012001200 - AU Bank',
    'expense',
    80,
    '2026-10-09',
    undefined,
    '628200000095',
  ],
  [
    'Rs 110.00 debited via UPI on 10-10-2026 12:13:14 to VPA sample.veg@oktest.Ref No 628300000094.Small txns?Use UPI Lite!-Federal Bank',
    'expense',
    110,
    '2026-10-10',
    undefined,
    '628300000094',
  ],
  [
    'Paid Rs.68.00 to Demo Store from Paytm Wallet on 24 Oct 2026. Txn ID 629700000061. Balance Rs.32.00',
    'expense',
    68,
    '2026-10-24',
    'Demo Store',
    '629700000061',
  ],
  [
    'You have paid ₹1,075.50 to Corner Store via PhonePe. UTR: 629600000062',
    'expense',
    1075.5,
    undefined,
    'Corner Store',
    '629600000062',
  ],
  [
    '₹250 paid to Sample Diner using Google Pay on 19 Oct 2026. UPI transaction ID: 629200000063',
    'expense',
    250,
    '2026-10-19',
    'Sample Diner',
    '629200000063',
  ],
  [
    'Rs.99 deducted from your Amazon Pay balance for SAMPLE MUSIC on 10-10-2026',
    'expense',
    99,
    '2026-10-10',
    'Sample Music',
  ],
  [
    'Cashback of Rs.2.00 received from Sample on 05-10-2026 in your Paytm Wallet',
    'refund',
    2,
    '2026-10-05',
  ],
  [
    'Rs.240.00 reversed to your HDFC Bank A/c XX0000 on 06-11-26. UPI Ref 627600000001',
    'refund',
    240,
    '2026-11-06',
    undefined,
    '627600000001',
  ],
  [
    '482913 is your OTP for txn of INR 899.00 at SAMPLE SPORTS on HDFC Bank card 0000. Do not share it.',
    'one-time password',
    899,
  ],
  ['OTP is 118822 for your payment of Rs 500. Valid for 5 minutes. -SBI', 'one-time password', 500],
  [
    'Available Bal in HDFC Bank A/c XX0000 as on 10-OCT-26 is INR 61,715.00. Cheques are subject to clearing.',
    'balance',
  ],
  [
    'DEMO FRIEND has requested money from you on Google Pay. On approving, Rs.500.00 will be debited from your A/c',
    'a request, not a payment',
    500,
  ],
  [
    'Your Credit Card statement is ready. Total due Rs 15,384.50, minimum due Rs 769.00, due on 28-11-26.',
    'a request, not a payment',
  ],
  [
    'Rs.1299.50 will be deducted on 04/11/26 for SAMPLE LIFE mandate from HDFC Bank A/c XX0000',
    'a request, not a payment',
    1299.5,
    '2026-11-04',
  ],
  [
    'Your transaction of Rs 899.00 at SAMPLE SPORTS on SBI Card XX0000 has been declined due to insufficient funds.',
    'not completed',
    899,
  ],
  [
    'UPI payment of Rs.60.00 to CHAI HOUSE failed on 31-10-26. Any amount debited will be returned.',
    'not completed',
    60,
    '2026-10-31',
  ],
  [
    'USD 24.00 spent on your HDFC Bank Card 0000 at CLOUD HOSTING on 12-10-26',
    'another currency',
    24,
    '2026-10-12',
    'Cloud Hosting',
  ],
  ['Get a pre-approved loan of Rs 5,00,000. Apply now!', 'a request, not a payment', 500000],
];

describe('messages', () => {
  it.each(FORMS)('%s', (text, kind, rupees, date, payee, reference) => {
    const [message, ...more] = readMessages(text);
    expect(more).toEqual([]);
    expect(message.kind === 'left out' ? message.reason : message.kind).toBe(kind);
    if (rupees) expect(message.amount_paise).toBe(Math.round(rupees * 100));
    if (date) expect(message.date).toBe(date);
    if (payee) expect(message.payee).toBe(payee);
    if (reference) expect(message.reference).toBe(reference);
  });

  it('reads many at once, divided by empty lines or one to a line', () => {
    const texts = FORMS.filter(([text]) => !text.includes('\n')).map(([text]) => text);
    expect(readMessages(FORMS.map(([text]) => text).join('\n\n'))).toHaveLength(FORMS.length);
    expect(readMessages(texts.slice(3, 10).join('\n'))).toHaveLength(7);
  });
});
