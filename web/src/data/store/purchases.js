import { ApiError } from '../api.js';
import { subject } from './changes.js';

/**
 * An expense by its id, as it is with what has not been sent yet: what a refund is of.
 *
 * @param {{state: {pending: import('./changes.js').Change[]}, api: Pick<import('../api.js').Api, 'getExpense'>}} store
 * @param {string} id
 * @returns {Promise<import('../../types.js').Expense | null>} null where there is none any more
 * @throws {Error} where the server did not answer
 */
export async function findExpense({ state, api }, id) {
  const change = state.pending.findLast((one) => subject(one) === id);
  if (change) return change.after;
  try {
    return await api.getExpense(id);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Pages that are asked for at most: whoever has more refunds than these hold is told nothing. */
const MOST_PAGES = 5;

/**
 * What came back of a purchase before, as it is with what has not been sent yet.
 *
 * @param {{state: {pending: import('./changes.js').Change[]}, api: Pick<import('../api.js').Api, 'listExpenses'>}} store
 * @param {import('../../types.js').Expense} purchase
 * @param {string} [but] the id of a refund that does not count
 * @returns {Promise<number | null>} paise; null where nobody can say
 * @throws {Error} where the server did not answer
 */
export async function refundedBefore({ state, api }, purchase, but) {
  const counts = (/** @type {import('../../types.js').Expense} */ { id, kind, of }) =>
    kind === 'refund' && of === purchase.id && id !== but;
  /** @type {Map<string, number>} paise by the refund's id */
  const refunds = new Map();
  /** @type {string | null} */
  let cursor = null;
  let pages = 0;
  do {
    if (++pages > MOST_PAGES) return null;
    const answer = await api.listExpenses({ kind: 'refund' }, { cursor, limit: 200 });
    for (const one of answer.items) if (counts(one)) refunds.set(one.id, one.amount_paise);
    cursor = answer.next_cursor;
  } while (cursor);
  for (const change of state.pending) {
    refunds.delete(subject(change));
    if (change.after && counts(change.after))
      refunds.set(change.after.id, change.after.amount_paise);
  }
  return [...refunds.values()].reduce((sum, paise) => sum + paise, 0);
}
