/**
 * What is being typed in the expense dialog, kept for this tab: a reload or a trip to the sign-in
 * page gives it back. Session storage survives both, and closing the tab forgets it.
 */
const KEY = 'expense-tracker.draft.';

/** @typedef {import('./telling.js').Form} Form */

/** @param {string} scope of the device, as `scopeOf` has it @param {Form} form */
export function keepDraft(scope, form) {
  sessionStorage.setItem(KEY + scope, JSON.stringify(form));
}

/** @param {string} scope of the device, as `scopeOf` has it @returns {Form | null} */
export function readDraft(scope) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + scope) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} scope of the device, as `scopeOf` has it */
export function dropDraft(scope) {
  sessionStorage.removeItem(KEY + scope);
}
