import { describe, expect, it } from 'vitest';
import { timesWithin } from '../../data/recurrence.js';
import { parts } from '../../writing/dates.js';
import { changesFor } from './changes-for.js';

const RENT = {
  date: '2026-11-05',
  amount_paise: 25_000_00,
  category: 'rent',
  description: 'Rent',
  tags: ['home', 'flat'],
};
const rule = /** @type {import('../../types.js').Rule} */ ({
  amount_paise: 25_000_00,
  frequency: 'monthly',
  every: 1,
  day: 5,
  weekday: null,
  nth: null,
  start: '2026-05-10',
  end: null,
  count: null,
  first_number: 7,
  skipped: /** @type {string[]} */ ([]),
  last: '2026-11-05',
});
const asking = { ...rule, amount_paise: null };

it.each(
  /** @type {[object, object][]} */ ([
    [{ amount_paise: 26_000_00 }, { amount_paise: 26_000_00 }],
    [{ category: 'family' }, { category: 'family' }],
    [{ description: 'House rent' }, { description: 'House rent' }],
    [{ tags: ['home'] }, { tags: ['home'] }],
    [{ tags: ['flat', 'home'] }, {}],
    [{ date: '2026-12-05' }, {}],
    [{}, {}],
  ]),
)('of %j it is %j', (changed, said) => {
  expect(changesFor(rule, RENT, { ...RENT, ...changed })).toEqual(said);
});

it('leaves an amount to be asked each time', () => {
  expect(changesFor(asking, RENT, { ...RENT, amount_paise: 1, category: 'family' })).toEqual({
    category: 'family',
  });
});

describe('another day of the month', () => {
  /** @param {object} content @param {string} date */
  const changed = (content, date) => changesFor({ ...rule, ...content }, RENT, { ...RENT, date });
  /** The rule's days, with their numbers. @param {object} content */
  const numbered = (content) =>
    timesWithin({ ...rule, ...content }, { from: '2026-01-01', to: '2027-03-31' }).map(
      ({ number, day }) => `${number} ${day}`,
    );

  it.each([
    [{}, '2026-11-07'],
    [{}, '2026-11-03'],
    [{ day: null, start: '2026-06-05' }, '2026-11-03'],
    [{ day: null, start: '2026-06-05' }, '2026-11-30'],
    [{ end: '2027-01-05' }, '2026-11-07'],
    [{ end: '2027-01-06' }, '2026-11-03'],
    [{ count: 15, skipped: ['2026-08-05', '2027-01-05'] }, '2026-11-09'],
    [{ every: 2, start: '2026-05-03' }, '2026-11-30'],
  ])('of %j, to %s, keeps each time and its number', (content, date) => {
    const changes = changed(content, date);
    const { day: to } = parts(date);
    const ahead = (/** @type {string} */ one) => one.split(' ')[1] > '2026-11-05';
    const expected = numbered(content)
      .filter(ahead)
      .map((one) => one.replace(/\d\d$/, String(to).padStart(2, '0')))
      // February has no 30th.
      .map((one) => one.replace('02-30', '02-28'));
    expect(numbered({ ...content, ...changes }).filter(ahead)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(1);
  });

  it('is nothing to a rule that says a weekday, or is not of the month', () => {
    expect(changed({ day: null, weekday: 'monday', nth: 1 }, '2026-11-07')).toEqual({});
    expect(changed({ frequency: 'yearly' }, '2026-11-07')).toEqual({});
  });
});
