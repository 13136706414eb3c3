/**
 * One line, such as `120 chai #office yesterday`, `दूध ६०` or a bank's message, read into an expense's
 * fields. What it could mean in several ways is left to be chosen. Pure: today and the categories are
 * given to it.
 *
 * @typedef {object} Known
 * @property {string} today `YYYY-MM-DD` in India
 * @property {import('../types.js').Category[]} categories that can be chosen
 * @property {(description: string) => string | undefined} categoryOf the one last used with it
 *
 * @typedef {object} Chosen what the person chose where the line left a choice
 * @property {number} [amount_paise]
 * @property {string} [date]
 *
 * @typedef {object} Read
 * @property {number | null} amount_paise
 * @property {string} date today unless the line says otherwise
 * @property {string} category an id, or '' where nothing points to one
 * @property {string} description
 * @property {string[]} tags
 * @property {'refund'} [kind] where it tells of money that came back
 * @property {string} [reference] the bank's, of the payment
 *
 * @typedef {object} Mark where in the line (in Unicode's form NFC) something was taken from
 * @property {'amount' | 'date' | 'category' | 'tag' | 'doubt'} kind
 * @property {number} from
 * @property {number} to the index after its last character
 *
 * @typedef {object} Line
 * @property {Read} read
 * @property {Mark[]} marks from left to right
 * @property {{amount_paise?: number[], date?: string[]}} choices that are open
 * @property {import('./amount.js').AmountProblem | null} problem of a number in it
 * @property {boolean} dated whether the line says the date
 * @property {string | null} leftOut why a message is neither expense nor refund
 */
import { LONGEST_TAG } from './characters.js';
import { tidiedTag } from './folding.js';
import { categoriesIn, pointersIn } from './keywords.js';
import { lineAmounts } from './line-amounts.js';
import { westernDigits } from './numbers.js';
import { spelling, wordsOf } from './spelling.js';
import { dateIn } from './spoken-dates.js';
import { NO_PAYMENT, readMessage } from './statements/messages.js';

/** What a person writes of money that came back. */
const CAME_BACK = /(?<![\p{L}\p{M}])refund(ed)?(?![\p{L}\p{M}])/iu;
const TAG = /(?<=^|\s)#([\p{L}\p{M}\p{N}_-]{1,32})(?=\s|$)/gu;
const OF_A_BANK =
  /\b(?:upi|vpa|neft|imps|rtgs|utr|rrn|txn|otp|avl|a\/c|debited|credited|spent on|withdrawn|paid to|paid .{1,20} to)\b|\bcard (?:x|ending|no)|\bref(?:erence)?\W{0,3}(?:no\W{0,3})?\d/iu;

/**
 * @param {string} text @param {Known} known @param {Chosen} [chosen]
 * @returns {Line}
 */
export function readQuickLine(text, known, chosen = {}) {
  const line = text.normalize('NFC').replace(/[\s\0]/gu, ' ');
  const tagged = [...line.matchAll(TAG)];
  const tags = [...new Set(tagged.map(([, tag]) => tidiedTag(tag, LONGEST_TAG)))];
  const untagged = line.replace(TAG, blank);
  const { fields, marks, ...rest } =
    messageIn(untagged, known.today) ?? typed(untagged, known.today, chosen);
  const category = fields.description ? categoryOf(fields.description, known) : '';
  const word = pointersIn(untagged).find((pointer) => pointer.category === category);
  const inTags = tagged.map(({ 0: tag, index }) =>
    mark('tag', { from: index, to: index + tag.length }),
  );
  return {
    ...rest,
    read: { ...fields, category, tags },
    marks: apart([...marks, ...inTags, ...(word ? [mark('category', word)] : [])]),
  };
}

/** @param {Mark['kind']} kind @param {{from: number, to: number}} place @returns {Mark} */
const mark = (kind, { from, to }) => ({ kind, from, to });

/** Those that no earlier one overlaps, from left to right. @param {Mark[]} marks */
const apart = (marks) =>
  marks
    .filter(
      ({ from, to }, index) =>
        !marks.slice(0, index).some((earlier) => earlier.from < to && from < earlier.to),
    )
    .sort((one, other) => one.from - other.from);

/** What was taken leaves no space, over which a number and a unit would join. @param {string} text */
const blank = (text) => '\0'.repeat(text.length);

/** @typedef {Omit<Line, 'read'> & {fields: Omit<Read, 'category' | 'tags'>}} Understood */

/**
 * A message of a bank, a card or a UPI app.
 *
 * @param {string} text @param {string} today @returns {Understood | null} null if it is none
 */
function messageIn(text, today) {
  if (!OF_A_BANK.test(text)) return null;
  const { kind, reason, amount_paise, date, payee, reference, account } = readMessage(tidied(text));
  if (reason === NO_PAYMENT) return null;
  const isOne = Boolean(
    reference ||
    account ||
    date ||
    reason === 'one-time password' ||
    (payee && /\bpaid\b.*\bto\b.*\b(?:via|using)\b/iu.test(text)),
  );
  if (!isOne || (kind === 'expense' && !payee && !reference)) return null;
  const isMeant = kind !== 'left out';
  return {
    fields: {
      amount_paise: isMeant ? amount_paise : null,
      date: date ?? today,
      description: payee,
      ...(kind === 'refund' ? { kind } : {}),
      ...(isMeant && reference ? { reference } : {}),
    },
    marks: [],
    choices: {},
    problem: null,
    dated: date !== null,
    leftOut: isMeant ? null : (reason ?? kind),
  };
}

/** @param {string} line @param {string} today @param {Chosen} chosen @returns {Understood} */
function typed(line, today, chosen) {
  const plain = westernDigits(line, { sameLength: true });
  let day = dateIn(plain, today);
  let amounts = lineAmounts(day ? without(plain, day) : plain);
  if (day && amounts.meant.length === 0 && !amounts.problem) {
    // "may 5" with no other number is five rupees for "may", not a date without an amount.
    const undated = lineAmounts(plain);
    if (undated.sure) [day, amounts] = [null, undated];
  }
  const amount = amounts.sure
    ? amounts.meant[0]
    : amounts.meant.find(({ paise }) => paise === chosen.amount_paise);
  const dates = day?.dates ?? [today];
  const date = dates.length === 1 ? dates[0] : dates.find((one) => one === chosen.date);
  // Whichever day is meant, one is; `today` among them means that perhaps none is.
  const isSaid =
    day !== null && (date ? dates.length === 1 || date !== today : !dates.includes(today));
  const marks = [
    ...(amount ? [mark('amount', amount)] : amounts.meant.map((one) => mark('doubt', one))),
    ...(day && (isSaid || !date) ? [mark(date ? 'date' : 'doubt', day)] : []),
  ];
  const taken = [...(amount ? [amount] : []), ...(day && isSaid && !day.isOneOfMany ? [day] : [])];
  const description = tidied(taken.reduce(without, line));
  return {
    fields: {
      amount_paise: amount?.paise ?? null,
      date: date ?? dates[0],
      description,
      ...(CAME_BACK.test(description) ? { kind: /** @type {const} */ ('refund') } : {}),
    },
    choices: {
      ...(amount || amounts.meant.length === 0
        ? {}
        : { amount_paise: amounts.meant.map(({ paise }) => paise) }),
      ...(date ? {} : { date: dates }),
    },
    marks: marks.filter(({ from, to }) => from < to),
    problem: amounts.problem,
    dated: isSaid,
    leftOut: null,
  };
}

/** @param {string} text @param {{from: number, to: number}} place */
const without = (text, { from, to }) =>
  text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to);

/** What is left of a line, without what stood between its parts. @param {string} text */
const tidied = (text) =>
  text
    .replaceAll('\0', ' ')
    .replace(/\(\s*\)|\[\s*\]/gu, ' ')
    .replace(/^[\s,;:=|–—-]+|[\s,;:=|@–—-]+$/gu, '')
    .replace(/\s+/gu, ' ');

/** @param {string} text @param {Known} known */
function categoryOf(text, { categories, categoryOf: habit }) {
  const usable = (/** @type {string | undefined} */ id) =>
    categories.some((category) => category.id === id) ? id : undefined;
  const words = wordsOf(text).map(spelling);
  const has = (/** @type {string[]} */ name) =>
    name.length > 0 &&
    words.some((_, at) => name.every((word, index) => words[at + index] === word));
  const named = categories
    .filter(({ id }) => id !== 'other')
    .find(({ name }) => has(wordsOf(name).map(spelling)));
  const partly = () =>
    categories.find(
      ({ builtin, name }) =>
        !builtin && wordsOf(name).some((word) => word.length > 3 && has([spelling(word)])),
    );
  return usable(habit(text)) ?? named?.id ?? categoriesIn(text).find(usable) ?? partly()?.id ?? '';
}
