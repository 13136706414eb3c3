import { describe, expect, test } from 'vitest';
import { typedDates } from './typed-dates.js';

/** A Wednesday. */
const TODAY = '2026-11-25';

describe('what is typed into a field for a date', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['2026-03-31', ['2026-03-31']],
    ['31 Mar 2026', ['2026-03-31']],
    ['5 March 1999', ['1999-03-05']],
    ['31/3/26', ['2026-03-31']],
    ['३१/३/२६', ['2026-03-31']],
    ['today', ['2026-11-25']],
    ['  Yesterday ', ['2026-11-24']],
    ['parson', ['2026-11-23']],
    ['कल', ['2026-11-24']],
    ['12 nov', ['2026-11-12']],
    ['28 dec', ['2025-12-28']],
    ['nov 1 2025', ['2025-11-01']],
    ['fri', ['2026-11-20']],
    ['2 days back', ['2026-11-23']],
    ['12th', ['2026-11-12']],
    ['12', ['2026-11-12']],
    ['30', ['2026-10-30']],
    ['next friday', ['2026-11-27', '2026-12-04']],
    ['next monday', ['2026-11-30']],
    ['last month', ['2026-10-25', '2026-11-25']],
    ['31 feb', []],
    ['32', []],
    ['0', []],
    ['12 nov chai', []],
    ['chai yesterday', []],
    ['mon or tue', []],
    ['1 nov 2 nov', []],
    ['sometime', []],
    ['3 Feb 1850', []],
  ])('%j is %j', (typed, dates) => {
    expect(typedDates(typed, TODAY)).toEqual(dates);
  });
});
