/** For tests: a person's device, whose page can be closed and opened again, and a server double. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import { clearEveryone } from '../device.js';
import { ServerDouble } from './server-double.js';

export const PERSON = { id: 'person-1', email: 'a@example.com' };
export const FIELDS = {
  date: '2026-11-12',
  amount_paise: 500,
  category: 'rent',
  description: '',
  tags: [],
};

/** Storage as a browser has it: its keys are its own properties. */
export function storage() {
  const methods = {
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (kept[key] = value),
    removeItem: (/** @type {string} */ key) => void delete kept[key],
  };
  /** @type {Record<string, any>} */
  const kept = Object.create(methods);
  return kept;
}

/** A device without space: as in browsers, it is the commit that fails, long after all was put. */
export function fullAtCommit() {
  /** @this {any} */
  function commit() {
    const { request } = this._requests.at(-1);
    request.addEventListener('success', () => this._abort('QuotaExceededError'));
  }
  return vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(commit);
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A device for each test, with the expense `a` on the server. */
export function onDevice() {
  const device = {
    server: new ServerDouble(),
    store: /** @type {import('../store.js').Store} */ (/** @type {unknown} */ (null)),
    /** What was begun has come to its end, or to an answer that the server holds back. */
    async settled() {
      const ends = Date.now() + 2000;
      do await pause(10);
      while (device.store?.queue.sending && !device.server.held.length && Date.now() < ends);
      await pause(10);
    },
    /** Load the page anew, with what the device has kept. */
    close() {
      device.store?.close();
    },
    /** @param {string} [ledger] */
    async open(ledger) {
      device.close();
      const { Store } = await import('../store.js');
      device.store = new Store();
      await device.store.open(/** @type {any} */ (device.server), PERSON, ledger);
      device.store.expenses({});
      await device.settled();
      return device.store;
    },
  };
  beforeEach(async () => {
    vi.stubGlobal('localStorage', storage());
    vi.stubGlobal('sessionStorage', storage());
    vi.stubGlobal('navigator', { onLine: true });
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('addEventListener', () => {});
    vi.stubGlobal('location', { pathname: '/', search: '', hash: '' });
    vi.stubGlobal('history', { replaceState: () => {}, pushState: () => {} });
    vi.stubGlobal('scrollTo', () => {});
    vi.stubGlobal('scrollY', 0);
    vi.stubGlobal('document', { addEventListener: () => {} });
    await clearEveryone();
    device.server = new ServerDouble([{ id: 'a' }]);
    await device.open();
  });
  afterEach(() => {
    device.close();
    vi.unstubAllGlobals();
  });
  return device;
}
