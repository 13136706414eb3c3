import { expect, test, vi } from 'vitest';
import { placeOfFirst, problemsOf } from './problems.js';

// Whether the list of categories is awaited is the store's to know, which needs a browser.
vi.mock('../category-picker/proposed.js', () => ({
  isUncertain: (/** @type {string} */ category) => category === 'awaited',
}));

const right = {
  amount_paise: 100,
  category: 'food',
  date: '2026-11-25',
  description: '',
  tags: [],
};
const said = { line: '', amount: '', tags: '' };

test('what can be saved has no problem', () => {
  expect(problemsOf(right, said)).toEqual({});
  expect(placeOfFirst({})).toBeUndefined();
});

test('the first in the order of the dialog is the one to settle', () => {
  const problems = problemsOf(
    { ...right, amount_paise: null, category: '', date: '2026-02-30' },
    said,
  );
  expect(Object.keys(problems)).toEqual(['amount_paise', 'category', 'date']);
  expect(placeOfFirst(problems)).toBe('amount-input');
});

test('an amount that can’t be read says why', () => {
  const problems = problemsOf({ ...right, amount_paise: null }, { ...said, amount: 'too fine' });
  expect(problems).toEqual({ amount_paise: 'too fine' });
});

test('where the line is wrong the amount is not said to be missing too', () => {
  const problems = problemsOf({ ...right, amount_paise: null }, { ...said, line: 'which?' });
  expect(problems).toEqual({ line: 'which?' });
  expect(placeOfFirst(problems)).toBe('quick-entry');
});

test('a category that is not known yet can’t be saved', () =>
  expect(Object.keys(problemsOf({ ...right, category: 'awaited' }, said))).toEqual(['category']));

test('what is left in the field of tags is settled last', () => {
  const problems = problemsOf({ ...right, date: '' }, { ...said, tags: 'too long' });
  expect(Object.keys(problems)).toEqual(['date', 'tags']);
  expect(placeOfFirst({ tags: 'too long' })).toBe('tags-input');
});
