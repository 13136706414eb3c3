import { describe, expect, test, vi } from 'vitest';
import { onDevice } from './device-double.js';

const device = onDevice();
const TEA = { id: 'tea', name: 'Tea', colour: '#15803d', builtin: false, archived: false };

/** @param {'up' | 'down'} state @param {(store: import('../store.js').Store) => unknown} [change] */
async function when(state, change = () => {}) {
  device.server.state = state;
  await change(device.store);
  await device.settled();
}
const goesOffline = (/** @type {(store: import('../store.js').Store) => unknown} */ change) =>
  when('down', change);
async function comesBack() {
  await when('up', (store) => store.retry());
  await vi.waitFor(() => expect(device.store.state.unsent).toBe(0));
  await device.settled();
}
const asked = () => device.server.log.filter((one) => !one.startsWith('GET'));
const names = () => device.store.categories.items.map(({ name }) => name);

async function openWithTea() {
  device.server.categories = [TEA];
  const store = await device.open();
  await store.budgets.load();
  device.server.log = [];
  return store;
}

describe('without a network', () => {
  test('a category that is changed stays so, over a reload, and is changed when it is back', async () => {
    await openWithTea();
    await goesOffline(async (store) => {
      expect(await store.editCategory('tea', { name: 'Chai' })).toBeTruthy();
      await store.editCategory('tea', { colour: '#000000' });
    });
    expect(names()).toEqual(['Chai']);
    expect(device.store.state.unsent).toBe(1);
    await device.open();
    expect(device.store.state.unsent).toBe(1);
    await comesBack();
    expect(device.server.categories).toEqual([{ ...TEA, name: 'Chai', colour: '#000000' }]);
    expect([names(), device.store.state.unsent]).toEqual([['Chai'], 0]);
  });

  test('what is shown before the answer to the list has what waits in it', async () => {
    await openWithTea();
    await goesOffline((store) => store.editCategory('tea', { name: 'Chai' }));
    device.server.state = 'deaf';
    await device.store.categories.load();
    expect(names()).toEqual(['Chai']);
  });

  test('a budget is kept, the last one wanted, and is there when it is back', async () => {
    await openWithTea();
    await goesOffline(async (store) => {
      await store.budgets.change('tea', '2026-11', 500);
      await store.budgets.change('tea', '2026-11', 700);
    });
    expect(device.store.budgets.in('tea', '2026-12')).toBe(700);
    await device.open();
    await device.store.budgets.load();
    await comesBack();
    await device.store.budgets.load();
    expect(device.server.budgets).toEqual([
      { category: 'tea', from: '2026-11', amount_paise: 700 },
    ]);
    expect(device.store.budgets.in('tea', '2026-11')).toBe(700);
    expect(asked().filter((one) => one === 'PUT budget 500')).toEqual(['PUT budget 500']);
  });

  test('a new category gets its budget, its expense and its other name', async () => {
    await openWithTea();
    await goesOffline((store) => {
      const { shown } = store.addCategory({ name: 'Chess' });
      store.budgets.change(shown.id, '2026-11', 900);
      expect(store.budgets.in(shown.id, '2026-11')).toBe(900);
      store.addExpense({
        date: '2026-11-12',
        amount_paise: 5,
        category: shown.id,
        description: '',
        tags: [],
      });
      return store.editCategory(shown.id, { name: 'Chess club' });
    });
    expect(names()).toEqual(['Tea', 'Chess club']);
    expect(device.store.state.unsent).toBe(4);
    await comesBack();
    const made = device.server.categories.find(({ name }) => name === 'Chess club');
    expect(device.server.budgets).toEqual([
      { category: made?.id, from: '2026-11', amount_paise: 900 },
    ]);
    expect([...device.server.expenses.values()].at(-1)?.category).toBe(made?.id);
    expect([names(), device.store.state.unsent]).toEqual([['Tea', 'Chess club'], 0]);
  });

  test('one that was made on another device meanwhile is the one that is meant', async () => {
    await openWithTea();
    await goesOffline((store) => {
      const { shown } = store.addCategory({ name: 'Chess' });
      store.budgets.change(shown.id, '2026-11', 900);
    });
    device.server.categories = [TEA, { ...TEA, id: 'c-9', name: 'Chess' }];
    await comesBack();
    expect(names()).toEqual(['Tea', 'Chess']);
    expect(device.server.budgets).toEqual([
      { category: 'c-9', from: '2026-11', amount_paise: 900 },
    ]);
    expect(device.store.budgets.in('c-9', '2026-11')).toBe(900);
  });

  test('one that is emptied and deleted goes after its expenses have gone', async () => {
    const store = await openWithTea();
    const used = store.addExpense({
      date: '2026-11-12',
      amount_paise: 5,
      category: 'tea',
      description: '',
      tags: [],
    });
    await device.settled();
    const stored = /** @type {any} */ (device.server.expenses.get(used.id));
    await goesOffline(async () => {
      store.editExpense(stored, { category: 'rent' });
      await store.categories.delete('tea');
    });
    expect(names()).toEqual([]);
    await comesBack();
    expect([device.server.categories, device.store.state.refusals]).toEqual([[], []]);
  });
});

test('what is refused late is kept, in words, until it is let go', async () => {
  await openWithTea();
  await goesOffline((store) => store.editCategory('tea', { name: 'Chai' }));
  device.server.categories = [TEA, { ...TEA, id: 'c-9', name: 'Chai' }];
  await comesBack();
  expect(names()).toEqual(['Tea', 'Chai']);
  await device.open();
  const [{ id, what, reason }] = device.store.state.refusals;
  expect([what, reason]).toEqual(['Your change to the category Chai', 'the name is taken']);
  device.store.settle(id);
  expect(device.store.state.refusals).toEqual([]);
});

test('what another tab has sent is not sent again', async () => {
  await openWithTea();
  await goesOffline((store) => store.budgets.change('tea', '2026-11', 500));
  const { outbox } = device.store;
  await outbox.device.delete('outbox', 'budget 2026-11 tea');
  device.server.log = [];
  await comesBack();
  expect([asked(), outbox.size]).toEqual([[], 0]);
});

test('a refusal leaves what was wanted before and has not been sent', async () => {
  await openWithTea();
  await goesOffline((store) => store.editCategory('tea', { colour: '#000000' }));
  device.server.state = 'refusing';
  expect(await device.store.editCategory('tea', { name: 'Chai' })).toBe(false);
  expect(names()).toEqual(['Tea']);
  await comesBack();
  expect(device.server.categories).toEqual([{ ...TEA, colour: '#000000' }]);
});

test.each(Array.from({ length: 40 }, (_, turns) => turns))(
  'what is changed again %i turns after the answer has come arrives too',
  async (turns) => {
    const store = await openWithTea();
    const changeBudget = device.server.changeBudget.bind(device.server);
    /** @type {Promise<unknown> | undefined} */
    let again;
    vi.spyOn(device.server, 'changeBudget').mockImplementation(async (...said) => {
      const answer = await changeBudget(...said);
      again ??= (async () => {
        for (let turn = 0; turn < turns; turn++) await null;
        await store.budgets.change('tea', '2026-11', 700);
      })();
      return answer;
    });
    await store.budgets.change('tea', '2026-11', 500);
    await again;
    await vi.waitFor(() => expect(store.state.unsent).toBe(0));
    expect(device.server.budgets.map(({ amount_paise }) => amount_paise)).toEqual([700]);
  },
);
