/** What a person does with the rows of an import: moves them, or adds them although they seem to be there. */

/**
 * @typedef {import('./import-plan.js').Choices} Choices
 * @typedef {import('./import-plan.js').Kind} Kind
 * @typedef {import('./import-plan.js').PlanRow} PlanRow
 * @typedef {import('./import-plan.js').ReadyRow} ReadyRow
 */

/**
 * Choices with rows moved to another group; without those that nothing could be read from.
 *
 * @param {Choices} choices
 * @param {readonly PlanRow[]} rows
 * @param {Kind} kind
 * @returns {Choices}
 */
export function moved(choices, rows, kind) {
  const kinds = { ...choices.kinds };
  for (const row of rows) {
    if (!row.expense) continue;
    if (row.found === kind && row.target.kind !== 'skip') delete kinds[row.line];
    else kinds[row.line] = kind;
  }
  return { ...choices, kinds };
}

/**
 * Choices with rows that are added although they seem to be there: under ids of their own, and without a
 * reference, which one expense alone can have.
 *
 * @param {Choices} choices
 * @param {readonly PlanRow[]} rows
 * @param {() => string} newId
 * @returns {Choices}
 */
export const addedAgain = (choices, rows, newId) => ({
  ...choices,
  again: { ...choices.again, ...Object.fromEntries(rows.map(({ line }) => [line, newId()])) },
});

/**
 * The same of a row that was sent already.
 *
 * @param {ReadyRow} row
 * @param {string} id
 * @returns {ReadyRow}
 */
export const sentAgain = (row, id) => ({
  ...row,
  expense: { ...row.expense, id, reference: null },
});
