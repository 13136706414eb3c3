/** What had not been sent to a ledger that one is in no more is kept in one's own, to look at. */
import { date, shortMoney } from '../../writing/format.js';
import { t } from '../../writing/text.js';
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { fieldsOf } from './changes.js';

/**
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('./unsettled.js').Unsettled} Unsettled
 */

/**
 * @param {ReturnType<typeof import('./place.js').makePlace>} place the ledger
 * @param {Unsettled} own where it is kept
 * @param {string} name the ledger's
 * @returns {number} how many changes there are
 */
export function keepUnsent(place, own, name) {
  const { written, deleted } = unsentOf(place);
  place.outbox.giveUp(new ApiError(404, {}));
  const small = [
    ...place.unsettled.refusals.map(({ what }) => what),
    ...deleted.map(({ amount_paise: paise, date: day, description }) =>
      t('ledgers.outDeletion', { amount: shortMoney(paise), date: date(day), description }).trim(),
    ),
  ];
  const reason = t('ledgers.outReason', { name });
  for (const change of written) own.add({ id: newId(), kind: 'refused', change, reason });
  for (const what of small) own.add({ id: newId(), kind: 'refusal', what, reason });
  return written.length + small.length;
}

/**
 * What the server has not got of what a person did in a ledger.
 *
 * @param {{queue: {pending: Change[]}, unsettled: Unsettled}} place
 * @returns {{written: Change[], deleted: Expense[]}} `written`: each as something to add
 */
function unsentOf({ queue, unsettled }) {
  const changes = [
    ...unsettled.refused.map(({ change }) => change),
    ...unsettled.conflicts.map(({ change }) => change),
    ...queue.pending,
  ];
  /** @type {Map<string, Change>} by expense: what was wanted of it last */
  const written = new Map();
  /** @type {Map<string, Expense>} by expense */
  const deleted = new Map();
  for (const { id, before, after } of changes) {
    if (!after) {
      // What the server never had is gone with that.
      if (before && !written.delete(before.id)) deleted.set(before.id, before);
      continue;
    }
    // In one's own ledger there is nobody else who could have paid.
    const fields = fieldsOf({ ...after, by: undefined });
    written.set(after.id, {
      id,
      kind: 'add',
      before: null,
      after: { ...fields, id: newId(), version: 0 },
    });
  }
  return { written: [...written.values()], deleted: [...deleted.values()] };
}
