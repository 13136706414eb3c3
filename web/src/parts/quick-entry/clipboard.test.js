import { afterEach, expect, test, vi } from 'vitest';
import { canPaste, pastedLine } from './clipboard.js';
import { store } from '../../data/store.js';

vi.mock('../../data/store.js', () => ({ store: { announce: vi.fn() } }));
afterEach(() => vi.unstubAllGlobals());

/** @param {() => Promise<string>} readText */
const clipboard = (readText) => vi.stubGlobal('navigator', { clipboard: { readText } });

test('a message of several lines is one', async () => {
  clipboard(async () => ' paid Rs.250\n\tto SWIGGY ');
  expect([canPaste(), await pastedLine()]).toEqual([true, 'paid Rs.250 to SWIGGY']);
});

test('what the browser does not let the page read is said', async () => {
  clipboard(() => Promise.reject(new DOMException('denied', 'NotAllowedError')));
  expect(await pastedLine()).toBe('');
  expect(store.announce).toHaveBeenCalledOnce();
});

test('where the page cannot ask, nothing is offered', () => {
  vi.stubGlobal('navigator', {});
  expect(canPaste()).toBe(false);
});
