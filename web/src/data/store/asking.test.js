import { expect, it, vi } from 'vitest';

import { Asking } from './asking.js';

/** Questions that are answered when the test says so. */
function server() {
  /** @type {((answer: string) => void)[]} */
  const waiting = [];
  return {
    waiting,
    ask: () =>
      new Promise((/** @type {(answer: string) => void} */ resolve) => waiting.push(resolve)),
  };
}

it('asks again where something changed while the answer was on its way', async () => {
  const { waiting, ask } = server();
  const asking = new Asking();
  const take = vi.fn();
  const asked = asking.latest(ask, take);
  asking.changed();
  waiting[0]('before');
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]('after');
  await asked;
  expect(take.mock.calls).toEqual([['after']]);
});

it('lets the later question count, whichever is answered first', async () => {
  const { waiting, ask } = server();
  const asking = new Asking();
  const take = vi.fn();
  const asked = [asking.latest(ask, take), asking.latest(ask, take)];
  waiting[1]('new');
  waiting[0]('old');
  await Promise.all(asked);
  expect(take.mock.calls).toEqual([['new']]);
});

it('comes to an end where it changes all the time', async () => {
  const asking = new Asking();
  let times = 0;
  const take = vi.fn();
  await asking.latest(async () => {
    asking.changed();
    times += 1;
    return times;
  }, take);
  expect(take.mock.calls).toEqual([[5]]);
});
