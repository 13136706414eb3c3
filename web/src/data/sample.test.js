import { describe, expect, it } from 'vitest';

import { isDate } from '../writing/dates.js';
import { isId } from '../reading/identity.js';
import { loadSample, removeSample, sampleExpenses } from './sample.js';

const TODAY = '2026-11-23';

describe('the sample', () => {
  it('is half a year up to today, the same each time', async () => {
    const expenses = await sampleExpenses(TODAY);
    expect(await sampleExpenses(TODAY)).toEqual(expenses);
    expect(expenses[0].date).toBe('2026-06-01');
    expect(expenses.every(({ date }) => isDate(date) && date <= TODAY)).toBe(true);
    expect(expenses.length).toBeGreaterThan(100);
    expect(expenses.length).toBeLessThan(300);
  });

  it('is made of expenses that the API accepts, each marked', async () => {
    for (const { id, amount_paise, tags, description } of await sampleExpenses('2024-03-01')) {
      expect(isId(id)).toBe(true);
      expect(Number.isSafeInteger(amount_paise) && amount_paise > 0).toBe(true);
      expect(tags).toContain('sample');
      expect(description).not.toBe('');
    }
  });

  it('is not there twice when loaded twice, even on another day', async () => {
    const first = (await sampleExpenses(TODAY)).map(({ id }) => id);
    const later = (await sampleExpenses('2026-12-02')).map(({ id }) => id);
    const shorter = Math.min(first.length, later.length);
    expect(new Set(first).size).toBe(first.length);
    expect(later.slice(0, shorter)).toEqual(first.slice(0, shorter));
  });
});

describe('with a ledger', () => {
  /** @type {Map<string, any>} */
  const ledger = new Map([['mine', { id: 'mine', tags: ['sample'] }]]);
  const store = /** @type {any} */ ({
    state: { today: TODAY },
    async addExpenses(/** @type {any[]} */ expenses) {
      for (const expense of expenses) ledger.set(expense.id, expense);
      return { results: [], stopped: null };
    },
    async loadAll(/** @type {{tag: string[]}} */ { tag }) {
      return [...ledger.values()].filter(({ tags }) => tags.includes(tag[0]));
    },
    async deleteExpenses(/** @type {{id: string}[]} */ expenses) {
      return expenses.filter(({ id }) => ledger.delete(id)).length;
    },
  });

  it('is loaded, and removed without touching what a person tagged the same', async () => {
    expect(await loadSample(store)).toBe(true);
    const loaded = ledger.size - 1;
    expect(await removeSample(store)).toBe(loaded);
    expect([...ledger.keys()]).toEqual(['mine']);
  });
});
