import { expect, test } from 'vitest';
import * as format from './format.js';

test('amounts are in rupees, grouped as in India, exact to the paisa', () => {
  expect(format.money(12345650)).toBe('₹1,23,456.50');
  expect(format.money(1)).toBe('₹0.01');
  expect(format.money(0)).toBe('₹0.00');
  expect(format.money(-12345650)).toBe('-₹1,23,456.50');
  // The largest total that a summary could hold without losing a paisa.
  expect(format.money(Number.MAX_SAFE_INTEGER)).toBe('₹9,00,71,99,25,47,409.91');
  expect(format.shortMoney(12300)).toBe('₹123');
  expect(format.shortMoney(12350)).toBe('₹123.50');
});

test('a total’s paise can be shown apart', () => {
  expect(format.moneyParts(12345650)).toEqual({ symbol: '₹', rupees: '1,23,456', paise: '.50' });
  expect(format.moneyParts(-5050)).toEqual({ symbol: '-₹', rupees: '50', paise: '.50' });
});

test('dates are written the Indian way', () => {
  expect(format.date('2026-11-23')).toBe('23 Nov 2026');
  expect(format.longDate('2026-11-23')).toBe('Monday, 23 November 2026');
  expect(format.month('2026-11')).toBe('Nov 2026');
});
