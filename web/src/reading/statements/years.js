/** Days that are written without a year, as cards and people's own lists do: the file's other dates tell it. */
import { MONTH, monthNumber } from '../dates.js';

/** @typedef {import('./cells.js').Row} Row */

const DAY = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.\\s]+)?(?:\\d{1,2}(?:st|nd|rd|th)?[\\s\\-/]*(${MONTH})|(${MONTH})[\\s\\-/]*\\d{1,2})\\.?$`,
  'iu',
);
const MONTH_OF_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH})[\\s,.'’\\-/]*(?:\\d{1,2},?\\s+)?(20\\d\\d|(?<=['’])\\d\\d)(?!\\d)`,
  'giu',
);
const IN_DIGITS = /(?<!\d)\d{1,2}[-/.](\d{1,2})[-/.](20\d\d)(?!\d)/gu;

/** Few such cells are words: `May 1`. */
const FEWEST = 2;

/**
 * @param {readonly Row[]} rows
 * @returns {{rows: Row[], year: string} | null} `year`: the latest of the file; null where no day lacks
 *   its year, or nothing says which it is
 */
export function withYears(rows) {
  if (rows.some(({ cells }) => cells.some((_, at) => isTorn(cells, at))))
    return { rows: rows.map(whole), year: '' };
  const lacking = rows.flatMap(({ cells }) => cells.filter((cell) => DAY.test(cell)));
  const told = monthsOf(rows.map(({ cells }) => cells.join(' ')).join('\n'));
  if (lacking.length < FEWEST || told.length === 0) return null;
  const latest = told.reduce((a, b) => (b.at > a.at ? b : a));
  /** The latest such month that the file may be about. @param {string} cell */
  const dated = (cell) => {
    const found = DAY.exec(cell);
    if (!found) return cell;
    const month = monthNumber(found[1] ?? found[2]);
    const year = month > latest.month ? latest.year - 1 : latest.year;
    return `${cell.replace(/\.$/u, '')} ${year}`;
  };
  return {
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(dated) })),
    year: String(latest.year),
  };
}

/** `Oct 1, 2026`, which its comma divided. @param {readonly string[]} cells @param {number} at */
const isTorn = (cells, at) => DAY.test(cells[at]) && /^20\d\d$/u.test(cells[at + 1] ?? '');

/** @param {Row} row */
const whole = ({ line, cells }) => ({
  line,
  cells: cells.flatMap((cell, at) => {
    if (isTorn(cells, at)) return [`${cell} ${cells[at + 1]}`];
    return at > 0 && isTorn(cells, at - 1) ? [] : [cell];
  }),
});

/** The one month that rows are about. @param {readonly Row[]} rows @returns {{month: number, year: number} | null} */
export function monthOf(rows) {
  const told = monthsOf(rows.map(({ cells }) => cells.join(' ')).join('\n'));
  return new Set(told.map(({ at }) => at)).size === 1 ? told[0] : null;
}

/**
 * Days of a month as numbers, below a title that says which month it is.
 *
 * @param {readonly Row[]} rows
 * @returns {Row[] | null} null where they are none
 */
export function withMonth(rows) {
  const header = rows.findIndex(({ cells }) => cells.some((cell) => DAY_NAME.test(cell)));
  const month = header > 0 ? monthOf(rows.slice(0, header)) : null;
  if (!month) return null;
  const column = rows[header].cells.findIndex((cell) => DAY_NAME.test(cell));
  const dayOf = (/** @type {Row} */ { cells }) =>
    /^(\d{1,2})(st|nd|rd|th)?$/iu.exec(cells[column] ?? '')?.[1];
  const days = rows
    .slice(header + 1)
    .map(dayOf)
    .filter((day) => day !== undefined);
  if (days.length < FEWEST || days.some((day) => Number(day) < 1 || Number(day) > 31)) return null;
  return rows.map((row, at) => {
    const day = at > header ? dayOf(row) : undefined;
    const date = `${month.year}-${month.month}-${day}`;
    return day
      ? { ...row, cells: row.cells.map((cell, index) => (index === column ? date : cell)) }
      : row;
  });
}

const DAY_NAME = /^(day|date|dt|on)\.?$/iu;

/** @param {string} text */
function monthsOf(text) {
  const named = [...text.matchAll(MONTH_OF_YEAR)].map(([, name, year]) => [
    monthNumber(name),
    year,
  ]);
  const digits = [...text.matchAll(IN_DIGITS)].map(([, month, year]) => [month, year]);
  return [...named, ...digits]
    .map(([month, year]) => ({ month: Number(month), year: Number(year) }))
    .map(({ month, year }) => ({ month, year: year < 100 ? 2000 + year : year }))
    .filter(({ month }) => month > 0 && month < 13)
    .map(({ month, year }) => ({ month, year, at: year * 12 + month }));
}
