import { expect, it } from 'vitest';

import { periodAround } from './period.js';
import { periodLabel, rangeLabel } from './period-label.js';

it.each(
  /** @type {const} */ ([
    ['week', '2018-03-20', '19 – 25 Mar 2018'],
    ['week', '2018-10-01', '1 – 7 Oct 2018'],
    ['week', '2018-12-31', '31 Dec 2018 – 6 Jan 2019'],
    ['week', '2018-08-01', '30 Jul – 5 Aug 2018'],
    ['month', '2018-03-20', 'March 2018'],
    ['year', '2018-09-20', '2018'],
    ['fy', '2018-03-20', 'FY 2017–18'],
    ['fy', '1999-09-20', 'FY 1999–00'],
    ['all', '2018-09-20', 'All time'],
  ]),
)('the %s of %s is called %s', (kind, date, label) =>
  expect(periodLabel(periodAround(kind, date))).toBe(label),
);

it.each([
  ['2018-11-01', '2018-11-30', 'November 2018'],
  ['2018-01-01', '2018-12-31', '2018'],
  ['2018-11-01', '2018-11-23', '1 – 23 Nov 2018'],
  ['2018-11-05', '2018-11-05', '5 Nov 2018'],
  ['2017-04-01', '2018-03-31', 'FY 2017–18'],
  ['2017-04-02', '2018-03-31', '2 Apr 2017 – 31 Mar 2018'],
])('the range from %s to %s is called %s', (from, to, label) =>
  expect(rangeLabel({ from, to })).toBe(label),
);
