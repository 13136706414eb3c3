import { ApiError, NoLedgerError } from '../../data/api.js';
import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

/**
 * Do something to the ledger or to who is in it, and say why where it did not work.
 *
 * @param {() => Promise<void>} act
 * @returns {Promise<boolean>} whether it was done
 */
export async function attempt(act) {
  try {
    await act();
    return true;
  } catch (error) {
    store.notify({ kind: 'error', text: t('people.notDone', { reason: reasonOf(error) }) });
    return false;
  }
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof NoLedgerError) return t('ledgers.notIn');
  if (error instanceof ApiError) return error.errors[0]?.message ?? error.message;
  return t('connection.failing');
}
