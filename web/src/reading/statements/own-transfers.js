/** What left one account of a file and came into another of it: money that the person moved. */
import { daysBetween } from '../../writing/dates.js';
import { fold } from '../folding.js';

/** @typedef {import('./records.js').Entry} Entry */

const MOST_DAYS = 2;
const MOVED = /\b(transfer(red)?|trf|tfr|neft|imps|rtgs|self|own)\b/iu;

/**
 * @param {readonly Entry[]} entries
 * @param {readonly (boolean | null)[]} out which way each went
 * @param {(entry: Entry) => string} accountOf
 * @returns {Set<Entry>} both sides of each such transfer, of which both say so or name the other's account
 */
export function betweenAccounts(entries, out, accountOf) {
  /** @type {Set<Entry>} */
  const moved = new Set();
  if (new Set(entries.map(accountOf).filter(Boolean)).size < 2) return moved;
  /** @type {Map<number, Entry[]>} what came in, by its paise */
  const into = new Map();
  entries.forEach((entry, index) => {
    if (out[index] !== false) return;
    into.set(entry.paise, [...(into.get(entry.paise) ?? []), entry]);
  });
  entries.forEach((one, index) => {
    if (out[index] !== true) return;
    const other = into
      .get(one.paise)
      ?.find(
        (entry) =>
          !moved.has(entry) &&
          accountOf(entry) !== accountOf(one) &&
          tells(one, accountOf(entry)) &&
          tells(entry, accountOf(one)) &&
          Math.abs(daysBetween(entry.date, one.date)) <= MOST_DAYS,
      );
    if (other) moved.add(one).add(other);
  });
  return moved;
}

/** @param {Entry} entry @param {string} other the account on the other side */
const tells = ({ text, payee }, other) =>
  MOVED.test(text) || [payee, text].some((name) => name !== '' && fold(name) === fold(other));
