import { describe, expect, it } from 'vitest';
import { costsOf, risesOf } from './recurring-costs.js';

const TODAY = '2026-11-25';

/** @param {Partial<import('../../types.js').Rule>} fields */
const rule = (fields = {}) =>
  /** @type {import('../../types.js').Rule} */ ({
    id: 'netflix',
    amount_paise: 649_00,
    frequency: 'monthly',
    every: 1,
    start: '2026-01-05',
    next: '2026-12-05',
    skipped: [],
    ...fields,
  });

/** @param {string} date @param {number} amount_paise @param {string} [by] */
const recorded = (date, amount_paise, by = 'netflix') =>
  /** @type {import('../../types.js').Expense} */ ({ id: date, date, amount_paise, rule: by });

describe('what it comes to', () => {
  it('is what is due in the next twelve months, and a twelfth of it', () => {
    const yearly = rule({ id: 'b', frequency: 'yearly', amount_paise: 1_000_00 });
    expect(costsOf([rule(), yearly], [], TODAY)).toEqual({
      year: 12 * 649_00 + 1_000_00,
      month: 732_33,
      isEstimate: false,
      unknown: 0,
    });
  });

  it('knows where it ends, and what is skipped, paused or over', () => {
    const loan = rule({ count: 14, skipped: ['2026-12-05'] });
    expect(costsOf([loan], [], TODAY).year).toBe(2 * 649_00);
    expect(costsOf([rule({ next: null })], [], TODAY).year).toBe(0);
  });

  it('is of the months to come, whatever waits since an earlier one', () => {
    expect(costsOf([rule({ next: '2026-09-05', state: 'waiting' })], [], TODAY).year).toBe(
      12 * 649_00,
    );
  });

  it('takes the last amount of what asks each time, and says what has none', () => {
    const power = rule({ id: 'power', amount_paise: null });
    const history = [recorded('2026-11-05', 900_00, 'power'), recorded('2026-10-05', 1, 'power')];
    expect(costsOf([power], history, TODAY)).toMatchObject({
      year: 12 * 900_00,
      isEstimate: true,
      unknown: 0,
    });
    expect(costsOf([power], [], TODAY)).toMatchObject({ year: 0, isEstimate: false, unknown: 1 });
  });
});

describe('what rose', () => {
  it('is what cost more than the time before', () => {
    const history = [recorded('2026-11-05', 649_00), recorded('2026-10-05', 499_00)];
    expect(risesOf([rule()], history)).toEqual([
      { rule: rule(), before: 499_00, after: 649_00, date: '2026-11-05', isAhead: false },
    ]);
  });

  it('is what will cost more the next time', () => {
    const [rise] = risesOf([rule({ amount_paise: 799_00 })], [recorded('2026-11-05', 649_00)]);
    expect(rise).toMatchObject({
      before: 649_00,
      after: 799_00,
      date: '2026-12-05',
      isAhead: true,
    });
  });

  it('is nothing that stayed, fell, or was recorded once', () => {
    const fell = [recorded('2026-11-05', 499_00), recorded('2026-10-05', 649_00)];
    expect(risesOf([rule({ amount_paise: 499_00 })], fell)).toEqual([]);
    expect(risesOf([rule()], [recorded('2026-11-05', 649_00)])).toEqual([]);
    expect(risesOf([rule()], [])).toEqual([]);
  });
});
