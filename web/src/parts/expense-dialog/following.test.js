import { expect, test } from 'vitest';
import { followed } from './following.js';

const base = { date: '2026-11-20', category: '', description: '', tags: [], amount_paise: null };
const read = {
  amount_paise: 12000,
  date: '2026-11-25',
  category: 'food-dining',
  description: 'chai',
  tags: ['office'],
};

test('all fields follow the line', () =>
  expect(followed({ read, dated: true }, { base, byHand: [] })).toEqual(read));

test('a line that says so makes a refund, one that does not leaves what the form is', () => {
  const refund = /** @type {const} */ ('refund');
  const said = (/** @type {any} */ line, /** @type {any} */ form) =>
    followed({ read: { ...read, ...line }, dated: true }, { base: form, byHand: [] }).kind;
  expect(said({ kind: refund }, base)).toBe('refund');
  expect(said({}, { ...base, kind: refund })).toBe('refund');
  expect(said({}, base)).toBeUndefined();
});

test('what was corrected by hand stays, even where it was emptied', () => {
  const byHand = ['amount_paise', 'category', 'tags', 'date'];
  expect(followed({ read, dated: true }, { base, byHand })).toEqual({ description: 'chai' });
});

test('the form’s own day and category stay where the line says none', () => {
  const own = { ...base, category: 'rent' };
  const said = { ...read, category: '' };
  expect(followed({ read: said, dated: false }, { base: own, byHand: [] })).toMatchObject({
    date: '2026-11-20',
    category: 'rent',
  });
});

test('a message’s reference goes with the message', () => {
  const message = { read: { ...read, reference: '432198765' }, dated: true };
  expect(followed(message, { base, byHand: [] })).toHaveProperty('reference', '432198765');
  const typedOver = followed({ read, dated: true }, { base, byHand: [] });
  expect({ reference: '432198765', ...typedOver }.reference).toBe(undefined);
});
