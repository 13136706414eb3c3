/** What the person is told of a change to a recurring rule. */
import { ApiError } from '../data/api.js';
import { store } from '../data/store.js';
import { t } from '../writing/text.js';

const STALE = 412;

/**
 * Do something to a rule, and say what came of it.
 *
 * @param {string} name the rule's
 * @param {() => Promise<unknown>} change
 * @param {string} done what to say then
 * @returns {Promise<boolean>} whether it is done
 */
export async function changeRule(name, change, done) {
  try {
    await change();
  } catch (error) {
    store.notify({ kind: 'error', text: t('recurring.notDone', { name, reason: why(error) }) });
    return false;
  }
  store.notify({ text: done });
  return true;
}

/** @param {unknown} error */
function why(error) {
  if (!(error instanceof ApiError)) return t('connection.failing');
  if (error.status === STALE) return t('recurring.stale');
  return error.errors[0]?.message ?? error.message;
}
