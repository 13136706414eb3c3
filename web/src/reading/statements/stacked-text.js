/**
 * Payments one below the other, as text copied out of an app's list or a PDF has them: a line with the day,
 * then the lines of the payment, until the next day.
 */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';

/** @typedef {import('./cells.js').Row} Row */

const HEADER = ['Date', 'Details', 'Amount'];
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?$/iu;
const AMOUNT =
  /^((debit|credit|dr|cr)\.? )?[-+]? ?(₹|rs\.?|inr) ?[\d,]+(\.\d{1,2})?( ?(debit|credit|dr|cr)\.?)?$/iu;
/** One could be of anything. */
const FEWEST = 2;

/**
 * @param {string} text
 * @returns {Row[]} with a header; none where it is no such list
 */
export function stackedRows(text) {
  const lines = text
    .split(/\r?\n/u)
    .map((line, index) => ({ line: index + 1, words: line.replace(/\s+/gu, ' ').trim() }))
    .filter(({ words }) => words !== '');
  const days = lines.flatMap(({ words }, at) => (isDateCell(words) ? [at] : []));
  const payments = days.map((at, index) => paymentOf(lines.slice(at, days[index + 1])));
  const whole = payments.filter(({ cells }) => cells[2] !== '');
  if (whole.length < FEWEST || whole.length < payments.length / 2) return [];
  const before = lines.slice(0, days[0]).map(({ line, words }) => ({ line, cells: [words] }));
  return [...before, { line: payments[0].line, cells: HEADER }, ...payments];
}

/** @param {{line: number, words: string}[]} lines @returns {Row} without an amount where it isn't one */
function paymentOf([day, ...others]) {
  const amounts = others.filter(
    ({ words }) => AMOUNT.test(words) && typeof readAmountCell(words) === 'object',
  );
  const told = others.filter((one) => !amounts.includes(one) && !CLOCK.test(one.words));
  return {
    line: day.line,
    cells: [
      day.words,
      told.map(({ words }) => words).join(' · '),
      amounts.length === 1 ? amounts[0].words : '',
    ],
  };
}
