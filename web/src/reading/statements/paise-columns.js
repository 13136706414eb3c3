/**
 * Amounts in paise, whose column is called so, `Amount (paise)`, `amount_paise`, or beside which a unit says
 * so, `unit: paise`, `minor_unit: 2`. They are whole numbers only.
 */
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
  if (!isInPaise(MONEY)) return byUnit(entries, columns, names);
  const isAllInPaise = isInPaise(['balance']);
  if (!isAllInPaise && isByBalances(entries)) return entries;
  const part = isAllInPaise ? 100 : 1;
  return entries.map((entry) => divided(entry, part));
}

/** @param {import('./records.js').Entry} entry @param {number} part of its balance, which may be in rupees */
const divided = (entry, part) => ({
  ...entry,
  paise: entry.paise / 100,
  balance: entry.balance === null ? null : entry.balance / part,
});

const OF_UNIT = /\b(units?|denomination|scale|exponent)$/u;
/** @param {string} plain */
export const saysUnit = (plain) => OF_UNIT.test(plain);
const PAISE = /^(in )?(paise|paisa|minor( units?)?)$/iu;
/** How many of its digits are paise: an app may say so of amounts that it has divided already. */
const OF_DIGITS = /\bminor units?$|\bexponent$/u;
const BY_DIGITS = 'its amount is taken for paise, of which another column tells two digits';

/**
 * @param {import('./records.js').Entry[]} entries
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 * @returns {import('./records.js').Entry[]}
 */
function byUnit(entries, columns, names) {
  const plain = columns.map((_, column) => plainName(names[column] ?? ''));
  const those = [...columns.keys()].filter((column) => saysUnit(plain[column]));
  const money = [...columns.keys()].filter((column) => MONEY.includes(columns[column].role));
  if (those.length === 0) return entries;
  const balance = columns.findIndex(({ role }) => role === 'balance');
  const isWhole = (/** @type {readonly string[]} */ cells, at = money) =>
    at.every((column) => !/[.,]\d\d?\b/u.test(cells[column] ?? ''));
  const areWhole = entries.every(({ cells }) => isWhole(cells));
  return entries.map((entry) => {
    const { cells } = entry;
    const isSaid = those.some((column) => PAISE.test((cells[column] ?? '').trim()));
    const isTwo = those.some((column) => OF_DIGITS.test(plain[column]) && cells[column] === '2');
    if (!isWhole(cells) || !(isSaid || (isTwo && areWhole))) return entry;
    const part = isWhole(cells, [balance]) ? 100 : 1;
    const doubts = isSaid ? entry.doubts : [...entry.doubts, BY_DIGITS];
    return { ...divided(entry, part), doubts };
  });
}
