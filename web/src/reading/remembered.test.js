import { expect, test, vi } from 'vitest';
import { remembered } from './remembered.js';

test('a text is read once, also one that says nothing, and what it says is nobody’s to change', () => {
  const read = vi.fn((/** @type {string} */ text) => (text ? { text } : null));
  const reader = remembered(read);
  const [first, again] = [reader('12'), reader('12')];
  expect(again).toBe(first);
  expect(Object.isFrozen(first)).toBe(true);
  expect([reader(''), reader('')]).toEqual([null, null]);
  expect(read.mock.calls).toEqual([['12'], ['']]);
});

test('a file of endless texts does not fill the memory', () => {
  const read = vi.fn((/** @type {string} */ text) => text.length);
  const reader = remembered(read);
  for (let number = 0; number <= 20_000; number++) reader(String(number));
  read.mockClear();
  reader('0');
  reader('20000');
  expect(read.mock.calls).toEqual([['0']]);
});
