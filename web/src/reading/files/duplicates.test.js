import { expect, it } from 'vitest';

import { presence } from './duplicates.js';

/** @param {string} id @param {number} amount_paise @param {string} [description] @param {string} [date] */
const entry = (id, amount_paise, description = '', date = '2018-09-20') => ({
  id,
  date,
  amount_paise,
  description,
});

it('knows a row that was imported before by its id, even if it was edited since', () => {
  expect(presence([entry('a', 100, 'tea')], [entry('a', 999, 'coffee', '2019-01-01')])).toEqual([
    'imported',
  ]);
});

it('flags an expense of the same day and amount that reads the same', () => {
  const existing = [entry('x', 6000, 'Idli, vada'), entry('y', 6000, 'Taxi')];
  expect(presence([entry('a', 6000, 'idli vada mix 2 plates')], existing)).toEqual(['similar']);
  expect(presence([entry('a', 6000, 'Cinema')], existing)).toEqual([null]);
  expect(presence([entry('a', 6000, 'taxi', '2018-09-21')], existing)).toEqual([null]);
  expect(presence([entry('a', 6001, 'taxi')], existing)).toEqual([null]);
});

it('lets one expense explain one row only', () => {
  const incoming = [entry('a', 6000, 'tea'), entry('b', 6000, 'tea')];
  expect(presence(incoming, [entry('x', 6000, 'tea')])).toEqual(['similar', null]);
});

it('does not take a row of the file for the double of another', () => {
  const incoming = [entry('a', 6000, 'tea'), entry('b', 6000, 'tea')];
  expect(presence(incoming, [entry('a', 6000, 'tea')])).toEqual(['imported', null]);
});
