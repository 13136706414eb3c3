import { expect, test } from 'vitest';
import { MAX_PAISE } from '../money.js';
import { readAmountCell } from './cell-amounts.js';

test('how it was paid stands behind an amount', () => {
  expect(readAmountCell('Rs.150 cash')).toMatchObject({ paise: 15000, currency: 'INR' });
  expect(readAmountCell('500/- by UPI')).toMatchObject({ paise: 50000 });
  expect(readAmountCell('cash')).toBe('unreadable');
});

test('the largest amount is read, and nothing beyond it', () => {
  expect(readAmountCell('10,00,00,00,000.00')).toMatchObject({ paise: MAX_PAISE });
  expect(readAmountCell('10,00,00,00,000.01')).toBe('too-large');
});
