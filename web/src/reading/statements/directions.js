/** Which way the money of each row went, from all the evidence that the file holds. */
import { isTelling, proveBalance } from './balance.js';
import { mayBeIncome, saysCardPayment, saysIncome, saysRefund, saysSelf } from './row-words.js';

/** @typedef {import('./records.js').Entry} Entry */

const UNSURE_SIGN = 'the sign isn’t sure';

const WORDS_IN =
  /^(received|money received|refund|cashback|credited)\b|(?<=^|[\s/-])(cr)(?=[\s/-])/iu;
const WORDS_OUT =
  /^(paid|sent|money sent|payment to|debited|transferred to)\b|(?<=^|[\s/-])(dr)(?=[\s/-])/iu;

/**
 * Of a pair of columns: where a bank writes its debits with a minus, the column says the same already; what has
 * the other sign than most of its column takes back what stands there.
 *
 * @param {readonly Entry[]} entries
 * @returns {Entry[]}
 */
export function withTakenBack(entries) {
  const usualOf = (/** @type {'debit' | 'credit'} */ side) =>
    entries.reduce((sum, entry) => sum + (entry.side === side ? entry.sign : 0), 0) < 0 ? -1 : 1;
  const usual = { debit: usualOf('debit'), credit: usualOf('credit') };
  return entries.map((entry) => {
    if (entry.side === null) return entry;
    if (entry.sign === usual[entry.side]) return { ...entry, sign: 1 };
    const doubts = [...entry.doubts, 'its sign takes back what stands in its column'];
    return { ...entry, sign: -1, side: entry.side === 'debit' ? 'credit' : 'debit', doubts };
  });
}

/**
 * @param {readonly Entry[]} entries of one table, in its order; their doubts are added to
 * @param {{hasPair: boolean, hasSide: boolean, hasType: boolean, opening: number | null, isCard: boolean, isSum: boolean, spendingSign?: 1 | -1}} table opening: balance before all of them, where the
 *   file says it; isSum: whether the balance is what was spent so far; spendingSign: the sign of spending, where the person said it
 * @returns {{out: (boolean | null)[], proof: import('./balance.js').Proof, doubts: string[], proved: boolean}}
 *   out: null where nothing says which way
 */
export function findDirections(entries, table) {
  const isBare = entries.every(({ sign, plus, side }) => sign > 0 && !plus && side === null);
  // What was spent so far, as a debt that grows from nothing.
  const countsUp = table.isSum && isBare;
  const balanceOf = (/** @type {Entry} */ { balance }) =>
    countsUp && balance !== null ? -balance : balance;
  const opening = countsUp ? 0 : table.opening;
  const { out: known, guessed } = table.hasPair
    ? { out: entries.map(({ side }) => (side ? side === 'debit' : null)), guessed: false }
    : singleColumn(entries, table);
  const certain = table.hasPair || entries.every(({ side }) => side !== null);
  const proof = proveBalance(
    entries.map((entry, index) => ({
      change:
        certain && known[index] !== null
          ? known[index]
            ? -entry.paise
            : entry.paise
          : entry.paise === 0
            ? 0
            : null,
      size: entry.paise,
      balance: balanceOf(entry),
    })),
  );
  const telling = isTelling(proof);
  const unsigned =
    !certain && entries.every(({ sign, plus, paise }) => paise === 0 || (sign > 0 && !plus));
  const isConfirmed =
    telling &&
    proof.rows.some(({ out: proved }) => proved !== null) &&
    proof.rows.every(({ out: proved }, index) => proved === null || proved === known[index]);
  const out = entries.map((entry, index) => {
    const { verdict, out: proved } = proof.rows[index];
    if (telling && verdict === 'failed') entry.doubts.push('the balance doesn’t fit');
    if (telling && verdict === 'proved' && proved !== null && !certain) return proved;
    if (telling && verdict === 'unknown' && unsigned && entry.paise > 0) {
      const first = fromOpening(balanceOf(entry), entry.paise, { opening, ...proof });
      if (first !== null) return first;
      entry.doubts.push('nothing proves which way it went');
    }
    if (guessed && !isConfirmed && known[index] !== null) entry.doubts.push(UNSURE_SIGN);
    if (unsigned && !table.hasType && known[index] && mayBeIncome(entry.text))
      entry.doubts.push('its words may be of what came in');
    return known[index];
  });
  const doubts = proof.tried > 2 && !telling ? ['the balance doesn’t fit the amounts'] : [];
  return { out, proof, doubts, proved: telling && proof.fits === proof.tried };
}

/**
 * @param {readonly Entry[]} entries
 * @param {{hasSide: boolean, isCard: boolean, spendingSign?: 1 | -1}} table
 * @returns {{out: (boolean | null)[], guessed: boolean}}
 */
function singleColumn(entries, table) {
  const { spendingSign } = table;
  if (spendingSign)
    return { out: entries.map(({ sign }) => sign === spendingSign), guessed: false };
  const sides = new Set(entries.map(({ side }) => side).filter(Boolean));
  if (sides.size > 0) {
    // On a card's statement only what isn't a purchase needs a word.
    const isAsked = sides.size === 2 && table.isCard;
    const blank = isAsked || (sides.size === 2 ? null : sides.has('credit'));
    if (isAsked) for (const { side, doubts } of entries) if (!side) doubts.push(UNSURE_SIGN);
    return { out: entries.map(({ side }) => (side ? side === 'debit' : blank)), guessed: false };
  }
  if (table.hasSide) return { out: entries.map(() => true), guessed: true };
  const moving = entries.filter(({ paise }) => paise > 0);
  const minus = moving.filter(({ sign }) => sign < 0);
  const plus = moving.filter((entry) => entry.plus);
  const bare = moving.filter((entry) => entry.sign > 0 && !entry.plus);
  if (plus.length > 0) {
    const out = entries.map((entry) => {
      if (entry.sign < 0) return true;
      if (entry.plus) return false;
      return minus.length === 0 || saysSelf(entry.text) ? true : null;
    });
    return { out, guessed: false };
  }
  if (minus.length === 0) {
    return {
      out: entries.map(
        ({ text, category }) =>
          !/^income\b/iu.test(category) && !(WORDS_IN.test(text) && !WORDS_OUT.test(text)),
      ),
      guessed: false,
    };
  }
  if (bare.length === 0) return { out: entries.map(() => true), guessed: false };
  const income = (/** @type {Entry[]} */ some) =>
    some.filter((entry) => {
      const words = entry.cells.join(' ');
      return saysIncome(words) || saysRefund(words) || (table.isCard && saysCardPayment(words));
    }).length / some.length;
  const [inBare, inMinus] = [income(bare), income(minus)];
  // As many of each: an account's minus is what left it, a card's what came back.
  const mostMinus = minus.length > bare.length || (minus.length === bare.length && !table.isCard);
  const isMinus = inBare === inMinus ? mostMinus : inBare > inMinus;
  const spending = isMinus ? -1 : 1;
  const guessed = inBare === inMinus && Math.min(minus.length, bare.length) > moving.length / 4;
  return { out: entries.map(({ sign }) => sign === spending), guessed };
}

/**
 * The oldest row has no balance before it but the one that the file opens with.
 *
 * @param {number | null} balance
 * @param {number} paise
 * @param {{opening: number | null, polarity: 1 | -1}} account
 * @returns {boolean | null}
 */
function fromOpening(balance, paise, { opening, polarity }) {
  if (balance === null || opening === null || Math.abs(balance - opening) !== paise) return null;
  return (balance - opening) * polarity < 0;
}
