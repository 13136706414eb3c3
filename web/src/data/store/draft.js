/**
 * What is being typed in the expense dialog, kept for this tab: a reload or a trip to the sign-in
 * page gives it back. Session storage survives both, and closing the tab forgets it.
 */
const KEY = 'expense-tracker.draft.';

/** @typedef {import('./telling.js').Form} Form */

/** @param {string} person @param {Form} form */
export function keepDraft(person, form) {
  sessionStorage.setItem(KEY + person, JSON.stringify(form));
}

/** @param {string} person @returns {Form | null} */
export function readDraft(person) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + person) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {string} person */
export function dropDraft(person) {
  sessionStorage.removeItem(KEY + person);
}
