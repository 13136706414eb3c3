/**
 * The service worker: the page without a network. It keeps a release as a whole, from its first file
 * to its last, and never mixes two.
 *
 * - Files of this release are put by when it is installed, the readers of spreadsheets and PDFs (which
 *   weigh more than all others together) when one is first used.
 * - The page itself and `config.json` are asked for; without an answer in two seconds, what is kept.
 *   A page of a later release finds its own files by their names, which no other release's files have.
 * - The release before stays until the next: a tab that was opened with it still opens its views.
 * - The API is none of its business: what the page keeps of answers, it keeps itself.
 */
import { cacheNames, clientsClaim, setCacheNameDetails } from 'workbox-core';
import { addRoute, matchPrecache, precache } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst } from 'workbox-strategies';
import { receiveShared } from './share-target.js';

/** Both put here by `web/release-files.js`. */
const FILES = /** @type {{url: string, revision: string | null}[]} */ (__RELEASE_FILES__);
const RELEASE = /** @type {string} */ (__RELEASE__);

const PATIENCE_SECONDS = 2;
const RELEASES = 'expense-tracker-release-';
const CONFIG = 'expense-tracker-config';
const READERS = 'expense-tracker-readers';

const worker = /** @type {any} */ (self);

setCacheNameDetails({ prefix: 'expense-tracker', precache: `release-${RELEASE}`, suffix: '' });
precache(FILES);
clientsClaim();

const onlyGood = {
  /** A server in trouble is no better than none. @param {{response: Response}} given */
  fetchDidSucceed: async ({ response }) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return response;
  },
};

registerRoute(
  new NavigationRoute(
    new NetworkFirst({
      networkTimeoutSeconds: PATIENCE_SECONDS,
      plugins: [
        onlyGood,
        {
          // Another release's page is shown, not kept: it would be kept without its files.
          cacheWillUpdate: async () => null,
          cachedResponseWillBeUsed: () => matchPrecache('/index.html'),
        },
      ],
    }),
    // What names a file is one, as for the server.
    { denylist: [/^\/api\//, /\/[^/]*\.[^/]*$/] },
  ),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/config.json',
  new NetworkFirst({
    cacheName: CONFIG,
    networkTimeoutSeconds: PATIENCE_SECONDS,
    plugins: [onlyGood],
  }),
);

const readers = new CacheFirst({ cacheName: READERS });
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async (given) =>
    (await caches.match(given.request, { ignoreVary: true })) ?? readers.handle(given),
);
addRoute();
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/share',
  ({ request }) => receiveShared(request),
  'POST',
);

worker.addEventListener('install', (/** @type {any} */ event) => {
  event.waitUntil(caches.open(CONFIG).then((kept) => kept.add('/config.json')));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(forgetFormerReleases());
});

worker.addEventListener('message', (/** @type {any} */ { data, ports }) => {
  if (data?.type === 'release') ports[0].postMessage(RELEASE);
  if (data?.type === 'take-over') worker.skipWaiting();
});

/** All but this one and the one before: caches are listed in the order that they were made in. */
async function forgetFormerReleases() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(RELEASES) && name !== cacheNames.precache);
  await Promise.all([READERS, ...others.slice(0, -1)].map((name) => caches.delete(name)));
}
