/**
 * Payments one below the other, as text copied out of an app's list or a PDF has them. The day stands first,
 * last, or between the words and the amount; which of them, the text alone says.
 */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { withOwnLines } from './lines.js';
import { isDayWithoutYear } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {{line: number, words: string}} Line
 * @typedef {{before: Line[], blocks: Line[][]}} Arrangement before: lines of no payment
 */

export const STACKED =
  'its lines are taken together as payments: look whether each has its own day and amount';

const HEADER = ['Date', 'Details', 'Amount', 'Balance'];
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?$/iu;
/** In rupees, or to the paisa: other numbers stand in lines of their own, too. */
const AMOUNT =
  /^((debit|credit|dr|cr)\.? )?[-+]? ?((₹|rs\.?|inr) ?[\d,]+(\.\d{1,2})?|\d[\d,]*\.\d{2})( ?(debit|credit|dr|cr)\.?)?$/iu;
/** What is left after a payment, said of it. */
const LEFT =
  /^(?:closing |available |avl\.? |running )?bal(?:ance)?\b[ :.-]*(?:₹|rs\.?|inr)? ?[\d,]+(?:\.\d{1,2})?$/iu;
/** One could be of anything. */
const FEWEST = 2;

/**
 * @param {string} text
 * @returns {Row[]} with a header; none where it is no such list, or may be one of several
 */
export function stackedRows(text) {
  const lines = text
    .split(/\r?\n/u)
    .map((line, index) => ({ line: index + 1, words: line.replace(/\s+/gu, ' ').trim() }))
    .filter(({ words }) => words !== '');
  const found = arrangementOf(lines);
  const hasBalance = found?.blocks.every(isBesideBalance) ?? false;
  const payments = found?.blocks.map((block) => paymentOf(block, hasBalance)) ?? [];
  const whole = payments.filter(({ cells }) => cells[2] !== '');
  if (!found || whole.length < FEWEST || whole.length < payments.length / 2) return [];
  const before = found.before.map(({ line, words }) => ({ line, cells: [words] }));
  // The header stands in no line of the file: it takes none from a payment.
  const rows = withOwnLines([
    ...payments,
    { line: payments[0].line, cells: HEADER.slice(0, payments[0].cells.length) },
  ]);
  return [...before, ...rows.slice(-1), ...rows.slice(0, -1)];
}

/** @param {Line[]} lines @returns {Arrangement | null} */
function arrangementOf(lines) {
  // Without a year it may be a line of words, unless signs tell that it is a list of payments.
  const isList = lines.some((line) => isAmount(line) && /^[-+]/u.test(line.words));
  const isDay = (/** @type {string} */ words) =>
    isDateCell(words) || (isList && isDayWithoutYear(words));
  const days = lines.flatMap(({ words }, at) => (isDay(words) ? [at] : []));
  if (days.length === 0) return null;
  const first = dayFirst(lines, days);
  const whole = [first, dayLast(lines, days), dayBetween(lines, days)].filter(isWhole);
  if (whole.length > 0) return whole[0];
  const last = first.blocks[first.blocks.length - 1];
  const mayBeOfBefore =
    (first.before.length > 0 && wordsIn(last).length === 0) ||
    (first.before.some(isAmount) && !last.some(isAmount));
  return mayBeOfBefore ? null : first;
}

/** @param {Arrangement | null} found @returns {found is Arrangement} whether every payment has its amount and words */
const isWhole = (found) =>
  found !== null &&
  found.blocks.every((block) => wordsIn(block).length > 0) &&
  (found.blocks.every((block) => block.filter(isAmount).length === 1) ||
    found.blocks.every(isBesideBalance));

/** Whether a payment ends in its amount and the balance after it. @param {Line[]} block its day first */
const isBesideBalance = (block) =>
  block.filter(isAmount).length === 2 && block.slice(-2).every(isAmount);

/** @param {Line[]} lines @param {number[]} days @returns {Arrangement} of which a day may have several payments */
const dayFirst = (lines, days) => ({
  before: lines.slice(0, days[0]),
  blocks: days.flatMap((at, index) => paymentsOfDay(lines.slice(at, days[index + 1]))),
});

/** @param {Line[]} lines @param {number[]} days @returns {Arrangement | null} */
function dayLast(lines, days) {
  const after = lines.slice(days[days.length - 1] + 1);
  const others = days.slice(1).map((at, index) => [lines[at], ...lines.slice(days[index] + 1, at)]);
  const size = (others[0]?.length ?? 0) - 1;
  const start = Math.max(0, days[0] - size);
  const first = [lines[days[0]], ...lines.slice(start, days[0])];
  return size < 1 || after.some(isAmount)
    ? null
    : { before: lines.slice(0, start), blocks: [first, ...others] };
}

/** @param {Line[]} lines @param {number[]} days @returns {Arrangement | null} */
function dayBetween(lines, days) {
  // What stands between a day and the next: the amount of the one, then the words of the other.
  const parts = days.map((at, index) => {
    const between = lines.slice(at + 1, days[index + 1]);
    const end = between.findIndex(isAmount) + 1;
    return { own: between.slice(0, end), next: between.slice(end) };
  });
  const size = parts[0].next.length;
  const start = Math.max(0, days[0] - size);
  const heads = [lines.slice(start, days[0]), ...parts.map(({ next }) => next)];
  const isBetween = parts.every(
    ({ own, next }) =>
      own.length > 0 && wordsIn([lines[0], ...own]).length === 0 && !next.some(isAmount),
  );
  return isBetween && heads.slice(0, days.length).every((head) => head.length > 0)
    ? {
        before: lines.slice(0, start),
        blocks: days.map((at, index) => [lines[at], ...heads[index], ...parts[index].own]),
      }
    : null;
}

/** @param {Line[]} block a day with what follows it @returns {Line[][]} one for each payment, each with the day */
function paymentsOfDay([day, ...others]) {
  /** @type {Line[][]} */
  const parts = [[]];
  for (const one of others) {
    parts[parts.length - 1].push(one);
    if (isAmount(one)) parts.push([]);
  }
  const rest = parts.pop() ?? [];
  const areWhole = rest.length === 0 && parts.every((part) => wordsIn([day, ...part]).length > 0);
  return areWhole && parts.length > 1
    ? parts.map((part, index) =>
        index === 0 ? [day, ...part] : [{ ...day, line: part[0].line }, ...part],
      )
    : [[day, ...others]];
}

/** @param {Line} line */
const isAmount = ({ words }) => AMOUNT.test(words) && typeof readAmountCell(words) === 'object';

/** @param {Line[]} block its day first @returns {Line[]} */
const wordsIn = ([, ...others]) =>
  others.filter((one) => !isAmount(one) && !CLOCK.test(one.words) && !LEFT.test(one.words));

/** @param {Line[]} block its day first @param {boolean} hasBalance @returns {Row} without an amount where it isn't one */
function paymentOf(block, hasBalance) {
  const [day] = block;
  const amounts = block.filter(isAmount).map(({ words }) => words);
  const told = wordsIn(block).map(({ words }) => words);
  const money = hasBalance ? amounts : [amounts.length === 1 ? amounts[0] : ''];
  return { line: day.line, cells: [day.words, told.join(' · '), ...money] };
}
