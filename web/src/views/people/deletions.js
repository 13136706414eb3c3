/**
 * Ledgers that are being deleted. Which are not done is kept on the device, so that somebody who has
 * stopped it, or closed the page meanwhile, can go on.
 *
 * @typedef {{id: string, name: string, begun?: boolean}} Unfinished `begun`: by this person, as far as the
 *     device knows
 */
import { Api, ApiError, BusyError, NoLedgerError, UnreachableError } from '../../data/api.js';
import { beginDeleting, deleteAll, isGone } from '../../data/ledger-deletion.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

/** What its key begins with; the person's id follows. */
const KEY = 'expense-tracker.deleting.';

/** @type {Map<string, AbortController>} by ledger: what stops those that this page is at */
const atWork = new Map();

/**
 * Those of which something may be left; of what is listed as a ledger, all is.
 *
 * @returns {(Unfinished & {isAtWork: boolean})[]}
 */
export const unfinished = () =>
  kept()
    .filter(({ id }) => !store.ledgers.items.some((one) => one.id === id))
    .map((one) => ({ ...one, isAtWork: atWork.has(one.id) }));

/** @param {string} id of a ledger that is being deleted */
export const stopDeleting = (id) => atWork.get(id)?.abort();

/**
 * Leave a ledger, and delete all that is in it.
 *
 * @param {import('../../types.js').Ledger} ledger
 * @throws {Error} why nothing was deleted
 */
export async function deleteLedger({ id, name }) {
  const ledger = await once().getLedger(id).catch(refused);
  if (ledger.role !== 'owner') {
    store.ledgers.put(ledger);
    throw new ApiError(403, { detail: t('people.ownersOnly') });
  }
  keep([...others(id), { id, name }]);
  try {
    await store.ending(id, beginDeleting(once(), id));
  } catch (error) {
    // Where nobody knows, it may have begun, and would have to be gone on with.
    if (error instanceof BusyError || !(error instanceof UnreachableError)) keep(others(id));
    return refused(error);
  }
  // What was not sent there is let go of only now: a ledger that stays keeps it.
  await store.forget(id);
  goOnDeleting({ id, name, begun: true });
}

/**
 * Say why nothing was deleted; where somebody else has taken the ledger away meanwhile, the page leaves it.
 *
 * @param {unknown} error
 * @returns {Promise<never>}
 */
async function refused(error) {
  if (!isGone(error)) throw error;
  await store.members.refresh();
  throw new NoLedgerError();
}

/** @param {Unfinished} ledger */
export async function goOnDeleting({ id, name, begun = wasBegun(id) }) {
  if (atWork.has(id)) return;
  const stop = new AbortController();
  const notice = `deleting-${id}`;
  atWork.set(id, stop);
  keep([...others(id), { id, name, begun }]);
  addEventListener('beforeunload', stay);
  store.notify({
    id: notice,
    text: t('people.deleting', { name }),
    action: { label: t('people.stopDeleting'), run: () => stopDeleting(id) },
    timeout: 0,
  });
  const outcome = await deleteAll(once(), id, stop.signal).catch((error) => error);
  atWork.delete(id);
  if (!atWork.size) removeEventListener('beforeunload', stay);
  store.dismiss(notice);
  const isDeleted = outcome === 'deleted' || (outcome === 'gone' && begun);
  if (isDeleted || outcome === 'gone' || outcome instanceof ApiError) keep(others(id));
  if (isDeleted) store.notify({ text: t('people.deleted', { name }) });
  else if (outcome === 'gone') store.notify({ kind: 'error', text: t('people.gone', { name }) });
  else if (outcome instanceof ApiError) {
    // Somebody else took the right to it away in the same moment.
    await store.ledgers.know(id);
    const reason = outcome.status === 403 ? t('people.ownersOnly') : outcome.message;
    store.notify({ kind: 'error', text: t('people.notDone', { reason }) });
  } else {
    store.notify({
      kind: 'error',
      text: t('people.notAllDeleted', { name }),
      action: { label: t('people.goOnDeleting'), run: () => void goOnDeleting({ id, name }) },
    });
  }
}

/** The same server, asked once at a time. */
function once() {
  const { baseUrl, session, send } = store.api;
  return new Api(baseUrl, session, { fetch: send, waits: [] });
}

/** Ask before the page is closed. @param {Event} event */
const stay = (event) => event.preventDefault();

const keyOfPerson = () => KEY + store.state.person?.id;

/** @param {string} id */
const wasBegun = (id) => kept().some((one) => one.id === id && one.begun);

/** @param {string} id */
const others = (id) => kept().filter((one) => one.id !== id);

/** @returns {Unfinished[]} */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(keyOfPerson()) ?? '[]');
  } catch {
    return [];
  }
}

/** @param {Unfinished[]} ledgers */
function keep(ledgers) {
  try {
    if (ledgers.length) localStorage.setItem(keyOfPerson(), JSON.stringify(ledgers));
    else localStorage.removeItem(keyOfPerson());
  } catch (error) {
    // A full device: this page goes on all the same.
    if (!(error instanceof DOMException)) throw error;
  }
}
