import { expect, test } from 'vitest';
import { FIELDS, onDevice } from './device-double.js';
import { ServerDouble } from './server-double.js';
import { countWaiting } from './waiting.js';

const device = onDevice();

test('what is not sent counts in whichever ledger it is, and what waits to be looked at', async () => {
  const { server, store } = device;
  server.shared.set('home', new ServerDouble([]));
  const home = /** @type {ServerDouble} */ (server.shared.get('home'));
  expect(await countWaiting(store)).toBe(0);

  await store.enter('home');
  home.state = 'refusing';
  store.addExpense(FIELDS);
  await device.settled();
  home.state = 'down';
  store.addExpense(FIELDS);
  store.budgets.change('rent', '2026-11', 500);
  store.addCategory({ name: 'Chess' });
  await device.settled();
  expect(await countWaiting(store)).toBe(4);

  await store.enter('');
  server.state = 'down';
  store.deleteExpense(store.expenses({}).items[0]);
  await device.settled();
  expect(store.state.unsent).toBe(1);
  expect(await countWaiting(store)).toBe(5);
});
