/**
 * What a group spent, with a column for each person: what counts is the person's own share. Either a
 * row's columns say by how much each is up or down, and add up to nothing, or they are the shares.
 */
import { fold } from '../folding.js';
import { readAmountCell } from './cell-amounts.js';

/**
 * @typedef {import('./columns.js').Taken} Taken
 * @typedef {import('./records.js').Entry} Entry
 * @typedef {object} People
 * @property {number[]} columns one for each person
 * @property {number} own the column of whom the shares are taken; -1: the whole amounts count
 * @property {boolean} sure whether it was said whose they are
 *
 * @typedef {{column: number, paise: number}} Part of one person; negative for what is owed
 */

const SHARE_NAME = /impacted|\bshare\b|\bowes?\b|^paid for\b/iu;
/** Of the rows, for columns to be people: a corrected export may have one that doesn't add up. */
const MOST = 0.9;

/**
 * @param {readonly Entry[]} entries
 * @param {readonly Taken[]} columns
 * @param {readonly string[]} names of the columns
 * @param {number | undefined} chosen the column that the person said to be theirs
 * @returns {{people: People, shareOf: (entry: Entry) => number | null} | null} `shareOf` gives paise, null
 *   where it can't be told; null where the columns are of no people
 */
export function findShares(entries, columns, names, chosen) {
  const free = columns.flatMap(({ role }, column) =>
    (role === 'ignore' || role === 'share') && names[column] && isOfAmounts(entries, column)
      ? [column]
      : [],
  );
  const all = entries.map(({ cells }) => partsOf(cells, free));
  const filled = free.filter((column) =>
    all.some((parts) => parts?.some((part) => part.column === column)),
  );
  // Beside what each is to bear may stand what each paid.
  const named = filled.filter((column) => SHARE_NAME.test(names[column]));
  const used = named.length > 1 ? named : filled;
  const rows = entries.map(({ cells }) => partsOf(cells, used));
  if (used.length < 2 || entries.length === 0 || !columns.some(({ role }) => role === 'amount'))
    return null;
  const share = (/** @type {(parts: Part[], entry: Entry) => boolean} */ test) =>
    rows.filter((parts, index) => parts && test(parts, entries[index])).length / rows.length;
  const isNet =
    share((parts) => Math.abs(sum(parts)) <= parts.length) >= MOST &&
    rows.some((parts) => parts?.some(({ paise }) => paise !== 0));
  const isShare =
    used.every((column) => SHARE_NAME.test(names[column])) &&
    share((parts, { paise }) => Math.abs(Math.abs(sum(parts)) - paise) <= parts.length) >= MOST;
  if (!isNet && !isShare) return null;
  const own = chosen ?? used[0];
  const whole = own < 0;
  return {
    people: { columns: used, own, sure: chosen !== undefined },
    shareOf: (entry) => {
      if (whole) return entry.paise;
      const parts = partsOf(entry.cells, used) ?? [];
      const mine = parts.find(({ column }) => column === own)?.paise ?? 0;
      return isNet ? fromNet(mine, parts, entry.paise) : Math.abs(mine);
    },
  };
}

/**
 * Who is up paid, and who is down owes their share.
 *
 * @param {number} mine
 * @param {readonly Part[]} parts
 * @param {number} whole
 */
function fromNet(mine, parts, whole) {
  if (mine <= 0) return -mine;
  const payers = parts.filter(({ paise }) => paise > 0).length;
  return payers === 1 && mine <= whole ? whole - mine : null;
}

/** @type {Taken} */
export const SHARE = { role: 'share', why: 'the columns of all add up' };

/**
 * @param {Entry[]} entries
 * @param {NonNullable<ReturnType<typeof findShares>>} shares
 * @returns {{entries: Entry[], untold: import('./statement.js').Aside[]}} untold: those of which the share can't be told
 */
export function ofShares(entries, { people, shareOf }) {
  const reason = 'more than one person paid: your share isn’t said';
  const shared = entries.map((entry) => ({ entry, paise: shareOf(entry) }));
  return {
    entries: shared.flatMap(({ entry, paise }) =>
      paise === null ? [] : { ...entry, paise, isShare: people.own >= 0 },
    ),
    untold: shared.flatMap(({ entry: { row, cells, key }, paise }) =>
      paise === null ? { row, cells, key, id: '', reason, doubts: [] } : [],
    ),
  };
}

/** @param {ReturnType<typeof findShares>} shares @param {readonly string[]} names */
export const whoseShares = (shares, names) =>
  shares && !shares.people.sure
    ? [`what counts is the share of ${names[shares.people.own].trim()}, until you say who you are`]
    : [];

/** @param {readonly Entry[]} entries @param {number} column */
const isOfAmounts = (entries, column) =>
  entries.every(({ cells }) => partsOf(cells, [column]) !== null);

/** @param {readonly string[]} cells @param {readonly number[]} columns @returns {Part[] | null} null where one is no amount */
function partsOf(cells, columns) {
  /** @type {Part[]} */
  const parts = [];
  for (const column of columns) {
    const amount = readAmountCell(cells[column] ?? '');
    if (amount === 'empty') continue;
    if (typeof amount === 'string') return null;
    parts.push({ column, paise: amount.paise * amount.sign });
  }
  return parts;
}

/** @param {readonly Part[]} parts */
const sum = (parts) => parts.reduce((all, { paise }) => all + paise, 0);

/**
 * The column of a person whose name, or whose e-mail address, begins like the column's name.
 *
 * @param {import('./statement.js').TableReading} table
 * @param {string} name
 * @returns {number | undefined} undefined where none is, or several are
 */
export function columnOf({ people, columns }, name) {
  const words = fold(name.split('@')[0])
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word.length > 2);
  const alike = (people?.columns ?? []).filter((column) => {
    const first = fold(columns[column].name.replace(SHARE_NAME, ' '))
      .split(/\s+/u)
      .find((word) => word !== '' && !/^(to|of|by)$/u.test(word));
    return words.some((word) => word === first);
  });
  return alike.length === 1 ? alike[0] : undefined;
}
