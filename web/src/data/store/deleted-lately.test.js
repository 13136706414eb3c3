import { expect, it, vi } from 'vitest';

import { DeletedLately } from './deleted-lately.js';

const tea = { id: 'tea' };
const bus = { id: 'bus' };
const store = { emit: () => {}, failed: () => {} };

it('does not show again what came back while it was asked for', async () => {
  const listDeletedExpenses = vi
    .fn()
    .mockResolvedValueOnce({ items: [tea, bus], next_cursor: null })
    .mockResolvedValue({ items: [bus], next_cursor: null });
  const deleted = new DeletedLately(/** @type {any} */ ({ listDeletedExpenses }), store);
  const loaded = deleted.load();
  deleted.remove('tea');
  await loaded;
  expect(deleted.items).toEqual([bus]);
});
