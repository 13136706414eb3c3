/**
 * What an import is going to do: the file's rows, the choices made about them (found first, corrected by
 * the person after), and what follows from both.
 */
import { guessCategory, suggestCategory } from './category-matching.js';
import { detectLayout, missingRole } from './columns.js';
import { detectDateOrder } from './dates.js';
import { detectSpendingSign, readLedger } from './rows.js';
import { typesIn } from './transaction-types.js';

/**
 * @typedef {import('./columns.js').Role} Role
 * @typedef {import('./category-matching.js').Target} Target
 * @typedef {import('../../types.js').Category} Category
 * @typedef {import('./rows.js').ReadExpense} ReadExpense
 *
 * @typedef {object} Choices
 * @property {readonly Role[]} roles
 * @property {import('./dates.js').DateOrder} order
 * @property {1 | -1} spendingSign
 * @property {Readonly<Record<string, boolean>>} countedTypes by plain name
 * @property {Readonly<Record<string, Target>>} targets chosen by the person, by category key
 *
 * @typedef {object} CategoryRow a category of the file
 * @property {string} key
 * @property {string} label as the file calls it; empty where the file has none
 * @property {number} count
 * @property {number} total in paise
 * @property {Target} target
 *
 * @typedef {object} Plan
 * @property {'date' | 'amount' | null} missing the role that no column has
 * @property {boolean} ambiguousDates the order of day and month is a guess
 * @property {boolean} mixedSigns the column of amounts holds both
 * @property {ReturnType<typeof typesIn>} types
 * @property {import('./rows.js').ReadLedger} ledger
 * @property {CategoryRow[]} categories the largest first
 */

/** An import's source: the rows of a file, and where its header stands. */
export class ImportSource {
  /**
   * @param {string} name of the file
   * @param {string[][]} rows
   */
  constructor(name, rows) {
    this.name = name;
    const { header, names, roles } = detectLayout(rows);
    this.names = names;
    this.roles = roles;
    this.rows = rows.slice(header + 1);
    /** The line of the first of the rows, from 1. */
    this.firstLine = header + 2;
  }

  /** @param {string} today @returns {Choices} what was found in the file */
  found(today) {
    return {
      roles: this.roles,
      order: this.dates(this.roles, today).order,
      spendingSign: detectSpendingSign(this.rows, this.roles).sign,
      countedTypes: {},
      targets: {},
    };
  }

  /** @param {readonly Role[]} roles @param {string} today */
  dates(roles, today) {
    const column = roles.indexOf('date');
    return detectDateOrder(
      this.rows.map((row) => (column < 0 ? '' : (row[column] ?? ''))),
      today,
    );
  }

  /**
   * @param {Choices} choices
   * @param {readonly Category[]} categories
   * @param {string} today
   * @returns {Plan}
   */
  plan({ roles, order, spendingSign, countedTypes, targets }, categories, today) {
    const reading = { roles, order, spendingSign, countedTypes };
    const missing = missingRole(roles);
    const ledger = missing
      ? { expenses: [], leftOut: [], refused: [] }
      : readLedger(this.rows, reading, this.firstLine);
    const signs = detectSpendingSign(this.rows, roles);
    const types = typesIn(this.rows, roles);
    // Only where nothing else tells income from spending does a category's name have to.
    const mayHoldIncome = types.length === 0 && !roles.includes('debit') && !signs.mixed;
    return {
      missing,
      ambiguousDates: this.dates(roles, today).ambiguous,
      mixedSigns: signs.mixed && types.length === 0,
      types: types.map((type) => ({ ...type, counted: countedTypes[type.name] ?? type.counted })),
      ledger,
      categories: categoryRows(ledger.expenses, categories, targets, mayHoldIncome),
    };
  }
}

/**
 * What tells the categories of a file apart: the name it gives, or what a description lets one guess.
 *
 * @param {ReadExpense} expense
 * @param {readonly Category[]} categories
 */
export function categoryKey({ category, description }, categories) {
  if (category) return `name:${category.toLowerCase()}`;
  const guess = guessCategory(description, categories);
  return guess ? `guess:${guess}` : 'none';
}

/**
 * @param {readonly ReadExpense[]} expenses
 * @param {readonly Category[]} categories
 * @param {Readonly<Record<string, Target>>} chosen
 * @param {boolean} mayHoldIncome
 * @returns {CategoryRow[]}
 */
function categoryRows(expenses, categories, chosen, mayHoldIncome) {
  /** @type {Map<string, CategoryRow>} */
  const rows = new Map();
  for (const expense of expenses) {
    const key = categoryKey(expense, categories);
    let row = rows.get(key);
    if (!row) {
      const label = expense.category;
      const target = chosen[key] ?? suggested(key, label, categories, mayHoldIncome);
      row = { key, label, count: 0, total: 0, target };
      rows.set(key, row);
    }
    row.count += 1;
    row.total += expense.amount_paise;
  }
  return [...rows.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/**
 * @param {string} key
 * @param {string} label
 * @param {readonly Category[]} categories
 * @param {boolean} mayHoldIncome
 * @returns {Target}
 */
function suggested(key, label, categories, mayHoldIncome) {
  if (key.startsWith('guess:')) return { kind: 'existing', id: key.slice('guess:'.length) };
  return suggestCategory(label, categories, { mayHoldIncome });
}

/**
 * The expenses whose category is not left out, in the order of the file.
 *
 * @param {Plan} plan
 * @param {readonly Category[]} categories
 * @returns {{expense: ReadExpense, target: Exclude<Target, {kind: 'skip'}>}[]}
 */
export function expensesToImport(plan, categories) {
  const targets = new Map(plan.categories.map(({ key, target }) => [key, target]));
  return plan.ledger.expenses.flatMap((expense) => {
    const target = targets.get(categoryKey(expense, categories));
    return target && target.kind !== 'skip' ? [{ expense, target }] : [];
  });
}
