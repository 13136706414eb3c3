/** What came of every row of a file, for the page and for the file that can be downloaded. */
import { t } from '../../writing/text.js';
import { table } from './export-csv.js';
import { neutralised } from '../../reading/files/neutral-text.js';

/**
 * @typedef {object} RowOutcome
 * @property {number} line
 * @property {import('../../writing/text.js').TextKey} outcome
 * @property {string} reason in words; empty where there is nothing to say
 * @property {boolean} refused it should have been imported and was not
 * @property {readonly string[]} cells
 */

/**
 * @param {import('../../reading/files/import-plan.js').Plan} plan
 * @param {readonly import('./checking.js').CheckedRow[]} checked
 * @param {import('./writing.js').Outcome} outcome
 * @returns {RowOutcome[]} in the order of the file
 */
export function rowOutcomes({ ledger, categories }, checked, { results }) {
  /** @type {RowOutcome[]} */
  const outcomes = [];
  for (const { line, cells, reason } of ledger.refused) {
    outcomes.push({
      line,
      cells,
      outcome: 'importing.result.outcomes.refused',
      reason: t(`importing.reasons.${reason}`),
      refused: true,
    });
  }
  for (const { line, cells, reason } of ledger.leftOut) {
    outcomes.push({
      line,
      cells,
      outcome: 'importing.result.outcomes.leftOut',
      reason: t(`importing.reasons.${reason}`),
      refused: false,
    });
  }
  const written = new Set();
  for (const { row, status, problem } of results) {
    const { line, cells } = row.expense;
    written.add(line);
    outcomes.push({
      line,
      cells,
      outcome: `importing.result.outcomes.${status}`,
      reason: reasonOf(status, problem),
      refused: status === 'invalid' || status === 'conflict',
    });
  }
  const planned = new Set();
  for (const { row, presence } of checked) {
    const { line, cells } = row.expense;
    planned.add(line);
    if (written.has(line)) continue;
    outcomes.push({
      line,
      cells,
      outcome: 'importing.result.outcomes.replayed',
      reason: presence ? t(`importing.preview.${presence}`) : '',
      refused: false,
    });
  }
  if (categories.some(({ target }) => target.kind === 'skip')) {
    for (const { line, cells } of ledger.expenses) {
      if (planned.has(line)) continue;
      outcomes.push({
        line,
        cells,
        outcome: 'importing.result.outcomes.leftOut',
        reason: t('importing.reasons.category'),
        refused: false,
      });
    }
  }
  return outcomes.sort((a, b) => a.line - b.line);
}

/** @param {import('./writing.js').RowStatus} status @param {string} problem */
function reasonOf(status, problem) {
  if (status === 'conflict') return t('importing.reasons.conflict');
  if (status === 'unsent') return t('importing.reasons.unsent');
  return status === 'invalid' ? problem || t('importing.reasons.unknown') : '';
}

/**
 * @param {readonly RowOutcome[]} outcomes
 * @param {readonly string[]} names of the file's columns
 * @returns {string} CSV
 */
export function resultCsv(outcomes, names) {
  const head = ['row', 'outcome', 'reason'].map((key) =>
    t(/** @type {import('../../writing/text.js').TextKey} */ (`importing.result.${key}`)),
  );
  return table([
    [...head, ...names.map(neutralised)],
    ...outcomes.map(({ line, outcome, reason, cells }) => [
      String(line),
      t(outcome),
      neutralised(reason),
      ...cells.map(neutralised),
    ]),
  ]);
}
