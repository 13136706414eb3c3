import { beforeEach, expect, test, vi } from 'vitest';
import { arrive } from './arriving.js';
import { store } from '../data/store.js';

vi.mock('../data/router.js', async () => ({
  currentView: () => 'overview',
  currentParams: () => Object.fromEntries(new URLSearchParams(location.search)),
  href: () => '/',
}));
vi.mock('../data/store.js', () => ({
  store: { state: { form: null }, openForm: vi.fn(), notify: vi.fn() },
}));

const { openForm, notify } = /** @type {Record<string, import('vitest').Mock>} */ (
  /** @type {unknown} */ (store)
);

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('history', { replaceState: () => {} });
  store.state.form = null;
});

test('what was half typed when the page was left can be had back', async () => {
  vi.stubGlobal('location', { search: '?add' });
  const typed = { fields: { description: 'half typed' } };
  store.state.form = typed;
  await arrive();
  expect(openForm.mock.calls).toEqual([[]]);
  notify.mock.calls[0][0].action.run();
  expect(openForm).toHaveBeenLastCalledWith(typed);
});

test('where nothing was typed, nothing is offered', async () => {
  vi.stubGlobal('location', { search: '?add' });
  await arrive();
  expect(openForm).toHaveBeenCalledOnce();
  expect(notify).not.toHaveBeenCalled();
});

test('what a full device could not take is said', async () => {
  vi.stubGlobal('location', { search: '?shared=failed' });
  await arrive();
  expect(openForm).not.toHaveBeenCalled();
  expect(notify.mock.calls[0][0].text).toContain('could not be taken');
});
