import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, UnreachableError } from '../api.js';
import { Recurring, contentOf } from './recurring.js';

const RENT = /** @type {import('../../types.js').Rule} */ ({
  id: 'rent',
  description: 'Rent',
  amount_paise: 25_000_00,
  category: 'rent',
  tags: [],
  frequency: 'monthly',
  every: 1,
  day: null,
  weekday: null,
  nth: null,
  start: '2026-11-05',
  end: null,
  count: null,
  first_number: 1,
  skipped: ['2026-11-05'],
  paused: false,
  last: '2026-11-05',
  next: '2026-12-05',
  asked: ['2026-10-05', '2026-11-05'],
  state: 'active',
  version: 1,
  created_at: '2026-11-01T10:00:00Z',
});

/** @type {any} */
let api;
const changed = vi.fn();
const recorded = vi.fn();
/** @type {any} */
const known = vi.fn(async () => null);
/** @type {Recurring} */
let recurring;

beforeEach(async () => {
  vi.clearAllMocks();
  api = {
    listRecurring: vi.fn(async () => ({ items: [RENT] })),
    addRecurring: vi.fn(async (id, content) => ({ ...RENT, ...content, id, last: null })),
    editRecurring: vi.fn(async (rule, content) => ({ ...rule, ...content, version: 2 })),
    deleteRecurring: vi.fn(async () => null),
    confirmRecurring: vi.fn(async () => ({})),
  };
  recurring = new Recurring(api, { changed, recorded, known });
  await recurring.load();
});

describe('what is known', () => {
  it('is asked for once, and again only to refresh it', async () => {
    await recurring.load();
    expect(api.listRecurring).toHaveBeenCalledTimes(1);
    await recurring.refresh();
    expect(api.listRecurring).toHaveBeenCalledTimes(2);
  });

  it('stays where a refresh fails, and is said to have failed where nothing is known', async () => {
    api.listRecurring.mockRejectedValue(new UnreachableError());
    await recurring.refresh();
    expect([recurring.status, recurring.items]).toEqual(['ready', [RENT]]);
    const other = new Recurring(api, { changed, recorded, known });
    await other.load();
    expect(other.status).toBe('failed');
  });

  it('is not refreshed for those who never asked', async () => {
    await new Recurring(api, { changed, recorded, known }).refresh();
    expect(api.listRecurring).toHaveBeenCalledTimes(1);
  });

  it('has the same list of what is to come until something changes', async () => {
    const before = recurring.upcoming('2026-12-31');
    expect(recurring.upcoming('2026-12-31')).toBe(before);
    await recurring.skip(RENT, '2026-12-05');
    expect(recurring.upcoming('2026-12-31')).not.toBe(before);
  });
});

describe('the past', () => {
  it('is read page by page, but not without an end', async () => {
    let pages = 0;
    const date = '2026-05-01';
    api.listExpenses = vi.fn(async () => ({ items: [{ id: ++pages, date }], next_cursor: 'more' }));
    await recurring.loadHistory('2026-11-25');
    expect(recurring.history?.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(api.listExpenses.mock.calls[0][0]).toEqual({ from: '2024-09-16' });
  });

  it('goes on with what the device has, each once', async () => {
    const date = '2026-05-01';
    api.listExpenses = vi.fn(async () => ({ items: [{ id: 1, date }], next_cursor: 'more' }));
    const listExpenses = vi.fn(async () => ({ items: [{ id: 1 }, { id: 0 }], next_cursor: null }));
    known.mockImplementationOnce((/** @type {any} */ ask) => ask({ listExpenses }));
    await recurring.loadHistory('2026-11-25');
    expect(recurring.history?.map(({ id }) => id)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(listExpenses).toHaveBeenCalledWith(
      { from: '2024-09-16', to: date },
      { limit: expect.any(Number) },
    );
  });

  it('stays as it was where it does not come', async () => {
    api.listExpenses = vi.fn(async () => ({ items: [{ id: 1 }], next_cursor: null }));
    await recurring.loadHistory('2026-11-25');
    api.listExpenses.mockRejectedValue(new UnreachableError());
    await recurring.loadHistory('2026-11-25');
    expect(recurring.history).toHaveLength(1);
  });
});

describe('changing', () => {
  it('says the whole of a rule, and nothing that the server works out', async () => {
    await recurring.edit(RENT, { amount_paise: 26_000_00 });
    expect(api.editRecurring).toHaveBeenCalledWith(RENT, {
      ...contentOf(RENT),
      amount_paise: 26_000_00,
    });
    expect(Object.keys(contentOf(RENT))).not.toContain('next');
    expect(recurring.find('rent')?.amount_paise).toBe(26_000_00);
  });

  it('lets go of skipped days that are behind the rule', async () => {
    const after = await recurring.skip(RENT, '2026-12-05');
    expect(after.skipped).toEqual(['2026-12-05']);
  });

  it('is not undone by a list that was asked for before', async () => {
    const netflix = { ...RENT, id: 'netflix' };
    api.listRecurring = vi
      .fn()
      .mockResolvedValueOnce({ items: [] })
      .mockResolvedValue({ items: [netflix] });
    api.addRecurring = async () => netflix;
    const listed = recurring.refresh();
    await Promise.all([listed, recurring.add(contentOf(RENT))]);
    expect(recurring.items).toEqual([netflix]);
  });

  it('looks for expenses only where some were recorded at once', async () => {
    await recurring.add(contentOf(RENT));
    expect(recorded).not.toHaveBeenCalled();
    api.addRecurring = async () => ({ ...RENT, id: 'b' });
    await recurring.add(contentOf(RENT));
    expect(recorded).toHaveBeenCalledTimes(1);
  });

  it('stops asking for an amount that is told', async () => {
    await recurring.confirm(RENT, '2026-10-05', 900_00);
    expect(api.confirmRecurring).toHaveBeenCalledWith('rent', '2026-10-05', 900_00);
    expect(recurring.items[0].asked).toEqual(['2026-11-05']);
    expect(recorded).toHaveBeenCalledTimes(1);
  });

  it('takes one that is gone already for deleted', async () => {
    api.deleteRecurring.mockRejectedValue(new ApiError(404, {}));
    await recurring.delete(RENT);
    expect(recurring.items).toEqual([]);
  });

  it('changes nothing when it is refused, and looks how things stand', async () => {
    api.editRecurring.mockRejectedValue(new ApiError(412, {}));
    await expect(recurring.edit(RENT, { paused: true })).rejects.toThrow();
    expect(recurring.items).toEqual([RENT]);
    expect(api.listRecurring).toHaveBeenCalledTimes(2);
  });
});
