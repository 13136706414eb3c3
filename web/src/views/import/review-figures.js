/** What the review of an import says in figures, and the groups that it shows. */
import { rowsToImport } from '../../reading/import-plan.js';

/**
 * @typedef {import('../../reading/import-plan.js').Plan} Plan
 * @typedef {import('../../reading/import-plan.js').PlanRow} PlanRow
 * @typedef {import('../../reading/import-plan.js').ReadyRow} ReadyRow
 * @typedef {Exclude<import('../../reading/duplicates.js').Presence, null>} Present
 * @typedef {Map<number, Present>} Presences by row
 * @typedef {'doubtful' | 'similar' | 'other day' | 'expense' | 'refund' | 'there' | 'left out' | 'refused' | 'no row'} GroupName
 */

/** In the order in which they are looked at. */
export const GROUPS = /** @type {GroupName[]} */ ([
  'doubtful',
  'similar',
  'other day',
  'expense',
  'refund',
  'refused',
  'left out',
  'there',
  'no row',
]);

/**
 * The rows that are going to be written.
 *
 * @param {Plan} plan
 * @param {Presences} presences
 * @returns {ReadyRow[]}
 */
export const rowsToWrite = (plan, presences) =>
  rowsToImport(plan).filter(({ line }) => !isThere(presences.get(line)));

/** Whether it isn't added by itself. @param {Present | undefined} presence */
export const isThere = (presence) => presence !== undefined && presence !== 'similar';

/**
 * Every row of the file in one group.
 *
 * @param {Plan} plan
 * @param {Presences} presences
 * @returns {Map<GroupName, PlanRow[]>} those that aren't empty, in order
 */
export function groupsOf({ rows }, presences) {
  const groups = new Map(GROUPS.map((name) => [name, /** @type {PlanRow[]} */ ([])]));
  for (const row of rows) groups.get(groupOf(row, presences.get(row.line)))?.push(row);
  for (const [name, its] of groups) if (its.length === 0) groups.delete(name);
  return groups;
}

/** @param {PlanRow} row @param {Present | undefined} presence @returns {GroupName} */
function groupOf({ kind, doubts, expense }, presence) {
  if (!expense || (kind !== 'expense' && kind !== 'refund')) return kind;
  if (presence === 'other day') return presence;
  if (isThere(presence)) return 'there';
  if (doubts.length > 0) return 'doubtful';
  return presence === 'similar' ? 'similar' : kind;
}

/**
 * @param {Plan} plan
 * @param {Presences} presences
 */
export function summaryOf(plan, presences) {
  const rows = rowsToWrite(plan, presences);
  const expenses = rows.filter(({ kind }) => kind === 'expense');
  const refunds = rows.filter(({ kind }) => kind === 'refund');
  const dates = rows.map(({ expense }) => expense.date).sort();
  return {
    count: expenses.length,
    total: totalOf(expenses),
    refunds: refunds.length,
    refunded: totalOf(refunds),
    range: dates.length > 0 ? { from: dates[0], to: dates[dates.length - 1] } : null,
  };
}

/** @param {readonly ReadyRow[]} rows @returns {number} paise */
const totalOf = (rows) => rows.reduce((all, { expense }) => all + expense.amount_paise, 0);

/**
 * @param {readonly PlanRow[]} rows
 * @returns {{reason: string, rows: PlanRow[]}[]} the largest first
 */
export function byReason(rows) {
  /** @type {Map<string, PlanRow[]>} */
  const found = new Map();
  for (const row of rows) {
    const same = found.get(row.reason);
    if (same) same.push(row);
    else found.set(row.reason, [row]);
  }
  return [...found]
    .map(([reason, its]) => ({ reason, rows: its }))
    .sort((a, b) => b.rows.length - a.rows.length);
}
