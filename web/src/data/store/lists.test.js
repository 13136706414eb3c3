import { expect, test, vi } from 'vitest';
import { Lists } from './lists.js';

const ALL = Array.from({ length: 950 }, (_, index) => ({
  id: `e${String(index).padStart(3, '0')}`,
  date: '2026-11-25',
  created_at: `2026-11-25T10:00:00.${String(999 - index).padStart(3, '0')}Z`,
  amount_paise: 100,
}));

/** @type {any[]} what the server has, the newest first */
let stored = ALL;

/** @param {any[]} [waiting] changes that are not sent yet */
function lists(waiting = []) {
  const load = vi.fn(async (_, cursor, limit) => {
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: stored.slice(start, end),
      next_cursor: end < stored.length ? String(end) : null,
    };
  });
  const failed = vi.fn();
  const store = { pending: () => waiting, emit: () => {}, failed, nameOf: () => undefined };
  const all = new Lists(
    /** @type {any} */ (load),
    store,
    () => {},
    async () => null,
  );
  return { all, load };
}

test('a list that is asked for again is as long as it was, so that nobody is scrolled away', async () => {
  const { all, load } = lists();
  const loaded = () => all.view({}).items.length;
  while (loaded() < 900) {
    const before = loaded();
    all.view({}).loadMore();
    await vi.waitFor(() => expect(loaded()).toBeGreaterThan(before));
  }
  stored = [{ ...ALL[0], id: 'theirs' }, ...ALL];
  load.mockClear();
  all.refresh();
  all.view({});
  await vi.waitFor(() => expect(all.view({}).items[0].id).toBe('theirs'));
  expect(loaded()).toBeGreaterThanOrEqual(900);
  expect(new Set(all.view({}).items.map(({ id }) => id)).size).toBe(loaded());
  expect(load.mock.calls.length).toBeLessThanOrEqual(5);
});

test('what is not sent yet is among what a search finds', async () => {
  stored = [];
  const added = (/** @type {string} */ id, /** @type {number} */ paise) => {
    const after = { id, date: '2026-11-25', amount_paise: paise, description: '', tags: [] };
    return { id, kind: 'add', before: null, after };
  };
  const { all } = lists([added('a', 50_000), added('b', 70_000)]);
  const found = () => all.view({ q: 'Rs 500' });
  await vi.waitFor(() => expect(found().status).toBe('ready'));
  expect(found().items.map(({ id }) => id)).toEqual(['a']);
  stored = ALL;
});
