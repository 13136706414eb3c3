/**
 * The one filter of list, export, overview and their totals, and how it stands in an address: what
 * several can be chosen of is joined by commas, as the API takes it.
 *
 * @typedef {import('../types.js').Filter} Filter
 */
import { cut, tidiedTag } from '../reading/folding.js';
import { isDate } from '../writing/dates.js';

/** Those of which several can be chosen. @typedef {'category' | 'without' | 'tag' | 'by'} Several */

/** More than anybody picks; the rest of a longer address is not read. */
const MOST = 50;

/** The most characters that can be searched for. */
export const LONGEST_SEARCH = 200;

/**
 * @param {Record<string, string | undefined>} params of an address
 * @returns {Filter} what cannot be a date, a category or a tag is left out
 */
export function readFilter({ from, to, category, without, tag, kind, by, q }) {
  const isId = (/** @type {string} */ id) => /^[\w-]{1,64}$/.test(id);
  return compact({
    from: from && isDate(from) ? from : undefined,
    to: to && isDate(to) ? to : undefined,
    category: parts(category).filter(isId),
    without: parts(without).filter(isId),
    tag: parts(tag)
      .map((one) => tidiedTag(one, 32))
      .filter(Boolean),
    by: parts(by).filter(isId),
    kind: kind === 'expense' || kind === 'refund' ? kind : undefined,
    q: cut(q?.trim() ?? '', LONGEST_SEARCH),
  });
}

/** Several values as one: a comma within one is written `\,`. @param {readonly string[]} values */
export const joined = (values) => values.map((value) => value.replace(/[\\,]/g, '\\$&')).join(',');

/** @param {string | undefined} text as {@link joined} writes it */
function parts(text) {
  const all = (text ?? '').match(/(?:\\.|[^\\,])+/gsu) ?? [];
  const values = all.map((part) => part.replace(/\\(.)/gsu, '$1').trim());
  return [...new Set(values.filter(Boolean))].slice(0, MOST);
}

/** The same without what narrows nothing. @param {Filter} filter @returns {Filter} */
export function compact(filter) {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value?.length));
}

/**
 * Whether no summary tells what is found: its total is added up from the list.
 *
 * @param {Filter} filter
 */
export const isListedOnly = ({ kind, q }) => Boolean(kind || q);

/** Whether anything is filtered. @param {Filter} filter */
export const isNarrowed = (filter) => Object.keys(compact(filter)).length > 0;

/** Whether a filter's first day comes after its last: nothing can lie between. @param {Filter} filter */
export const isBackwards = ({ from, to }) => Boolean(from && to && from > to);

/** Whether a category is among those that are filtered. @param {string} id @param {Filter} filter */
export function passesCategory(id, { category, without }) {
  return !without?.includes(id) && (!category?.length || category.includes(id));
}

/**
 * Choose one of several, or let it go if it is chosen. A category that is left out is not picked too.
 *
 * @param {Filter} filter @param {Several} name @param {string} value
 * @returns {Filter}
 */
export function toggled(filter, name, value) {
  const chosen = filter[name] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...chosen, value];
  const category = (filter.category ?? []).filter((id) => id !== value);
  const without = (filter.without ?? []).filter((id) => id !== value);
  if (name === 'tag' || name === 'by') return compact({ ...filter, [name]: values });
  return compact({ ...filter, category, without, [name]: values });
}
