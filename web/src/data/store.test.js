import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FIELDS, onDevice } from './store/device-double.js';
import { ServerDouble } from './store/server-double.js';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const device = onDevice();
const { settled } = device;

/** @type {import('./store/server-double.js').ServerDouble} */
let server;
/** @type {import('./store.js').Store} */
let store;

async function open() {
  store = await device.open();
  look();
  await settled();
}

const look = () => ({
  total: store.summary(NOVEMBER).data?.total_paise,
  ids: store.expenses({}).items.map(({ id }) => id),
});

beforeEach(async () => {
  ({ server, store } = device);
  look();
  await settled();
});

describe('a change', () => {
  test('shows in list and totals before the server answers', async () => {
    server.holding = true;
    const { id } = store.addExpense(FIELDS);
    expect(look()).toEqual({ total: 1500, ids: [id, 'a'] });
    server.release();
    await settled();
    expect(look()).toEqual({ total: 1500, ids: [id, 'a'] });
    expect(store.state.pending).toEqual([]);
    expect(server.expenses.size).toBe(2);
  });

  test('that is refused is taken back, and said', async () => {
    server.state = 'refusing';
    store.addExpense(FIELDS);
    await settled();
    expect(look()).toEqual({ total: 1000, ids: ['a'] });
    expect(store.state.notices[0]).toMatchObject({ kind: 'error' });
    expect(store.state.notices[0].text).toContain('is archived');
    store.state.notices[0].action?.run();
    expect(store.state.form?.fields).toMatchObject(FIELDS);
  });

  test('moves an expense to another month in both', async () => {
    const [a] = store.expenses({}).items;
    store.summary({ from: '2026-10-01', to: '2026-10-31' });
    await settled();
    store.editExpense(a, { date: '2026-10-31' });
    expect(look().total).toBe(0);
    expect(store.summary({ from: '2026-10-01', to: '2026-10-31' }).data?.total_paise).toBe(1000);
    await settled();
    expect(look().total).toBe(0);
    expect(store.summary({ from: '2026-10-01', to: '2026-10-31' }).data?.total_paise).toBe(1000);
  });

  test('asks nothing of the server but itself, where there is no budget', async () => {
    await store.budgets.load();
    server.log = [];
    store.addExpense(FIELDS);
    look();
    await settled();
    look();
    store.summary({ from: '2026-11-05', to: '2026-11-20' });
    await settled();
    expect(server.log).toEqual(['POST']);
  });

  test('of something just added waits for it, and names its version', async () => {
    server.holding = true;
    const added = store.addExpense(FIELDS);
    store.editExpense(added, { amount_paise: 700 });
    server.release();
    await settled();
    expect(server.expenses.get(added.id)).toMatchObject({ amount_paise: 700, version: 2 });
    expect(look().total).toBe(1700);
  });
});

describe('without a network', () => {
  test('changes are kept over a reload, and sent later', async () => {
    server.state = 'down';
    const { id } = store.addExpense(FIELDS);
    await settled();
    expect(store.state.connection).toBe('failing');
    await open();
    server.state = 'up';
    store.retry();
    look();
    await settled();
    look();
    await settled();
    expect(server.expenses.has(id)).toBe(true);
    expect(look()).toEqual({ total: 1500, ids: [id, 'a'] });
    expect(store.state).toMatchObject({ connection: 'ok', pending: [] });
  });

  test('an answer that was lost neither doubles nor conflicts', async () => {
    const [a] = store.expenses({}).items;
    server.state = 'deaf';
    const { id } = store.addExpense(FIELDS);
    await settled();
    server.state = 'up';
    store.retry();
    await settled();
    server.state = 'deaf';
    store.editExpense(a, { amount_paise: 3000 });
    await settled();
    server.state = 'up';
    store.retry();
    await settled();
    expect(store.state.conflicts).toEqual([]);
    look();
    await settled();
    expect(look()).toEqual({ total: 3500, ids: [id, 'a'] });
    expect(server.expenses.size).toBe(2);
  });

  test('totals asked for while a change may have arrived are not counted twice', async () => {
    server.state = 'deaf';
    store.addExpense(FIELDS);
    await settled();
    const year = { from: '2026-01-01', to: '2026-12-31' };
    store.summary(year);
    await settled();
    server.state = 'up';
    store.queue.drain();
    await settled();
    store.summary(year);
    await settled();
    expect(store.summary(year).data?.total_paise).toBe(1500);
  });
});

describe('deleting', () => {
  test('can be undone after the server has done it', async () => {
    const [a] = store.expenses({}).items;
    store.deleteExpense(a);
    expect(look()).toEqual({ total: 0, ids: [] });
    await settled();
    expect(server.expenses.size).toBe(0);
    store.state.notices[0].action?.run();
    expect(look()).toEqual({ total: 1000, ids: ['a'] });
    await settled();
    expect(server.expenses.get('a')).toMatchObject({ amount_paise: 1000 });
  });

  test('can be undone before it was sent, and then never is', async () => {
    server.state = 'down';
    store.addExpense(FIELDS);
    await settled();
    store.deleteExpense(store.expenses({}).items[1]);
    store.state.notices.find(({ action }) => action)?.action?.run();
    await settled();
    server.state = 'up';
    store.retry();
    await settled();
    expect(server.log).not.toContain('DELETE');
    expect(server.expenses.size).toBe(2);
  });

  test('what is gone already is no error', async () => {
    const [a] = store.expenses({}).items;
    server.expenses.clear();
    store.deleteExpense(a);
    await settled();
    expect(store.state.pending).toEqual([]);
    expect(store.state.notices.filter(({ kind }) => kind === 'error')).toEqual([]);
  });
});

describe('what was deleted lately', () => {
  test('comes from the server, and goes back there', async () => {
    const [a] = store.expenses({}).items;
    // On another device, whose undo this one knows nothing of.
    server.expenses.clear();
    server.deleted.push(a);
    await store.deletedLately.load();
    const [gone] = store.deletedLately.items;
    expect(gone).toMatchObject({ id: 'a', amount_paise: 1000 });
    store.restore(gone);
    expect(store.deletedLately.items).toEqual([]);
    await settled();
    expect(server.expenses.get('a')).toMatchObject({ amount_paise: 1000, version: 1 });
    await store.deletedLately.load();
    expect(store.deletedLately.items).toEqual([]);
  });

  test('settles its undo too', async () => {
    const [a] = store.expenses({}).items;
    store.deleteExpense(a);
    await settled();
    await store.deletedLately.load();
    store.restore(store.deletedLately.items[0]);
    expect(store.state.deleted).toEqual([]);
    await settled();
    expect(server.expenses.size).toBe(1);
  });
});

describe('an add whose id is taken', () => {
  test('by other content asks which is to stay', async () => {
    store.addExpense(FIELDS, 'a');
    await settled();
    expect(store.state.conflicts).toMatchObject([
      { change: { after: { id: 'a', ...FIELDS } }, theirs: { amount_paise: 1000 } },
    ]);
    store.resolveConflict(store.state.conflicts[0].id, 'mine');
    await settled();
    expect(server.expenses.get('a')).toMatchObject({ ...FIELDS, version: 2 });
  });
});

describe('an edit that meets a newer version', () => {
  /** @param {'mine' | 'theirs'} choice */
  const meet = async (choice) => {
    const [a] = store.expenses({}).items;
    server.expenses.set('a', { ...a, amount_paise: 2000, version: 2 });
    store.editExpense(a, { amount_paise: 3000 });
    await settled();
    expect(store.state.conflicts).toMatchObject([
      { change: { after: { amount_paise: 3000 } }, theirs: { amount_paise: 2000 } },
    ]);
    look();
    await settled();
    expect(look().total).toBe(2000);
    store.resolveConflict(store.state.conflicts[0].id, choice);
    await settled();
    return server.expenses.get('a');
  };

  test('keeps the other where that is chosen', async () =>
    expect(await meet('theirs')).toMatchObject({ amount_paise: 2000, version: 2 }));
  test('keeps mine where that is chosen', async () => {
    expect(await meet('mine')).toMatchObject({ amount_paise: 3000, version: 3 });
    expect(look().total).toBe(3000);
  });
  test('or a deletion, offers to add it again', async () => {
    const [a] = store.expenses({}).items;
    server.expenses.clear();
    store.editExpense(a, { amount_paise: 3000 });
    await settled();
    expect(store.state.conflicts[0].theirs).toBe(null);
    store.resolveConflict(store.state.conflicts[0].id, 'mine');
    await settled();
    expect(server.expenses.get('a')).toMatchObject({ amount_paise: 3000 });
  });
});

describe('the connection', () => {
  test('is found again whatever is shown, and whatever the device says of it', async () => {
    vi.useFakeTimers();
    try {
      server.state = 'down';
      store.lostConnection();
      await vi.advanceTimersByTimeAsync(3000);
      expect(store.state.connection).toBe('failing');
      server.state = 'up';
      await vi.advanceTimersByTimeAsync(15_000);
      expect(store.state.connection).toBe('ok');
      server.log = [];
      await vi.advanceTimersByTimeAsync(120_000);
      expect(server.log).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('that went is told even where an answer was on its way still', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    store.lostConnection();
    look();
    await store.categories.load();
    expect(store.state.connection).toBe('ok');
    server.state = 'down';
    await vi.waitFor(() => expect(store.state.connection).toBe('offline'), { timeout: 8000 });
  });
});

describe('a category that is not known', () => {
  test('is asked for once: it may have been made on another device', async () => {
    server.categories = [/** @type {any} */ ({ id: 'c-new', name: 'Made elsewhere' })];
    server.log = [];
    expect(store.category('c-new')).toBe(undefined);
    await settled();
    expect(store.category('c-new')?.name).toBe('Made elsewhere');
    for (let times = 0; times < 3; times++) {
      store.category('nobody-has-it');
      await settled();
    }
    expect(server.log).toEqual(['GET categories', 'GET categories']);
  });
});

describe('leaving the device', () => {
  test('forgets what comes by name until the page is gone, too', async () => {
    /** @type {(() => void)[]} */
    const whenGone = [];
    vi.stubGlobal('addEventListener', (/** @type {string} */ name, /** @type {any} */ run) => {
      if (name === 'pagehide') whenGone.push(run);
    });
    server.shared.set('home', new ServerDouble());
    server.holding = true;
    const asking = store.ledgers.load();
    await store.leave();
    server.release();
    await asking;
    for (const run of whenGone) run();
    expect(Object.keys(localStorage).filter((key) => key.includes('person-1'))).toEqual([]);
  });
});
