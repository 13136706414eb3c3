/** Which rows of an import are new: their ids, and what is in the ledger already. */
import { presence } from '../../reading/files/duplicates.js';
import { idsOf } from '../../reading/files/identity.js';
import { expensesToImport } from '../../reading/files/import-plan.js';

/**
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('./writing.js').PlannedRow} PlannedRow
 * @typedef {{row: PlannedRow, presence: import('../../reading/files/duplicates.js').Presence}} CheckedRow
 */

/** Checks imports against the ledger, asking for each stretch of it once. */
export class Checker {
  /** @param {(range: {from: string, to: string}) => Promise<Expense[]>} load */
  constructor(load) {
    this.load = load;
    /** @type {{from: string, to: string, expenses: Promise<Expense[]>} | null} */
    this.known = null;
  }

  /**
   * @param {import('../../reading/files/import-plan.js').Plan} plan
   * @param {readonly import('../../types.js').Category[]} categories
   * @returns {Promise<CheckedRow[]>} in the order of the file
   */
  async check(plan, categories) {
    const planned = expensesToImport(plan, categories);
    const ids = await idsOf(planned.map(({ expense }) => expense.cells));
    const rows = planned.map((one, index) => ({ ...one, id: one.expense.id ?? ids[index] }));
    if (rows.length === 0) return [];
    const existing = await this.#around(rows.map(({ expense }) => expense.date));
    const found = presence(
      rows.map(({ id, expense }) => ({ ...expense, id })),
      existing,
    );
    return rows.map((row, index) => ({ row, presence: found[index] }));
  }

  /** @param {readonly string[]} dates */
  #around(dates) {
    const from = dates.reduce((a, b) => (b < a ? b : a));
    const to = dates.reduce((a, b) => (b > a ? b : a));
    if (!this.known || this.known.from > from || this.known.to < to) {
      const expenses = this.load({ from, to });
      this.known = { from, to, expenses };
      // What could not be loaded is asked for again.
      expenses.catch(() => (this.known = null));
    }
    return this.known.expenses;
  }
}
