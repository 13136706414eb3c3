/**
 * A change that a person has made to an expense, and what lists and summaries look like with it.
 * Pure: the store lays the changes that are not yet confirmed over what the server last said, so
 * taking one back is leaving it out.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').Filter} Filter
 * @typedef {import('../../types.js').Summary} Summary
 * @typedef {import('../../types.js').SummaryGroup} SummaryGroup
 *
 * @typedef {object} Change
 * @property {string} id UUIDv7: changes are sent in the order of their ids
 * @property {'add' | 'edit' | 'delete'} kind
 * @property {Expense | null} before null for an add
 * @property {Expense | null} after null for a delete
 * @property {boolean} [attempted] sent at least once: the server may have it already
 */
import { isSame } from '../../reading/folding.js';
import { passesCategory } from '../filter.js';
import { spentPaise } from '../spent.js';

/** Newest first, as the API lists. @param {Expense} a @param {Expense} b */
export function newestFirst(a, b) {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** The id of the expense that a change is about. @param {Change} change */
export const subject = (change) => /** @type {Expense} */ (change.after ?? change.before).id;

/**
 * What the API takes of an expense: all that a person said, as an edit replaces the whole.
 *
 * @param {import('../../types.js').ExpenseFields} expense
 * @returns {import('../../types.js').ExpenseFields}
 */
export function fieldsOf(expense) {
  const { date, amount_paise, category, description, tags, kind, reference, of, by } = expense;
  return {
    date,
    amount_paise,
    category,
    description,
    tags,
    ...(kind ? { kind } : {}),
    ...(reference ? { reference } : {}),
    ...(of ? { of } : {}),
    ...(by ? { by } : {}),
  };
}

/**
 * @param {Expense} expense @param {Filter} filter
 * @param {(expense: Expense) => boolean} [isFound] by `q` (`finder` of search.js)
 */
export function matches(
  expense,
  { from, to, tag, kind, by, q, ...categories },
  isFound = () => false,
) {
  if (from && expense.date < from) return false;
  if (to && expense.date > to) return false;
  if (!passesCategory(expense.category, categories)) return false;
  if (tag?.length && !tag.some((one) => expense.tags.some((its) => isSame(its, one)))) return false;
  if (kind && kind !== (expense.kind ?? 'expense')) return false;
  if (by?.length && !by.includes(expense.by ?? '')) return false;
  return !q || isFound(expense);
}

/** Whether both say the same, whatever their versions. @param {Expense} a @param {Expense} b */
export function sameContent(a, b) {
  const content = (/** @type {Expense} */ e) =>
    JSON.stringify([
      [e.date, e.amount_paise, e.category, e.description.trim(), [...e.tags].sort()],
      [e.kind ?? 'expense', e.reference ?? null, e.of ?? null, e.by ?? null],
    ]);
  return content(a) === content(b);
}

/**
 * @param {Expense[]} items newest first
 * @param {Change[]} changes
 * @param {Filter} filter
 * @param {boolean} complete false while there are older ones that have not been loaded: what
 *     belongs among those is left out, since it will be loaded with them
 * @param {(expense: Expense) => boolean} [isFound] by `q`
 * @returns {Expense[]} the same array if nothing changes
 */
export function overlayItems(items, changes, filter, complete, isFound) {
  if (!changes.length) return items;
  const oldest = items.at(-1);
  /** @type {Map<string, Expense | null>} */
  const latest = new Map();
  for (const change of changes) latest.set(subject(change), change.after);
  const added = [...latest.values()].filter(
    (after) =>
      after !== null &&
      matches(after, filter, isFound) &&
      (complete || (oldest && newestFirst(after, oldest) <= 0)),
  );
  const kept = items.filter((item) => !latest.has(item.id));
  if (!added.length && kept.length === items.length) return items;
  return merge(kept, /** @type {Expense[]} */ (added).sort(newestFirst));
}

/** @param {Expense[]} a @param {Expense[]} b both newest first */
function merge(a, b) {
  const merged = [];
  let i = 0;
  for (const item of b) {
    while (i < a.length && newestFirst(a[i], item) < 0) merged.push(a[i++]);
    merged.push(item);
  }
  while (i < a.length) merged.push(a[i++]);
  return merged;
}

/**
 * @param {Summary} summary
 * @param {Change[]} changes
 * @param {Filter} range that the summary is of
 * @param {'day' | 'month'} by
 * @returns {Summary} the same object if nothing changes
 */
export function overlaySummary(summary, changes, range, by) {
  /** @type {Map<string, SummaryGroup> | undefined} */
  let groups;
  let { total_paise, count } = summary;
  const apply = (/** @type {Expense | null} */ expense, /** @type {1 | -1} */ sign) => {
    if (!expense || !matches(expense, range)) return;
    groups ??= new Map(summary.groups.map((group) => [keyOf(group, by), group]));
    const period = by === 'day' ? { day: expense.date } : { month: expense.date.slice(0, 7) };
    const key = keyOf({ ...period, category: expense.category }, by);
    const group = groups.get(key);
    groups.set(key, {
      ...period,
      category: expense.category,
      total_paise: (group?.total_paise ?? 0) + sign * spentPaise(expense),
      count: (group?.count ?? 0) + sign,
    });
    total_paise += sign * spentPaise(expense);
    count += sign;
  };
  for (const change of changes) {
    apply(change.before, -1);
    apply(change.after, 1);
  }
  if (!groups) return summary;
  const sorted = [...groups.entries()]
    .filter(([, group]) => group.count > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => group);
  return { total_paise, count, groups: sorted };
}

/**
 * What each member paid, with changes laid over it.
 *
 * @param {Map<string, number>} paid paise by the member's id
 * @param {Change[]} changes
 * @param {Filter} filter that the figures are of
 * @returns {Map<string, number>} the same object if nothing changes
 */
export function overlayPaid(paid, changes, filter) {
  let changed = paid;
  const apply = (/** @type {Expense | null} */ expense, /** @type {1 | -1} */ sign) => {
    if (!expense?.by || !matches(expense, filter)) return;
    if (changed === paid) changed = new Map(paid);
    changed.set(expense.by, (changed.get(expense.by) ?? 0) + sign * spentPaise(expense));
  };
  for (const { before, after } of changes) {
    apply(before, -1);
    apply(after, 1);
  }
  return changed;
}

/** @param {{day?: string, month?: string, category: string}} group @param {'day' | 'month'} by */
const keyOf = (group, by) => `${group[by]} ${group.category}`;

/**
 * The part of a summary by day that lies in a range.
 *
 * @param {Pick<Summary, 'groups'>} summary @param {{from?: string, to?: string}} range @returns {Summary}
 */
export function sliceByDay(summary, { from = '', to = '9999' }) {
  return summed(summary.groups.filter(({ day = '' }) => day >= from && day <= to));
}

/** @param {SummaryGroup[]} groups @returns {Summary} */
export const summed = (groups) => ({
  total_paise: groups.reduce((sum, group) => sum + group.total_paise, 0),
  count: groups.reduce((sum, group) => sum + group.count, 0),
  groups,
});
