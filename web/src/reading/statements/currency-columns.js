/** Which columns are of rupees where a table has several currencies. */
import { readAmountCell } from './cell-amounts.js';
import { namedRole, plainName } from './column-names.js';
import { currencyOf } from './records.js';

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
  const isMain = names.some(
    (name, column) =>
      /^(main|base|home|default) currency/u.test(name) && columns[column].rupees > 0.9,
  );
  if (!isMain && !isSameInRupees(taken, records))
    taken.forEach((role, column) => role === 'base' && (taken[column] = 'ignore'));
  if (!taken.includes('currency') || taken.includes('base')) return;
  const rupees = names.findIndex(
    (name, column) =>
      taken[column] === 'ignore' &&
      /^((amount|amt|value) )?(in )?(inr|rs|rupees|₹)$/u.test(name) &&
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
