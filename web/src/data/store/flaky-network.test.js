import { describe, expect, test } from 'vitest';
import { UnreachableError } from '../api.js';
import { onDevice, FIELDS } from './device-double.js';

const OPERATIONS = 500;
const LOST = 0.3;

/** The same numbers for the same seed (mulberry32). @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const device = onDevice();

/** How often the page has been closed; while it is closing, it hears of nothing any more. */
const page = { closed: 0, isClosing: false, isWaiting: false };
const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a page asked that is closed. */
function never() {
  page.isWaiting = true;
  return new Promise(() => {});
}

/** Load it anew, in the middle of whatever it is doing. */
async function reload() {
  page.closed += 1;
  page.isClosing = true;
  page.isWaiting = false;
  // A browser has written what a page began to write before it opens another.
  while (device.store.queue.sending && !page.isWaiting) await tick();
  page.isClosing = false;
  await device.open();
}

/**
 * Each request is lost with a probability, on its way there or back.
 *
 * @param {() => number} chance
 */
function looseNetwork(chance) {
  const server = /** @type {any} */ (device.server);
  for (const name of ['addExpense', 'editExpense', 'deleteExpense', 'getExpense']) {
    const ask = server[name].bind(server);
    server[name] = async (/** @type {unknown[]} */ ...given) => {
      const { closed, isClosing } = page;
      if (isClosing) return never();
      const lost = chance() < LOST;
      if (lost && chance() < 0.5) throw new UnreachableError('lost on its way there');
      const answer = await ask(...given);
      await tick();
      if (closed !== page.closed) return never();
      if (lost) throw new UnreachableError('lost on its way back');
      return answer;
    };
  }
}

describe('a network that loses three requests of ten', () => {
  test.each([1, 2])(
    'loses and doubles nothing of 500 operations, reloads included (seed %i)',
    async (seed) => {
      const chance = random(seed);
      looseNetwork(chance);
      /** @type {Map<string, number>} what the person has in the end: id to paise */
      const wanted = new Map([['a', 1000]]);
      for (let done = 0; done < OPERATIONS; done++) {
        const { store } = device;
        const items = store.expenses({}).items;
        const dice = chance();
        const one = items[Math.floor(chance() * items.length)];
        const paise = 1 + Math.floor(chance() * 100_000);
        if (dice < 0.6 || !one) {
          const added = store.addExpense({ ...FIELDS, amount_paise: paise });
          wanted.set(added.id, paise);
        } else if (dice < 0.85) {
          store.editExpense(one, { amount_paise: paise });
          wanted.set(one.id, paise);
        } else {
          store.deleteExpense(one);
          wanted.delete(one.id);
        }
        const shown = store.expenses({}).items.reduce((sum, item) => sum + item.amount_paise, 0);
        expect(shown).toBe([...wanted.values()].reduce((sum, each) => sum + each, 0));
        if (done % 100 === 50) await reload();
        if (done % 10 === 0) await device.store.queue.drain();
      }
      while (device.store.state.pending.length) {
        device.store.queue.drain();
        await device.settled();
      }
      const stored = [...device.server.expenses.values()];
      expect(new Map(stored.map(({ id, amount_paise: paise }) => [id, paise]))).toEqual(wanted);
      expect(device.store.state.conflicts).toEqual([]);
      expect(device.store.state.refused).toEqual([]);
    },
    60_000,
  );
});
