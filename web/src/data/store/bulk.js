/**
 * Many expenses at once, for imports, exports and sample data. Safe to repeat: each expense has its
 * id, and one that is there already is not written again.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {{onProgress?: (done: number, of: number) => void, signal?: AbortSignal}} Options
 * @typedef {{onProgress?: (loaded: number) => void, signal?: AbortSignal, ofServer?: boolean}} LoadOptions
 *   `ofServer`: the device's own copy won't do
 * @typedef {import('../../types.js').ExpenseFields & {id: string}} New
 * @typedef {object} Log what is told of each batch, and waited for
 * @property {(batch: readonly New[]) => Promise<void>} sending before it is sent
 * @property {(batch: readonly New[], results: readonly Result[]) => Promise<void>} answered
 * @typedef {{id: string, status: 'created' | 'replayed' | 'conflict' | 'invalid' | 'duplicate', problem?: any}} Result
 */
import { UnreachableError } from '../api.js';
import { isFromDevice } from '../kept/answers.js';

const BATCH = 100;
/** Of a batch; the API takes bodies of 256 KB, which a hundred long texts in Hindi exceed. */
const MOST_BYTES = 240_000;
const PAGE = 200;

export class Bulk {
  /** @param {import('../api.js').Api} api */
  constructor(api) {
    this.api = api;
  }

  /**
   * @param {New[]} expenses
   * @param {Options & {log?: Log}} [options]
   * @returns {Promise<{results: Result[], stopped: Error | null}>} `stopped` says why it ended
   *     early: cancelled, no network, session over; the results are of those that were sent
   */
  async add(expenses, { onProgress, signal, log } = {}) {
    /** @type {Result[]} */
    const results = [];
    try {
      for (const batch of batchesOf(expenses)) {
        signal?.throwIfAborted();
        await log?.sending(batch);
        const answer = await this.api.addExpenses(batch, signal);
        const its = /** @type {Result[]} */ (answer.results);
        results.push(...its);
        await log?.answered(batch, its);
        onProgress?.(results.length, expenses.length);
      }
      return { results, stopped: null };
    } catch (error) {
      return { results, stopped: /** @type {Error} */ (error) };
    }
  }

  /**
   * Delete expenses in the versions that were seen: what was changed since stays.
   *
   * @param {readonly {id: string, version: number}[]} expenses
   * @param {Options} [options]
   * @returns {Promise<{taken: number, stayed: Expense[]}>} `taken`: those that were there and are gone;
   *     `stayed`: the others, as they are now
   */
  async delete(expenses, { onProgress, signal } = {}) {
    let taken = 0;
    /** @type {Expense[]} */
    const stayed = [];
    for (let at = 0; at < expenses.length; at += BATCH) {
      signal?.throwIfAborted();
      const batch = expenses.slice(at, at + BATCH).map(({ id, version }) => ({ id, version }));
      const { results } = await this.api.changeExpenses(batch, { delete: true }, signal);
      taken += results.filter(({ status }) => status === 'changed').length;
      stayed.push(
        ...results.flatMap(({ status, expense }) => (status === 'stale' && expense) || []),
      );
      onProgress?.(at + batch.length, expenses.length);
    }
    return { taken, stayed };
  }

  /**
   * Every expense of a filter, newest first.
   *
   * @param {import('../../types.js').Filter} filter
   * @param {LoadOptions} [options]
   * @throws {UnreachableError} among others
   */
  async load(filter, { onProgress, signal, ofServer = false } = {}) {
    /** @type {Expense[]} */
    const expenses = [];
    /** @type {string | null} */
    let cursor = null;
    do {
      const page = await this.api.listExpenses(filter, { cursor, limit: PAGE, signal });
      if (ofServer && isFromDevice(page)) throw new UnreachableError('no answer');
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
