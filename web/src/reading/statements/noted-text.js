/**
 * Lines that end in an amount, as people note what they spent and as text copied out of a PDF has its rows:
 * `Milk 60` below its day, or `03/10/2026 Milk 60`.
 */
import { lineAmounts } from '../line-amounts.js';
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { withOwnLines } from './lines.js';
import { STAMP } from './messages.js';
import { saysTotal } from './row-words.js';
import { isDayWithoutYear } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{line: number, day: string, words: string, amounts: string[], way?: string}} Noted way: how it was paid
 */

export const NOTED =
  'its lines are taken for payments: look whether each has its own day and amount';

const FEWEST = 2;
/** Of the lines that are neither a day nor a sum: the others are remarks. */
const LEAST_PAYMENTS = 3 / 4;
/** By how many amounts a line ends in: what they are. */
const HEADERS = [
  [],
  ['Date', 'Details', 'Amount'],
  ['Date', 'Details', 'Amount', 'Balance'],
  ['Date', 'Details', 'Debit', 'Credit', 'Balance'],
];
/** A bank's message, which says more than its line does. */
const MESSAGE = /\b(debited|credited|otp|avl|a\/c)\b/iu;
const EXACT = /(?:₹|rs\.?|inr)?\s?-?\d[\d,]*\.\d{2}(?:\s?\(?(?:dr|cr)\.?\)?|\s[dcm](?=\s|$))?/iu
  .source;
const ROUND = /[-+]?(?:₹|rs\.?|inr)?\s?\d[\d,]*(?:\.\d)?\s?(?:\/[-=]|rs\.?)?/iu.source;
const ENDING = new RegExp(`((?:\\s+${EXACT})+|\\s*[-–—=:]\\s*${ROUND}|\\s+${ROUND})$`, 'iu');

/** As of uncounted columns: nobody writes so much without a comma. */
const TELEPHONE = /^\s*\d{9,}$/u;

/**
 * @param {string} text
 * @returns {Row[]} with a header; none where it is something else
 */
export function notedRows(text) {
  if (MESSAGE.test(text)) return [];
  /** @type {Noted[]} */
  const payments = [];
  /** @type {Row[]} */
  const others = [];
  /** @type {Noted[]} lines that end otherwise, which count where the others are a list */
  const within = [];
  let day = '';
  let ofChat = '';
  let remarks = 0;
  text.split(/\r?\n/u).forEach((written, index) => {
    const [stamp = '', came = ''] = STAMP.exec(written) ?? [];
    const words = written.slice(stamp.length).replace(/\s+/gu, ' ').trim();
    const line = index + 1;
    if (words === '') return;
    const heading = words.replace(/\s*[:-]$/u, '');
    ofChat = came || ofChat;
    const above = ofChat || day;
    const its = isDay(heading) || !/\d/u.test(words) ? [] : paymentsIn(words, line, above);
    if (isDay(heading)) day = heading;
    payments.push(...its);
    if (its.length > 0) return;
    const own = dayBefore(words);
    const said = words.slice(own.length).trim();
    const other = isDay(heading) || !(own || above) ? null : otherIn(said, line, own || above);
    if (other) within.push(other);
    else others.push({ line, cells: [words] });
    if (!isDay(heading) && !saysTotal(words) && day && !other?.amounts.length) remarks += 1;
  });
  const counts = new Set(payments.map(({ amounts }) => amounts.length));
  const [count] = counts;
  const header = HEADERS[count] ?? [];
  const isList = payments.length >= FEWEST && counts.size === 1 && header.length > 0;
  if (!isList || payments.length < (payments.length + remarks) * LEAST_PAYMENTS) return [];
  const first = payments[0].line;
  const before = others.filter(({ line }) => line < first);
  const rows = [
    ...others.filter(({ line }) => line > first),
    ...[...payments, ...within].map((one) => ({
      line: one.line,
      cells: [one.day, one.words, ...one.amounts, ...(one.way ? [one.way] : [])],
    })),
  ].sort((a, b) => a.line - b.line);
  // The header stands in no line of the file: it takes none from a payment.
  const names = payments.some(({ way }) => way) ? [...header, 'Note'] : header;
  const lines = withOwnLines([...rows, { line: first, cells: names }]);
  return [...before, ...lines.slice(-1), ...lines.slice(0, -1)];
}

/** How it was paid, behind the amount. */
const PAID_BY =
  /\s+\(?(?:paid )?(?:by |via |in |from |through )?(?:cash|upi|card|(?:debit|credit) card|g ?pay|google pay|phone ?pe|paytm|online)\)?$/iu;

/** A time or a price of one: `call the plumber at 10`. */
const NO_SUM = /(?:\b(?:at|by|till|until|before|after|around|since|from)|@)$/iu;
const MARKED = /₹|\b(?:rs|inr)\b|\b(?:rs|inr)(?=\.?\d)/iu;
/** A sum before the last one, which may be the one that was paid. */
const OTHER_SUM = /\d\s*[,;&]$|(?:₹|\b(?:rs|inr)\b\.?|\b(?:rs|inr)\.?(?=\d))\s?\d/iu;
/** What somebody notes of a payment of their own, if the amount isn't last. */
const OWN_PAYMENT = /^(?:i )?(?:paid|spent|gave|bought)\b/iu;

/**
 * `veg 210, fruits 150` are two; where one of its parts is none, the line is one, unless its amounts are
 * several then, as of `petrol 10, 500` and `veg 210, milk and fruits 150`: which one is meant nobody knows.
 *
 * @param {string} words @param {number} line @param {string} above the day above it
 * @returns {Noted[]}
 */
function paymentsIn(words, line, above) {
  const way = PAID_BY.exec(words)?.[0] ?? '';
  const bare = words.slice(0, words.length - way.length);
  const parts = above === '' ? [] : bare.split(/,\s+|\s*[;&]\s+|\s+and\s+/u);
  const each = parts.flatMap((part) => paymentIn(part, line, above) ?? []);
  const whole = paymentIn(bare, line, above);
  const isEach = parts.length > 1 && each.length === parts.length;
  const isOpen = each.length > 1 || (whole?.amounts.length === 1 && OTHER_SUM.test(whole.words));
  const found = isEach ? each : whole && !isOpen ? [whole] : [];
  return way ? found.map((one) => ({ ...one, way: way.trim() })) : found;
}

/**
 * `paid ₹299 to jio`, read as a typed line is; without an amount where it may have one, to be refused:
 * `I will reach at 1030 home` and `Ravi owes 500 still` are of no payment.
 *
 * @param {string} words @param {number} line @param {string} day
 * @returns {Noted | null} null where no number in it may be an amount
 */
function otherIn(words, line, day) {
  const mayBeAmount = /(?<![\d:/.@_-])\d{2,7}(?![\d:/@_-]|\s?(?:[ap]m|th|%))/iu.test(words);
  if (!mayBeAmount || !/\p{L}{2}/u.test(words) || /\?$/u.test(words) || saysTotal(words))
    return null;
  const { meant, sure } = lineAmounts(words.normalize('NFC'));
  if (!sure) return { line, day, words, amounts: [] };
  const { from, to } = meant[0];
  const said = `${words.slice(0, from)} ${words.slice(to)}`.replace(/\s+/gu, ' ').trim();
  const amount = words.slice(from, to).trim();
  const isSaid = MARKED.test(amount) && OWN_PAYMENT.test(words) && !/\d{2}/u.test(said);
  return isSaid && typeof readAmountCell(amount) === 'object'
    ? { line, day, words: said, amounts: [amount] }
    : { line, day, words, amounts: [] };
}

/** @param {string} words */
const isDay = (words) => isDateCell(words) || isDayWithoutYear(words);

/**
 * @param {string} words @param {number} line
 * @param {string} above the day above it
 * @returns {Noted | null} null where the line is of something else
 */
function paymentIn(words, line, above) {
  const ending = ENDING.exec(words);
  if (!ending) return null;
  const amounts = ending[0].match(new RegExp(EXACT, 'giu')) ?? [
    ending[0].replace(/^\s*[-–—=:]?\s*/u, ''),
  ];
  const before = words.slice(0, ending.index).replace(/[\s\-–—=:]+$/u, '');
  const own = dayBefore(before);
  const said = own ? before.slice(own.length).replace(/^[\s\-–—:]+/u, '') : before;
  const isPayment =
    (own || above) !== '' &&
    /\p{L}{2}/u.test(said) &&
    !saysTotal(said) &&
    !isTime(words, ending[0]) &&
    (amounts.length > 1 || isMoney(ending[0]) || !NO_SUM.test(said)) &&
    amounts.every(
      (amount) => typeof readAmountCell(amount) === 'object' && !TELEPHONE.test(amount),
    );
  return isPayment
    ? { line, day: own || above, words: said, amounts: amounts.map((amount) => amount.trim()) }
    : null;
}

/** `by 10:30`, whose minutes look like what stands behind a colon. @param {string} words @param {string} ending */
const isTime = (words, ending) => ending.startsWith(':') && /(?<!\d)\d{1,2}:\d{2}$/u.test(words);

/** Whether it says its currency or has paise, where it is no time: `350.00`. @param {string} ending */
const isMoney = (ending) =>
  MARKED.test(ending) || (/\.\d{2}\b/u.test(ending) && !/^\s*[012]?\d\.[0-5]\d$/u.test(ending));

/** @param {string} words @returns {string} the day that they begin with; empty where they don't */
function dayBefore(words) {
  const parts = words.split(' ');
  const lengths = [3, 2, 1].filter((length) => length < parts.length);
  return (
    lengths.map((length) => parts.slice(0, length).join(' ')).find((some) => isDay(some)) ?? ''
  );
}
