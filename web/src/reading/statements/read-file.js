/** The bytes of any statement as a statement: what kind of file it is, its first bytes say. */
import { splitRows } from './cells.js';
import { decodeText } from './decoding.js';
import { readOfx, readQif } from './ofx-qif.js';
import { readRows } from './statement.js';
import { UnreadableFile } from './unreadable.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {import('./statement.js').Statement} Statement
 */

const MOST_BYTES = 25e6;
const MOST_ROWS = 100000;

/**
 * @param {Uint8Array} bytes
 * @param {{password?: string}} [options] of a protected PDF; it is kept nowhere
 * @returns {Promise<Statement>}
 * @throws {UnreadableFile} `NeedsPassword` where one is wanted
 */
export async function readStatement(bytes, { password } = {}) {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty.');
  if (bytes.length > MOST_BYTES) throw new UnreadableFile('The file is larger than 25 MB.');
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) {
    const { readPdfRows } = await import('./pdf.js');
    return checked(await readPdfRows(bytes, password));
  }
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return ofSheets(bytes);
  const text = decodeText(bytes);
  if (/^\s*(<!doctype html|<html|<table|<\?xml[^>]*>\s*<html)/iu.test(text.slice(0, 500)))
    return ofSheets(text);
  if (/^\s*(OFXHEADER|<\?xml[^>]*>\s*<\?OFX|<OFX>)/iu.test(text)) return checked(readOfx(text));
  if (/^\s*!(type|account|option)/iu.test(text)) return checked(readQif(text));
  if (text.includes('\0')) throw new UnreadableFile('This kind of file can’t be read.');
  const { rows, divider } = splitRows(text);
  return checked(rows, divider);
}

/** @param {Row[]} rows @param {string} [divider] */
function checked(rows, divider = '') {
  if (rows.length > MOST_ROWS) throw new UnreadableFile('The file has more than 100,000 rows.');
  const statement = readRows(rows, { divider });
  if (statement.columns.length === 0)
    throw new UnreadableFile('No transactions were found in the file.');
  return statement;
}

/**
 * The sheet with most transactions, together with those of the same columns.
 *
 * @param {Uint8Array | string} content
 */
async function ofSheets(content) {
  const { readSheets } = await import('./spreadsheet.js');
  const sheets = await readSheets(content);
  const read = sheets.map((rows) => ({ rows, statement: readRows(rows.slice(0, MOST_ROWS)) }));
  const [best] = [...read].sort((a, b) => sizeOf(b.statement) - sizeOf(a.statement));
  if (!best) throw new UnreadableFile('The workbook has no sheets.');
  const alike = read.filter(({ statement }) => namesOf(statement) === namesOf(best.statement));
  const statement = checked(alike.flatMap(({ rows }) => rows));
  const others = read.filter((sheet) => !alike.includes(sheet)).flatMap(({ rows }) => rows);
  statement.no_row.push(...others.map(({ line }) => line));
  return statement;
}

/** @param {Statement} statement */
const sizeOf = ({ expenses, refunds, left_out, refused, columns }) =>
  columns.length === 0 ? -1 : expenses.length + refunds.length + left_out.length + refused.length;

/** @param {Statement} statement */
const namesOf = ({ columns }) =>
  JSON.stringify(columns.map((table) => table.map(({ name }) => name)));
