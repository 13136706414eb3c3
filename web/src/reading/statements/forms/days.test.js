import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { readText, told } from './told.js';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-28T10:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const SERIAL = 'its days are numbers of a spreadsheet, which are taken for days';
const LATEST = 'its days have no year: the latest that isn’t ahead is taken';

/** Days that aren’t written out, and what is said of the file. @type {[string, string, string[], string][]} */
const ROWS = [
  [
    'a spreadsheet’s numbers of days',
    'Date,Description,Amount\n45987,Milk,64\n45988,Bread,45\n',
    ['E 2025-11-26 6400', 'E 2025-11-27 4500'],
    SERIAL,
  ],
  [
    'the same with a time, below another name, beside a balance',
    `Txn Date,Narration,Debit,Credit,Balance
46308,UPI/tea,450,,9550
46309,Salary,,50000,59550
46310.5,Rent,15000,,44550
`,
    ['E 2026-10-13 45000', 'L money in', 'E 2026-10-15 1500000'],
    SERIAL,
  ],
  [
    'days without a year, over the turn of one',
    'Date,Item,Amount\n30 Dec,Milk,64\n3 Jan,Bus,120\n',
    ['E 2025-12-30 6400', 'E 2026-01-03 12000'],
    LATEST,
  ],
  [
    'lines that begin with such days',
    '12 Oct - Milk 64\n13 Oct - Bus 120\n',
    ['E 2026-10-12 6400', 'E 2026-10-13 12000'],
    LATEST,
  ],
];

it.each(ROWS)('%s', async (_, text, rows, doubt) => {
  expect(await told(text)).toEqual(rows);
  expect((await readText(text)).doubts).toContain(doubt);
});

it('leaves amounts of five digits as they are beside days', async () => {
  const text = 'Date,Item,Amount\n13/10/2026,Sofa,45987\n14/10/2026,Bed,46001\n';
  expect(await told(text)).toEqual(['E 2026-10-13 4598700', 'E 2026-10-14 4600100']);
});
