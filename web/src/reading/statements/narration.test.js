import { expect, it } from 'vitest';

import { payeeIn } from './narration.js';

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
  ['IBACO ICE CREAM', 'Ibaco Ice Cream'],
  ['Debit card annual fee', 'Debit card annual fee'],
  ['Pizza - large', 'Pizza - large'],
])('the payee of %s is %s', (narration, payee) => expect(payeeIn(narration)).toBe(payee));
