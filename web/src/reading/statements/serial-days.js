/** Days that a spreadsheet left as its numbers: `45987` is the 26th of November 2025. */
import { isDateCell } from './cell-dates.js';
import { isNameOfDays } from './column-names.js';

/** @typedef {import('./cells.js').Row} Row */

export const SERIAL_DAYS = 'its days are numbers of a spreadsheet, which are taken for days';

const FEWEST = 2;
/** The 30th of December 1899, in days before 1970. */
const EPOCH = 25569;
/** Of 2000 to 2050; an amount of five digits may be one, too, but not below a name of days. */
const SERIAL = /^(3[6-9]|4\d|5[0-4])\d{3}(\.\d+)?$/u;

/**
 * @param {readonly Row[]} rows
 * @returns {Row[] | null} null where no column called a date holds nothing else
 */
export function withSerialDays(rows) {
  const header = rows.findIndex(({ cells }) => cells.some(isNameOfDays));
  if (header < 0) return null;
  const names = rows[header].cells;
  const below = rows.slice(header + 1);
  const columns = [...names.keys()].filter((column) => {
    const filled = below.map(({ cells }) => cells[column] ?? '').filter((cell) => /\d/u.test(cell));
    const days = filled.filter((cell) => SERIAL.test(cell));
    return (
      isNameOfDays(names[column]) &&
      days.length >= FEWEST &&
      filled.every((cell) => SERIAL.test(cell) || isDateCell(cell))
    );
  });
  if (columns.length === 0) return null;
  return rows.map((row, at) => ({
    ...row,
    cells: row.cells.map((cell, column) =>
      at > header && columns.includes(column) && SERIAL.test(cell) ? dayOf(cell) : cell,
    ),
  }));
}

/** @param {string} serial */
const dayOf = (serial) =>
  new Date((Math.floor(Number(serial)) - EPOCH) * 864e5).toISOString().slice(0, 10);
