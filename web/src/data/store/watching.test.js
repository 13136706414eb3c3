import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watch } from './watching.js';

const page = {
  online: vi.fn(),
  offline: vi.fn(),
  returned: vi.fn(),
  newDay: vi.fn(),
  recorded: vi.fn(),
};
const shown = { visibilityState: 'visible', addEventListener: () => {} };

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('document', shown);
  vi.useFakeTimers({ now: new Date('2026-11-25T23:59:00+05:30') });
  shown.visibilityState = 'visible';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

test('what recurs is looked for once on each day, after it has been recorded', () => {
  watch(page);
  vi.advanceTimersByTime(2 * 60_000);
  expect(page.newDay).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(4 * 60_000);
  expect(page.recorded).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6 * 60_000);
  expect(page.recorded).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(page.newDay).toHaveBeenCalledTimes(2);
  expect(page.recorded).toHaveBeenCalledTimes(2);
});

test('a page that nobody looks at asks for nothing: it will when they come back', () => {
  watch(page);
  shown.visibilityState = 'hidden';
  vi.advanceTimersByTime(15 * 60_000);
  expect(page.newDay).toHaveBeenCalledTimes(1);
  expect(page.recorded).not.toHaveBeenCalled();
});
