/**
 * Days that are written without a year, as cards and people's own lists do: the file's other dates tell it, or
 * else each is the last one that has been.
 */
import { today as currentDay } from '../../writing/dates.js';
import { latestOfYear, MONTH, monthNumber } from '../dates.js';
import { isDateCell } from './cell-dates.js';
import { isNameOfDays } from './column-names.js';

/** @typedef {import('./cells.js').Row} Row */

const DAY = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[,.\\s]+)?(?:\\d{1,2}(?:st|nd|rd|th)?[\\s\\-/]*(${MONTH})|(${MONTH})[\\s\\-/]*\\d{1,2})\\.?(?:,? (?:at )?\\d{1,2}:\\d{2}(?: ?[ap]m)?)?$`,
  'iu',
);
const DAY_IN_DIGITS = /^(\d{1,2})[/.](\d{1,2})$/u;
const MONTH_OF_YEAR = new RegExp(
  `(?<!\\p{L})(${MONTH})[\\s,.'’\\-/]*(?:\\d{1,2},?\\s+)?(20\\d\\d|(?<=['’])\\d\\d)(?!\\d)`,
  'giu',
);
const IN_DIGITS = /(?<!\d)\d{1,2}[-/.](\d{1,2})[-/.](20\d\d)(?!\d)/gu;

/** Few such cells are words: `May 1`; not where the sheet is of a month. @param {readonly string[]} titles */
const fewest = (titles) => (titles.length === 1 && saysMonth(titles[0]) ? 1 : 2);

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} [titles] of their sheets
 * @param {string} [today]
 * @returns {{rows: Row[], year: string} | null} `year`: the latest of the file, or the words of a year that
 *   nothing tells; null where no day lacks its year
 */
export function withYears(rows, titles = [], today = currentDay()) {
  if (rows.some(({ cells }) => cells.some((_, at) => isTorn(cells, at))))
    return { rows: rows.map(whole), year: '' };
  const lacking = rows.flatMap(({ cells }) =>
    cells.filter((cell, at) => DAY.test(cell) || (at === 0 && DAY_IN_DIGITS.test(cell))),
  );
  const told = monthsTold(rows, titles);
  if (told.length === 0) return withLastYears(rows, today);
  if (lacking.length < fewest(titles)) return null;
  const latest = told.reduce((a, b) => (b.at > a.at ? b : a));
  /** The latest such month that the file may be about. @param {number} month */
  const yearOf = (month) => (month > latest.month ? latest.year - 1 : latest.year);
  const inDigits = daysInDigits(rows, told);
  /** @param {string} cell @param {number} at */
  const dated = (cell, at) => {
    const day = at === 0 ? inDigits(cell) : null;
    if (day) return `${yearOf(day.month)}-${day.month}-${day.day}`;
    const found = DAY.exec(cell);
    return found
      ? `${cell.replace(/,? (?:at )?\d{1,2}:.*$|\.$/u, '')} ${yearOf(monthNumber(found[1] ?? found[2]))}`
      : cell;
  };
  return {
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(dated) })),
    year: String(latest.year),
  };
}

/**
 * `1/10` is a day where all such are of a month that the file tells.
 *
 * @param {readonly Row[]} rows
 * @param {readonly {month: number}[]} told
 * @returns {(cell: string) => {day: number, month: number} | null}
 */
function daysInDigits(rows, told) {
  const pairs = rows.flatMap(({ cells }) => [
    DAY_IN_DIGITS.exec(cells[0])?.slice(1).map(Number) ?? [],
  ]);
  const months = new Set(told.map(({ month }) => month));
  const at = [1, 0].find((place) =>
    pairs.every((pair) => pair.length === 0 || months.has(pair[place])),
  );
  return (cell) => {
    const pair = DAY_IN_DIGITS.exec(cell)?.slice(1).map(Number);
    return pair && at !== undefined ? { day: pair[1 - at], month: pair[at] } : null;
  };
}

const LATEST = 'the latest that isn’t ahead';

/**
 * Days below a name of days, where nothing tells their year.
 *
 * @param {readonly Row[]} rows @param {string} today @returns {{rows: Row[], year: string} | null}
 */
function withLastYears(rows, today) {
  const header = rows.findIndex(({ cells }) => cells.some(isNameOfDays));
  if (header < 0) return null;
  const column = rows[header].cells.findIndex(isNameOfDays);
  const below = rows.slice(header + 1).map(({ cells }) => cells[column] ?? '');
  const pairs = below.flatMap((cell) => [DAY_IN_DIGITS.exec(cell)?.slice(1).map(Number) ?? []]);
  // Days come first in India, unless one of them is no month.
  const monthAt = [1, 0].find((at) => pairs.every((pair) => pair.length === 0 || pair[at] <= 12));
  const dayOf = (/** @type {string} */ cell) => {
    const named = DAY.exec(cell);
    if (named)
      return latestOfYear(
        monthNumber(named[1] ?? named[2]),
        Number(/\d{1,2}/u.exec(cell)?.[0]),
        today,
      );
    const pair = DAY_IN_DIGITS.exec(cell)?.slice(1).map(Number);
    if (!pair || monthAt === undefined) return null;
    return latestOfYear(pair[monthAt], pair[1 - monthAt], today);
  };
  if (below.filter(dayOf).length < 2) return null;
  return {
    rows: rows.map((row, at) =>
      at > header ? withCell(row, column, dayOf(row.cells[column] ?? '')) : row,
    ),
    year: LATEST,
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

/**
 * The one month that rows are about.
 *
 * @param {readonly Row[]} rows
 * @param {readonly string[]} titles
 * @returns {{month: number, year: number} | null}
 */
export function monthOf(rows, titles) {
  const told = monthsTold(rows, titles);
  return new Set(told.map(({ at }) => at)).size === 1 ? told[0] : null;
}

const A_MONTH = new RegExp(`(?<!\\p{L})(${MONTH})(?!\\p{L})`, 'iu');

/** @param {string} words */
export const isDayWithoutYear = (words) => DAY.test(words) || DAY_IN_DIGITS.test(words);

/** @param {string} title of a sheet, with its year or without */
export const saysMonth = (title) => A_MONTH.test(title);

/** @param {readonly Row[]} rows @param {readonly string[]} titles `Oct 2026`, `Oct-26` */
function monthsTold(rows, titles) {
  const names = titles.map((title) => title.replace(/(?<=\p{L}[-\s_]?)(?=\d\d$)/u, '20'));
  return monthsOf([...rows.map(({ cells }) => cells.join(' ')), ...names].join('\n'));
}

/**
 * Rows that are of whole months, `Oct 2026` below `Month`: each has the first day of its month.
 *
 * @param {readonly Row[]} rows
 * @returns {Row[] | null} null where they are none
 */
export function withFirstDays(rows) {
  const header = rows.findIndex(({ cells }) => cells.some((cell) => /^months?$/iu.test(cell)));
  if (header < 0) return null;
  const column = rows[header].cells.findIndex((cell) => /^months?$/iu.test(cell));
  const dayOf = (/** @type {Row} */ { cells }) => {
    const [, name, year] = WHOLE_MONTH.exec(cells[column] ?? '') ?? [];
    return name ? `20${year}-${monthNumber(name)}-01` : null;
  };
  const below = rows.slice(header + 1);
  if (!below.some(dayOf)) return null;
  const isDated = below.every((row) => !row.cells.some(isDateCell) || dayOf(row));
  return isDated
    ? rows.map((row, at) => withCell(row, column, at === header ? 'Date' : dayOf(row)))
    : null;
}

/** @param {Row} row @param {number} column @param {string | null} cell */
const withCell = (row, column, cell) =>
  cell ? { ...row, cells: row.cells.map((other, at) => (at === column ? cell : other)) } : row;

const WHOLE_MONTH = new RegExp(`^(${MONTH})[\\s,.'’\\-/]*(?:20)?(\\d\\d)$`, 'iu');

/**
 * Days of a month as numbers, below a title that says which month it is.
 *
 * @param {readonly Row[]} rows
 * @param {readonly string[]} titles of their sheets
 * @returns {Row[] | null} null where they are none
 */
export function withMonth(rows, titles) {
  const header = rows.findIndex(({ cells }) => cells.some((cell) => DAY_NAME.test(cell)));
  const month = header >= 0 ? monthOf(rows.slice(0, header), titles) : null;
  if (!month) return null;
  const column = rows[header].cells.findIndex((cell) => DAY_NAME.test(cell));
  const dayOf = (/** @type {Row} */ { cells }) =>
    /^(\d{1,2})(st|nd|rd|th)?$/iu.exec(cells[column] ?? '')?.[1];
  const days = rows
    .slice(header + 1)
    .map(dayOf)
    .filter((day) => day !== undefined);
  if (days.length < fewest(titles) || days.some((day) => Number(day) < 1 || Number(day) > 31))
    return null;
  // Another month's title may stand between its days.
  let { year, month: current } = month;
  return rows.map((row, at) => {
    const title = at > header ? monthAlone(row) : undefined;
    if (title) ({ year, month: current } = title);
    const day = at > header ? dayOf(row) : undefined;
    return withCell(row, column, day ? `${year}-${current}-${day}` : null);
  });
}

/** @param {Row} row @returns {{month: number, year: number} | undefined} */
function monthAlone({ cells }) {
  const [title, ...more] = cells.filter(Boolean);
  const told = more.length === 0 ? monthsOf(title ?? '') : [];
  return told.length === 1 ? told[0] : undefined;
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
