import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, BusyError, UnreachableError } from './api.js';
import { deleteAll } from './ledger-deletion.js';

const deleteLedger = vi.fn();
const api = /** @type {import('./api.js').Api} */ (/** @type {unknown} */ ({ deleteLedger }));
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

test('what is not there any more is deleted: the answer was lost', async () => {
  deleteLedger
    .mockRejectedValueOnce(new UnreachableError())
    .mockRejectedValueOnce(new ApiError(404, {}));
  expect(await outcome()).toBe('deleted');
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
