import { expect, test } from 'vitest';
import { MAX_PAISE } from '../money.js';
import { readAmountCell } from './cell-amounts.js';

test('the largest amount is read, and nothing beyond it', () => {
  expect(readAmountCell('10,00,00,00,000.00')).toMatchObject({ paise: MAX_PAISE });
  expect(readAmountCell('10,00,00,00,000.01')).toBe('too-large');
});
