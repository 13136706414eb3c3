/** Which of the person's categories a file's category most likely means. */

/**
 * @typedef {import('../../types.js').Category} Category
 * @typedef {{kind: 'existing', id: string} | {kind: 'new', name: string} | {kind: 'skip'}} Target
 *   `skip`: rows of it are no expenses
 */

/** Words that mean a built-in category, besides those of its name. */
const WORDS = {
  'food-dining':
    'food dining restaurant lunch dinner breakfast snack cafe coffee tea chai swiggy zomato eating meal canteen',
  groceries:
    'grocery kirana vegetable fruit milk supermarket provision bigbasket blinkit zepto dmart ration',
  transport:
    'transport transportation commute commuting taxi cab auto rickshaw bus train metro uber ola rapido parking toll',
  fuel: 'fuel petrol diesel cng gasoline',
  rent: 'rent rental lease',
  'utilities-recharge':
    'utility bill electricity water gas lpg recharge mobile phone internet broadband wifi dth telephone garbage airtel jio',
  'household-help': 'maid cook servant nanny watchman domestic cleaner gardener ayah',
  health:
    'health medical medicine doctor hospital pharmacy chemist dental dentist clinic wellness fitness gym',
  education: 'education school college tuition course tutor stationery stationary exam',
  shopping:
    'shopping apparel clothes clothing footwear shoe electronic gadget amazon flipkart myntra',
  entertainment:
    'entertainment movie cinema culture netflix hotstar game leisure concert fun social',
  travel: 'travel tourism trip vacation holiday hotel flight airline irctc makemytrip',
  family: 'family child children kid parent baby',
  'festivals-gifts': 'festival gift donation charity puja pujan diwali',
  investments:
    'investment invest mutual sip stock share equity ppf provident recurring deposit saving nps bond gold',
  insurance: 'insurance lic premium policy',
  'taxes-fees': 'tax fee charge penalty fine gst document',
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
  Object.entries(WORDS).flatMap(([id, words]) =>
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
  const id = meaningOf(words, categories);
  return id ? { kind: 'existing', id } : { kind: 'new', name: newCategoryName(name) };
}

/**
 * What a description tells of its category, where the file has none.
 *
 * @param {string} description
 * @param {readonly Category[]} categories
 * @returns {string | null} a category's id
 */
export function guessCategory(description, categories) {
  return meaningOf(wordsOf(description), categories);
}

/**
 * @param {readonly string[]} words
 * @param {readonly Category[]} categories
 */
function meaningOf(words, categories) {
  const open = new Set(categories.filter(({ archived }) => !archived).map(({ id }) => id));
  const ids = words.map((word) => MEANING.get(word)).filter((id) => id && open.has(id));
  return ids[0] ?? null;
}

/** A name for a new category, as long as the API lets it be. @param {string} name */
export function newCategoryName(name) {
  const text = [...name.trim()].slice(0, 50).join('').trim();
  return text.charAt(0).toLocaleUpperCase('en-IN') + text.slice(1);
}
