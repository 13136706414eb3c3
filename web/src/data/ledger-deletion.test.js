import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, BusyError, NoLedgerError, UnreachableError } from './api.js';
import { beginDeleting, deleteAll } from './ledger-deletion.js';

const deleteLedger = vi.fn();
const getLedger = vi.fn();
const api = /** @type {import('./api.js').Api} */ (
  /** @type {unknown} */ ({ deleteLedger, getLedger })
);
/** @type {AbortController} */
let stop;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  deleteLedger.mockReset().mockResolvedValue(null);
});

afterEach(() => vi.useRealTimers());

/** @param {number} ms that pass meanwhile */
async function outcome(ms = 3_600_000) {
  const deleting = deleteAll(api, 'home', stop.signal).catch((error) => error);
  await vi.advanceTimersByTimeAsync(ms);
  return deleting;
}

test('goes on where one request was cut short', async () => {
  for (let cut = 0; cut < 20; cut++) deleteLedger.mockRejectedValueOnce(new BusyError());
  expect(await outcome()).toBe('deleted');
  expect(deleteLedger.mock.calls).toEqual(Array(21).fill(['home']));
});

test('what is not there any more is gone: mostly the answer was lost', async () => {
  deleteLedger
    .mockRejectedValueOnce(new UnreachableError())
    .mockRejectedValueOnce(new ApiError(404, {}));
  expect(await outcome()).toBe('gone');
});

test('stops after ten minutes, and when it is told to', async () => {
  deleteLedger.mockRejectedValue(new BusyError());
  expect(await outcome()).toBe('unfinished');
  expect(deleteLedger.mock.calls.length).toBeGreaterThan(500);
  deleteLedger.mockClear();
  setTimeout(() => stop.abort(), 1200);
  expect(await outcome(1200)).toBe('unfinished');
  expect(deleteLedger).toHaveBeenCalledTimes(2);
});

test('what is refused, or has no network, ends it', async () => {
  const refused = new ApiError(403, {});
  deleteLedger.mockRejectedValueOnce(refused);
  expect(await outcome()).toBe(refused);
  deleteLedger.mockRejectedValue(new UnreachableError());
  expect(await outcome()).toBeInstanceOf(UnreachableError);
  expect(deleteLedger).toHaveBeenCalledTimes(4);
});

test.each([
  ['it was answered', null, null],
  ['its answer was lost and it is gone', new UnreachableError(), new NoLedgerError()],
  ['the server had no time for all of it', new BusyError(), new ApiError(404, {})],
])('has begun where %s', async (_, refused, looked) => {
  if (refused) deleteLedger.mockRejectedValueOnce(refused);
  getLedger.mockReset().mockRejectedValueOnce(looked);
  await expect(beginDeleting(api, 'home')).resolves.toBeUndefined();
});

test('has not begun where the server refuses it, or had no time and shows the ledger still', async () => {
  for (const status of [403, 404]) {
    const refused = new ApiError(status, {});
    deleteLedger.mockRejectedValueOnce(refused);
    await expect(beginDeleting(api, 'home')).rejects.toBe(refused);
  }
  for (const late of [new BusyError(), new UnreachableError()]) {
    deleteLedger.mockRejectedValueOnce(late);
    getLedger.mockReset().mockResolvedValueOnce({ id: 'home' });
    await expect(beginDeleting(api, 'home')).rejects.toBeInstanceOf(BusyError);
  }
});

test('nobody knows whether it has begun where nothing is answered', async () => {
  const lost = new UnreachableError();
  deleteLedger.mockRejectedValueOnce(new UnreachableError());
  getLedger.mockReset().mockRejectedValueOnce(lost);
  const reason = await beginDeleting(api, 'home').catch((error) => error);
  expect(reason).toBe(lost);
  expect(reason).not.toBeInstanceOf(BusyError);
});
