/** Tags as a file joins them: by semicolons, commas, `#`, bars or spaces; or one category with a sign. */

const EMOJI = /\p{Extended_Pictographic}/u;
const MOST_TAGS = 10;
const LONGEST_TAG = 32;

/**
 * How the whole column joins its tags: one cell says little.
 *
 * @param {readonly string[]} cells
 * @param {boolean} ownExport the app's own file joins by semicolons alone
 * @returns {(cell: string) => {tags: string[], category: string}}
 */
export function tagReader(cells, ownExport) {
  const filled = cells.filter(Boolean);
  if (ownExport)
    return (cell) => ({ tags: plainTags(cell.match(/(?:\\.|[^;\\])+/gu) ?? []), category: '' });
  if (filled.length > 0 && filled.every((cell) => EMOJI.test(cell) && !/[;,].*#/u.test(cell))) {
    const name = (/** @type {string} */ cell) => cell.replace(/[^\p{L}\p{N}&/ ]/gu, '').trim();
    return (cell) => ({ tags: [], category: name(cell) });
  }
  const joined = (/** @type {RegExp} */ by) => filled.some((cell) => by.test(cell));
  const divider = joined(/;/u)
    ? /;/u
    : joined(/,/u)
      ? /,/u
      : joined(/\|/u)
        ? /\|/u
        : joined(/\S\s*#/u)
          ? /#/u
          : /\s+/u;
  return (cell) => ({ tags: plainTags(cell.split(divider)), category: '' });
}

/** @param {readonly string[]} parts */
export function plainTags(parts) {
  const tags = parts
    .map((tag) =>
      tag
        .replace(/\\(.)/gu, '$1')
        .replace(/^[\s#]+/u, '')
        .replace(/\s+/gu, ' ')
        .trim()
        .toLowerCase(),
    )
    .map((tag) => [...tag].slice(0, LONGEST_TAG).join('').trim())
    .filter(Boolean);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
