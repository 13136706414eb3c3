/** What goes by name with a person who leaves the device. */
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

/** @param {(key: string) => boolean} isMeant */
export function forgetKeys(isMeant) {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage).filter(isMeant)) storage.removeItem(key);
}
