import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FIELDS, fullAtCommit, onDevice, PERSON } from './device-double.js';

const device = onDevice();
afterEach(() => vi.restoreAllMocks());

describe('on a full device', () => {
  test('what is added reaches the server all the same', async () => {
    fullAtCommit();
    const { store } = device;
    const added = ['1', '2'].map((description) => store.addExpense({ ...FIELDS, description }));
    await device.settled();

    expect([...device.server.expenses.keys()]).toEqual(['a', ...added.map(({ id }) => id)]);
    expect([store.state.pending, store.state.device]).toEqual([[], 'full']);
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
