/**
 * `t('expense.saved', {amount})`: the page's texts, from the catalogue of the language in use. A
 * key that the catalogue lacks is an error of tsc, not a surprise on the page.
 *
 * A view that few visit brings its texts with it (`addTexts`), so that nobody else waits for them.
 *
 * To add a language: copy text/en.js and text/en/, translate, and choose it here.
 */
import { LOCALE } from './locale.js';
import { en } from './text/en.js';
import { onDemand } from './on-demand.js';

/**
 * An entry is text with `{name}` places, or forms of it by plural category of `{count}`.
 *
 * @typedef {string | {one: string, other: string}} Entry
 */

/**
 * Every key of a catalogue: `section.key`.
 *
 * @template T
 * @typedef {{
 *   [K in keyof T & string]: T[K] extends Entry ? K : `${K}.${Keys<T[K]>}`
 * }[keyof T & string]} Keys
 */

/**
 * @typedef {typeof en & typeof import('./text/en/expense.js') &
 *   typeof import('./text/en/expenses.js') & typeof import('./text/en/device.js') &
 *   typeof import('./text/en/importing.js') & typeof import('./text/en/recurring.js') &
 *   typeof import('./text/en/calendar.js') &
 *   typeof import('./text/en/second-factor.js') & typeof import('./text/en/budgeting.js') &
 *   typeof import('./text/en/people.js') & typeof import('./text/en/months.js') &
 *   typeof import('./text/en/leaving.js') & typeof import('./text/en/categories.js') &
 *   typeof import('./text/en/unsettled.js') & typeof import('./text/en/shortcuts.js') &
 *   typeof import('./text/en/together.js') & typeof import('./text/en/transfer.js')} Texts
 * @typedef {Keys<Texts>} TextKey
 */

/** @type {Record<string, any>} */
const catalogue = { ...en };
const plural = onDemand(() => new Intl.PluralRules(LOCALE));

/** @param {Record<string, any>} sections texts by section, such as `{importing}` */
export function addTexts(sections) {
  Object.assign(catalogue, sections);
}

/**
 * @param {TextKey} key
 * @param {Record<string, string | number>} [params] what replaces `{name}`; numbers of
 *     `count` also choose the plural form. Numbers are written as they are: format them first
 *     (`{count: 1200, shown: number(1200)}`) where they can be large.
 * @returns {string}
 */
export function t(key, params = {}) {
  /** @type {any} */
  let entry = catalogue;
  for (const name of key.split('.')) entry = entry?.[name];
  if (entry && typeof entry === 'object')
    entry = entry[plural().select(Number(params.count))] ?? entry.other;
  if (typeof entry !== 'string') return key;
  return entry.replace(/\{(\w+)\}/g, (place, name) => String(params[name] ?? place));
}
