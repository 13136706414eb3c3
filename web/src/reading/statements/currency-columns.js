/** Which columns are of rupees where a table has several currencies, and which are believed once all are known. */
import { readAmountCell } from './cell-amounts.js';
import { isByOneself, isOfClaim, isPaid, namedRole, plainName } from './column-names.js';
import { currencyOf } from './records.js';
import { isSideWord } from './row-words.js';

/** @typedef {import('./column-names.js').Role} Role */

/** The currency is that of the foreign amount where another is billed. @param {Role[]} taken @param {readonly string[]} header */
export function giveCurrencyToForeign(taken, header) {
  const names = header.map(plainName);
  const billed = taken.indexOf('amount');
  const isForeign = names.some(
    (name, column) =>
      column !== billed &&
      (taken[column] === 'foreign' ||
        (taken[column] === 'ignore' && namedRole(name).role === 'amount')),
  );
  if (isForeign && /\b(inr|rs|rupees|bill(ed|ing))\b|₹/u.test(names[billed] ?? ''))
    taken.forEach((role, column) => role === 'currency' && (taken[column] = 'ignore'));
}

/**
 * The same amount in rupees, beside one in whatever currency was paid: a column that is called so, or one in
 * the main currency where that is the rupee.
 *
 * @param {Role[]} taken
 * @param {readonly string[]} header
 * @param {readonly {rupees: number, amounts: number}[]} columns shares of its cells
 * @param {readonly (readonly string[])[]} records
 */
export function keepBase(taken, header, columns, records) {
  const names = header.map(plainName);
  believeStatus(taken, names, records);
  believePaid(taken, names, records);
  const isMain = names.some(
    (name, column) =>
      /^(main|base|home|default) currency/u.test(name) && columns[column].rupees > 0.9,
  );
  if (giveAmountToBase(taken, names, records)) return;
  if (!isMain && !isSameInRupees(taken, records))
    taken.forEach((role, column) => role === 'base' && (taken[column] = 'ignore'));
  if (!taken.includes('currency') || taken.includes('base')) return;
  const rupees = names.findIndex(
    (name, column) =>
      taken[column] === 'ignore' &&
      /^((amount|amt|value) )?(in )?(inr|rs|rupees|₹)$|^(inr|rs|rupees|₹) (amount|amt|value|equivalent)$/u.test(
        name,
      ) &&
      columns[column].amounts > 0.7,
  );
  if (rupees >= 0) taken[rupees] = 'base';
}

/** What was paid in rupees stands there a second time. @param {Role[]} taken @param {readonly (readonly string[])[]} records */
function isSameInRupees(taken, records) {
  const [base, amount, currency] = ['base', 'amount', 'currency'].map((role) =>
    taken.findIndex((one) => one === role),
  );
  const paid = records.filter((cells) => currencyOf(cells[currency] ?? '') === 'INR');
  return (
    base >= 0 &&
    paid.length > 0 &&
    paid.every((cells) => {
      const [one, other] = [base, amount].map((column) => readAmountCell(cells[column] ?? ''));
      return typeof one === 'object' && typeof other === 'object' && one.paise === other.paise;
    })
  );
}

/**
 * The base is the amount where no other column is called one; one that was found by its numbers alone, as a
 * tax may be, gives way.
 *
 * @param {Role[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 */
function giveAmountToBase(taken, names, records) {
  const base = taken.indexOf('base');
  const isCalled = taken.some(
    (role, column) =>
      ['amount', 'debit', 'credit'].includes(role) &&
      !(role === 'amount' && namedRole(names[column] ?? '').role === 'ignore'),
  );
  if (base < 0 || isCalled) return false;
  taken.forEach((role, column) => role === 'amount' && (taken[column] = 'ignore'));
  taken[base] = 'amount';
  // As of every amount that has a column of its sides beside it.
  if (!taken.includes('side') && !taken.includes('type')) {
    const side = taken.findIndex(
      (role, column) =>
        ['ignore', 'extra'].includes(role) && isThroughout(records, column, isSideWord),
    );
    if (side >= 0) taken[side] = 'side';
  }
  return true;
}

/** @param {readonly (readonly string[])[]} records @param {number} column @param {(cell: string) => boolean} test of those that are filled */
function isThroughout(records, column, test) {
  const filled = records.map((cells) => (cells[column] ?? '').trim()).filter(Boolean);
  return filled.length > 0 && filled.every(test);
}

/** What becomes of a claim; the purchase was paid all the same. */
const CLAIM_WORDS =
  /^(not |un|partially |partly )?(approved|reimbursed|submitted|reported|claimed|filed|paid|settled|open|closed|draft|rejected|returned|pending( approval)?|awaiting approval|in review|under review|yes|no|y|n)$/iu;

/**
 * The status of a claim is none of the payment, as long as it speaks of claims alone; and whether one paid
 * oneself, by yes or no, tells whose expense it is.
 *
 * @param {Role[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 */
function believeStatus(taken, names, records) {
  const status = taken.indexOf('status');
  const name = names[status] ?? '';
  const isClaim =
    isOfClaim(name) && isThroughout(records, status, (cell) => CLAIM_WORDS.test(cell));
  if (!isClaim && !isByOneself(name)) return;
  taken[status] = isClaim || taken.includes('expense_flag') ? 'ignore' : 'expense_flag';
  // The rival that had to give way to it; one of yes and no may tell of anything.
  const other = names.findIndex(
    (one, column) =>
      taken[column] === 'ignore' &&
      !isOfClaim(one) &&
      namedRole(one).role === 'status' &&
      !isThroughout(records, column, (cell) => /^(yes|no|y|n|true|false|x)$/iu.test(cell)),
  );
  if (other >= 0) taken[other] = 'status';
}

/**
 * What was paid is the amount where each row that has an amount says it: else it was noted of some rows only.
 *
 * @param {Role[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 */
function believePaid(taken, names, records) {
  const paid = taken.indexOf('amount');
  if (!isPaid(names[paid] ?? '')) return;
  const others = names
    .map((name, column) => ({ ...namedRole(name), column }))
    .filter(({ role, column }) => role === 'amount' && taken[column] === 'ignore')
    .sort((a, b) => a.rank - b.rank);
  if (others.length === 0) return;
  const [{ column: amount }] = others;
  const date = taken.indexOf('date');
  const isAmount = (/** @type {string | undefined} */ cell) =>
    typeof readAmountCell(cell ?? '') === 'object';
  const lacks = records.some(
    (cells) => (date < 0 || cells[date]) && isAmount(cells[amount]) && !isAmount(cells[paid]),
  );
  if (!lacks) return;
  [taken[paid], taken[amount]] = ['ignore', 'amount'];
  // That of the amount, again.
  const currency = names.findIndex((name) => namedRole(name).role === 'currency');
  if (currency >= 0 && !taken.includes('currency')) taken[currency] = 'currency';
}
