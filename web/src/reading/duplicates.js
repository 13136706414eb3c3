/** What of a file is in the ledger already. */
import { likePayee } from './payees.js';

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {'expense' | 'refund'} [kind] a refund is never its purchase
 * @property {string} date
 * @property {number} amount_paise
 * @property {string} description
 * @property {string | null} [reference]
 *
 * @typedef {'imported' | 'referenced' | 'other day' | 'similar' | null} Presence `imported`: this very row,
 *   from an earlier import; `referenced`: the same payment by its bank reference; `other day`: so too, but of
 *   a day so far that it may be another payment of a mandate; `similar`: perhaps the same
 */

/** A bank books what was spent on a weekend on Monday. */
const MOST_DAYS = 3;

/**
 * @param {readonly Entry[]} incoming
 * @param {readonly Entry[]} existing
 * @returns {Presence[]} one for each incoming entry
 */
export function presence(incoming, existing) {
  const existingIds = new Set(existing.map(({ id }) => id));
  const incomingIds = new Set(incoming.map(({ id }) => id));
  const references = new Map(existing.map((entry) => [referenceOf(entry), entry.date]));
  const incomingReferences = new Set(incoming.map(referenceOf));
  /** @type {Map<string, Entry[]>} */
  const others = new Map();
  for (const entry of existing) {
    const isTold = entry.reference && incomingReferences.has(referenceOf(entry));
    if (incomingIds.has(entry.id) || isTold) continue;
    const same = others.get(sumOf(entry));
    if (same) same.push(entry);
    else others.set(sumOf(entry), [entry]);
  }
  return incoming.map((entry) => {
    if (existingIds.has(entry.id)) return 'imported';
    const day = entry.reference && references.get(referenceOf(entry));
    if (day) return daysBetween(day, entry.date) > MOST_DAYS ? 'other day' : 'referenced';
    return takenFrom(others.get(sumOf(entry)) ?? [], entry) ? 'similar' : null;
  });
}

/** @param {Entry} entry */
const sumOf = ({ kind = 'expense', amount_paise }) => `${kind} ${amount_paise}`;

/** What the API lets one expense alone have. @param {Entry} entry */
const referenceOf = (entry) => (entry.reference ? `${sumOf(entry)} ${entry.reference}` : null);

/** @param {string} a @param {string} b */
const daysBetween = (a, b) => Math.abs(Date.parse(a) - Date.parse(b)) / 864e5;

/**
 * One expense explains one row only: two coffees in the file and one in the ledger leave one new.
 *
 * @param {Entry[]} candidates the nearest is taken away
 * @param {Entry} entry
 */
function takenFrom(candidates, entry) {
  let [best, nearest] = [-1, MOST_DAYS + 1];
  candidates.forEach((candidate, index) => {
    const days = daysBetween(candidate.date, entry.date);
    // Two payments with references of their own are two.
    const isOther = Boolean(candidate.reference && entry.reference);
    if (days < nearest && !isOther && likePayee(candidate.description, entry.description))
      [best, nearest] = [index, days];
  });
  if (best >= 0) candidates.splice(best, 1);
  return best >= 0;
}
