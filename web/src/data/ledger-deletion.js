/**
 * Deleting a shared ledger that may be too large for one request: the server does as much as it can in
 * the time of one, and the same request again goes on from there.
 */
import { ApiError, BusyError, NoLedgerError, UnreachableError } from './api.js';

/** No longer than this without somebody who asks for more. */
const LONGEST_MS = 600_000;
const PAUSE_MS = 1000;
/** So many requests one after the other without an answer, and there is no network. */
const MOST_MISSED = 3;

/**
 * @typedef {'deleted' | 'gone' | 'unfinished'} Outcome `gone`: there is no such ledger, as where the answer to
 *     the last request was lost; `unfinished`: stopped, or after so long
 */

/**
 * @param {import('./api.js').Api} api that sends a request once: what repeats it is here
 * @param {string} id the ledger's
 * @param {AbortSignal} stop looked at between two requests
 * @returns {Promise<Outcome>}
 * @throws {Error} why no more of it can be deleted now
 */
export async function deleteAll(api, id, stop) {
  const ends = Date.now() + LONGEST_MS;
  let missed = 0;
  while (!stop.aborted && Date.now() < ends) {
    try {
      await api.deleteLedger(id);
      return 'deleted';
    } catch (error) {
      if (isGone(error)) return 'gone';
      if (!(error instanceof UnreachableError)) throw error;
      missed = error instanceof BusyError ? 0 : missed + 1;
      if (missed === MOST_MISSED) throw error;
    }
    await pause(stop);
  }
  return 'unfinished';
}

/**
 * Send the first request, after which the server shows the ledger to nobody, whatever is left to delete.
 *
 * @param {import('./api.js').Api} api that sends a request once
 * @param {string} id the ledger's
 * @throws {Error} why that has not begun, or why nobody knows whether it has: an `UnreachableError`
 *     that is no `BusyError`; there being no such ledger, somebody else was faster
 */
export async function beginDeleting(api, id) {
  try {
    await api.deleteLedger(id);
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    // It may have begun all the same, and then there is no such ledger any more.
    const found = await api.getLedger(id).catch((/** @type {unknown} */ problem) => problem);
    if (isGone(found)) return;
    throw found instanceof Error ? found : new BusyError();
  }
}

/** Whether there is no such ledger, or one is in it no more. @param {unknown} error */
export const isGone = (error) =>
  error instanceof NoLedgerError || (error instanceof ApiError && error.status === 404);

/** @param {AbortSignal} stop ends it early */
const pause = (stop) =>
  new Promise((resolve) => {
    setTimeout(resolve, PAUSE_MS);
    stop.addEventListener('abort', resolve, { once: true });
  });
