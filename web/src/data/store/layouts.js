/**
 * How a person said that tables are read, by the names of their columns: the next file of that form needs
 * no question. Two accounts may write one form in two ways: what was said of a file's own account, by its
 * bank and last four digits, comes first. This device alone knows it.
 *
 * @typedef {import('../../reading/statements/statement.js').TableChoice} TableChoice
 * @typedef {Pick<import('../../reading/statements/statement.js').TableReading, 'columns'>} Table
 * @typedef {import('../../reading/statements/accounts.js').Account} Account
 */
import { fold } from '../../reading/folding.js';

const KEY = 'expense-tracker.layouts.';
const MOST = 100;

export class Layouts {
  /** @param {string} scope of the device: whose they are, in which ledger */
  constructor(scope) {
    this.key = KEY + scope;
  }

  /** @returns {[string, TableChoice][]} the last used first */
  #read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? '[]');
    } catch {
      return [];
    }
  }

  /** @param {Table} table @param {Account | null} [account] @returns {TableChoice | undefined} */
  find(table, account = null) {
    const known = this.#read();
    return keysOf(table, account)
      .map((key) => known.find(([form]) => form === key)?.[1])
      .find(Boolean);
  }

  /**
   * @param {Table} table
   * @param {TableChoice} choice
   * @param {Account | null} [account]
   * @param {{ofAccountAlone?: boolean}} [options] another account's may be in the other way
   */
  keep(table, choice, account = null, { ofAccountAlone = false } = {}) {
    const keys = keysOf(table, account).slice(0, ofAccountAlone ? 1 : undefined);
    if (Object.keys(choice).length === 0) return;
    const others = this.#read().filter(([known]) => !keys.includes(known));
    const its = keys.map((key) => [key, choice]);
    try {
      localStorage.setItem(this.key, JSON.stringify([...its, ...others].slice(0, MOST)));
    } catch (error) {
      // A full device asks again next time.
      if (!(error instanceof DOMException)) throw error;
    }
  }
}

/**
 * None where no column has a name: such a table is like any other.
 *
 * @param {Table} table
 * @param {Account | null} account
 * @returns {string[]} the one of the account first
 */
function keysOf({ columns }, account) {
  const names = columns.map(({ name }) => fold(name));
  if (!names.some(Boolean)) return [];
  const form = names.join('|');
  return account ? [`${account.bank} ${account.last4}: ${form}`, form] : [form];
}
