/** Amounts of a column that is called paise, and of whole numbers only: `Amount (paise)`, `amount_paise`. */
import { plainName } from './column-names.js';

const MONEY = ['amount', 'debit', 'credit'];
/** `Rs. and paise` are rupees, with their paise behind the point. */
const IN_PAISE = /^(?!.*(\brs\b|\brupees?\b|\binr\b|₹)).*\bpaise\b/u;

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
  const part = isInPaise(['balance']) ? 100 : 1;
  return entries.map((entry) => ({
    ...entry,
    paise: entry.paise / 100,
    balance: entry.balance === null ? null : entry.balance / part,
  }));
}
