/** The bytes of any statement as a statement: what kind of file it is, its first bytes say. */
import { idsOf, isId } from '../identity.js';
import { alignedRows } from './aligned-text.js';
import { splitRows } from './cells.js';
import { dashedRows } from './dashed-text.js';
import { decodeText } from './decoding.js';
import { readJson } from './json.js';
import { statementOfMessages } from './message-statement.js';
import { tablesOf } from './found-tables.js';
import { isChat } from './messages.js';
import { isMt940, readMt940 } from './mt940.js';
import { NOTED, notedRows } from './noted-text.js';
import { readOfx, readQif } from './ofx-qif.js';
import { STACKED, stackedRows } from './stacked-text.js';
import { ofSheets } from './sheets.js';
import { readRows } from './statement.js';
import { blocksOf } from './pages.js';
import { findTables } from './tables.js';
import { UnreadableFile } from './unreadable.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./statement.js').Statement} Statement
 */

const MOST_BYTES = 25e6;
const MOST_ROWS = 100000;

/**
 * @typedef {object} Source the rows of a file, to be read as often as something about it is corrected
 * @property {Row[]} rows
 * @property {string} divider
 * @property {Row[]} others of sheets without transactions
 * @property {string[]} [titles] of its sheets, which may say the month
 * @property {boolean} [isPage] whether they are parts of one page, which say whose all of it is
 * @property {string} text of a text file, which may hold messages
 * @property {ReturnType<typeof findTables>} [found] the tables of its rows, where they have been looked for
 * @property {string[]} [doubts] of how its rows were found
 */

/**
 * @param {Uint8Array} bytes
 * @param {{password?: string}} [options] of a protected PDF; it is kept nowhere
 * @returns {Promise<Statement>}
 * @throws {UnreadableFile} `NeedsPassword` where one is wanted
 */
export async function readStatement(bytes, options) {
  return statementOf(await readSource(bytes, options));
}

/**
 * @param {Source} source
 * @param {{choices?: readonly import('./statement.js').TableChoice[], today?: string}} [how] choices: what a
 *   person corrected; today: the day of messages that have none
 * @returns {Promise<Statement>} with the id of every row
 * @throws {UnreadableFile} where nothing was found
 */
export async function statementOf(
  { rows, found, divider, others, titles, isPage, text, doubts = [] },
  { choices, today } = {},
) {
  const table = readRows(rows, { found, divider, choices, titles, beside: isPage ? others : [] });
  const statement = table.tables.length > 0 ? table : statementOfMessages(text, today);
  if (!statement) throw new UnreadableFile('No transactions were found in the file.');
  statement.no_row.push(...others);
  statement.doubts.push(...doubts);
  await giveIds(statement);
  return statement;
}

/**
 * @param {Uint8Array} bytes
 * @param {{password?: string}} [options]
 * @returns {Promise<Source>}
 * @throws {UnreadableFile}
 */
export async function readSource(bytes, { password } = {}) {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty.');
  if (bytes.length > MOST_BYTES) throw new UnreadableFile('The file is larger than 25 MB.');
  const source = await sourceOf(bytes, password);
  if (source.rows.length === 0) throw new UnreadableFile('The file has no rows.');
  if (source.rows.length > MOST_ROWS)
    throw new UnreadableFile('The file has more than 100,000 rows.');
  return source;
}

/** @param {Uint8Array} bytes @param {string | undefined} password @returns {Promise<Source>} */
async function sourceOf(bytes, password) {
  const plain = (/** @type {Row[]} */ rows) => ({ rows, divider: '', others: [], text: '' });
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) {
    const { readPdfRows } = await import('./pdf.js');
    const { rows, doubts } = await readPdfRows(bytes, password);
    return { ...plain(rows), doubts };
  }
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return ofSheets(bytes);
  const text = decodeText(bytes);
  if (/^\s*(<\?xml[^>]*>\s*)?(<\?mso[^>]*>\s*)?<(ss:)?workbook\b/iu.test(text.slice(0, 500)))
    return ofSheets(text);
  if (
    /^\s*(<\?xml[^>]*>\s*)?<(!doctype html|!--|html|head|meta|body|style|table|div)\b/iu.test(
      text.slice(0, 500),
    )
  )
    return /<table\b/iu.test(text) ? { ...(await ofSheets(text)), isPage: true } : ofPage(text);
  if (/^\s*(OFXHEADER|(<\?xml[^>]*>\s*)?<\??OFX\b)/iu.test(text)) return plain(readOfx(text));
  if (/^\s*!(type|account|option)/iu.test(text)) return plain(readQif(text));
  if (isMt940(text)) return plain(readMt940(text));
  const payments = readJson(text);
  if (payments) return plain(payments);
  // No message begins like this: what isn't known in it must not be taken for one.
  if (/^\s*[[{]\s*["{[]/u.test(text))
    throw new UnreadableFile('No transactions were found in the file.');
  if (text.includes('\0')) throw new UnreadableFile('This kind of file can’t be read.');
  const { rows, divider } = splitRows(text);
  const found = isChat(text) ? { tables: [], outside: rows } : findTables(rows);
  const isDivided = rows.filter(({ cells }) => cells.length > 2).length >= rows.length / 2;
  const other = found.tables.length > 0 ? null : undivided(text, !isDivided);
  return { ...(other ?? { rows, found, divider }), others: [], text };
}

/**
 * A text whose columns no mark divides.
 *
 * @param {string} text @param {boolean} mayBeAligned
 * @returns {Pick<Source, 'rows' | 'divider' | 'found' | 'doubts'> | null} null where nothing was found
 */
function undivided(text, mayBeAligned) {
  const ways = [
    () => ofPlain(mayBeAligned ? alignedRows(text) : []),
    () => ofDated(stackedRows(text), STACKED),
  ];
  for (const way of ways) {
    const read = way();
    if (read.found.tables.length > 0) return { ...read, divider: '' };
  }
  const dashed = dashedRows(text);
  if (dashed.length > 0) return { rows: dashed, divider: '' };
  const noted = ofDated(notedRows(text), NOTED);
  return noted.found.tables.length > 0 ? { ...noted, divider: '' } : null;
}

/** @param {Row[]} rows */
const ofPlain = (rows) => ({ rows, found: findTables(rows) });

/** With the years that days lack. @param {Row[]} written @param {string} doubt of how they were found */
function ofDated(written, doubt) {
  const { rows, ...found } = tablesOf(written, []);
  return { rows: [...rows], found, doubts: [doubt, ...found.doubts] };
}

/** A page without tables holds messages, if anything. @param {string} html @returns {Source} */
function ofPage(html) {
  const text = blocksOf(html);
  const lines = text.split('\n').map((line, index) => ({ line: index + 1, cells: [line.trim()] }));
  const rows = lines.filter(({ cells }) => cells[0] !== '');
  return { rows, divider: '', others: [], text };
}

/**
 * A row's id depends on nothing but what it says, so that importing it again adds nothing.
 *
 * @param {Statement} statement
 */
async function giveIds({ expenses, refunds, left_out, refused, no_row }) {
  const rows = [...expenses, ...refunds, ...left_out, ...refused].sort((a, b) => a.row - b.row);
  const ids = await idsOf([...rows.map(({ key }) => key), ...no_row.map(({ cells }) => cells)]);
  const taken = new Set();
  rows.forEach((row, index) => {
    const item = 'reason' in row ? row.item : row;
    const own = item?.id.toLowerCase() ?? '';
    row.id = isId(own) && !taken.has(own) ? own : ids[index];
    taken.add(row.id);
    if (item) item.id = row.id;
  });
  no_row.forEach((row, index) => (row.id = ids[rows.length + index]));
}
