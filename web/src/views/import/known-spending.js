/** What is in the ledger already around the days of a file. */
import { DAYS_BEFORE } from '../../reading/chosen-before.js';
import { presence } from '../../reading/duplicates.js';
import { addDays } from '../../writing/dates.js';

/**
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../reading/import-plan.js').PlanRow} PlanRow
 * @typedef {import('../../reading/duplicates.js').Presence} Presence
 */

/** As far apart may be the days that a person and a bank write of one payment. */
const DAYS_AFTER = 3;
const LAST_DAY = '2100-12-31';

/** Looks up what is there, each stretch of days once. */
export class KnownSpending {
  /** @param {(range: {from: string, to: string}) => Promise<Expense[]>} load */
  constructor(load) {
    this.load = load;
    /** @type {{from: string, to: string, expenses: Promise<Expense[]>} | null} */
    this.known = null;
  }

  /**
   * @param {readonly string[]} dates of the file's rows, at least one
   * @returns {Promise<Expense[]>} newest first
   */
  around(dates) {
    const first = dates.reduce((a, b) => (b < a ? b : a));
    const last = dates.reduce((a, b) => (b > a ? b : a));
    const from = addDays(first, -DAYS_BEFORE);
    const to = last > addDays(LAST_DAY, -DAYS_AFTER) ? LAST_DAY : addDays(last, DAYS_AFTER);
    if (!this.known || this.known.from > from || this.known.to < to) {
      const expenses = this.load({ from, to });
      this.known = { from, to, expenses };
      // What could not be loaded is asked for again.
      expenses.catch(() => (this.known = null));
    }
    return this.known.expenses;
  }
}

/**
 * @param {readonly PlanRow[]} rows
 * @param {readonly Expense[]} expenses
 * @returns {Map<number, Exclude<Presence, null>>} by row; of expenses and refunds
 */
export function presenceOf(rows, expenses) {
  const incoming = rows.flatMap(({ kind, expense, line }) =>
    expense && (kind === 'expense' || kind === 'refund') ? [{ ...expense, line, kind }] : [],
  );
  const found = presence(incoming, expenses);
  return new Map(
    incoming.flatMap(({ line }, index) => {
      const its = found[index];
      return its ? [[line, its]] : [];
    }),
  );
}
