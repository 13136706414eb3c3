/** What of a file is in the ledger already. */

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} date
 * @property {number} amount_paise
 * @property {string} description
 *
 * @typedef {'imported' | 'similar' | null} Presence `imported`: this very row, from an earlier import;
 *   `similar`: another expense of that day and amount that reads the same
 */

/**
 * @param {readonly Entry[]} incoming
 * @param {readonly Entry[]} existing
 * @returns {Presence[]} one for each incoming entry
 */
export function presence(incoming, existing) {
  const existingIds = new Set(existing.map(({ id }) => id));
  const incomingIds = new Set(incoming.map(({ id }) => id));
  /** @type {Map<string, string[]>} */
  const others = new Map();
  for (const entry of existing) {
    if (incomingIds.has(entry.id)) continue;
    const key = keyOf(entry);
    others.set(key, [...(others.get(key) ?? []), plain(entry.description)]);
  }
  return incoming.map((entry) => {
    if (existingIds.has(entry.id)) return 'imported';
    const candidates = others.get(keyOf(entry)) ?? [];
    const at = candidates.findIndex((text) => readsTheSame(text, plain(entry.description)));
    if (at < 0) return null;
    // One expense explains one row only: two coffees in the file and one in the ledger leave one new.
    candidates.splice(at, 1);
    return 'similar';
  });
}

/** @param {Entry} entry */
const keyOf = ({ date, amount_paise }) => `${date} ${amount_paise}`;

/** @param {string} text */
const plain = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** @param {string} a @param {string} b */
const readsTheSame = (a, b) => a === '' || b === '' || a.includes(b) || b.includes(a);
