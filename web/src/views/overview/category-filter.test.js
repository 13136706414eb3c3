import { expect, it } from 'vitest';

import { readFilter, toggleExcluded, togglePicked, writeFilter } from './category-filter.js';

it('stands in the address and is read back', () => {
  const filter = { picked: new Set(['a', 'b']), excluded: new Set(['rent']) };
  expect(writeFilter(filter)).toEqual({ only: 'a,b', without: 'rent' });
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(readFilter({})).toEqual({ picked: new Set(), excluded: new Set() });
});

it('picks and lets go', () => {
  const once = togglePicked(readFilter({}), 'a');
  expect([...once.picked]).toEqual(['a']);
  expect([...togglePicked(once, 'a').picked]).toEqual([]);
});

it('leaves out and brings back, and what is left out is not picked', () => {
  const filter = toggleExcluded(readFilter({ only: 'a,b' }), 'a');
  expect(writeFilter(filter)).toEqual({ only: 'b', without: 'a' });
  expect(writeFilter(toggleExcluded(filter, 'a'))).toEqual({ only: 'b', without: '' });
});
