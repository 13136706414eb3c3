import { expect, test } from 'vitest';
import { findExpense, refundedBefore } from './purchases.js';
import { ServerDouble } from './server-double.js';

/** @param {any[]} [pending] */
function store(pending = []) {
  const server = new ServerDouble([{ id: 'a', description: 'Swiggy' }]);
  return { server, store: { state: { pending }, api: /** @type {any} */ (server) } };
}

test('asks for one', async () => {
  expect(await findExpense(store().store, 'a')).toMatchObject({ description: 'Swiggy' });
});

test('one that is gone is none', async () => {
  expect(await findExpense(store().store, 'b')).toBeNull();
});

test('what is not sent yet is what it is', async () => {
  const before = { id: 'a', description: 'Swiggy' };
  const after = { id: 'a', description: 'Zomato' };
  const { server, store: changed } = store([
    { id: '1', kind: 'edit', before, after },
    { id: '2', kind: 'delete', before: after, after: null },
  ]);
  expect(await findExpense(changed, 'a')).toBeNull();
  changed.state.pending.pop();
  expect(await findExpense(changed, 'a')).toBe(after);
  expect(server.log).toEqual([]);
});

test('no answer is not taken for none', async () => {
  const { server, store: lost } = store();
  server.state = 'down';
  await expect(findExpense(lost, 'a')).rejects.toThrow();
});

const purchase = /** @type {any} */ ({ id: 'a', amount_paise: 120000 });

test('what came back before is counted as it will be, and but for the one that is edited', async () => {
  const refund = { kind: /** @type {const} */ ('refund'), of: 'a', amount_paise: 30000 };
  const { server, store: shop } = store([
    { id: '1', kind: 'add', before: null, after: { ...refund, id: 'd', amount_paise: 500 } },
    { id: '2', kind: 'delete', before: { ...refund, id: 'c' }, after: null },
  ]);
  server.put({ ...refund, id: 'b' });
  server.put({ ...refund, id: 'c' });
  server.put({ ...refund, id: 'e', of: 'other' });
  expect(await refundedBefore(shop, purchase)).toBe(30500);
  expect(await refundedBefore(shop, purchase, 'b')).toBe(500);
});

test('of too many refunds nobody can say it', async () => {
  const { store: shop } = store();
  shop.api.listExpenses = async () => ({ items: [], next_cursor: 'more' });
  expect(await refundedBefore(shop, purchase)).toBeNull();
});
