import { expect, test } from 'vitest';
import { qrCode } from '../../parts/qr-code.js';
import { keyUri } from './key-uri.js';

test('the address names the app and the person, and holds the key', () => {
  const uri = keyUri('Expense Tracker', 'asha+home@example.com', 'ABCD2345');
  expect(uri).toBe(
    'otpauth://totp/Expense%20Tracker:asha%2Bhome%40example.com?secret=ABCD2345&issuer=Expense%20Tracker',
  );
  const read = new URL(uri);
  expect(read.searchParams.get('secret')).toBe('ABCD2345');
  expect(read.searchParams.get('issuer')).toBe('Expense Tracker');
});

test('the picture has three corners to find it by, and white all around', () => {
  const { size, path } = qrCode('otpauth://totp/a?secret=ABCD');
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
  const isDark = (/** @type {number} */ x, /** @type {number} */ y) => dark.has(`${x},${y}`);
  const end = size - 4 - 7;
  for (const [left, top] of [
    [4, 4],
    [end, 4],
    [4, end],
  ]) {
    // Seven dark in a row, then a light ring, then a dark middle of three.
    for (let step = 0; step < 7; step++) expect(isDark(left + step, top)).toBe(true);
    for (let step = 1; step < 6; step++) expect(isDark(left + step, top + 1)).toBe(false);
    expect(isDark(left + 3, top + 3)).toBe(true);
  }
  for (const place of dark) {
    for (const one of place.split(',').map(Number)) {
      expect(one).toBeGreaterThanOrEqual(4);
      expect(one).toBeLessThan(size - 4);
    }
  }
});
