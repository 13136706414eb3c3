/** What came of every row of a file, for the page and for the file that can be downloaded. */
import { t } from '../../writing/text.js';
import { table } from './export-csv.js';
import { neutralised } from '../../reading/neutral-text.js';
import { lineInFile } from '../../reading/statements/lines.js';

/**
 * @typedef {object} RowOutcome
 * @property {number} line in the file
 * @property {import('../../writing/text.js').TextKey} outcome
 * @property {string} reason in words; empty where there is nothing to say
 * @property {boolean} refused it should have been imported and was not
 * @property {readonly string[]} cells
 */

/**
 * @param {import('../../reading/import-plan.js').Plan} plan
 * @param {import('./review-figures.js').Presences} presences
 * @param {import('./writing.js').Outcome} outcome
 * @returns {RowOutcome[]} in the order of the file, without those that are no rows of a table
 */
export function rowOutcomes({ rows }, presences, { results }) {
  const written = new Map(results.map((result) => [result.row.line, result]));
  return rows.flatMap((row) => {
    const { cells, kind, reason } = row;
    const line = lineInFile(row.line);
    const result = written.get(row.line);
    if (result) return [{ line, cells, ...outcomeOf(result) }];
    const presence = presences.get(row.line);
    if (presence) return [{ line, cells, ...THERE, reason: t(`importing.presence.${presence}`) }];
    if (kind === 'refused') return [{ line, cells, ...REFUSED, reason }];
    return kind === 'no row' ? [] : [{ line, cells, ...LEFT_OUT, reason }];
  });
}

/** @typedef {import('../../writing/text.js').TextKey} Key */
const THERE = {
  outcome: /** @type {Key} */ ('importing.result.outcomes.replayed'),
  refused: false,
};
const REFUSED = {
  outcome: /** @type {Key} */ ('importing.result.outcomes.refused'),
  refused: true,
};
const LEFT_OUT = {
  outcome: /** @type {Key} */ ('importing.result.outcomes.leftOut'),
  refused: false,
};

/** @param {import('./writing.js').RowResult} result */
const outcomeOf = ({ status, problem }) => ({
  outcome: /** @type {Key} */ (`importing.result.outcomes.${status}`),
  reason: reasonOf(status, problem),
  refused: status === 'invalid' || status === 'conflict',
});

/** @param {import('./writing.js').RowStatus} status @param {string} problem */
function reasonOf(status, problem) {
  if (status === 'conflict') return t('importing.reasons.conflict');
  if (status === 'unsent') return t('importing.reasons.unsent');
  if (status === 'duplicate') return t('importing.presence.referenced');
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
