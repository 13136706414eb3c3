import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRelease } from './release.js';
import { store } from '../data/store.js';

vi.mock('../data/store.js', () => ({ store: { emit: vi.fn(), notify: vi.fn() } }));
vi.mock('./installing.js', () => ({ offerToInstall: () => {} }));

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubEnv('PROD', true);
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const refused = () => Promise.reject(new DOMException('denied', 'SecurityError'));

test.each([
  ['there are no service workers', {}],
  ['they are refused', { serviceWorker: { controller: null, register: refused } }],
])('where %s, the page is known not to open without a network', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  await keepRelease();
  expect(store.emit).toHaveBeenCalledWith({ reopens: false });
});

test('where one has the page already, it opens', async () => {
  vi.stubGlobal('navigator', { serviceWorker: { controller: {}, register: refused } });
  await keepRelease();
  expect(store.emit).not.toHaveBeenCalled();
});
