import { expect, test } from 'vitest';
import { destinations } from './transfers.js';

const own = /** @type {any} */ ({ id: '', role: 'owner' });
const home = /** @type {any} */ ({ id: 'home', role: 'owner' });
const goa = /** @type {any} */ ({ id: 'goa', role: 'member' });
const office = /** @type {any} */ ({ id: 'office', role: 'viewer' });

const from = (/** @type {any} */ ledger) =>
  destinations({
    ledger,
    ledgers: { items: [goa, home, office], find: () => own },
  }).map(({ id }) => id);

test('an expense goes to every other ledger in which one may write', () => {
  expect(from(own)).toEqual(['goa', 'home']);
  expect(from(home)).toEqual(['', 'goa']);
});
