import { expect, test } from 'vitest';
import { FIELDS, onDevice } from './device-double.js';

const device = onDevice();
const amounts = (/** @type {{amount_paise: number}[]} */ expenses) =>
  expenses.map(({ amount_paise }) => amount_paise);

test('two adds that are refused both wait to be corrected, over a reload', async () => {
  const { store, server } = device;
  server.state = 'refusing';
  store.addExpense({ ...FIELDS, amount_paise: 100 });
  store.addExpense({ ...FIELDS, amount_paise: 200 });
  await device.settled();
  const reopened = await device.open();
  const { refused } = reopened.state;
  expect(refused.map(({ change }) => change.after?.amount_paise)).toEqual([100, 200]);
  expect(refused[0].reason).toBe('is archived');
  reopened.reviewRefused(refused[0].id);
  expect(reopened.state.form).toMatchObject({
    fields: { amount_paise: 100 },
    settles: refused[0].id,
  });
  expect(reopened.state.refused).toHaveLength(2);
  reopened.settle(refused[0].id);
  expect(reopened.state.refused.map(({ id }) => id)).toEqual([refused[1].id]);
});

test('what was edited while the add was on its way is refused as it was last wanted', async () => {
  const { store, server } = device;
  server.holding = true;
  const added = store.addExpense(FIELDS);
  store.editExpense(added, { description: 'all of this was typed' });
  server.state = 'refusing';
  server.release();
  await device.settled();
  expect(store.state.refused).toHaveLength(1);
  expect(store.state.refused[0].change).toMatchObject({
    kind: 'add',
    after: { description: 'all of this was typed' },
  });
});

test('a refused add withdraws the notice that it was added', async () => {
  const { store, server } = device;
  server.state = 'refusing';
  const { id } = store.addExpense(FIELDS);
  store.notify({ text: 'added', about: id });
  await device.settled();
  expect(store.state.notices.map(({ kind }) => kind)).toEqual(['error']);
});

test('two edits that meet newer versions are both shown, over a reload', async () => {
  const { store, server } = device;
  server.put({ id: 'b', amount_paise: 1 });
  store.refresh();
  store.expenses({});
  await device.settled();
  const [b, a] = store.expenses({}).items;
  server.put({ id: 'a', amount_paise: 2000, version: 2 });
  server.put({ id: 'b', amount_paise: 3000, version: 2 });
  store.editExpense(a, { amount_paise: 5 });
  store.editExpense(b, { amount_paise: 6 });
  await device.settled();
  const reopened = await device.open();
  const { conflicts } = reopened.state;
  expect(conflicts.map(({ change }) => change.after?.amount_paise)).toEqual([5, 6]);
  reopened.resolveConflict(conflicts[0].id, 'mine');
  reopened.resolveConflict(conflicts[1].id, 'theirs');
  await device.settled();
  expect(amounts([...server.expenses.values()])).toEqual([5, 3000]);
  expect(reopened.state.conflicts).toEqual([]);
});

test('each of several deletes can be undone, also after a reload', async () => {
  const { store, server } = device;
  server.put({ id: 'b', amount_paise: 1 });
  store.refresh();
  store.expenses({});
  await device.settled();
  for (const expense of store.expenses({}).items) store.deleteExpense(expense);
  await device.settled();
  expect(server.expenses.size).toBe(0);
  expect(store.state.notices.filter(({ action }) => action)).toHaveLength(2);
  const reopened = await device.open();
  expect([reopened.undo(), reopened.undo(), reopened.undo()]).toEqual(['a', 'b', null]);
  await device.settled();
  expect(amounts([...server.expenses.values()])).toEqual([1000, 1]);
});

test('a delete of what has changed since shows the newer version first', async () => {
  const { store, server } = device;
  const [a] = store.expenses({}).items;
  server.put({ ...a, amount_paise: 2000, version: 2 });
  store.deleteExpense(a);
  await device.settled();
  expect(server.expenses.get('a')).toMatchObject({ amount_paise: 2000 });
  expect(store.state.deleted).toEqual([]);
  expect(store.state.notices).toEqual([]);
  const [conflict] = store.state.conflicts;
  expect(conflict).toMatchObject({
    change: { before: { amount_paise: 1000 }, after: null },
    theirs: { amount_paise: 2000 },
  });
  store.resolveConflict(conflict.id, 'mine');
  await device.settled();
  expect(server.expenses.size).toBe(0);
  expect(store.undo()).toBe('a');
  await device.settled();
  expect(server.expenses.get('a')).toMatchObject({ amount_paise: 2000 });
});

test('a delete that was undone before it met a newer version asks nothing', async () => {
  const { store, server } = device;
  const [a] = store.expenses({}).items;
  server.put({ ...a, amount_paise: 2000, version: 2 });
  server.holding = true;
  store.deleteExpense(a);
  store.undo();
  server.release();
  await device.settled();
  expect(store.state.conflicts).toEqual([]);
  expect(server.expenses.get('a')).toMatchObject({ amount_paise: 2000, version: 2 });
});
