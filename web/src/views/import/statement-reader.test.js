import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { StatementReader } from './statement-reader.js';

/** A worker that never answers. */
class Silent {
  static ended = 0;
  addEventListener() {}
  postMessage() {}
  terminate() {
    Silent.ended += 1;
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Worker', Silent);
  Silent.ended = 0;
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const QUESTION = { today: '2026-11-27' };

it('gives up what takes longer than a minute, and says that it was that', async () => {
  const reading = new StatementReader().open(new Uint8Array(), QUESTION);
  const told = expect(reading).rejects.toMatchObject({ kind: 'tooLong' });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(Silent.ended).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await told;
  expect(Silent.ended).toBe(1);
});

it('what a person stops is said to be stopped', async () => {
  const reader = new StatementReader();
  const told = expect(reader.open(new Uint8Array(), QUESTION)).rejects.toMatchObject({
    kind: 'stopped',
  });
  reader.close();
  await told;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(Silent.ended).toBe(1);
});
