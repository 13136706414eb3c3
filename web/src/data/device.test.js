import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fullAtCommit } from './store/device-double.js';

/** @type {typeof import('./device.js')} */
let kept;

/** The page is loaded anew. */
async function reload() {
  vi.resetModules();
  kept = await import('./device.js');
}

beforeEach(async () => {
  await reload();
  await kept.clearEveryone();
});
afterEach(() => vi.restoreAllMocks());

describe('a device', () => {
  test('gives back after a reload what was put', async () => {
    await new kept.Device('asha').put('imports', 'review', { rows: [1, 2] });
    await reload();

    expect(await new kept.Device('asha').get('imports', 'review')).toEqual({ rows: [1, 2] });
    expect(await new kept.Device('asha').get('imports', 'other')).toBeUndefined();
  });

  test("lists a room in its keys' order, and no other room", async () => {
    const device = new kept.Device('asha');
    await device.put('changes', '2', 'second');
    await device.put('changes', '1', 'first');
    await device.put('changes2', '0', 'elsewhere');
    await device.put('change', '0', 'elsewhere');

    expect(await device.list('changes')).toEqual([
      { key: '1', value: 'first' },
      { key: '2', value: 'second' },
    ]);
  });

  test('keeps people apart, also those whose ids begin alike', async () => {
    await new kept.Device('asha').put('lists', 'all', 1);
    await new kept.Device('asha2').put('lists', 'all', 2);
    await new kept.Device('asha').clear();

    expect(await new kept.Device('asha').list('lists')).toEqual([]);
    expect(await new kept.Device('asha2').list('lists')).toEqual([{ key: 'all', value: 2 }]);
  });

  test('deletes one, and clears one room', async () => {
    const device = new kept.Device('asha');
    await device.put('lists', 'a', 1);
    await device.put('lists', 'b', 2);
    await device.put('changes', 'c', 3);
    await device.delete('lists', 'a');
    expect(await device.list('lists')).toEqual([{ key: 'b', value: 2 }]);

    await device.clear('lists');
    expect(await device.list('lists')).toEqual([]);
    expect(await device.get('changes', 'c')).toBe(3);
  });

  test('refuses what cannot be copied instead of calling the device unfit', async () => {
    const device = new kept.Device('asha');
    await expect(device.put('lists', 'a', () => {})).rejects.toThrow(DOMException);
    expect(device.problem).toBeNull();
  });
});

describe('a device that keeps nothing', () => {
  /** @type {(string | null)[]} */
  let told;
  beforeEach(async () => {
    told = [];
    await reload();
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
  });

  test('remembers while the page is open, and says that nothing lasts, once', async () => {
    const device = new kept.Device('asha', (problem) => told.push(problem));

    expect(await device.put('lists', 'b', 2)).toBe(false);
    expect(await device.put('lists', 'a', 1)).toBe(false);
    expect(await device.list('lists')).toEqual([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]);
    await device.delete('lists', 'a');
    expect(await device.get('lists', 'a')).toBeUndefined();
    await device.clear();
    expect(await device.list('lists')).toEqual([]);
    expect(told).toEqual(['absent']);
  });
});

describe('a full device', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };

  test('remembers what it could not keep, the newest value of a key first', async () => {
    const device = new kept.Device('asha');
    await device.put('lists', 'a', 'old');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);

    expect(await device.put('lists', 'a', 'new')).toBe(false);
    expect(device.problem).toBe('full');
    expect(await device.get('lists', 'a')).toBe('new');
    expect(await device.list('lists')).toEqual([{ key: 'a', value: 'new' }]);

    put.mockRestore();
    expect(await device.put('lists', 'a', 'newest')).toBe(true);
    expect(await device.get('lists', 'a')).toBe('newest');
  });

  test('says when there is space again: not by what is deleted, by what lasts', async () => {
    /** @type {(string | null)[]} */
    const told = [];
    const device = new kept.Device('asha', (problem) => told.push(problem));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
    await device.put('lists', 'a', 1);
    await device.delete('lists', 'b');
    expect([device.problem, told]).toEqual(['full', ['full']]);

    put.mockRestore();
    await device.put('lists', 'c', 3);
    expect([device.problem, told]).toEqual([null, ['full', null]]);
    // What had no space before lasts too.
    expect(await new kept.Device('asha').get('lists', 'a')).toBe(1);
  });

  test('finds what is being put while its commit fails', async () => {
    fullAtCommit();
    const device = new kept.Device('asha');
    const putting = device.put('changes', 'a', 'wanted');
    const found = device.getAll('changes', ['a', 'b']);

    expect([await putting, device.problem]).toEqual([false, 'full']);
    expect(await found).toEqual(['wanted', undefined]);
  });
});

test('what is of one ledger is in no other, and leaving takes it all', async () => {
  const own = new kept.Device('p', undefined);
  const home = new kept.Device('p', undefined, 'home');
  const other = new kept.Device('p2', undefined, 'home');
  for (const [index, device] of [own, home, other].entries())
    await device.put('room', 'key', index);
  expect(await own.get('room', 'key')).toBe(0);
  expect(await home.get('room', 'key')).toBe(1);
  await own.leave();
  expect(await home.list('room')).toEqual([]);
  expect(await other.get('room', 'key')).toBe(2);
});
