/** For tests: a person's device, whose page can be closed and opened again, and a server double. */
import { afterEach, beforeEach, vi } from 'vitest';
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
function storage() {
  const methods = {
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (kept[key] = value),
    removeItem: (/** @type {string} */ key) => void delete kept[key],
  };
  /** @type {Record<string, any>} */
  const kept = Object.create(methods);
  return kept;
}

/** A device for each test, with the expense `a` on the server. */
export function onDevice() {
  const device = {
    server: new ServerDouble(),
    store: /** @type {import('../store.js').Store} */ (/** @type {unknown} */ (null)),
    settled: () => new Promise((resolve) => setTimeout(resolve, 5)),
    /** Load the page anew, with what the device has kept. */
    async open() {
      device.store?.queue.close();
      const { Store } = await import('../store.js');
      device.store = new Store();
      device.store.open(/** @type {any} */ (device.server), PERSON);
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
    vi.stubGlobal('document', { addEventListener: () => {} });
    device.server = new ServerDouble([{ id: 'a' }]);
    await device.open();
  });
  afterEach(() => {
    device.store.queue.close();
    vi.unstubAllGlobals();
  });
  return device;
}
