/** Writing an import: categories first, then expenses in batches; and what came of each row. */

/**
 * @typedef {import('../../reading/files/category-matching.js').Target} Target
 * @typedef {import('../../types.js').Category} Category
 * @typedef {import('../../reading/files/rows.js').ReadExpense} ReadExpense
 * @typedef {{expense: ReadExpense, target: Exclude<Target, {kind: 'skip'}>, id: string}} PlannedRow
 *
 * @typedef {'created' | 'replayed' | 'conflict' | 'invalid' | 'unsent'} RowStatus
 * @typedef {{row: PlannedRow, status: RowStatus, problem: string}} RowResult
 * @typedef {{results: RowResult[], stopped: 'cancelled' | 'failed' | null}} Outcome
 */

/**
 * @param {typeof import('../../data/store.js').store} store
 * @param {readonly PlannedRow[]} rows
 * @param {{onProgress?: (done: number, of: number) => void, signal?: AbortSignal}} [options]
 * @returns {Promise<Outcome>} `stopped` when not every row was sent; sending all of them again is safe
 */
export async function writeImport(store, rows, { onProgress, signal } = {}) {
  onProgress?.(0, rows.length);
  const idOf = await prepareCategories(store, rows);
  if (!idOf) return { results: rows.map(unsent), stopped: 'failed' };
  const { results, stopped } = await store.addExpenses(
    rows.map(({ id, expense, target }) => ({
      id,
      date: expense.date,
      amount_paise: expense.amount_paise,
      category: idOf(target),
      description: expense.description,
      tags: expense.tags,
    })),
    { onProgress, signal },
  );
  return {
    results: rows.map((row, index) => {
      const result = results[index];
      return result
        ? { row, status: result.status, problem: problemOf(result.problem) }
        : unsent(row);
    }),
    stopped: stopped ? (signal?.aborted ? 'cancelled' : 'failed') : null,
  };
}

/** @param {PlannedRow} row @returns {RowResult} */
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
 * @param {readonly PlannedRow[]} rows
 * @returns {Promise<((target: PlannedRow['target']) => string) | null>} null if one could not be made;
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
    const key = target.name.toLowerCase();
    if (made.has(key)) continue;
    const known = store.categories.items.find(({ name }) => name.toLowerCase() === key);
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
    target.kind === 'existing' ? target.id : (made.get(target.name.toLowerCase()) ?? 'other');
}
