import { beforeEach, expect, test, vi } from 'vitest';
import { storage } from '../data/store/device-double.js';

vi.mock('../data/store.js', () => ({
  store: {
    state: { form: null },
    habits: { learnt: true },
    subscribe: () => () => {},
    notify: vi.fn(),
  },
}));

const page = new EventTarget();
const says = () => page.dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }));

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});

/** A page that asks, at rest, long after it was loaded. @param {number} visit */
async function restOn(visit) {
  localStorage.setItem('expense-tracker.visits', String(visit - 1));
  const { store } = await import('../data/store.js');
  const { offerToInstall } = await import('./installing.js');
  offerToInstall();
  await Promise.resolve();
  return /** @type {import('vitest').Mock} */ (store.notify).mock.calls.length;
}

test('what the browser says before the page is at rest is heard', async () => {
  await import('./installable.js');
  says();
  expect(await restOn(3)).toBe(1);
});

test('before the third visit nobody is asked', async () => {
  await import('./installable.js');
  says();
  expect(await restOn(2)).toBe(0);
});
