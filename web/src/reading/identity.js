/**
 * Ids that depend on nothing but what a row says, so that importing a file again adds nothing, whatever
 * was chosen for its columns and categories. Rows that repeat exactly are separate purchases: each has
 * its own number.
 */

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u;
const NAMESPACE = 'expense-tracker/import/1';
const UNIT_SEPARATOR = '\u001F';

/** @param {string} text */
export const isId = (text) => UUID.test(text);

/**
 * @param {readonly (readonly string[])[]} rows cells as the file has them
 * @returns {Promise<string[]>} an id a row, in order
 */
export function idsOf(rows) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return Promise.all(
    rows.map((cells) => {
      const content = contentOf(cells);
      const occurrence = (seen.get(content) ?? 0) + 1;
      seen.set(content, occurrence);
      return idOf(`${NAMESPACE}\n${content}\n${occurrence}`);
    }),
  );
}

/**
 * Spaces around and between words say nothing, nor do empty cells at the end, which spreadsheets add.
 *
 * @param {readonly string[]} cells
 */
function contentOf(cells) {
  const plain = cells.map((cell) => cell.normalize('NFC').trim().replace(/\s+/gu, ' '));
  return plain.slice(0, plain.findLastIndex(Boolean) + 1).join(UNIT_SEPARATOR);
}

/**
 * A UUID of version 8 (RFC 9562: made in the application's own way) from a SHA-256 digest.
 *
 * @param {string} text
 */
export async function idOf(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = new Uint8Array(digest, 0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
