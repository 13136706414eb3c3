import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../api.js';
import { clearEveryone, Device } from '../device.js';
import { ServerDouble } from '../store/server-double.js';
import { Answers, isFromDevice } from './answers.js';
import { Freshening } from './freshening.js';
import { LedgerCopy } from './ledger-copy.js';

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

afterEach(() => vi.unstubAllGlobals());
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
  answers = new Answers(device, copy, () => {});
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
