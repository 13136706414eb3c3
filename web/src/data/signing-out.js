/**
 * Leaving a device that others use too: what it keeps of a person goes, to the last byte. The session
 * goes first: a tab that is told that the person leaves loads anew, and would take it up again.
 *
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {{leave: () => Promise<void>}} Store
 */
import { clearEveryone } from './device.js';
import { forgetKeys } from './leaving.js';

/** Cognito is told at its best speed or not at all: nobody stands waiting to be signed out. */
const PATIENCE_MS = 3000;

/** @param {Auth} auth @param {Store} store */
export async function signOut(auth, store) {
  const token = auth.giveUp();
  await store.leave();
  await end(auth, token);
}

/**
 * Everything of everybody, the page itself included: it comes anew with the next visit. Without a network
 * it could not, and stays.
 *
 * @param {Auth} auth @param {Store} store
 */
export async function clearDevice(auth, store) {
  const token = auth.giveUp();
  await store.leave();
  forgetKeys(() => true);
  // What cannot be opened keeps nothing.
  await clearEveryone().catch(() => {});
  await end(auth, token, forgetPage);
}

async function forgetPage() {
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

/**
 * @param {Auth} auth @param {string} token
 * @param {() => Promise<void>} [leaveOnline] what is done before the page goes where it may not come back from
 */
async function end(auth, token, leaveOnline = async () => {}) {
  const isTold = await withdraw(auth, token);
  if (isTold) await leaveOnline();
  else auth.endLater();
  // Whoever goes back is not shown the page as it was left.
  addEventListener('pageshow', () => location.reload());
  // The hosted page would be an error page of the browser's.
  location.assign(isTold ? auth.logoutAddress : '/');
}

/**
 * It goes on after the page has gone.
 *
 * @param {Auth} auth @param {string} token
 * @returns {Promise<boolean>} whether Cognito can be reached
 */
async function withdraw(auth, token) {
  const asking = auth.revoke(token, { keepalive: true }).then(
    () => true,
    () => false,
  );
  /** @type {Promise<false>} */
  const tooLong = new Promise((resolve) => setTimeout(() => resolve(false), PATIENCE_MS));
  return Promise.race([asking, tooLong]);
}
