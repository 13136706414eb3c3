import { expect, test } from 'vitest';
import { atMost, characters } from './characters.js';

test('an emoji is one character, a flag two, a letter with its sign two', () => {
  expect(characters('चाय 🍵')).toBe(5);
  expect(characters('🇮🇳')).toBe(2);
  expect(characters('')).toBe(0);
});

test('as a pattern counts them', () => {
  const fits = new RegExp(`^(?:${atMost(3)})$`, 'v');
  expect(fits.test('🍵🍵🍵')).toBe(true);
  expect(fits.test('teas')).toBe(false);
  expect(fits.test('')).toBe(true);
});
