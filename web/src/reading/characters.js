/**
 * How long a text may be, counted as the API counts it: in characters. JavaScript's `length` and a
 * field's `maxlength` count an emoji as two or more; what is cut to fit is cut by `cut` of folding.js.
 */

/** The API's limits. */
export const LONGEST_DESCRIPTION = 500;
export const LONGEST_NAME = 50;
export const LONGEST_PAYEE = 100;
export const LONGEST_TAG = 32;
export const MOST_TAGS = 10;

/** How many characters a text has. @param {string} text */
export const characters = (text) => [...text].length;

/** For a field's `pattern`, which the browser matches by character. @param {number} most */
export const atMost = (most) => `.{0,${most}}`;
