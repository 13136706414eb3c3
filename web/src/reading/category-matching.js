/** Which of the person's categories a file's category most likely means. */
import { LOCALE } from '../writing/locale.js';
import { LONGEST_NAME } from './characters.js';
import { cut } from './folding.js';
import { categoriesIn } from './keywords.js';

/**
 * @typedef {import('../types.js').Category} Category
 * @typedef {{kind: 'existing', id: string} | {kind: 'new', name: string} | {kind: 'skip'}} Target
 *   `skip`: rows of it are no expenses
 */

/** Words that say it of a category's name only, besides those of spending: a `water` bought is no bill. */
const NAMES = {
  'food-dining': 'eating',
  transport: 'transportation commuting',
  fuel: 'gasoline',
  rent: 'rental',
  'utilities-recharge': 'water mobile phone telephone garbage',
  'household-help': 'servant domestic cleaner',
  health: 'dental wellness fitness',
  education: 'tutor',
  shopping: 'apparel footwear electronic gadget',
  entertainment: 'culture leisure fun social',
  travel: 'tourism vacation holiday airline',
  'festivals-gifts': 'festival charity pujan',
  investments: 'invest stock share equity provident recurring deposit saving bond',
  'taxes-fees': 'charge document',
  other: 'other misc miscellaneous general uncategorised uncategorized unknown sundry none',
};

/** Categories of a ledger that holds more than spending. */
const NOT_SPENDING =
  /^(salary|income|dividend|bonus|refund|cashback|interest( earned)?|transfer|self transfer)$/u;

/** @param {string} text */
function wordsOf(text) {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) =>
      /^.{3,}[^s]s$/u.test(word) ? word.replace(/(?<=[a-z])ies$/u, 'y').replace(/s$/u, '') : word,
    );
}

/** @type {Map<string, string>} */
const MEANING = new Map(
  Object.entries(NAMES).flatMap(([id, words]) =>
    wordsOf(words).map((word) => /** @type {[string, string]} */ ([word, id])),
  ),
);

/**
 * @param {string} name the file's category; may be empty
 * @param {readonly Category[]} categories the person's own, archived ones included
 * @param {{mayHoldIncome?: boolean}} [options] whether nothing else tells income from spending
 * @returns {Target}
 */
export function suggestCategory(name, categories, { mayHoldIncome = false } = {}) {
  const words = wordsOf(name);
  if (words.length === 0) return { kind: 'existing', id: 'other' };
  const plain = words.join(' ');
  if (mayHoldIncome && NOT_SPENDING.test(plain)) return { kind: 'skip' };
  const same = categories.find((category) => wordsOf(category.name).join(' ') === plain);
  if (same) return { kind: 'existing', id: same.id };
  const id = [...categoriesIn(name), ...meaningsOf(words)].find(openIn(categories));
  return id ? { kind: 'existing', id } : { kind: 'new', name: newCategoryName(name) };
}

/** Whether a name is one of spending, and not of a person. @param {string} name */
export const saysCategory = (name) =>
  categoriesIn(name).length > 0 || meaningsOf(wordsOf(name)).length > 0;

/**
 * Where the categories of a file go when nobody looks at it: only to those that are certainly meant, by
 * the same name, by a part of a name between its `&`s, or by either but for a plural's "s". No two go to
 * the same one: the closer gets it, of equals the first.
 *
 * @param {readonly string[]} names in the file's order
 * @param {readonly Category[]} categories
 * @returns {Map<string, Exclude<Target, {kind: 'skip'}>>} by the name in lower case
 */
export function sureCategories(names, categories) {
  const free = new Map(
    categories
      .filter(({ archived }) => !archived)
      .map(({ id, name }) => /** @type {[string, string]} */ ([name.toLowerCase(), id])),
  );
  /** @type {Map<string, Exclude<Target, {kind: 'skip'}>>} */
  const targets = new Map();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!targets.has(key)) targets.set(key, { kind: 'new', name: newCategoryName(name) });
  }
  for (const isClose of [isSame, isPart, isButForPlural]) {
    for (const [name, { kind }] of targets) {
      const known = kind === 'new' && [...free.keys()].find((one) => isClose(name, one));
      if (!known) continue;
      targets.set(name, { kind: 'existing', id: /** @type {string} */ (free.get(known)) });
      free.delete(known);
    }
  }
  return targets;
}

/** @param {string} name @param {string} known */
const isSame = (name, known) => name === known;

/** @param {string} name @param {string} known */
const isPart = (name, known) => known.split(/\s*&\s*/u).includes(name);

/** @param {string} name @param {string} known */
const isButForPlural = (name, known) =>
  [known, ...known.split(/\s*&\s*/u)].some((part) => withoutPlural(part) === withoutPlural(name));

/** @param {string} word */
const withoutPlural = (word) => word.replace(/s$/u, '');

/**
 * What a description tells of its category, where the file has none.
 *
 * @param {string} description
 * @param {readonly Category[]} categories
 * @returns {string | null} a category's id
 */
export function guessCategory(description, categories) {
  const words = description.replace(HOW_IT_WAS_PAID, ' ');
  return categoriesIn(words).find(openIn(categories)) ?? null;
}

/** Words of a narration that say how something was paid, or nothing at all. */
const HOW_IT_WAS_PAID =
  /payment from phone|auto[\s-]?(debit|pay(ment)?|sweep)|\bpremium\b|(net|mobile)[\s-]?banking|\bmobile\b(?= ?(transfer|payment))/giu;

/** @param {readonly string[]} words of a category's name @returns {string[]} ids */
const meaningsOf = (words) => words.flatMap((word) => MEANING.get(word) ?? []);

/** @param {readonly Category[]} categories */
function openIn(categories) {
  const open = new Set(categories.filter(({ archived }) => !archived).map(({ id }) => id));
  return (/** @type {string} */ id) => open.has(id);
}

/** A name for a new category, as long as the API lets it be. @param {string} name */
export function newCategoryName(name) {
  const text = cut(name.trim(), LONGEST_NAME);
  return text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);
}
