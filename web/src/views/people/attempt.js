import { ApiError } from '../../data/api.js';
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
    const reason =
      error instanceof ApiError
        ? (error.errors[0]?.message ?? error.message)
        : t('connection.failing');
    store.notify({ kind: 'error', text: t('people.notDone', { reason }) });
    return false;
  }
}
