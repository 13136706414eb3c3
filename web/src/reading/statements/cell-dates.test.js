import { describe, expect, it } from 'vitest';

import { dateOrderAmong } from './cell-dates.js';

describe('days and months that could be the other way round', () => {
  const days = ['01/10/2026', '03/10/2026', '05/10/2026'];

  it('are as in the dates around them', () => {
    const period = 'Statement from 01-10-2026 to 31-10-2026';
    expect(dateOrderAmong(days, period)).toMatchObject({ order: 'dmy', sure: true });
    const american = 'Statement from 10/01/2026 to 10/31/2026';
    expect(dateOrderAmong(days, american)).toMatchObject({ order: 'mdy', sure: true });
  });

  it('stay unsure where nothing tells, or only other numbers do', () => {
    for (const around of ['', '01-10-2026 to 05-10-2026', 'Ref 1/31/2026/4', '2026-10-31'])
      expect(dateOrderAmong(days, around)).toMatchObject({ order: 'dmy', sure: false });
  });

  it('are as they say themselves, whatever stands around', () => {
    const sure = dateOrderAmong(['10/31/2026', '10/05/2026'], '31/10/2026');
    expect(sure).toMatchObject({ order: 'mdy', sure: true });
  });
});
