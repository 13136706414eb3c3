import { expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../api.js';
import { Fair } from './fair.js';

const TRANSFER = { from: 'ravi', to: 'asha', amount_paise: 30000 };
const BALANCES = { total_paise: 140000, members: [], transfers: [TRANSFER] };

function fair() {
  const api = {
    ledger: 'home',
    balances: vi.fn().mockResolvedValue(BALANCES),
    listSettlements: vi.fn().mockResolvedValue({ items: [] }),
    addSettlement: vi.fn().mockResolvedValue({}),
  };
  const store = { emit: vi.fn(), failed: vi.fn() };
  return { api, fair: new Fair(/** @type {any} */ (api), store) };
}

test('one whose answer was lost is recorded once, however often it is pressed', async () => {
  const { api, fair: one } = fair();
  api.addSettlement.mockRejectedValueOnce(new UnreachableError());
  await expect(one.record(TRANSFER, '2026-11-25')).rejects.toThrow();
  await one.record(TRANSFER, '2026-11-25');
  await one.record(TRANSFER, '2026-11-25');
  const [first, second, third] = api.addSettlement.mock.calls.map(([, { id }]) => id);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('a transfer that both say was made is one, until something was given since', async () => {
  const given = { id: 's1', ...TRANSFER, date: '2026-11-20' };
  const payer = fair();
  const receiver = fair();
  await payer.fair.settle(TRANSFER, '2026-11-25');
  await receiver.fair.settle(TRANSFER, '2026-11-25');
  payer.api.listSettlements.mockResolvedValue({ items: [given] });
  await payer.fair.settle(TRANSFER, '2026-11-25');
  await payer.fair.settle(TRANSFER, '2026-11-25');
  const idsOf = (/** @type {typeof payer} */ { api }) =>
    api.addSettlement.mock.calls.map(([, { id }]) => id);
  const [theirs] = idsOf(receiver);
  const [first, second, third] = idsOf(payer);
  expect([first, second]).toEqual([theirs, theirs]);
  expect(third).not.toBe(first);
});

test('a transfer that the other has said on another day is no error', async () => {
  const { api, fair: one } = fair();
  api.addSettlement.mockRejectedValue(new ApiError(409, {}));
  await expect(one.settle(TRANSFER, '2026-11-25')).rejects.toThrow();
  const [[, { id }]] = api.addSettlement.mock.calls;
  // Looked at before the other recorded it.
  api.listSettlements
    .mockResolvedValueOnce({ items: [{ id, ...TRANSFER, date: '2026-11-24' }] })
    .mockResolvedValue({ items: [] });
  await one.settle(TRANSFER, '2026-11-25');
});

test('what could not be loaded is said, and what is known stays', async () => {
  const { api, fair: one } = fair();
  one.look();
  await vi.waitFor(() => expect(one.status).toBe('ready'));
  api.balances.mockRejectedValueOnce(new UnreachableError());
  one.refresh();
  one.look();
  await vi.waitFor(() => expect(one.status).toBe('failed'));
  expect(one.balances).toBe(BALANCES);
});

test('who may see totals only is told what is fair, and not what was given', async () => {
  const { api, fair: one } = fair();
  api.listSettlements.mockRejectedValueOnce(new ApiError(403, {}));
  one.look();
  await vi.waitFor(() => expect(one.status).toBe('ready'));
  expect(one.settlements).toEqual([]);
});
