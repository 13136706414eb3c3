import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Api, ApiError, NoLedgerError, SignedOutError, UnreachableError } from './api.js';
import { newId } from './ids.js';

const json = (/** @type {unknown} */ body, status = 200, headers = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers });

/** @type {{token: any, renew: any}} */
let session;
/** @type {import('vitest').Mock} */
let send;
/** @type {Api} */
let api;

beforeEach(() => {
  session = { token: vi.fn(async () => 'token-1'), renew: vi.fn(async () => true) };
  send = vi.fn();
  api = new Api('/api', session, { fetch: send, waits: [0, 0] });
});

describe('a request', () => {
  test('carries the token, its content and the version that it changes', async () => {
    send.mockResolvedValue(json({ id: 'a' }));
    const replaced = { version: 3, created_at: '2026-11-25T10:15:31.000042Z' };
    await api.editExpense('a/b', replaced, { amount_paise: 1 });
    const [url, options] = send.mock.calls[0];
    expect(url).toBe('/api/expenses/a%2Fb');
    expect(options).toMatchObject({
      method: 'PUT',
      body: '{"amount_paise":1}',
      headers: { authorization: 'Bearer token-1', 'if-match': '"3-20261125101531000042"' },
    });
  });

  test('leaves empty filters out of the address, and joins several', async () => {
    send.mockImplementation(async () => json({ items: [], next_cursor: null }));
    await api.listExpenses({ q: 'chai & tea', tag: undefined }, { limit: 50 });
    expect(send.mock.calls[0][0]).toBe('/api/expenses?q=chai+%26+tea&limit=50');
    await api.listExpenses({ category: ['rent', 'fuel'], without: [] }, { limit: 50 });
    expect(send.mock.calls[1][0]).toBe('/api/expenses?category=rent%2Cfuel&limit=50');
  });
});

/** The network goes in the middle of an answer. */
const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(body) {
        body.enqueue(new TextEncoder().encode('{"id":'));
        body.error(new TypeError('network error'));
      },
    }),
    { status: 201 },
  );

describe('an answer that breaks off in the middle', () => {
  test('is asked for again', async () => {
    send.mockResolvedValueOnce(brokenOff()).mockResolvedValueOnce(json({ id: 'a' }));
    expect(await api.addExpense('a', {})).toEqual({ id: 'a' });
  });

  test('is none, so that what was sent is sent again later', async () => {
    send.mockImplementation(async () => brokenOff());
    await expect(api.addExpense('a', {})).rejects.toThrow(UnreachableError);
    expect(send).toHaveBeenCalledTimes(3);
  });
});

describe('an API of a shared ledger', () => {
  test('says which in all that is of a ledger, and in nothing else', async () => {
    send.mockImplementation(async () => json({ items: [] }));
    const home = api.of('home-1');
    await home.listExpenses({ tag: ['goa'] }, { limit: 50 });
    await home.addExpense('a', {});
    await home.deleteCategory('c', 'other');
    await home.listRecurring();
    await home.getSettings();
    await home.listLedgers();
    await api.listCategories();
    expect(send.mock.calls.map(([url]) => url)).toEqual([
      '/api/expenses?tag=goa&limit=50&ledger=home-1',
      '/api/expenses?ledger=home-1',
      '/api/categories/c?move_to=other&ledger=home-1',
      '/api/recurring?ledger=home-1',
      '/api/settings',
      '/api/ledgers',
      '/api/categories',
    ]);
  });

  test('tells a ledger that one is not in from an expense that is not there', async () => {
    send.mockImplementation(async (path) =>
      String(path).includes('/ledgers/') ? json({ id: 'home-1' }) : json({}, 404),
    );
    const home = api.of('home-1');
    await expect(home.listCategories()).rejects.toBeInstanceOf(NoLedgerError);
    await expect(home.addExpenses([])).rejects.toBeInstanceOf(NoLedgerError);
    await expect(home.getExpense('a')).rejects.toBeInstanceOf(ApiError);
    await expect(api.listCategories()).rejects.toBeInstanceOf(ApiError);
    send.mockImplementation(async () => json({}, 404));
    await expect(home.getExpense('a')).rejects.toBeInstanceOf(NoLedgerError);
    await expect(home.revision('home-1', null)).rejects.toBeInstanceOf(NoLedgerError);
  });
});

describe('a busy server', () => {
  test('is asked again', async () => {
    send
      .mockResolvedValueOnce(json({}, 503, { 'retry-after': '0' }))
      .mockResolvedValueOnce(json({ items: [] }));
    expect(await api.listCategories()).toEqual({ items: [] });
  });
  test('that stays so is reported', async () => {
    send.mockImplementation(async () => json({}, 503));
    await expect(api.listCategories()).rejects.toBeInstanceOf(UnreachableError);
    expect(send).toHaveBeenCalledTimes(3);
  });
});

describe('too many requests', () => {
  test('at once are sent again', async () => {
    send
      .mockResolvedValueOnce(json({ message: 'Too Many Requests' }, 429))
      .mockResolvedValueOnce(json({ items: [] }));
    expect(await api.listCategories()).toEqual({ items: [] });
  });
  test('for a day are refused in the words of the answer', async () => {
    const headers = { 'retry-after': '4321', 'content-type': 'application/problem+json' };
    send.mockImplementation(async () => json({ detail: 'go on tomorrow' }, 429, headers));
    const refused = api.addExpense('a', {});
    await expect(refused).rejects.toBeInstanceOf(ApiError);
    await expect(refused).rejects.toMatchObject({ status: 429, message: 'go on tomorrow' });
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a network that fails', () => {
  test('is tried again with the same id', async () => {
    send.mockRejectedValueOnce(new TypeError('failed')).mockResolvedValueOnce(json({ id: 'a' }));
    await api.addExpense('a', {});
    expect(send.mock.calls.map(([, { body }]) => body)).toEqual(['{"id":"a"}', '{"id":"a"}']);
  });
  test('and fails on is reported', async () => {
    send.mockRejectedValue(new TypeError('failed'));
    await expect(api.deleteExpense('a')).rejects.toBeInstanceOf(UnreachableError);
  });
  test('is not tried again by what was cancelled', async () => {
    const cancelled = new AbortController();
    send.mockImplementation(async () => {
      cancelled.abort();
      throw new DOMException('aborted', 'AbortError');
    });
    await expect(api.addExpenses([], cancelled.signal)).rejects.toThrow('aborted');
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('a session that has ended', () => {
  test('is renewed once, without the caller noticing', async () => {
    send.mockResolvedValueOnce(json({}, 401)).mockResolvedValueOnce(json({ items: [] }));
    expect(await api.listCategories()).toEqual({ items: [] });
    expect(session.renew).toHaveBeenCalledTimes(1);
  });
  test('and cannot be renewed is reported', async () => {
    send.mockImplementation(async () => json({}, 401));
    session.renew.mockResolvedValue(false);
    await expect(api.listCategories()).rejects.toBeInstanceOf(SignedOutError);
  });
  test('is not renewed for ever', async () => {
    send.mockImplementation(async () => json({}, 401));
    await expect(api.listCategories()).rejects.toBeInstanceOf(SignedOutError);
    expect(send).toHaveBeenCalledTimes(2);
  });
  test('is not taken for ended when the network fails while renewing', async () => {
    send.mockImplementation(async () => json({}, 401));
    session.renew.mockRejectedValue(new TypeError('offline'));
    await expect(api.listCategories()).rejects.toBeInstanceOf(UnreachableError);
  });
});

test('a refusal says what the server said, field by field', async () => {
  const errors = [{ field: 'date', message: 'is not a date' }];
  send.mockResolvedValue(json({ title: 'Unprocessable', detail: 'Wrong.', errors }, 422));
  const error = await api.addExpense('a', {}).catch((/** @type {any} */ e) => e);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 422, message: 'Wrong.', errors });
});

test('ids are UUIDv7 and sort by the order they were made in', () => {
  const times = [1, 2, ...Array(5000).fill(1_700_000_000_000), 1_600_000_000_000];
  const ids = times.map((ms) => newId(ms));
  expect(new Set(ids).size).toBe(times.length);
  expect(ids[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
});
