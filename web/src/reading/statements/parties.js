/** Payments between two parties, of which one is the person: what reached their address came in. */
import { fold } from '../folding.js';
import { plainName } from './column-names.js';

const PAYER = /^(payer|sender|remitter|from)( (vpa|upi id|upi|address))?$/u;
const PAYEE = /^(payee|receiver|recipient|beneficiary|to)( (vpa|upi id|upi|address))?$/u;
const FEWEST = 2;

/** @param {readonly string[]} names @returns {number[]} of who paid and who was paid; -1 where there is none */
function placesOf(names) {
  const plain = names.map(plainName);
  return [PAYER, PAYEE].map((words) => plain.findIndex((name) => words.test(name)));
}

/**
 * @param {readonly string[]} names of the columns
 * @returns {(cells: readonly string[]) => boolean} whether who paid and who was paid are of one name
 */
export function toOneself(names) {
  const [payer, payee] = placesOf(names);
  // `From` and `To` may be places, too, between which somebody went.
  const arePlaces = names.some((name) => /^(from|to)$/iu.test(name.trim()));
  return (cells) => {
    if (arePlaces) return false;
    const one = fold(cells[payer] ?? '');
    return /\p{L}{2}/u.test(one) && one === fold(cells[payee] ?? '');
  };
}

/**
 * @param {readonly string[]} names of the columns
 * @param {readonly {cells: string[], side: 'debit' | 'credit' | null}[]} entries
 * @param {(boolean | null)[]} out which way each went by all else
 * @returns {(boolean | null)[]} with those that reached who pays the most of them
 */
export function withParties(names, entries, out) {
  const [payer, payee] = placesOf(names);
  if (payer < 0 || payee < 0) return out;
  const addressIn = (/** @type {string[]} */ cells, /** @type {number} */ column) =>
    /\S@\S/u.test(cells[column] ?? '') ? cells[column].trim().toLowerCase() : '';
  /** @type {Map<string, number>} */
  const payments = new Map();
  for (const { cells } of entries) {
    const one = addressIn(cells, payer);
    if (one) payments.set(one, (payments.get(one) ?? 0) + 1);
  }
  const [[own, count], [, next]] = [...payments, ['', 0], ['', 0]].sort(
    (a, b) => Number(b[1]) - Number(a[1]),
  );
  if (Number(count) < FEWEST || count === next) return out;
  return entries.map(({ cells, side }, index) => {
    const isInto = addressIn(cells, payee) === own && addressIn(cells, payer) !== own;
    return isInto && side === null ? false : out[index];
  });
}
