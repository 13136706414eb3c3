/** Workbooks (.xlsx, .xls) and HTML tables as rows of cells. The library is loaded only here. */
import { UnreadableFile } from './unreadable.js';

/** @typedef {import('./cells.js').Row} Row */

const MOST_ROWS = 100001;

/**
 * @param {Uint8Array | string} content a workbook's bytes or an HTML page's text
 * @returns {Promise<{name: string, rows: Row[]}[]>} each sheet; lines count on from sheet to sheet
 * @throws {UnreadableFile}
 */
export async function readSheets(content) {
  const { read, utils } = await import('@e965/xlsx');
  const options = { cellDates: true, UTC: true, sheetRows: MOST_ROWS };
  let book;
  try {
    book =
      typeof content === 'string'
        ? read(content, { ...options, type: 'string', raw: true })
        : read(content, { ...options, type: 'array' });
  } catch (error) {
    const isLocked = /password|encrypt/iu.test(String(error));
    throw new UnreadableFile(
      isLocked
        ? 'The workbook is protected by a password. Open it in a spreadsheet program, save it without one, and choose that file.'
        : 'The workbook is damaged or of an unknown kind.',
    );
  }
  let lines = 0;
  return book.SheetNames.map((name) => {
    /** @type {unknown[][]} */
    const table = utils.sheet_to_json(book.Sheets[name], {
      header: 1,
      raw: true,
      defval: '',
      blankrows: true,
      UTC: true,
    });
    const rows = table.map((cells, index) => ({
      line: lines + index + 1,
      cells: Array.from(cells, cellText),
    }));
    lines += table.length;
    return { name, rows: rows.filter(({ cells }) => cells.some(Boolean)) };
  });
}

/** @param {unknown} value a typed cell */
function cellText(value) {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const [day, time] = new Date(Math.round(value.getTime() / 1000) * 1000)
      .toISOString()
      .split('T');
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`;
  }
  // Workbooks keep amounts as binary fractions: 240.1 may be stored as 240.09999999999999.
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  return String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}
