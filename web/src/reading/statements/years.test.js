import { expect, it } from 'vitest';

import { withYears } from './years.js';

/** @param {string[]} lines */
const days = (lines) =>
  withYears(
    lines.map((line, index) => ({ line: index + 1, cells: line.split('|') })),
    [],
    '2026-11-28',
  )
    ?.rows.map(({ cells }) => cells[0])
    .slice(1) ?? null;

it.each([
  [
    ['Statement for October 2026', '1 Oct|Tea', '13-Oct|Bus'],
    ['1 Oct 2026', '13-Oct 2026'],
  ],
  [
    ['Period: 12/12/2026 to 11/01/2027', '31 Dec|Tea', '3 Jan|Bus'],
    ['31 Dec 2026', '3 Jan 2027'],
  ],
  [
    ['Due date January 28, 2027', 'December 31|Tea', 'January 3|Bus'],
    ['December 31 2026', 'January 3 2027'],
  ],
  [
    ['October 2026', 'Thu, Oct 1|Tea', 'Friday 2 Oct|Bus'],
    ['Thu, Oct 1 2026', 'Friday 2 Oct 2026'],
  ],
  [
    ['October 2026', '1/10|Tea', '13/10|Bus'],
    ['2026-10-1', '2026-10-13'],
  ],
  [
    ['October 2026', '10/1|Tea', '10/13|Bus'],
    ['2026-10-1', '2026-10-13'],
  ],
  [
    ['October 2026', '1/4|Tea', '1/2|Bus'],
    ['1/4', '1/2'],
  ],
  [['Expenses', '1 Oct|Tea', '13 Oct|Bus'], null],
  [['October 2026', '1 Oct|Tea', 'Total|20'], null],
  // The latest that has been, below a name of days.
  [
    ['Date|Item', '30 Dec|Tea', '3 Jan|Bus', '28 Nov|Milk', '29 Feb|Rice'],
    ['2025-12-30', '2026-01-03', '2026-11-28', '2024-02-29'],
  ],
  [
    ['Date|Item', '12/10|Tea', '13/10|Bus', '1/12|Milk'],
    ['2026-10-12', '2026-10-13', '2025-12-01'],
  ],
  [
    ['Date|Item', '10/12|Tea', '10/13|Bus'],
    ['2026-10-12', '2026-10-13'],
  ],
  [['Date|Item', '1 Oct|Tea', 'Total|20'], null],
])('%j', (lines, expected) => expect(days(lines)).toEqual(expected));
