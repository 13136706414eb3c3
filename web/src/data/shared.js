/**
 * What another app has shared with the page. The service worker takes it (`worker/share-target.js`) and
 * leaves it here until the page has it: in a cache, so that no text stands in an address.
 *
 * @typedef {{text: string, files: File[]}} Shared
 */
export const SHARED = 'expense-tracker-shared';
export const TEXT = '/shared/text';
export const FILE = '/shared/file/';

/**
 * What was shared, once: it is not there any more afterwards.
 *
 * @returns {Promise<Shared>}
 */
export async function takeShared() {
  /** @type {Shared} */
  const shared = { text: '', files: [] };
  if (!globalThis.caches) return shared;
  const kept = await caches.open(SHARED);
  for (const request of await kept.keys()) {
    const response = /** @type {Response} */ (await kept.match(request));
    const { pathname } = new URL(request.url);
    if (pathname === TEXT) shared.text = await response.text();
    else {
      const name = decodeURIComponent(response.headers.get('x-name') ?? '');
      shared.files.push(new File([await response.blob()], name));
    }
  }
  await caches.delete(SHARED);
  return shared;
}

/** @param {string} text @param {File[]} files */
export async function leaveShared(text, files) {
  await caches.delete(SHARED);
  const kept = await caches.open(SHARED);
  if (text) await kept.put(TEXT, new Response(text));
  for (const [number, file] of files.entries()) {
    const headers = { 'x-name': encodeURIComponent(file.name) };
    await kept.put(FILE + number, new Response(file, { headers }));
  }
}
