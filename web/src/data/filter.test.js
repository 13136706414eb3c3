import { expect, it } from 'vitest';

import { isListedOnly, isNarrowed, joined, passesCategory, readFilter, toggled } from './filter.js';

it('reads several from an address, each once', () => {
  expect(readFilter({ category: 'a,b,a', without: 'rent', tag: ' Home ,weekly' })).toEqual({
    category: ['a', 'b'],
    without: ['rent'],
    tag: ['home', 'weekly'],
  });
});

it('tells a comma within a tag from one between two', () => {
  const tag = ['a, b', 'c\\d', 'e\\,'];
  expect(joined(tag)).toBe('a\\, b,c\\\\d,e\\\\\\,');
  expect(readFilter({ tag: joined(tag) })).toEqual({ tag });
});

it('narrows to a kind that there is, of which no summary tells', () => {
  expect(readFilter({ kind: 'refund' })).toEqual({ kind: 'refund' });
  expect(readFilter({ kind: 'expense' })).toEqual({ kind: 'expense' });
  expect(readFilter({ kind: 'income' })).toEqual({});
  expect(isListedOnly({ kind: 'refund' })).toBe(true);
  expect(isListedOnly({ q: 'chai' })).toBe(true);
  expect(isListedOnly({ tag: ['home'], by: ['m1'], from: '2026-01-01' })).toBe(false);
});

it('leaves out what is empty and what makes no sense', () => {
  const params = { from: 'yesterday', to: '2026-02-31', category: '<b>,,', tag: ' , ', q: '  ' };
  expect(readFilter(params)).toEqual({});
  expect(isNarrowed(readFilter(params))).toBe(false);
  expect(isNarrowed({ category: [] })).toBe(false);
  expect(isNarrowed({ q: 'milk' })).toBe(true);
});

it('chooses and lets go', () => {
  const once = toggled({ from: '2026-01-01' }, 'category', 'a');
  expect(once).toEqual({ from: '2026-01-01', category: ['a'] });
  expect(toggled(once, 'category', 'a')).toEqual({ from: '2026-01-01' });
  expect(toggled({ tag: ['a'] }, 'tag', 'b')).toEqual({ tag: ['a', 'b'] });
});

it('leaves out and brings back, and what is left out is not picked', () => {
  const filter = toggled({ category: ['a', 'b'] }, 'without', 'a');
  expect(filter).toEqual({ category: ['b'], without: ['a'] });
  expect(toggled(filter, 'without', 'a')).toEqual({ category: ['b'] });
  expect(toggled(filter, 'category', 'a')).toEqual({ category: ['b', 'a'] });
});

it('passes a category that is picked and not left out', () => {
  expect(passesCategory('a', {})).toBe(true);
  expect(passesCategory('a', { category: ['b'] })).toBe(false);
  expect(passesCategory('a', { category: ['a'], without: ['a'] })).toBe(false);
});
