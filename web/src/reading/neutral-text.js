/**
 * Text that a spreadsheet would run as a formula, made harmless with an apostrophe in front and
 * brought back (OWASP, "CSV Injection").
 */

/**
 * An apostrophe is guarded too, so that what comes back is what went in: `'=x` is written `''=x`.
 *
 * @param {string} text
 */
export function neutralised(text) {
  return /^[=+\-@\t\r']/u.test(text) ? `'${text}` : text;
}

/** @param {string} text */
export function restored(text) {
  return /^'[=+\-@\t\r']/u.test(text) ? text.slice(1) : text;
}
