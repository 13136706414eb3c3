/** Tags as a file joins them: by semicolons, commas, `#`, bars or spaces; or one category with a sign. */
import { LONGEST_TAG, MOST_TAGS } from '../characters.js';
import { distinct, tidiedTag } from '../folding.js';
import { restored } from '../neutral-text.js';

/** A mark alone, such as the slash of `Food / Lunch`, is no tag. */
const SAYS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

/** @typedef {{tags: string[], category: string, cut: boolean}} Tagged cut: more or longer than the app takes */

/**
 * How the whole column joins its tags: one cell says little.
 *
 * @param {readonly string[]} cells
 * @param {boolean} ownExport the app's own file joins by semicolons alone
 * @returns {(cell: string) => Tagged}
 */
export function tagReader(cells, ownExport) {
  const filled = cells.filter(Boolean);
  if (ownExport)
    return (cell) => plainTags(restored(cell).match(/(?:\\.|[^;\\])+/gu) ?? [], { marked: false });
  if (filled.length > 0 && filled.every((cell) => EMOJI.test(cell) && !/[;,].*#/u.test(cell))) {
    const name = (/** @type {string} */ cell) => cell.replace(/[^\p{L}\p{N}&/ ]/gu, '').trim();
    return (cell) => ({ tags: [], category: name(cell), cut: false });
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
  return (cell) => plainTags(cell.split(divider));
}

/**
 * A subcategory is one tag, however many words its name has.
 *
 * @param {string} name
 */
export const wholeTag = (name) => plainTags([name]);

/**
 * @param {readonly string[]} parts
 * @param {{marked?: boolean}} [how] whether a `#` only marks a tag
 * @returns {Tagged}
 */
export function plainTags(parts, { marked = true } = {}) {
  const whole = parts
    .map((part) => part.replace(/\\(.)/gu, '$1'))
    .map((part) => (marked ? part.replace(/^[\s#]+/u, '') : part));
  const atMost = (/** @type {number} */ longest) =>
    distinct(whole.map((part) => tidiedTag(part, longest)).filter((tag) => SAYS.test(tag)));
  const tags = atMost(LONGEST_TAG).slice(0, MOST_TAGS);
  const is = (/** @type {readonly string[]} */ some) => some.join('\n');
  return { tags, category: '', cut: is(tags) !== is(atMost(Infinity)) };
}
