/** Leaving a device that others use too: what it keeps of a person goes, to the last byte. */
import { clearEveryone } from './device.js';
import { SHARED } from './shared.js';

const OURS = 'expense-tracker.';

/** @param {string} person whose keys, of all that pages of ours keep by name */
export async function forgetPerson(person) {
  forgetKeys((key) => key.startsWith(OURS) && key.includes(person));
  await globalThis.caches?.delete(SHARED);
}

/** What is kept of one ledger beside the device's database. @param {string} scope as of its device */
export function forgetScope(scope) {
  forgetKeys((key) => key.startsWith(OURS) && key.endsWith(`.${scope}`));
}

/** Everything of everybody, the page itself included: it comes anew with the next visit. */
export async function clearDevice() {
  // The session is ended with its tokens, which signing out takes to where they are withdrawn.
  forgetKeys((key) => !key.startsWith('oidc.'));
  // What cannot be opened keeps nothing.
  await clearEveryone().catch(() => {});
  const names = (await globalThis.caches?.keys()) ?? [];
  await Promise.all(names.map((name) => caches.delete(name)));
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  await Promise.all(workers.map((worker) => worker.unregister()));
}

/** @param {(key: string) => boolean} isMeant */
function forgetKeys(isMeant) {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage).filter(isMeant)) storage.removeItem(key);
}
