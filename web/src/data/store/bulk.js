/**
 * Many expenses at once, for imports, exports and sample data. Safe to repeat: each expense has its
 * id, and one that is there already is not written again.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {{onProgress?: (done: number, of: number) => void, signal?: AbortSignal}} Options
 * @typedef {{id: string, status: 'created' | 'replayed' | 'conflict' | 'invalid', problem?: any}} Result
 */
import { ApiError } from '../api.js';

const BATCH = 100;
/** Of a batch; the API takes bodies of 256 KB, which a hundred long texts in Hindi exceed. */
const MOST_BYTES = 240_000;
const PAGE = 200;
const AT_ONCE = 4;

export class Bulk {
  /** @param {import('../api.js').Api} api */
  constructor(api) {
    this.api = api;
  }

  /**
   * @param {(import('../../types.js').ExpenseFields & {id: string})[]} expenses
   * @param {Options} [options]
   * @returns {Promise<{results: Result[], stopped: Error | null}>} `stopped` says why it ended
   *     early: cancelled, no network, session over; the results are of those that were sent
   */
  async add(expenses, { onProgress, signal } = {}) {
    /** @type {Result[]} */
    const results = [];
    try {
      for (const batch of batchesOf(expenses)) {
        signal?.throwIfAborted();
        const answer = await this.api.addExpenses(batch, signal);
        results.push(.../** @type {Result[]} */ (answer.results));
        onProgress?.(results.length, expenses.length);
      }
      return { results, stopped: null };
    } catch (error) {
      return { results, stopped: /** @type {Error} */ (error) };
    }
  }

  /**
   * @param {string[]} ids
   * @param {Options} [options]
   */
  async delete(ids, { onProgress, signal } = {}) {
    let done = 0;
    const waiting = [...ids];
    const work = async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) {
        signal?.throwIfAborted();
        try {
          await this.api.deleteExpense(id);
        } catch (error) {
          if (!(error instanceof ApiError && error.status === 404)) throw error;
        }
        onProgress?.(++done, ids.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /**
   * Every expense of a filter, newest first.
   *
   * @param {import('../../types.js').Filter} filter
   * @param {{onProgress?: (loaded: number) => void, signal?: AbortSignal}} [options]
   */
  async load(filter, { onProgress, signal } = {}) {
    /** @type {Expense[]} */
    const expenses = [];
    /** @type {string | null} */
    let cursor = null;
    do {
      const page = await this.api.listExpenses(filter, { cursor, limit: PAGE, signal });
      expenses.push(...page.items);
      cursor = page.next_cursor;
      onProgress?.(expenses.length);
    } while (cursor);
    return expenses;
  }
}

/**
 * Split expenses into batches that one request can hold.
 *
 * @template T
 * @param {Iterable<T>} expenses
 * @returns {Generator<T[]>}
 */
export function* batchesOf(expenses) {
  const encoder = new TextEncoder();
  /** @type {T[]} */
  let batch = [];
  let bytes = 0;
  for (const expense of expenses) {
    const size = encoder.encode(JSON.stringify(expense)).length + 1;
    if (batch.length === BATCH || (batch.length > 0 && bytes + size > MOST_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(expense);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
