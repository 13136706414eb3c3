import { expect, it } from 'vitest';

import { accountIn } from './accounts.js';

it.each([
  [
    'HDFC BANK Ltd.\nAccount No : 50100000001234 IFSC HDFC0000240',
    { bank: 'HDFC Bank', last4: '1234' },
  ],
  [
    'Account Number, "000401001234 ( INR ) - ASHA DEMO" IFSC ICIC0000004',
    { bank: 'ICICI Bank', last4: '1234' },
  ],
  ['Account Number,="0012101001234"\nCanara Bank', { bank: 'Canara Bank', last4: '1234' }],
  ['SBI Card\nCredit Card Number XXXX XXXX XXXX 5678', { bank: 'SBI Card', last4: '5678' }],
  ['Card No:,0000********5678 AXIS BANK', { bank: 'Axis Bank', last4: '5678' }],
  ['Account Number : _00000030000001234\nIFS Code : SBIN0000000', { bank: 'SBI', last4: '1234' }],
  ['A/c No. XX1234', { bank: '', last4: '1234' }],
  ['Statement of Account No - 910010000001234 for the period', { bank: '', last4: '1234' }],
  ['Expenses of October 2026', null],
  ['Customer Id 000012345 HDFC Bank', null],
])('%j', (text, account) => expect(accountIn(text)).toEqual(account));
