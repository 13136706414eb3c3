/** What somebody who leaves the device is asked before; comes when they do. */
import * as ending from '../../data/signing-out.js';
import { store } from '../../data/store.js';
import { countWaiting } from '../../data/store/waiting.js';
import * as texts from '../../writing/text/en/leaving.js';
import { addTexts, t } from '../../writing/text.js';

/** @typedef {import('../../data/auth.js').Auth} Auth */

addTexts(texts);

/** @param {Auth} auth */
export async function signOut(auth) {
  const count = await countWaiting(store);
  if (count && !confirm(t('leaving.pendingAtSignOut', { count }))) return;
  await ending.signOut(auth, store);
}

/** For a phone that is lent or given away: other people's too. @param {Auth} auth */
export async function clearDevice(auth) {
  if (confirm(t('leaving.clearDeviceSure'))) await ending.clearDevice(auth, store);
}
