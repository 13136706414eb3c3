import { expect, test } from 'vitest';
import { Entry } from './entry.js';

const TODAY = '2026-11-25';

test('a new one is of today, and nothing would be lost by closing', () => {
  const entry = new Entry({}, TODAY);
  expect(entry.fields).toMatchObject({ date: TODAY, amount_paise: null, category: '' });
  expect(entry.dirty).toBe(false);
});

test('what is filled in freshly is not typed, what is given back is', () => {
  expect(new Entry({ fields: { date: '2026-02-03' }, fresh: true }, TODAY).dirty).toBe(false);
  expect(new Entry({ fields: { date: '2026-02-03' } }, TODAY).dirty).toBe(true);
});

test('what was corrected by hand follows the line no more', () => {
  const entry = new Entry({}, TODAY);
  entry.correct({ category: 'family' });
  const understood = { read: { amount_paise: 12000, category: 'food', date: TODAY }, dated: false };
  entry.follow('120 chai', /** @type {any} */ (understood));
  expect(entry.fields).toMatchObject({ amount_paise: 12000, category: 'family' });
  expect(entry.hasChosenCategory).toBe(true);
});

test('all that is typed is given back, an amount and a date that are none as their text', () => {
  const entry = new Entry({}, TODAY);
  entry.correct({ description: 'Chai' });
  entry.amountText = '1.2.3';
  entry.dateText = '31 feb';
  entry.correct({ date: '' });
  const back = new Entry(entry.typed(), TODAY);
  expect(back).toMatchObject({ amountText: '1.2.3', byHand: ['description', 'date'], dirty: true });
  expect(back.dateText).toBe('31 feb');
  expect(back.fields).toEqual(entry.fields);
});
