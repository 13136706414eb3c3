import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnreachableError } from '../api.js';
import { FIELDS, fullAtCommit, onDevice, PERSON } from './device-double.js';

const device = onDevice();
afterEach(() => vi.restoreAllMocks());

describe('on a full device', () => {
  test('what is added reaches the server all the same', async () => {
    fullAtCommit();
    const { store } = device;
    const added = ['1', '2'].map((description) => store.addExpense({ ...FIELDS, description }));

    // Keeping each fails in its own time: between two of them nothing is being sent.
    await vi.waitFor(() => {
      expect([...device.server.expenses.keys()]).toEqual(['a', ...added.map(({ id }) => id)]);
      expect([store.state.pending, store.state.device]).toEqual([[], 'full']);
    });
  });
});

const expenseA = () =>
  /** @type {import('../../types.js').Expense} */ (
    device.store.expenses({}).items.find(({ id }) => id === 'a')
  );

/** Locks as browsers have them: of one name, one after the other. */
function withLocks() {
  /** @type {Map<string, Promise<unknown>>} */
  const turns = new Map();
  const request = (/** @type {string} */ name, /** @type {() => Promise<unknown>} */ work) => {
    const turn = (turns.get(name) ?? Promise.resolve()).then(work);
    turns.set(
      name,
      turn.catch(() => {}),
    );
    return turn;
  };
  vi.stubGlobal('navigator', { onLine: true, locks: { request } });
}

test('what is added while the lock is being given back is sent too', async () => {
  const { server, store } = device;
  /** @type {(() => void)[]} */
  const late = [];
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: {
      /** @param {string} name @param {() => Promise<unknown>} work */
      async request(name, work) {
        await work();
        await new Promise((given) => late.push(() => given(undefined)));
      },
    },
  });
  store.addExpense(FIELDS);
  await vi.waitFor(() => expect(late).toHaveLength(1));
  const { id } = store.addExpense(FIELDS);
  await device.settled();
  late[0]();
  await vi.waitFor(() => expect(server.expenses.has(id)).toBe(true));
});

describe('what was changed here meets itself nowhere', () => {
  test('an edit that begins before the expense has arrived, and ends after', async () => {
    const { server, store } = device;
    server.holding = true;
    const seen = store.addExpense(FIELDS);
    await device.settled();
    server.release();
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));

    store.editExpense(seen, { amount_paise: 700 });
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));
    expect(store.state.conflicts).toEqual([]);
    expect(server.expenses.get(seen.id)?.amount_paise).toBe(700);
  });

  test('an edit that is made while the device writes down that the one before has arrived', async () => {
    const { server, store } = device;
    const change = store.device.change.bind(store.device);
    vi.spyOn(store.device, 'change').mockImplementation(async (writes) => {
      const isArrival = writes.some(({ value }) => value === undefined);
      if (isArrival && store.state.pending.length === 1)
        store.editExpense(expenseA(), { amount_paise: 800 });
      return change(writes);
    });
    store.editExpense(expenseA(), { amount_paise: 700 });
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));
    expect(store.state.conflicts).toEqual([]);
    expect(server.expenses.get('a')?.amount_paise).toBe(800);
  });

  test('what another device has changed since is met all the same', async () => {
    const { server, store } = device;
    store.editExpense(expenseA(), { amount_paise: 700 });
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));
    const seen = expenseA();
    server.put({ ...seen, amount_paise: 100, version: seen.version + 1 });

    store.editExpense(seen, { amount_paise: 800 });
    await vi.waitFor(() => expect(store.state.conflicts).toHaveLength(1));
    expect(server.expenses.get('a')?.amount_paise).toBe(100);
  });
});

test('while a change may have arrived or not, the totals are not asked for again and again', async () => {
  const { server, store } = device;
  const show = () => store.summary({});
  show();
  await device.settled();
  store.subscribe(show);
  const { log } = server;
  server.addExpense = () => {
    throw new UnreachableError('lost');
  };
  store.addExpense(FIELDS);
  await vi.waitFor(() => expect(store.state.connection).toBe('failing'));
  store.refresh();
  log.splice(0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(log.filter((asked) => asked === 'GET summary').length).toBeLessThan(2);
});

describe('two tabs', () => {
  /** @type {import('../store.js').Store} */
  let other;
  beforeEach(async () => {
    withLocks();
    const { Store } = await import('../store.js');
    other = new Store();
    await other.open(/** @type {any} */ (device.server), PERSON);
    other.expenses({});
    await device.settled();
  });
  afterEach(() => other.close());

  test('a delete that the other tab is sending is not taken back as if it had not gone', async () => {
    const { server, store } = device;
    server.holding = true;
    other.addExpense(FIELDS);
    await device.settled();
    // It waits for the other tab, which goes on with it.
    store.deleteExpense(expenseA());
    await device.settled();
    const [adding] = server.held.splice(0);
    adding();
    await vi.waitFor(() => expect(server.log).toContain('DELETE'));
    await device.settled();

    store.undo();
    server.release();
    await device.settled();
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));
    expect(server.expenses.has('a')).toBe(true);
  });

  test('what is withdrawn before the device has it shows in no other', async () => {
    const { store } = device;
    const { id } = store.addExpense(FIELDS);
    expect(store.queue.withdraw(store.state.pending[0].id)).toBe(true);
    await device.settled();
    expect([store.state.pending, other.state.pending]).toEqual([[], []]);
    expect(device.server.expenses.has(id)).toBe(false);
  });

  test('an edit that begins in one before the other has sent the expense meets nothing', async () => {
    const { server, store } = device;
    server.holding = true;
    const seen = other.addExpense(FIELDS);
    await device.settled();
    server.release();
    await vi.waitFor(() => expect(store.state.pending).toEqual([]));
    await vi.waitFor(() => expect(store.expenses({}).items).toHaveLength(2));

    store.editExpense(seen, { amount_paise: 700 });
    await vi.waitFor(() => expect(server.expenses.get(seen.id)?.amount_paise).toBe(700));
    expect(store.state.conflicts).toEqual([]);
  });

  test('what is taken back in one is taken back in the other', async () => {
    const { server, store } = device;
    server.holding = true;
    store.addExpense(FIELDS);
    await device.settled();
    store.deleteExpense(expenseA());
    await vi.waitFor(() => expect(other.state.pending).toHaveLength(2));
    store.undo();
    await vi.waitFor(() => expect(other.state.pending).toHaveLength(1));
    server.release();
  });
});
