/**
 * The strongest evidence a statement holds: balance before − debit + credit = balance after. It proves
 * each row's amount and which way the money went, whatever the columns are called.
 */

/**
 * @typedef {object} Entry
 * @property {number | null} change paise, negative for money out; null where only its size is known
 * @property {number} size paise
 * @property {number | null} balance after it
 *
 * @typedef {'proved' | 'failed' | 'unknown'} Verdict
 * @typedef {object} Proof
 * @property {1 | -1} order -1 where the newest row stands first
 * @property {1 | -1} polarity -1 where the balance is a debt, which purchases raise
 * @property {number} fits
 * @property {number} tried
 * @property {{verdict: Verdict, out: boolean | null}[]} rows in the file's order
 */

const WAYS = /** @type {[1 | -1, 1 | -1][]} */ ([
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
]);

/**
 * @param {readonly Entry[]} entries in the file's order
 * @returns {Proof} of the way that fits most rows
 */
export function proveBalance(entries) {
  const proofs = WAYS.map(([order, polarity]) => prove(entries, order, polarity));
  return proofs.reduce((best, next) => (next.fits > best.fits ? next : best));
}

/** @param {Proof} proof whether enough rows fit for it to say anything */
export const isTelling = (proof) => proof.fits >= 2 && proof.fits >= proof.tried * 0.6;

/**
 * @param {readonly Entry[]} entries
 * @param {1 | -1} order
 * @param {1 | -1} polarity
 * @returns {Proof}
 */
function prove(entries, order, polarity) {
  const inTime = order === 1 ? [...entries.keys()] : [...entries.keys()].reverse();
  /** @type {Proof} */
  const proof = {
    order,
    polarity,
    fits: 0,
    tried: 0,
    rows: entries.map(() => ({ verdict: 'unknown', out: null })),
  };
  /** @type {number | null} */
  let before = null;
  /** @type {number[]} */
  let group = [];
  for (const at of inTime) {
    group.push(at);
    const { balance } = entries[at];
    if (balance === null) continue;
    if (before !== null) judge(entries, group, (balance - before) * polarity, proof);
    before = balance;
    group = [];
  }
  return proof;
}

/** @param {readonly Entry[]} entries @param {number[]} group @param {number} moved @param {Proof} proof */
function judge(entries, group, moved, proof) {
  const [first] = group;
  const known = group.every((at) => entries[at].change !== null);
  if (!known && group.length > 1) return;
  const fits = known
    ? group.reduce((sum, at) => sum + (entries[at].change ?? 0), 0) === moved
    : entries[first].size === Math.abs(moved);
  proof.tried += 1;
  if (fits) proof.fits += 1;
  for (const at of group) {
    const out =
      group.length === 1 && Math.abs(moved) === entries[at].size && moved !== 0 ? moved < 0 : null;
    proof.rows[at] = { verdict: fits ? 'proved' : 'failed', out };
  }
}
