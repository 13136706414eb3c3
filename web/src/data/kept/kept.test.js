import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../api.js';
import { clearEveryone, Device } from '../device.js';
import { ServerDouble } from '../store/server-double.js';
import { Answers, isFromDevice } from './answers.js';
import { Freshening } from './freshening.js';
import { LedgerCopy } from './ledger-copy.js';

const ASHA = '0195c8c2-0000-7000-8000-000000000001';
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

/** @type {ServerDouble} */
let server;
/** @type {LedgerCopy} */
let copy;
/** @type {Answers} */
let answers;
/** @type {Freshening} */
let freshening;
/** @type {import('../store/changes.js').Change[]} */
let pending;
/** @type {Device} */
let device;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
beforeEach(async () => {
  vi.stubGlobal('navigator', { onLine: true });
  await clearEveryone();
  device = new Device('asha');
  server = new ServerDouble([
    { id: 'a', date: '2026-11-10', amount_paise: 1000, description: 'chai' },
    { id: 'b', date: '2026-11-02', amount_paise: 200, kind: 'refund' },
    { id: 'c', date: '2026-10-31', amount_paise: 50, category: 'food', tags: ['trip'] },
  ]);
  pending = [];
  copy = new LedgerCopy(device);
  answers = new Answers(device, copy, { pending: () => pending, fellBack: () => {} });
  freshening = new Freshening(/** @type {any} */ (server), copy, () => pending);
});

/** @param {string} asked */
const asked = (asked) => server.log.filter((one) => one === asked).length;
const unreachable = () => Promise.reject(new UnreachableError('no answer'));

test('what was read answers lists and summaries as the server would', async () => {
  expect(await freshening.run()).toBe(true);

  const known = await answers.first((api) => api.listExpenses({}));
  expect(known?.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(known?.next_cursor).toBeNull();
  expect(await answers.first((api) => api.summary(NOVEMBER, 'day'))).toEqual(
    await server.summary(NOVEMBER, 'day'),
  );
  expect(await answers.first((api) => api.summary({}, 'month'))).toEqual(
    await server.summary({}, 'month'),
  );
  const trip = await answers.first((api) => api.summary({ tag: ['trip'] }, 'month'));
  expect(trip).toMatchObject({ total_paise: 50, count: 1 });
  const chai = await answers.first((api) => api.listExpenses({ q: 'CHAI' }));
  expect(chai?.items.map(({ id }) => id)).toEqual(['a']);
});

test('what each member paid is told as the server would, of all and of one', async () => {
  server.put({ id: 'a', date: '2026-11-10', amount_paise: 1000, by: 'asha' });
  server.put({ id: 'b', date: '2026-11-02', amount_paise: 200, kind: 'refund', by: 'ravi' });
  server.put({ id: 'c', date: '2026-10-31', amount_paise: 50, by: ASHA });
  await freshening.run();
  const paid = await answers.first((api) => api.paidByMember(NOVEMBER));
  expect(paid?.groups).toEqual([
    { member: 'asha', total_paise: 1000 },
    { member: 'ravi', total_paise: -200 },
  ]);
  const hers = await answers.first((api) => api.listExpenses({ by: [ASHA] }));
  expect(hers?.items.map(({ id }) => id)).toEqual(['c']);
  const total = await answers.first((api) => api.summary({ by: [ASHA] }, 'month'));
  expect(total).toMatchObject({ total_paise: 50, count: 1 });
});

test('what each member paid is not told of what the device does not have', async () => {
  await stopAfter(1);
  expect(await answers.first((api) => api.paidByMember(NOVEMBER))).toMatchObject({ groups: [] });
  expect(await answers.first((api) => api.paidByMember({ from: '2026-10-01' }))).toBeNull();
});

test('before anything was read, nothing is taken for all there is', async () => {
  expect(await answers.first((api) => api.listExpenses({}))).toBeNull();
  expect(await answers.first((api) => api.summary(NOVEMBER, 'day'))).toBeNull();
});

test('only months whose figures are not what they were are read again', async () => {
  await freshening.run();
  const before = asked('GET list');
  await freshening.run();
  expect(asked('GET list')).toBe(before);

  server.put({ id: 'd', date: '2026-10-05', amount_paise: 7 });
  await freshening.run();
  expect(asked('GET list')).toBe(before + 1);
  expect((await copy.month('2026-10'))?.map(({ id }) => id)).toContain('d');
});

test('an expense that moved within an older month is found, a few months each day', async () => {
  const months = ['2026-09', '2026-08', '2026-07', '2026-06', '2026-05'];
  for (const month of months) server.put({ id: month, date: `${month}-10`, amount_paise: 5 });
  await freshening.run();
  for (const month of months) server.put({ id: month, date: `${month}-20`, amount_paise: 5 });
  const now = Date.now();
  const found = async () =>
    (await Promise.all(months.map((month) => copy.month(month)))).filter((kept) =>
      kept?.[0].date.endsWith('20'),
    ).length;
  await freshening.run();
  expect(await found()).toBe(0);

  const asking = vi.spyOn(server, 'summary');
  for (const [day, expected] of [3, 5, 5].entries()) {
    vi.spyOn(Date, 'now').mockReturnValue(now + (day + 1) * 90_000_000);
    await freshening.run();
    expect(await found()).toBe(expected);
  }
  const compared = asking.mock.calls.filter(([, by]) => by === 'day').map(([range]) => range);
  expect(compared).toEqual([
    { from: '2026-07-01', to: '2026-09-30' },
    { from: '2026-04-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-09-30' },
  ]);
});

test('an answer from while a change was on its way is not believed', async () => {
  server.holding = true;
  const running = freshening.run();
  await new Promise((resolve) => setTimeout(resolve, 10));
  pending = [];
  server.release();
  expect(await running).toBe(false);
  expect(await copy.scope()).toBeUndefined();
});

test('a confirmed change moves an expense to its new month, in lists and in totals', async () => {
  await freshening.run();
  const [before] = (await copy.month('2026-11')) ?? [];
  const after = { ...before, date: '2026-10-01', amount_paise: 900, version: 2 };
  await device.change(await copy.writesOf({ id: '1', kind: 'edit', before, after }));

  expect((await copy.month('2026-11'))?.map(({ id }) => id)).toEqual(['b']);
  expect((await copy.month('2026-10'))?.map(({ id }) => id)).toEqual(['c', 'a']);
  expect((await copy.months())?.groups).toContainEqual({
    month: '2026-10',
    category: 'rent',
    total_paise: 900,
    count: 1,
  });
});

test('the sums of days follow a confirmed change, as lists do', async () => {
  await freshening.run();
  const [before] = (await copy.month('2026-11')) ?? [];
  const after = { ...before, date: '2026-10-01', amount_paise: 900, version: 2 };
  await device.change(await copy.writesOf({ id: '1', kind: 'edit', before, after }));
  server.put(after);

  for (const range of [NOVEMBER, { from: '2026-10-01', to: '2026-11-30' }, { to: '2026-10-30' }])
    expect(await answers.first((api) => api.summary(range, 'day'))).toEqual(
      await server.summary(range, 'day'),
    );
});

/** The page closes, or the network ends, when so many lists have come. @param {number} count */
async function stopAfter(count) {
  const list = server.listExpenses.bind(server);
  vi.spyOn(server, 'listExpenses').mockImplementation((filter) =>
    count-- > 0 ? list(filter) : unreachable(),
  );
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect(await freshening.run()).toBe(false);
  vi.restoreAllMocks();
}

test('a first download that is cut short leaves what has come, and goes on from there', async () => {
  await stopAfter(1);
  const latest = await answers.first((api) => api.listExpenses(NOVEMBER));
  expect(latest?.items.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(await answers.first((api) => api.summary(NOVEMBER, 'day'))).toEqual(
    await server.summary(NOVEMBER, 'day'),
  );
  expect(await answers.first((api) => api.summary({ from: '2026-10-01' }, 'day'))).toBeNull();
  expect(await answers.first((api) => api.summary({}, 'month'))).toMatchObject({ count: 3 });

  const before = asked('GET list');
  expect(await freshening.run()).toBe(true);
  expect(asked('GET list')).toBe(before + 1);
  expect((await copy.scope())?.partial).toBeUndefined();
  expect(await answers.first((api) => api.listExpenses({}))).toMatchObject({ next_cursor: null });
});

const YEAR = { from: '2025-12-01', to: '2026-11-30' };
const YEAR_PATH = `/summary?from=${YEAR.from}&to=${YEAR.to}&group_by=day%2Ccategory`;
const toldOfTheYear = () => answers.around(YEAR_PATH, () => server.summary(YEAR, 'day'));

test('before the download is done, the last summary is kept, and follows what is confirmed', async () => {
  await toldOfTheYear();
  await vi.waitFor(async () => expect(await copy.at()).toBeGreaterThan(0));
  const added = server.put({ id: 'd', date: '2026-11-20', amount_paise: 7 });
  await device.change(
    await copy.writesOf({ id: '1', kind: 'add', before: null, after: /** @type {any} */ (added) }),
  );

  expect(await answers.around(YEAR_PATH, unreachable)).toEqual(await server.summary(YEAR, 'day'));
  expect(await answers.first((api) => api.summary(NOVEMBER, 'day'))).toEqual(
    await server.summary(NOVEMBER, 'day'),
  );
  expect(await answers.first((api) => api.summary({ from: '2025-11-30' }, 'day'))).toBeNull();
});

test('once the copy is there, it speaks for itself', async () => {
  await toldOfTheYear();
  await vi.waitFor(async () => expect(await copy.at()).toBeGreaterThan(0));
  await freshening.run();
  server.put({ id: 'd', date: '2026-11-20', amount_paise: 7 });
  await toldOfTheYear();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const year = await answers.first((api) => api.summary(YEAR, 'day'));
  const listed = await answers.first((api) => api.listExpenses(YEAR));
  expect(year?.count).toBe(3);
  expect(listed?.items).toHaveLength(3);
});

test('of the months that are there before all are, the total is that of their list', async () => {
  await toldOfTheYear();
  await vi.waitFor(async () => expect(await copy.at()).toBeGreaterThan(0));
  server.put({ id: 'd', date: '2026-11-20', amount_paise: 7 });
  await stopAfter(1);

  const listed = await answers.first((api) => api.listExpenses(NOVEMBER));
  expect(listed?.items).toHaveLength(3);
  for (const range of [NOVEMBER, YEAR])
    expect(await answers.first((api) => api.summary(range, 'day'))).toEqual(
      await server.summary(range, 'day'),
    );
});

test('a summary from while a change waits is not kept', async () => {
  pending = [/** @type {any} */ ({ id: '1' })];
  await toldOfTheYear();
  pending = [];
  const asking = toldOfTheYear();
  pending = [];
  await asking;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await copy.at()).toBeUndefined();
});

test('a page goes on where the one before ended', async () => {
  await freshening.run();
  const first = await answers.first((api) => api.listExpenses({}, { limit: 2 }));
  const cursor = first?.next_cursor;
  const second = await answers.first((api) => api.listExpenses({}, { limit: 2, cursor }));
  expect(second?.items.map(({ id }) => id)).toEqual(['c']);
  expect(second?.next_cursor).toBeNull();
});

test('other answers are kept, and given where the server cannot be reached', async () => {
  const items = [{ id: 'rent', name: 'Rent' }];
  const first = await answers.around('/categories', async () => ({ items }));
  expect(isFromDevice(first)).toBe(false);

  const again = await answers.around('/categories', unreachable);
  expect(again).toEqual({ items });
  expect(isFromDevice(again)).toBe(true);
  await expect(answers.around('/payees', unreachable)).rejects.toThrow(UnreachableError);
});

test('a refusal is a refusal, whatever the device knows', async () => {
  await answers.around('/categories', async () => ({ items: [] }));
  const refused = answers.around('/categories', () => Promise.reject(new ApiError(404, {})));
  await expect(refused).rejects.toThrow(ApiError);
});

test('what it cannot narrow by, it does not answer', async () => {
  await freshening.run();
  await expect(answers.around('/expenses?rule=x&limit=50', unreachable)).rejects.toThrow();
});

test('a refusal to list a shared ledger, of which one may see only totals, leaves no copy', async () => {
  await freshening.run();
  const refused = vi.spyOn(server, 'listExpenses').mockRejectedValue(new ApiError(403, {}));
  server.put({ id: 'd', date: '2026-11-11', amount_paise: 7 });
  expect(await freshening.run()).toBe(false);
  expect(await copy.scope()).toBeDefined();
  server.ledger = 'home';
  server.shared.set('home', Object.assign(new ServerDouble(), { role: 'totals' }));
  expect(await freshening.run()).toBe(true);
  expect(refused).toHaveBeenCalledTimes(2);
  expect(await device.list('ledger')).toEqual([]);
});
