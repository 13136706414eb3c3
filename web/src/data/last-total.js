/**
 * The total that a person saw last of a ledger's present month, in words as it was shown: their next visit
 * begins with it, while the page's code starts. It goes with the ledger, and with the person.
 *
 * @typedef {object} LastTotal
 * @property {string} period @property {string} label
 * @property {string} symbol @property {string} rupees @property {string} paise with the decimal point
 */
import { askedLedger } from './asked-ledger.js';
import { lastLedgerKey, scopeOf } from './scopes.js';
import { storedPerson } from './stored-session.js';

const KEY = 'expense-tracker.last-total.';

/**
 * @param {string} scope of the device, as `scopeOf` has it
 * @param {LastTotal} total
 * @param {number} until milliseconds since 1970: another day has another month, or another "so far"
 */
export function keepLastTotal(scope, total, until) {
  // Who has just signed out leaves nothing.
  if (scope.split('/')[0] !== storedPerson()) return;
  try {
    localStorage.setItem(KEY + scope, JSON.stringify({ ...total, kept: Date.now(), until }));
  } catch (error) {
    // A full device begins without.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** @returns {LastTotal | null} of what the address shows; null where that is not known */
export function lastTotal() {
  const person = storedPerson();
  if (!person || !isOfPresentMonth()) return null;
  const ledger = askedLedger() ?? localStorage.getItem(lastLedgerKey(person)) ?? '';
  try {
    const found = JSON.parse(localStorage.getItem(KEY + scopeOf(person, ledger)) ?? 'null');
    const now = Date.now();
    return found?.kept <= now && now < found?.until ? found : null;
  } catch {
    return null;
  }
}

/** Whether the address is the overview's of the present month, narrowed to nothing. */
export const isOfPresentMonth = () =>
  location.pathname === '/' &&
  [...new URLSearchParams(location.search).keys()].every((name) => name === 'ledger');
