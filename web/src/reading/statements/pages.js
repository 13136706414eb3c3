/** A web page without a table, such as the list of payments that Google hands out, as text in blocks. */

const ENTITIES = /** @type {Record<string, string>} */ ({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  emsp: ' ',
  rsquo: '’',
});
/** What tells more of the payment above: `Details: … Completed`. */
const TELLS_MORE = /^[\p{L} ]{3,20}:/u;

/**
 * @param {string} html
 * @returns {string} an empty line between blocks; what only tells more stands with the block before
 */
export function blocksOf(html) {
  const text = html
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/<\/?(div|p|li|ul|section|h\d)\b[^>]*>/giu, '\n\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu, character);
  return text
    .split(/\n[^\S\n]*\n\s*/u)
    .map((block) => block.replace(/[^\S\n]+/gu, ' ').trim())
    .filter(Boolean)
    .reduce((all, block) => all + (TELLS_MORE.test(block) ? '\n' : '\n\n') + block, '')
    .trim();
}

/** @param {string} whole @param {string} [decimal] @param {string} [hex] @param {string} [name] */
function character(whole, decimal, hex, name) {
  const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : 0;
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ENTITIES[(name ?? '').toLowerCase()] ?? whole;
}
