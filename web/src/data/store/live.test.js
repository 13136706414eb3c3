import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoLedgerError } from '../api.js';
import { Live, LOOK_MS } from './live.js';

/** @type {() => void} */
let turn = () => {};
/** @type {Map<string, () => void>} */
const listeners = new Map();
const shown = {
  visibilityState: 'visible',
  addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => {
    turn = listener;
  },
};
const ask = vi.fn();
const changed = vi.fn();
const gone = vi.fn();

const SEVEN = { revision: '7', setup: '2' };

function live() {
  return new Live({ ask, changed, gone });
}

/** @param {'visible' | 'hidden'} state */
function become(state) {
  shown.visibilityState = state;
  turn();
}

const pass = (looks = 1) => vi.advanceTimersByTimeAsync(looks * LOOK_MS);

beforeEach(() => {
  vi.stubGlobal('document', shown);
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('addEventListener', (/** @type {string} */ name, /** @type {() => void} */ on) =>
    listeners.set(name, on),
  );
  vi.useFakeTimers();
  shown.visibilityState = 'visible';
  ask.mockReset().mockResolvedValue(null);
  changed.mockReset();
  gone.mockReset();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('asks with what it knows, and tells only of what is another', async () => {
  ask
    .mockResolvedValueOnce(SEVEN)
    .mockResolvedValueOnce(null)
    .mockResolvedValueOnce({ revision: '8', setup: '2' })
    .mockResolvedValueOnce({ revision: '9', setup: '3' });
  live().follow('home');
  await pass(4);
  expect(ask.mock.calls).toEqual([
    ['home', null],
    ['home', '7'],
    ['home', '7'],
    ['home', '8'],
  ]);
  // What the setup was before the first one is not known.
  expect(changed.mock.calls).toEqual([[{ setup: true }], [{ setup: false }], [{ setup: true }]]);
});

test('tells that one is in the ledger no more, and asks no more', async () => {
  ask.mockResolvedValueOnce(SEVEN).mockRejectedValueOnce(new NoLedgerError());
  live().follow('home');
  await pass(20);
  expect(gone.mock.calls).toEqual([['home']]);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('asks nothing in one’s own ledger, nor while nobody looks', async () => {
  const one = live();
  one.follow('');
  await pass(3);
  one.follow('home');
  become('hidden');
  await pass(3);
  expect(ask).not.toHaveBeenCalled();
  become('visible');
  await pass();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('an answer about the ledger before is not of this one', async () => {
  /** @type {(now: {revision: string, setup: string}) => void} */
  let answer = () => {};
  ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const one = live();
  one.follow('home');
  await pass();
  one.follow('goa');
  answer(SEVEN);
  await pass();
  expect(changed).not.toHaveBeenCalled();
  expect(ask).toHaveBeenLastCalledWith('goa', null);
});

test('asks less often where there is no answer, and as before when there is one', async () => {
  ask.mockRejectedValue(new Error('down'));
  live().follow('home');
  await pass(7);
  expect(ask).toHaveBeenCalledTimes(3);
  ask.mockReset().mockResolvedValue(null);
  await pass(8);
  ask.mockClear();
  await pass(2);
  expect(ask).toHaveBeenCalledTimes(2);
});

test('asks nothing without a network, and soon after it is back', async () => {
  live().follow('home');
  vi.stubGlobal('navigator', { onLine: false });
  listeners.get('offline')?.();
  await pass(3);
  expect(ask).not.toHaveBeenCalled();
  vi.stubGlobal('navigator', { onLine: true });
  listeners.get('online')?.();
  await pass();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('an answer that comes when nobody looks any more is told, and none follows', async () => {
  /** @type {(now: {revision: string, setup: string}) => void} */
  let answer = () => {};
  ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  live().follow('home');
  await pass();
  become('hidden');
  answer(SEVEN);
  await pass(3);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(ask).toHaveBeenCalledTimes(1);
});
