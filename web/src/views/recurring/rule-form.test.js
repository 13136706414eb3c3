import { beforeAll, describe, expect, it } from 'vitest';
import { addTexts } from '../../writing/text.js';
import { recurring } from '../../writing/text/en/recurring.js';
import { timesWithin } from '../../data/recurrence.js';
import { contentOf, dueFrom, editOf, errorsIn, fieldsOf } from './rule-form.js';
import { ruleWords } from './rule-words.js';

beforeAll(() => addTexts({ recurring }));

const TODAY = '2026-11-25';
const RENT = { amount_paise: 25_000_00, category: 'rent' };

/** @param {Partial<import('./rule-form.js').Fields>} changes */
const rent = (changes = {}) => ({ ...fieldsOf(RENT, TODAY), ...changes });

describe('a rule from scratch', () => {
  it("is monthly, on today's day", () => {
    expect(contentOf(rent())).toMatchObject({ frequency: 'monthly', day: 25, start: TODAY });
    expect(errorsIn(rent())).toEqual({});
  });

  it('is said in any digits', () => {
    const fields = rent({ every: '३', day: '५', ends: 'after', count: '१२', first: '२' });
    expect([errorsIn(fields), contentOf(fields)]).toMatchObject([
      {},
      { every: 3, day: 5, count: 12, first_number: 2 },
    ]);
  });

  it('needs an amount, or to ask for it', () => {
    expect(Object.keys(errorsIn(rent({ amount_paise: null })))).toEqual(['amount_paise']);
    const asking = rent({ amount_paise: null, asks: true });
    expect([errorsIn(asking), contentOf(asking).amount_paise]).toEqual([{}, null]);
  });

  it.each(
    /** @type {[Partial<import('./rule-form.js').Fields>, string[]][]} */ ([
      [{ description: 'x'.repeat(501) }, ['description']],
      [{ category: '' }, ['category']],
      [{ tags: 'home, ' + 'y'.repeat(33) }, ['tags']],
      [{ tags: 'a,b,c,d,e,f,g,h,i,j,k' }, ['tags']],
      [{ every: '0' }, ['every']],
      [{ every: '1.5' }, ['every']],
      [{ every: '367' }, ['every']],
      [{ day: '32' }, ['day']],
      [{ start: '' }, ['start']],
      [{ ends: 'on', end: '2026-11-24' }, ['end']],
      [{ ends: 'on', end: '2026-12-01', day: '20' }, ['end']],
      [{ ends: 'after', count: '' }, ['count']],
      [{ ends: 'after', count: '24', first: '25' }, ['first']],
    ]),
  )('is refused with %j', (changes, fields) => {
    expect(Object.keys(errorsIn(rent(changes)))).toEqual(fields);
  });

  it('leaves out what does not go with how it repeats', () => {
    const chosen = { on: /** @type {const} */ ('weekday'), weekday: 'monday', day: '5' };
    expect(contentOf(rent({ ...chosen, frequency: 'daily' }))).toMatchObject({
      day: null,
      weekday: null,
      nth: null,
    });
    expect(contentOf(rent({ ...chosen, frequency: 'weekly' }))).toMatchObject({
      day: null,
      weekday: 'monday',
      nth: null,
    });
    expect(contentOf(rent({ ...chosen, nth: -1 }))).toMatchObject({
      day: null,
      weekday: 'monday',
      nth: -1,
    });
    expect(contentOf(rent({ count: '24', first: '7' }))).toMatchObject({
      count: null,
      first_number: 1,
    });
  });

  it('takes tags as they are tidied, each once', () => {
    expect(contentOf(rent({ tags: ' Home, #home,, EMI ' })).tags).toEqual(['home', 'emi']);
  });
});

it('a rule comes out of its form as it went in', () => {
  const rule = /** @type {const} */ ({
    description: 'Car loan',
    amount_paise: 9_876_50,
    category: 'transport',
    tags: ['car', 'emi'],
    frequency: 'yearly',
    every: 2,
    day: 31,
    weekday: null,
    nth: null,
    start: '2026-02-10',
    end: null,
    count: 24,
    first_number: 7,
  });
  const { tags, ...rest } = rule;
  expect(contentOf(fieldsOf({ ...rest, tags: [...tags] }, TODAY))).toEqual(rule);
});

describe('another day of an EMI of six, of which the third was on 5 November', () => {
  const emi = /** @type {import('../../types.js').Rule} */ ({
    ...RENT,
    description: '',
    tags: /** @type {string[]} */ ([]),
    ...{ frequency: 'monthly', every: 1, day: 5, weekday: null, nth: null },
    ...{ start: '2026-09-05', end: null, count: 6, first_number: 1, skipped: ['2027-01-05'] },
    last: '2026-11-05',
  });
  /** What comes after the third. @param {Partial<import('./rule-form.js').Fields>} changes */
  const coming = (changes) => {
    const edit = editOf(emi, contentOf({ ...fieldsOf(emi, TODAY), ...changes }));
    const range = { from: '2026-11-06', to: '2027-12-31' };
    return timesWithin({ ...emi, ...edit }, range).map(({ number, day }) => `${number} ${day}`);
  };

  it.each([
    ['3', ['4 2026-12-03', '6 2027-02-03']],
    ['5', ['4 2026-12-05', '6 2027-02-05']],
    ['28', ['4 2026-12-28', '6 2027-02-28']],
    ['31', ['4 2026-12-31', '6 2027-02-28']],
  ])('the %s, leaves three, each with its number', (day, days) => {
    expect(coming({ day })).toEqual(days);
    expect(coming({ day, amount_paise: 1 })).toEqual(days);
  });

  it('is what is said where more than the day is another', () => {
    expect(coming({ day: '28', start: '2026-11-01', count: '2' })).toEqual([
      '1 2026-11-28',
      '2 2026-12-28',
    ]);
  });
});

describe('from when on an edited rule of the 20th is due, on 10 October', () => {
  const rule = /** @type {import('../../types.js').Rule} */ ({
    ...RENT,
    description: '',
    tags: /** @type {string[]} */ ([]),
    ...{ frequency: 'monthly', every: 1, day: 20, weekday: null, nth: null },
    ...{ start: '2026-08-20', end: null, count: null, first_number: 1 },
    ...{ skipped: /** @type {string[]} */ ([]), paused: false },
    ...{ last: '2026-09-20', next: '2026-10-20' },
  });
  /** @param {Partial<typeof rule>} stands @param {Partial<import('./rule-form.js').Fields>} changes */
  const next = (stands, changes) => {
    const before = { ...rule, ...stands };
    const edit = editOf(before, contentOf({ ...fieldsOf(before, TODAY), ...changes }));
    const from = dueFrom(before, edit, '2026-10-10');
    return timesWithin({ ...before, ...edit }, { from, to: '2027-12-31' })[0].day;
  };

  it.each(
    /** @type {[object, object, string][]} */ ([
      [{}, {}, '2026-10-20'],
      [{}, { day: '5' }, '2026-10-05'],
      [{}, { day: '5', frequency: 'yearly' }, '2027-08-05'],
      [{}, { day: '25' }, '2026-10-25'],
      [{ skipped: ['2026-10-20'], next: '2026-11-20' }, { day: '5' }, '2026-11-05'],
      [{ paused: true, next: null }, { day: '5' }, '2026-11-05'],
      [{ last: null }, { day: '5' }, '2026-11-05'],
      [
        { day: 5, start: '2026-08-05', last: '2026-10-05', next: '2026-11-05' },
        { day: '20' },
        '2026-11-20',
      ],
      [{ last: '2026-07-20', next: '2026-08-20' }, {}, '2026-08-20'],
      [{ last: '2026-08-20', next: '2026-09-20' }, { day: '5' }, '2026-09-05'],
    ]),
  )('as it stands, but %j, edited to %j: next on %s', (stands, changes, day) => {
    expect(next(stands, changes)).toBe(day);
  });
});

describe('when it is due, in words', () => {
  it.each(
    /** @type {[any, string][]} */ ([
      [{ frequency: 'daily' }, 'Every day'],
      [{ frequency: 'daily', every: 3 }, 'Every 3 days'],
      [{ frequency: 'weekly' }, 'Every Wednesday'],
      [{ frequency: 'weekly', every: 2, weekday: 'sunday' }, 'Every 2 weeks on Sunday'],
      [{ frequency: 'monthly' }, 'Every month on the 25th'],
      [{ frequency: 'monthly', day: 1 }, 'Every month on the 1st'],
      [{ frequency: 'monthly', day: 22, every: 3 }, 'Every 3 months on the 22nd'],
      [{ frequency: 'monthly', day: 31 }, 'Every month on its last day'],
      [{ frequency: 'monthly', weekday: 'monday', nth: 1 }, 'Every month on the first Monday'],
      [{ frequency: 'yearly' }, 'Every year on 25 November'],
      [{ frequency: 'yearly', day: 31 }, 'Every year on the last day of November'],
      [
        { frequency: 'yearly', every: 2, weekday: 'friday', nth: -1 },
        'Every 2 years on the last Friday of November',
      ],
      [{ frequency: 'yearly', start: '2028-02-29' }, 'Every year on 29 February'],
    ]),
  )('%j', (rule, words) => expect(ruleWords({ start: TODAY, ...rule })).toBe(words));
});
