import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { madeAt, newId } from '../ids.js';
import { Habits } from './habits.js';

beforeEach(() => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('localStorage', {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

/** @param {string} category @param {string} id @param {string} [date] */
const spent = (category, id, date = '2026-11-20') => ({
  id,
  date,
  category,
  amount_paise: 100,
  description: '',
  tags: [],
  version: 1,
});

test('an id of version 7 tells when it was made, others do not', () => {
  const now = Date.UTC(2035, 0, 1);
  expect(madeAt(newId(now))).toBe(now);
  expect(madeAt('ffffffff-ffff-8fff-bfff-ffffffffffff')).toBe(null);
});

test('categories of an import do not stand before what is chosen after it', () => {
  const habits = new Habits('person-1');
  habits.learn([spent('imported', 'ffffffff-ffff-8fff-bfff-ffffffffffff')]);
  habits.learn([spent('chosen', newId())]);
  expect(habits.recentCategories()).toEqual(['chosen', 'imported']);
});

test('of an import those used last come first', () => {
  const habits = new Habits('person-1');
  habits.learn([
    spent('old', 'ffffffff-ffff-8fff-bfff-ffffffffffff', '2020-01-01'),
    spent('new', '00000000-0000-8000-8000-000000000000', '2026-11-01'),
  ]);
  expect(habits.recentCategories()).toEqual(['new', 'old']);
});
