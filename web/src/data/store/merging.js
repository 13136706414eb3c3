/** Merging a category into another where it has more expenses than the server moves at a time. */
import { ApiError, BusyError } from '../api.js';

/** More than a merge of a million expenses takes. */
const MOST_TIMES = 500;

/**
 * @param {Pick<import('../api.js').Api, 'deleteCategory'>} api
 * @param {string} from as the server has it, as the next @param {string} to
 */
export async function mergeWhole(api, from, to) {
  let goesOn = true;
  for (let times = 1; goesOn; times++) {
    goesOn = await mergeOn(api, from, to, times < MOST_TIMES);
  }
}

/**
 * The same request goes on.
 *
 * @param {Pick<import('../api.js').Api, 'deleteCategory'>} api
 * @param {string} from @param {string} to @param {boolean} mayGoOn
 * @returns {Promise<boolean>} whether there are more
 */
async function mergeOn(api, from, to, mayGoOn) {
  try {
    await api.deleteCategory(from, to);
  } catch (error) {
    // Gone by an attempt whose answer was lost.
    if (error instanceof ApiError && error.status === 404) return false;
    if (error instanceof BusyError && mayGoOn) return true;
    throw error;
  }
  return false;
}
