import { expect, it } from 'vitest';

import { payeeIn, referenceOf } from './narration.js';

it.each([
  ['UPI-CORNER BAKERY-CORNERBAKERY@OKTEST-HDFC0000000-627000000001-UPI', 'Corner Bakery'],
  ['UPI/627400000021/Corner Bakery', 'Corner Bakery'],
  ['Paid to Corner Bakery', 'Corner Bakery'],
  [
    'Paid to Corner Bakery UPI Transaction ID: 627400000021 Paid by Sample Bank 1234',
    'Corner Bakery',
  ],
  ['Paid to Demo Store Transaction ID T2610242033', 'Demo Store'],
  ['Received from Friend Debited from XX1234', 'Friend'],
  ['SWIGGY BANGALORE', 'Swiggy Bangalore'],
  ['UPI/627400000021', ''],
  ['TO TRANSFER-UPI/DR/627400000001/TEA POINT/SBIN/tea@ok/UPI--', 'Tea Point'],
  ['by debit card-SBIPOS006281SAMPLE MART PUNE--', 'Sample Mart Pune'],
  ['TO TRANSFER-INB Sample Mutual Fund--', 'Sample Mutual Fund'],
  ['DEBIT-ACHDr NACH00000000123456 SAMPLE INSURANCE--', 'Sample Insurance'],
  ['UPIAR/627400000001/DR/TEA POI/SBIN/teapoint@ok', 'Tea Poi'],
  ['UPI/P2M/627400000011/Green Veg/UPI/HDFC BANK', 'Green Veg'],
  ['UPI/627400000001/NA/teapoint@oksbi/State Bank Of I', 'Teapoint'],
  ['UPIOUT/627400000001/tea.stall@oksbi/UPI/0000', 'Tea Stall'],
  ['NEFT-N276000000001-SAMPLE WORKS PVT LTD', 'Sample Works Pvt Ltd'],
  ['PCI/0000/SAMPLE MART/MUMBAI141026', 'Sample Mart'],
  ['IMPS/P2A/628600000002/SAMPLE OWNER/HDFC', 'Sample Owner'],
  ['POS 000000XXXXXX0000 SAMPLE MART', 'Sample Mart'],
  ['IB FUNDS TRANSFER DR-50100000000009-RAVI DEMO', 'Ravi Demo'],
  ['TPT-RENT OCT-SAMPLE LANDLORD', 'Sample Landlord'],
  ['ECOM PUR/AMAZON PAY INDIA/BANGALORE/061026/10:11', 'Amazon Pay India'],
  ['UPI/CRADJ/627400000001/REV-UPI/BLINKIT', 'Blinkit'],
  ['IMPS-RIB/Fund Trf/628700000004/RAVI DEMO/gift', 'Ravi Demo'],
  ['BIL/BPAY/000900000001/SAMPLE POWER', 'Sample Power'],
  ['by debit card-OTHPOS628512345678DMART PUNE--', 'Dmart Pune'],
  ['DEBIT-ACHDr YESB00709000000000 BD-SAMPLEMF--', 'Samplemf'],
  ['Payment to merchant Tea Point via UPI 629700000001', 'Tea Point'],
  ['UPI Payment to SAMPLE MEDICAL', 'Sample Medical'],
  ['UPI/RRN-628200000003/ZOMATO LTD/YESB', 'Zomato Ltd'],
  ['BIL/INFT/EJ00000001/OctRent/ RAVI DEMO', 'OctRent'],
  ['IBACO ICE CREAM', 'Ibaco Ice Cream'],
  ['Debit card annual fee', 'Debit card annual fee'],
  ['Pizza - large', 'Pizza - large'],
])('the payee of %s is %s', (narration, payee) => expect(payeeIn(narration)).toBe(payee));

it.each([
  ['UPI/627800000001/chai/tea@ok/Union Bank', ['S1234567'], '627800000001'],
  ['UPI/TEA POINT/627400000001/UPI', ['627400000002'], '627400000002'],
  ['UPIAR/628500000001/DR/SAMPLE MEDICAL', ['S00000002'], '628500000001'],
  ['NEFT SAMPLE WORKS', ['S1234567'], 'S1234567'],
  ['UPI-TEA-627400000001', [null], '627400000001'],
])('the reference of %s beside %j is %s', (narration, columns, reference) =>
  expect(referenceOf(narration, columns)).toBe(reference),
);
