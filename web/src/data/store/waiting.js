/** What somebody would lose with this device: asked when they leave it. */
import { PREFIX as CATEGORIES } from './categories.js';
import { ROOM as OUTBOX } from './outbox.js';
import { ROOM as CHANGES } from './queue.js';
import { unsettledOf } from './unsettled.js';

const WAITING = new Set([CHANGES, OUTBOX]);

/**
 * How many changes of a person the server has not got, in whichever ledger, those that wait to be looked
 * at included.
 *
 * @param {Pick<import('../store.js').Store, 'device' | 'unsent'>} store
 */
export async function countWaiting({ device, unsent }) {
  const elsewhere = (await device.elsewhere()).filter(({ room }) => WAITING.has(room));
  const added = Object.keys(localStorage).filter(
    (key) =>
      key.startsWith(CATEGORIES + device.person) &&
      !key.startsWith(`${CATEGORIES}${device.scope}.`),
  );
  return unsent() + elsewhere.length + added.length + unsettledOf(device.person).length;
}
