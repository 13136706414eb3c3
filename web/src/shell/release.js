/**
 * Which release of the page runs here: has the service worker keep it for when there is no network,
 * and takes over a later one at the next start or by a tap, never under somebody's hands.
 */
import { store } from '../data/store.js';
import { addTexts, t } from '../writing/text.js';
import { entryAddress } from './entry-address.js';
import { offerToInstall } from './installing.js';
import * as texts from '../writing/text/en/device.js';

addTexts(texts);

const LOOK_AGAIN_MS = 3_600_000;

/** Begin; a browser without service workers, or that refuses them, shows the page as long as it is open. */
export async function keepRelease() {
  // Vite's own server builds none.
  if (!import.meta.env.PROD) return;
  const { serviceWorker } = navigator;
  if (!serviceWorker) return store.emit({ reopens: false });
  offerToInstall();
  try {
    const registration = await serviceWorker.register('/service-worker.js');
    const awaitComing = () => {
      const coming = registration.installing;
      const look = () => {
        // The first one of all is nothing new.
        if (coming?.state === 'installed' && registration.active) meet(coming, offer);
      };
      coming?.addEventListener('statechange', look);
      // It may be so already: the worker and its registration are told one after the other.
      look();
    };
    registration.addEventListener('updatefound', awaitComing);
    // The browser looks for a later one as the page loads, and may have found it before this.
    awaitComing();
    lookAgain(registration);
    await meet(registration.waiting, takeOver);
  } catch (error) {
    console.warn(error);
    if (!serviceWorker.controller) store.emit({ reopens: false });
  }
}

/**
 * @param {ServiceWorker | null} waiting
 * @param {(waiting: ServiceWorker) => void} otherwise where it is of another release than this page
 */
async function meet(waiting, otherwise) {
  if (!waiting) return;
  if ((await releaseOf(waiting)) === ownRelease()) takeOver(waiting);
  else otherwise(waiting);
}

/** @param {ServiceWorker} waiting */
const takeOver = (waiting) => waiting.postMessage({ type: 'take-over' });

/** @param {ServiceWorker} waiting */
function offer(waiting) {
  const run = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    takeOver(waiting);
  };
  store.notify({
    id: 'release',
    text: t('release.new'),
    action: { label: t('release.take'), run },
    timeout: 0,
  });
}

/** Its entry's name. */
const ownRelease = () => entryAddress()?.split('/').at(-1)?.replace(/\.js$/, '');

/** @param {ServiceWorker} worker @returns {Promise<string>} */
function releaseOf(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ type: 'release' }, [port2]);
  });
}

/** A page that stays open for days looks for a later release when somebody returns to it. */
function lookAgain(/** @type {ServiceWorkerRegistration} */ registration) {
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < LOOK_AGAIN_MS) return;
    lookedAt = Date.now();
    registration.update().catch(() => {});
  });
}
