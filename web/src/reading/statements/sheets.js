/** The sheets of a workbook, or the tables of a page: those with payments, as rows that follow each other. */
import { tablesOf } from './found-tables.js';
import { roleIn } from './grid-parts.js';
import { typeOfList } from './row-words.js';
import { UnreadableFile } from './unreadable.js';
import { saysMonth } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {object} Sheet
 * @property {string} name
 * @property {Row[]} rows with the days that its name tells
 * @property {string[]} doubts
 * @property {Set<number>} headers the lines of its headers
 * @property {number} size how many rows its tables have
 * @property {string} columns what they are called
 */

/**
 * The sheet with most rows of transactions, together with those of the same columns, and of other months.
 *
 * @param {Uint8Array | string} content
 * @returns {Promise<import('./read-file.js').Source>}
 */
export async function ofSheets(content) {
  const { readSheets } = await import('./spreadsheet.js');
  const written = await readSheets(content);
  const titles = written.map(({ name }) => name);
  const sheets = written.map(({ name, rows }) => sheetOf(name, rows, titles));
  const bySize = [...sheets].sort((a, b) => b.size - a.size);
  const best = bySize.find((sheet) => !isOfIncome(sheet)) ?? bySize[0];
  if (!best) throw new UnreadableFile('The workbook has no sheets.');
  const read = sheets.filter((sheet) => isAlike(sheet, best));
  const others = sheets.filter((sheet) => !read.includes(sheet));
  const isTyped = read.some(isOfIncome) && read.some((sheet) => !isOfIncome(sheet));
  const width = read
    .flatMap(({ rows }) => rows)
    .reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const tell = isTyped ? withType : areOfAccounts(read) ? withAccount : null;
  const told = tell ? read.map((sheet) => tell(sheet, width)) : read;
  return {
    rows: told.flatMap(({ rows }) => rows),
    divider: '',
    others: others.flatMap(({ rows }) => rows),
    titles: read.map(({ name }) => name),
    text: '',
    doubts: [
      ...new Set(read.flatMap(({ doubts }) => doubts)),
      ...(typeof content === 'string' ? [] : others.filter(mayBeSpent).map(notRead)),
    ],
  };
}

/** @param {string} name @param {Row[]} rows @param {readonly string[]} titles of all sheets @returns {Sheet} */
function sheetOf(name, rows, titles) {
  const own = tablesOf(rows, [name]);
  const { tables, doubts, rows: dated } = own.tables.length > 0 ? own : tablesOf(rows, titles);
  return {
    name,
    rows: tables.length > 0 ? [...dated] : rows,
    doubts,
    headers: new Set(tables.flatMap(({ header }) => header?.line ?? [])),
    size: tables.reduce((all, table) => all + table.rows.length, 0),
    columns: JSON.stringify(tables.map(({ header }) => header?.cells)),
  };
}

/** @param {Sheet} sheet @param {Sheet} best */
const isAlike = (sheet, best) =>
  sheet.columns === best.columns ||
  (sheet.size > 0 && (isOfIncome(sheet) || (saysMonth(sheet.name) && saysMonth(best.name))));

/** @param {Sheet} sheet */
const isOfIncome = ({ name }) => typeOfList(name) === 'income';

/** @param {readonly string[]} cells @param {number} width @returns {string[]} as many as that */
const padded = (cells, width) => Array.from({ length: width }, (_, at) => cells[at] ?? '');

/**
 * What came in stands in a sheet of its own, whose name alone says so. Behind all other columns: of what was
 * spent nothing is changed, by which a book with no such sheet yet would be another.
 *
 * @param {Sheet} sheet @param {number} width of all sheets @returns {Sheet}
 */
const withType = (sheet, width) => ({
  ...sheet,
  rows: sheet.rows.map(({ line, cells }) => {
    const type = sheet.headers.has(line) ? 'Type' : isOfIncome(sheet) ? sheet.name : '';
    return { line, cells: [...padded(cells, width), type] };
  }),
});

/** `SBI 0042`, and no year. */
const LAST_DIGITS = /(?<=\p{L}.*)(?<!\d)(?!(?:19|20)\d\d$)\d{4}$/u;

/** What is spent from each account may stand in a sheet of its own, called after it. @param {readonly Sheet[]} sheets */
const areOfAccounts = (sheets) =>
  sheets.length > 1 &&
  sheets.every(
    ({ name, rows, headers }) =>
      !/\d/u.test(name.replace(LAST_DIGITS, '')) &&
      !saysMonth(name) &&
      rows.some(
        ({ line, cells }) =>
          headers.has(line) && roleIn(cells, 'debit') >= 0 && roleIn(cells, 'credit') >= 0,
      ) &&
      !rows.some(({ line, cells }) => headers.has(line) && roleIn(cells, 'account') >= 0),
  );

/** As the type, behind all that a row says itself. @param {Sheet} sheet @param {number} width of all sheets @returns {Sheet} */
const withAccount = (sheet, width) => ({
  ...sheet,
  rows: sheet.rows.map(({ line, cells }) => {
    if (cells.filter(Boolean).length < 2) return { line, cells };
    const account = sheet.headers.has(line) ? 'Account' : sheet.name;
    return { line, cells: [...padded(cells, width), account], said: width };
  }),
});

/** @param {Sheet} sheet */
const mayBeSpent = (sheet) => sheet.size > 0 && !isOfIncome(sheet);

/** @param {Sheet} sheet */
const notRead = ({ name }) => `the sheet “${name}” has other columns: it isn’t read`;
