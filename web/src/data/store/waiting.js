/** What somebody would lose with this device: asked when they leave it. */
import { keysOf } from '../device.js';
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
  const added = Object.keys(localStorage).filter(
    (key) =>
      key.startsWith(CATEGORIES + device.person) &&
      !key.startsWith(`${CATEGORIES}${device.scope}.`),
  );
  return (
    unsent() + (await countElsewhere(device)) + added.length + unsettledOf(device.person).length
  );
}

/** How many wait to be sent in ledgers that are not shown. @param {import('../device.js').Device} device */
async function countElsewhere({ person, scope }) {
  // What cannot be opened keeps nothing.
  const keys = await keysOf(person).catch(() => []);
  return keys.filter(([its, room]) => WAITING.has(room) && its !== scope).length;
}
