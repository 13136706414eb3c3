import { afterEach, describe, expect, test, vi } from 'vitest';
import { FIELDS, fullAtCommit, onDevice } from './device-double.js';

const device = onDevice();
afterEach(() => vi.restoreAllMocks());

describe('on a full device', () => {
  test('what is added reaches the server all the same', async () => {
    fullAtCommit();
    const { store } = device;
    const added = ['1', '2'].map((description) => store.addExpense({ ...FIELDS, description }));
    await device.settled();

    expect([...device.server.expenses.keys()]).toEqual(['a', ...added.map(({ id }) => id)]);
    expect([store.state.pending, store.state.device]).toEqual([[], 'full']);
  });
});
