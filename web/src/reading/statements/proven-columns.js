/** Which columns are debit, credit and balance, decided by the arithmetic where names don't or lie. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { proveBalance } from './balance.js';
import { namedRole, plainName } from './column-names.js';
import { countsOn } from './columns.js';

/** @typedef {import('./columns.js').Taken} Taken */

const MOST_ROWS = 300;
const MOST_COLUMNS = 6;

/**
 * @param {Taken[]} taken
 * @param {readonly string[]} names
 * @param {readonly (readonly string[])[]} records
 * @returns {Taken[]}
 */
export function proveColumns(taken, names, records) {
  const sample = records.slice(0, MOST_ROWS);
  const numeric = numericColumns(taken, names, sample);
  const named = {
    debit: indexOf(taken, 'debit'),
    credit: indexOf(taken, 'credit'),
    amount: indexOf(taken, 'amount'),
    balance: indexOf(taken, 'balance'),
  };
  if (sample.length < 3 || numeric.length < 2) return taken;
  if (named.balance !== null && fitOf(sample, named).fit >= 0.6) return taken;

  // Without a balance that is called so, an amount that is called so stays.
  const kept =
    named.balance === null && isNamed(names[named.amount ?? -1], 'amount') ? named.amount : null;
  let best = { share: 0, likely: 0, roles: named };
  for (const balance of numeric) {
    for (const debit of numeric.filter((column) => column !== balance)) {
      const single = { debit: null, credit: null, amount: debit, balance };
      const candidates = [
        single,
        ...numeric
          .filter((column) => column !== balance && column !== debit)
          .map((credit) => ({ debit, credit, amount: null, balance })),
      ];
      for (const roles of candidates) {
        if (kept !== null && ![roles.amount, roles.debit, roles.credit].includes(kept)) continue;
        const { fit, moving, polarity, isChance } = fitOf(sample, roles);
        if (isChance && balance !== named.balance) continue;
        // The other way round the same fits a debt: the names say which it is, or an account's money is likelier.
        const agrees = /** @type {const} */ (['debit', 'credit']).filter(
          (side) => named[side] !== null && roles[side] === named[side],
        ).length;
        const likely = 4 * moving + 2 * agrees + polarity;
        if (fit > best.share || (fit === best.share && likely > best.likely))
          best = { share: fit, likely, roles };
      }
    }
  }
  return best.share >= 0.85 ? retaken(taken, best.roles) : taken;
}

/** @typedef {Record<'debit' | 'credit' | 'amount' | 'balance', number | null>} Places */

/** @param {Taken[]} taken @param {string} role */
function indexOf(taken, role) {
  const at = taken.findIndex((column) => column.role === role);
  return at < 0 ? null : at;
}

/** @param {string | undefined} name @param {string} role */
const isNamed = (name, role) => namedRole(plainName(name ?? '')).role === role;

/** @param {Taken[]} taken @param {readonly string[]} names @param {readonly (readonly string[])[]} sample */
function numericColumns(taken, names, sample) {
  const fixed = ['date', 'reference', 'serial', 'id', 'time', 'tags', 'foreign', 'base'];
  return [...taken.keys()]
    .filter((column) => {
      const cells = sample.map((cells) => cells[column] ?? '').filter(Boolean);
      const amounts = cells.filter(
        (cell) => typeof readAmountCell(cell) === 'object' && !isDateCell(cell),
      );
      return (
        !fixed.includes(taken[column].role) &&
        !/\bid$/u.test(plainName(names[column] ?? '')) &&
        !countsOn(cells) &&
        amounts.length > 0 &&
        amounts.length > cells.length * 0.7
      );
    })
    .slice(0, MOST_COLUMNS);
}

/**
 * @param {readonly (readonly string[])[]} sample
 * @param {Places} places
 * @returns {{fit: number, moving: number, polarity: 1 | -1, isChance: boolean}} the share of rows that fit,
 *   and how many have an amount
 */
function fitOf(sample, places) {
  const at = (/** @type {readonly string[]} */ cells, /** @type {number | null} */ column) => {
    const amount = column === null ? null : readAmountCell(cells[column] ?? '');
    return amount !== null && typeof amount === 'object' ? amount : null;
  };
  const entries = sample.map((cells) => {
    const balance = at(cells, places.balance);
    const [debit, credit, amount] = [places.debit, places.credit, places.amount].map((column) =>
      at(cells, column),
    );
    return {
      change: places.amount === null ? (credit?.paise ?? 0) - (debit?.paise ?? 0) : null,
      size: places.amount === null ? ((debit?.paise || credit?.paise) ?? 0) : (amount?.paise ?? 0),
      isBoth: places.amount === null && Boolean(debit?.paise && credit?.paise),
      balance:
        balance && (balance.side === 'debit' ? -balance.paise : balance.paise * balance.sign),
    };
  });
  // No row has both sides of a pair: what has, is an amount and what became of it.
  if (entries.some(({ isBoth }) => isBoth))
    return { fit: 0, moving: 0, polarity: -1, isChance: true };
  const moving = entries.filter(({ size }) => size > 0).length;
  const proof = proveBalance(entries);
  const isTried = proof.tried > 2 || (proof.tried === 2 && proof.fits === 2);
  const fit = !isTried || moving < sample.length / 2 ? 0 : proof.fits / proof.tried;
  return { fit, moving, polarity: proof.polarity, isChance: fitByChance(entries) };
}

/**
 * Small whole numbers, or one that is always the same, fit many others that are no balance: those that
 * number the rows.
 *
 * @param {readonly {size: number, balance: number | null}[]} entries
 */
function fitByChance(entries) {
  const sizes = new Set(entries.map(({ size }) => size).filter((size) => size > 0));
  const isSmall = [...sizes].every((size) => size % 100 === 0 && size < SMALL);
  return (
    sizes.size === 1 ||
    isSmall ||
    countsOn(entries.map(({ balance }) => String((balance ?? 0) / 100)))
  );
}

/** Paise. */
const SMALL = 10000;

/** @param {Taken[]} taken @param {Places} places @returns {Taken[]} */
function retaken(taken, places) {
  return taken.map((column, index) => {
    const role = /** @type {const} */ (['debit', 'credit', 'amount', 'balance']).find(
      (name) => places[name] === index,
    );
    if (role) return column.role === role ? column : { role, why: 'the balance proves it' };
    return ['debit', 'credit', 'amount', 'balance'].includes(column.role)
      ? { role: 'ignore', why: 'the balance proves another' }
      : column;
  });
}
