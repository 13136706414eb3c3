/** Payees that the person said don't recur, kept on the device. */

const KEY = 'expense-tracker.not-recurring.';
/** Those declined last are kept. */
const MOST = 200;

/** @param {string} scope of the device, as `scopeOf` has it @returns {Set<string>} folded */
export function declinedPayees(scope) {
  try {
    return new Set(JSON.parse(localStorage.getItem(KEY + scope) ?? '[]'));
  } catch {
    return new Set();
  }
}

/** @param {string} scope of the device, as `scopeOf` has it @param {string} payee folded */
export function decline(scope, payee) {
  const payees = [...declinedPayees(scope), payee].slice(-MOST);
  localStorage.setItem(KEY + scope, JSON.stringify(payees));
}
