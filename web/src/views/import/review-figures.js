/** What the review of an import says in figures. */
import { number } from '../../writing/format.js';
import { t } from '../../writing/text.js';

/**
 * @typedef {import('./checking.js').CheckedRow} CheckedRow
 * @typedef {import('../../reading/files/rows.js').LeftOut} LeftOut
 * @typedef {import('../../reading/files/import-plan.js').CategoryRow} CategoryRow
 */

/**
 * The rows that are going to be written.
 *
 * @param {readonly CheckedRow[]} checked
 * @param {boolean} includeSimilar
 */
export function rowsToWrite(checked, includeSimilar) {
  return checked
    .filter(({ presence }) => presence === null || (includeSimilar && presence === 'similar'))
    .map(({ row }) => row);
}

/**
 * @param {readonly CheckedRow[]} checked
 * @param {boolean} includeSimilar
 * @param {readonly LeftOut[]} [leftOut]
 * @param {readonly CategoryRow[]} [categories]
 */
export function summaryOf(checked, includeSimilar, leftOut = [], categories = []) {
  const rows = rowsToWrite(checked, includeSimilar);
  const dates = rows.map(({ expense }) => expense.date).sort();
  const skipped = categories
    .filter(({ target }) => target.kind === 'skip')
    .reduce((all, { count }) => all + count, 0);
  return {
    count: rows.length,
    total: rows.reduce((all, { expense }) => all + expense.amount_paise, 0),
    range: dates.length ? { from: dates[0], to: dates[dates.length - 1] } : null,
    imported: checked.filter(({ presence }) => presence === 'imported').length,
    similar: checked.filter(({ presence }) => presence === 'similar').length,
    leftOutCount: leftOut.length + skipped,
    leftOut: reasonsInWords(leftOut, skipped),
  };
}

/**
 * @param {readonly LeftOut[]} leftOut
 * @param {number} skipped by category
 * @returns {string} such as `125 income, 160 transfers`
 */
function reasonsInWords(leftOut, skipped) {
  /** @type {Map<LeftOut['reason'] | 'category', number>} */
  const counts = new Map();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  if (skipped) counts.set('category', skipped);
  return [...counts]
    .map(([reason, count]) => t(`importing.leftOut.${reason}`, { count, shown: number(count) }))
    .join(', ');
}
