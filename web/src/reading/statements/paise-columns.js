/** Amounts of a column that is called paise, and of whole numbers only: `Amount (paise)`, `amount_paise`. */
import { plainName } from './column-names.js';

const MONEY = ['amount', 'debit', 'credit'];
/** All of the name: `Rs. and paise` are rupees, and so is what is written `without paise`. */
const IN_PAISE =
  /^((transaction |txn )?(amount|value)|debit|credit|withdrawals?|deposits?|(closing )?balance)? ?(in )?paise$/u;

/** Balances in rupees that go by the amounts as they stand. @param {readonly import('./records.js').Entry[]} entries */
const isByBalances = (entries) =>
  entries.some(({ balance, paise }, i) => {
    const before = entries[i - 1]?.balance ?? null;
    return before !== null && balance !== null && Math.abs(balance - before) === paise;
  });

/**
 * @param {import('./records.js').Entry[]} entries
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 * @returns {import('./records.js').Entry[]}
 */
export function fromPaise(entries, columns, names) {
  const isInPaise = (/** @type {string[]} */ roles) => {
    const those = [...columns.keys()].filter((column) => roles.includes(columns[column].role));
    return (
      those.length > 0 &&
      those.every(
        (column) =>
          IN_PAISE.test(plainName(names[column] ?? '')) &&
          entries.every(({ cells }) => !/[.,]\d\d?$/u.test(cells[column] ?? '')),
      )
    );
  };
  if (!isInPaise(MONEY)) return entries;
  const isAllInPaise = isInPaise(['balance']);
  if (!isAllInPaise && isByBalances(entries)) return entries;
  const part = isAllInPaise ? 100 : 1;
  return entries.map((entry) => ({
    ...entry,
    paise: entry.paise / 100,
    balance: entry.balance === null ? null : entry.balance / part,
  }));
}
