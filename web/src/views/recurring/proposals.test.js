import { describe, expect, it } from 'vitest';
import { times } from '../../data/recurrence.js';
import { proposals } from './proposals.js';

const TODAY = '2026-11-25';

/** @param {string} date @param {Partial<import('../../types.js').Expense>} [fields] */
const paid = (date, fields = {}) =>
  /** @type {import('../../types.js').Expense} */ ({
    id: date,
    date,
    amount_paise: 649_00,
    category: 'entertainment',
    description: 'Netflix',
    tags: ['tv'],
    version: 1,
    ...fields,
  });

const MONTHLY = ['2026-11-05', '2026-10-05', '2026-09-05'];

/** @param {string[]} dates @param {Partial<import('../../types.js').Expense>} [fields] */
const history = (dates, fields) => dates.map((date) => paid(date, fields));

it('is the same payee, once a month, with the same amount, three times', () => {
  expect(proposals(history(MONTHLY), [], TODAY)).toEqual([
    {
      payee: 'netflix',
      name: 'Netflix',
      interval: 'month',
      times: 3,
      amount_paise: 649_00,
      date: '2026-11-05',
      draft: {
        description: 'Netflix',
        amount_paise: 649_00,
        category: 'entertainment',
        tags: ['tv'],
        frequency: 'monthly',
        every: 1,
        day: 5,
        start: '2026-12-05',
      },
    },
  ]);
});

describe('an interval', () => {
  it.each([
    ['week', ['2026-11-21', '2026-11-14', '2026-11-06'], 'weekly', 1],
    ['fortnight', ['2026-11-20', '2026-11-06', '2026-10-23'], 'weekly', 2],
    ['month', ['2026-10-31', '2026-09-30', '2026-09-01'], 'monthly', 1],
    ['quarter', ['2026-10-15', '2026-07-16', '2026-04-14'], 'monthly', 3],
    ['half', ['2026-10-10', '2026-04-11', '2025-10-09'], 'monthly', 6],
    ['year', ['2026-11-01', '2025-11-03', '2024-11-02'], 'yearly', 1],
  ])('may be a %s', (interval, dates, frequency, every) => {
    const [found] = proposals(history(dates), [], TODAY);
    expect(found.interval).toBe(interval);
    expect(found.draft).toMatchObject({ frequency, every });
    expect(String(found.draft.start) > TODAY).toBe(true);
  });

  it('counts back only as far as it is steady', () => {
    const dates = [...MONTHLY, '2026-08-05', '2026-06-20', '2026-06-18'];
    expect(proposals(history(dates), [], TODAY)[0].times).toBe(4);
  });
});

it.each([
  ['2026-11-24', ['2026-11-16', '2026-11-09', '2026-11-02'], ['2026-11-30', '2026-12-07']],
  ['2026-11-30', ['2026-11-16', '2026-11-02', '2026-10-19'], ['2026-12-14', '2026-12-28']],
  ['2026-10-02', ['2026-08-31', '2026-07-31', '2026-06-30'], ['2026-10-31', '2026-11-30']],
  ['2026-11-08', ['2026-08-05', '2026-05-05', '2026-02-05'], ['2027-02-05', '2027-05-05']],
  ['2026-12-02', ['2025-11-28', '2024-11-28', '2023-11-28'], ['2027-11-28', '2028-11-28']],
  ['2026-11-24', ['2026-11-05', '2026-10-05', '2026-09-05'], ['2026-12-05', '2027-01-05']],
])('on %s, of %j, begins where it would have come: %j', (today, dates, days) => {
  const [{ draft }] = proposals(history(dates), [], today);
  const coming = times(/** @type {import('../../data/recurrence.js').Recurrence} */ (draft));
  expect([coming.next().value?.day, coming.next().value?.day]).toEqual(days);
});

it('is seen beside a purchase or two that are none of it', () => {
  const extra = [paid('2026-11-20', { amount_paise: 99_00 }), paid('2026-09-20')];
  const dates = [extra[0], ...history(MONTHLY.slice(0, 2)), extra[1], ...history(MONTHLY.slice(2))];
  expect(proposals(dates, [], TODAY)).toMatchObject([{ times: 3, date: '2026-11-05' }]);
  const often = history(['2026-11-05', '2026-10-28', '2026-10-20', '2026-10-05', '2026-09-20']);
  expect(proposals([...often, paid('2026-09-05')], [], TODAY)).toEqual([]);
});

it('asks each time where amounts differ a little', () => {
  const power = [900_00, 1_000_00, 1_100_00].map((amount_paise, at) =>
    paid(MONTHLY[at], { amount_paise }),
  );
  expect(proposals(power, [], TODAY)[0].draft.amount_paise).toBe(null);
});

describe('nothing is proposed of', () => {
  /** @type {[string, import('../../types.js').Expense[]][]} */
  const cases = [
    ['two', history(MONTHLY.slice(0, 2))],
    ['days without a rhythm', history(['2026-11-05', '2026-10-20', '2026-09-05'])],
    [
      'amounts that have little in common',
      [400_00, 900_00, 200_00].map((amount_paise, at) => paid(MONTHLY[at], { amount_paise })),
    ],
    ['what ended', history(['2026-09-05', '2026-08-05', '2026-07-05'])],
    ['what has no payee', history(MONTHLY, { description: '' })],
    ['what a rule recorded', history(MONTHLY, { rule: 'r' })],
    ['money that came back', history(MONTHLY, { kind: 'refund' })],
  ];
  it.each(cases)('%s', (_, expenses) => expect(proposals(expenses, [], TODAY)).toEqual([]));

  it('what is a rule already, however it is written', () => {
    expect(proposals(history(MONTHLY), [{ description: 'NETFLIX ' }], TODAY)).toEqual([]);
  });
});
