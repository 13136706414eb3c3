/** The tables of rows as they are, or as they are with what their days leave out, or as a grid written out. */
import { withDaysAbove } from './day-headings.js';
import { listed } from './grids.js';
import { SERIAL_DAYS, withSerialDays } from './serial-days.js';
import { findTables } from './tables.js';
import { withFirstDays, withMonth, withYears } from './years.js';

/**
 * @typedef {import('./cells.js').Row} Row
 * @typedef {ReturnType<typeof findTables> & {rows: readonly Row[], doubts: string[]}} Found rows: those that the tables are of
 */

const OF_MONTHS = 'its rows are of months: the first day of each is taken';

/**
 * @param {readonly Row[]} rows
 * @param {readonly string[]} titles of their sheets
 * @param {ReturnType<typeof findTables>} [known] their tables as they are
 * @returns {Found}
 */
export function tablesOf(rows, titles, known) {
  const plain = writtenOut(rows, titles, known);
  if (plain.tables.length > 0) return plain;
  const serial = withSerialDays(rows);
  const ofSerial = serial ? writtenOut(serial, titles) : plain;
  if (ofSerial.tables.length > 0) return { ...ofSerial, doubts: [SERIAL_DAYS, ...ofSerial.doubts] };
  const dated = withYears(rows, titles);
  const ways = [
    () => dated?.rows,
    () => withMonth(rows, titles),
    () => withDaysAbove(dated?.rows ?? rows),
  ];
  const months = withFirstDays(rows);
  const ofMonths = months ? writtenOut(months, titles) : plain;
  if (ofMonths.tables.length > 0) return { ...ofMonths, doubts: [OF_MONTHS, ...ofMonths.doubts] };
  const doubts = dated?.year ? [`its days have no year: ${dated.year} is taken`] : [];
  for (const way of ways) {
    const some = way();
    const found = some ? writtenOut(some, titles) : plain;
    if (found.tables.length > 0) return { ...found, doubts: [...doubts, ...found.doubts] };
  }
  return plain;
}

/** @param {readonly Row[]} rows @param {readonly string[]} titles @param {ReturnType<typeof findTables>} [plain] @returns {Found} */
function writtenOut(rows, titles, plain = findTables(rows)) {
  const isProved = plain.tables.some(({ columns }) =>
    columns.some(({ role }) => role === 'balance'),
  );
  const grid = isProved ? null : listed(rows, titles);
  return grid ? { ...findTables(grid.rows), ...grid } : { ...plain, rows, doubts: [] };
}
