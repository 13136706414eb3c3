/**
 * Which rows of a long list are in sight. Rows have known heights, so any position is found by
 * binary search, and a list of 50,000 renders as few as one of 50.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {{kind: 'day', date: string, total_paise: number | null, count: number}} DayRow
 * @typedef {{kind: 'expense', expense: Expense}} ExpenseRow
 * @typedef {DayRow | ExpenseRow} Row
 */
import { spentPaise } from '../../data/spent.js';

/**
 * Days with their expenses, as one run of rows; of a day, what was added last comes first.
 *
 * @param {Expense[]} items newest first
 * @param {boolean} complete otherwise the last day's total is not known yet: null
 * @returns {Row[]}
 */
export function toRows(items, complete) {
  /** @type {Row[]} */
  const rows = [];
  for (let first = 0; first < items.length;) {
    const { date } = items[first];
    let end = first;
    while (end < items.length && items[end].date === date) end++;
    const ofDay = items.slice(first, end).sort(latestAddedFirst);
    const total_paise = ofDay.reduce((sum, expense) => sum + spentPaise(expense), 0);
    const open = end === items.length && !complete;
    rows.push({ kind: 'day', date, total_paise: open ? null : total_paise, count: ofDay.length });
    for (const expense of ofDay) rows.push({ kind: 'expense', expense });
    first = end;
  }
  return rows;
}

/**
 * The API orders a day by ids, which tell of the time only where a person added the expense here: what
 * came with a file has ids in no order. One that the server does not have yet is the latest.
 *
 * @param {Expense} a @param {Expense} b
 */
function latestAddedFirst({ created_at: a = '9999' }, { created_at: b = '9999' }) {
  return a < b ? 1 : a > b ? -1 : 0;
}

/**
 * Where each row begins; one more entry than rows, the last being the height of all.
 *
 * @param {Row[]} rows @param {{day: number, expense: number}} heights in px
 */
export function toOffsets(rows, heights) {
  const offsets = new Float64Array(rows.length + 1);
  rows.forEach((row, i) => (offsets[i + 1] = offsets[i] + heights[row.kind]));
  return offsets;
}

/**
 * How far down the rows that somebody looks at have come, since there are others above them: by the
 * first expense from some height on that is still there.
 *
 * @param {{rows: Row[], offsets: Float64Array}} before
 * @param {{rows: Row[], offsets: Float64Array}} after
 * @param {number} y in px from the list's top, as it was before
 */
export function shiftAt(before, after, y) {
  const places = new Map(
    after.rows.flatMap((row, i) => (row.kind === 'expense' ? [[row.expense.id, i]] : [])),
  );
  for (let i = rowAt(before.offsets, y); i < before.rows.length; i++) {
    const row = before.rows[i];
    if (row.kind !== 'expense' || before.offsets[i] < y) continue;
    const place = places.get(row.expense.id);
    if (place !== undefined) return after.offsets[place] - before.offsets[i];
  }
  return 0;
}

/**
 * @param {Float64Array} offsets @param {number} top @param {number} bottom in px from the list's top
 * @param {number} margin rows rendered beyond what is in sight
 * @returns {{first: number, end: number}} `end` is not in the window
 */
export function windowOf(offsets, top, bottom, margin) {
  const rows = offsets.length - 1;
  const first = Math.max(0, rowAt(offsets, top) - margin);
  const end = Math.min(rows, rowAt(offsets, bottom) + 1 + margin);
  return { first, end };
}

/** @param {Float64Array} offsets @param {number} y */
function rowAt(offsets, y) {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
