import { expect, test, vi } from 'vitest';
import { Device } from '../device.js';
import { FIELDS, onDevice, PERSON } from './device-double.js';
import { ServerDouble } from './server-double.js';

const device = onDevice();

/** @param {string} id @param {Partial<import('../../types.js').Expense>[]} expenses */
function share(id, expenses = []) {
  const home = new ServerDouble(expenses);
  device.server.shared.set(id, home);
  return home;
}

/** A ledger with one expense, which is shown. @param {Parameters<typeof share>[1]} expenses */
async function enterHome(expenses = [{ id: 'h' }]) {
  const home = share('home', expenses);
  await device.store.enter('home');
  listed();
  await device.settled();
  return home;
}

const listed = () => device.store.expenses({}).items.map(({ id }) => id);

test('of one ledger nothing is shown or sent in another', async () => {
  const home = share('home', [{ id: 'h' }]);
  const own = device.server;
  own.state = 'down';
  const mine = device.store.addExpense(FIELDS);
  await device.settled();
  await device.store.enter('home');
  listed();
  await device.settled();
  expect(device.store.state.pending).toEqual([]);
  expect(listed()).toEqual(['h']);
  const ours = device.store.addExpense(FIELDS);
  await device.settled();
  expect([...home.expenses.keys()]).toEqual(['h', ours.id]);
  own.state = 'up';
  device.store.retry();
  await device.settled();
  await device.settled();
  expect([...own.expenses.keys()]).toEqual(['a', mine.id]);
  await device.store.enter('');
  await device.settled();
  expect(listed().sort()).toEqual(['a', mine.id].sort());
});

test('the one that was open last is opened next time, another where the address says so', async () => {
  share('home');
  await device.store.enter('home');
  await device.open();
  expect(device.store.ledger).toMatchObject({ id: 'home', name: 'Ledger home', role: 'member' });
  await device.open('');
  expect(device.store.ledger).toMatchObject({ id: '', role: 'owner' });
});

test('what waits in a ledger that is not shown is sent all the same', async () => {
  const home = share('home');
  await device.store.enter('home');
  home.state = 'down';
  const ours = device.store.addExpense(FIELDS);
  await device.settled();
  home.state = 'up';
  await device.open('');
  await device.settled();
  expect([...home.expenses.keys()]).toEqual([ours.id]);
});

test('nobody goes to another ledger while something is written in this one', async () => {
  share('home');
  /** @type {() => void} */
  let end = () => {};
  const writing = device.store.hold(new Promise((resolve) => (end = () => resolve(undefined))));
  await device.store.enter('home');
  expect(device.store.ledger.id).toBe('');
  end();
  await writing;
  await device.store.enter('home');
  expect(device.store.ledger.id).toBe('home');
});

test('who may only read opens no form, and starts nothing', async () => {
  const home = share('home', [{ id: 'h' }]);
  home.role = 'viewer';
  await device.store.enter('home');
  device.store.openForm();
  expect(device.store.state.form).toBeNull();
  expect(device.store).toMatchObject({ mayWrite: false, mayList: true });
});

test('who is removed comes to their own ledger, with what they had not sent', async () => {
  const home = await enterHome();
  home.isOut = true;
  const ours = device.store.addExpense({ ...FIELDS, description: 'Milk' });
  await device.settled();
  expect(device.store.ledger.id).toBe('');
  expect(device.store.ledgers.items).toEqual([]);
  expect(device.store.state.notices.at(-1)?.text).toContain('not in “Ledger home” any more');
  const [{ change }] = device.store.state.refused;
  expect(change).toMatchObject({ kind: 'add', after: { description: 'Milk', amount_paise: 500 } });
  expect(change.after?.id).not.toBe(ours.id);
  expect(device.store.state.pending).toEqual([]);
});

test('who is removed is told what else had not been sent: deletions, and what is small', async () => {
  const home = await enterHome([{ id: 'h', amount_paise: 2500, date: '2026-11-20' }]);
  home.state = 'down';
  device.store.deleteExpense(device.store.expenses({}).items[0]);
  const passing = device.store.addExpense({ ...FIELDS, description: 'Bread' });
  device.store.deleteExpense(passing);
  await device.store.budgets.load();
  await device.store.budgets.change('rent', '2026-11', 90_000);
  home.state = 'up';
  home.isOut = true;
  await device.store.retry();
  await device.settled();
  expect(device.store.ledger.id).toBe('');
  const { refused, refusals, notices } = device.store.state;
  expect(refused).toEqual([]);
  expect(refusals.map(({ what }) => what)).toEqual([
    expect.stringContaining('₹900'),
    'Delete ₹25 of 20 Nov 2026',
  ]);
  expect(refusals[0].reason).toContain('not in “Ledger home” any more');
  expect(notices.at(-1)?.text).toContain('2 changes that had not been sent are kept here');
});

/** What is on the device of a ledger. @param {string} id */
const rowsOf = async (id) => {
  const device = new Device(PERSON.id, undefined, id);
  return [...(await device.list('changes')), ...(await device.list('ledger'))];
};

test.each([
  ['to the same page', () => device.store.retry()],
  ['to two looks at once', () => Promise.all([device.store.retry(), device.store.retry()])],
  ['after a reload', () => device.open('')],
])('what sees to who is removed while away may come late: %s', async (_, again) => {
  const home = await enterHome();
  home.state = 'down';
  device.store.addExpense({ ...FIELDS, description: 'Biryani' });
  await device.settled();
  device.server.shared.delete('home');
  vi.doMock('./elsewhere.js', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  await device.open('');
  await device.settled();
  vi.doUnmock('./elsewhere.js');
  await again();
  await vi.waitFor(() => expect(device.store.state.refused).toHaveLength(1));
  expect(device.store.state.refused[0].change.after).toMatchObject({ description: 'Biryani' });
});

test('who is removed while away is told what had not been sent there', async () => {
  const home = await enterHome();
  home.state = 'down';
  device.store.addExpense({ ...FIELDS, description: 'Milk' });
  await device.settled();
  await device.store.enter('');
  device.close();
  device.server.shared.clear();
  await device.open('');
  await vi.waitFor(() => expect(device.store.state.refused).toHaveLength(1));
  expect(device.store.state.refused[0].change.after).toMatchObject({ description: 'Milk' });
  expect(await rowsOf('home')).toEqual([]);
});

test('of a ledger that one is in no more the device keeps nothing', async () => {
  await enterHome([{ id: 'h', description: 'Private' }]);
  device.store.habits.learn([{ ...device.store.expenses({}).items[0], description: 'Private' }]);
  await device.store.enter('');
  device.close();
  await new Device(PERSON.id, undefined, 'home').put('ledger', '2026-11', [{ id: 'h' }]);
  localStorage.setItem('expense-tracker.layouts.person-1/home', '{}');
  device.server.shared.clear();
  await device.open('');
  await vi.waitFor(async () => expect(await rowsOf('home')).toEqual([]));
  expect(Object.keys(localStorage).filter((key) => key.includes('home'))).toEqual([]);
  expect(device.store.state.notices).toEqual([]);
});

test.each(['home', ''])(
  'who may see only totals keeps no expense, wherever they are: “%s”',
  async (shown) => {
    const home = await enterHome([{ id: 'h', description: 'Private' }]);
    const its = new Device(PERSON.id, undefined, 'home');
    await its.put('ledger', '2026-11', [{ id: 'h', description: 'Private' }]);
    await its.put('answers', '/payees', { items: [{ payee: 'Private' }] });
    await its.put('answers', '/budgets?month=2026-11', { items: [] });
    device.store.deleteExpense(device.store.expenses({}).items[0]);
    await device.settled();
    device.store.habits.learn([{ ...device.store.unsettled.deleted[0].expense }]);
    home.role = 'totals';
    if (shown) await device.store.retry();
    else await device.open('');
    await vi.waitFor(async () => expect(await its.list('ledger')).toEqual([]));
    expect((await its.list('answers')).map(({ key }) => key)).toContain('/budgets?month=2026-11');
    await new Promise((resolve) => setTimeout(resolve, 600));
    const kept = [...Object.values(localStorage), ...(await its.list('answers'))];
    expect(JSON.stringify(kept)).not.toContain('Private');
    if (shown) expect(device.store).toMatchObject({ mayList: false, mayWrite: false });
  },
);

test('a ledger that is not listed yet is there all the same', async () => {
  const home = await enterHome();
  device.close();
  device.server.listLedgers = async () => ({ items: [] });
  await device.open('home');
  await vi.waitFor(() => expect(device.store.ledger.name).toBe('Ledger home'));
  listed();
  await device.settled();
  expect(listed()).toEqual(['h']);
  expect(home.isOut).toBe(false);
  expect(device.store.state.notices).toEqual([]);
});

test('it is called by its name also where the list of ledgers has it no more', async () => {
  const home = await enterHome();
  device.server.shared.clear();
  await device.store.ledgers.load();
  home.isOut = true;
  device.store.refresh();
  listed();
  await device.settled();
  expect(device.store.ledger.id).toBe('');
  expect(device.store.state.notices.at(-1)?.text).toContain('not in “Ledger home” any more');
});

test('the address of a ledger that one is not in leads to one’s own', async () => {
  const nowhere = new ServerDouble();
  nowhere.isOut = true;
  device.server.of = () => nowhere;
  nowhere.ledger = 'gone';
  await device.open('gone');
  await device.settled();
  expect(device.store.ledger.id).toBe('');
  expect(device.store.state.notices.at(-1)?.text).toBe(
    'You are not in that ledger, or it was deleted.',
  );
});
