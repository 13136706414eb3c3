import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { receiveShared } from './share-target.js';

/** @type {{put: import('vitest').Mock}} */
let cache;
/** @type {import('vitest').Mock} */
let forget;

beforeEach(() => {
  cache = { put: vi.fn(async () => {}) };
  forget = vi.fn(async () => true);
  vi.stubGlobal('caches', { open: async () => cache, delete: forget });
  // Outside of a worker no address is relative.
  vi.spyOn(Response, 'redirect').mockImplementation(
    (address, status) => new Response(null, { status, headers: { location: String(address) } }),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** @param {Record<string, string | File>} fields */
async function share(fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const request = new Request('https://app.example/share', { method: 'POST', body });
  return (await receiveShared(request)).headers.get('location');
}

test('a message is left for the page, a file for the import', async () => {
  expect(await share({ text: 'paid 20' })).toBe('/?shared');
  expect(await share({ files: new File(['a,b'], 'july.csv') })).toBe('/import?shared');
});

test('what a full device has no room for is forgotten, and the page is told', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  cache.put.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  expect(await share({ text: 'paid 20' })).toBe('/?shared=failed');
  expect(forget).toHaveBeenCalledTimes(2);
});
