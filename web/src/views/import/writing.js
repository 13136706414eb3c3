/** Writing an import: categories first, then expenses in batches; and what came of each row. */

import { fold } from '../../reading/folding.js';

/** More are listed without what they are the doubles of. */
const MOST_HOLDERS = 25;

/**
 * @typedef {import('../../reading/import-plan.js').ReadyRow} ReadyRow
 *
 * @typedef {'created' | 'replayed' | 'conflict' | 'duplicate' | 'invalid' | 'unsent'} RowStatus
 *   `duplicate`: it is there by its bank reference, from another file or another person
 * @typedef {object} RowResult
 * @property {ReadyRow} row
 * @property {RowStatus} status
 * @property {string} problem
 * @property {import('../../types.js').Expense | null} [holder] of a duplicate: what has its reference, where
 *   that could be looked up
 * @typedef {{results: RowResult[], stopped: 'cancelled' | 'failed' | null}} Outcome
 */

/**
 * @param {typeof import('../../data/store.js').store} store
 * @param {readonly ReadyRow[]} rows
 * @param {import('../../data/store/bulk.js').Options & {log?: import('../../data/store/bulk.js').Log}} [options]
 * @returns {Promise<Outcome>} `stopped` when not every row was sent; sending all of them again is safe
 */
export async function writeImport(store, rows, { onProgress, signal, log } = {}) {
  onProgress?.(0, rows.length);
  const idOf = await prepareCategories(store, rows);
  if (!idOf) return notBegun(rows);
  const { results, stopped } = await store.addExpenses(
    rows.map(({ kind, expense, target }) => ({
      id: expense.id,
      kind,
      date: expense.date,
      amount_paise: expense.amount_paise,
      category: idOf(target),
      description: expense.description,
      tags: expense.tags,
      ...(expense.reference && { reference: expense.reference }),
      ...(expense.by && { by: expense.by }),
      ...(kind === 'refund' && expense.purchase && { of: expense.purchase }),
    })),
    { onProgress, signal, log },
  );
  const holders = await holdersOf(store, results);
  return {
    results: rows.map((row, index) => {
      const result = results[index];
      if (!result) return unsent(row);
      const { id, status, problem } = result;
      return { row, status, problem: problemOf(problem), holder: holders.get(id) ?? null };
    }),
    stopped: stopped ? (signal?.aborted ? 'cancelled' : 'failed') : null,
  };
}

/**
 * The expenses that have the references of duplicates.
 *
 * @param {typeof import('../../data/store.js').store} store
 * @param {readonly import('../../data/store/bulk.js').Result[]} results
 * @returns {Promise<Map<string, import('../../types.js').Expense>>} by the id of the duplicate
 */
async function holdersOf(store, results) {
  const asked = results
    .filter(({ status, problem }) => status === 'duplicate' && problem?.expense)
    .slice(0, MOST_HOLDERS)
    // It says more about a row; the row is listed without it too.
    .map(({ id, problem }) =>
      store.api.getExpense(problem.expense).then(
        (holder) => [[id, holder]],
        () => [],
      ),
    );
  return new Map(/** @type {any} */ ((await Promise.all(asked)).flat()));
}

/** @param {readonly ReadyRow[]} rows @returns {Outcome} */
export const notBegun = (rows) => ({ results: rows.map(unsent), stopped: 'failed' });

/** @param {ReadyRow} row @returns {RowResult} */
const unsent = (row) => ({ row, status: 'unsent', problem: '' });

/** @param {any} problem as RFC 9457 has it */
function problemOf(problem) {
  const [first] = problem?.errors ?? [];
  return first ? `${first.field}: ${first.message}` : (problem?.detail ?? problem?.title ?? '');
}

/**
 * Make the new categories and bring back archived ones that are used.
 *
 * @param {typeof import('../../data/store.js').store} store
 * @param {readonly ReadyRow[]} rows
 * @returns {Promise<((target: ReadyRow['target']) => string) | null>} null if one could not be made;
 *   the store has said why
 */
async function prepareCategories(store, rows) {
  /** @type {Map<string, string>} */
  const made = new Map();
  for (const { target } of rows) {
    if (target.kind === 'existing') {
      if (store.category(target.id)?.archived) {
        if (!(await store.editCategory(target.id, { archived: false }))) return null;
      }
      continue;
    }
    const key = fold(target.name);
    if (made.has(key)) continue;
    const known = store.categories.items.find(({ name }) => fold(name) === key);
    if (known) {
      made.set(key, known.id);
      continue;
    }
    try {
      made.set(key, (await store.addCategory({ name: target.name }).stored).id);
    } catch {
      return null;
    }
  }
  return (target) =>
    target.kind === 'existing' ? target.id : (made.get(fold(target.name)) ?? 'other');
}
