/** The lines of a file as the numbers of its rows, also where several payments stand in one line. */

/** @typedef {import('./cells.js').Row} Row */

/** Between two lines, more than a sheet has columns; halves of halves add up exactly. */
const BETWEEN = 2 ** -15;

/**
 * A row's line is what it is known by, from its corrections to what came of it.
 *
 * @param {readonly Row[]} rows
 * @returns {Row[]} each with a number of its own: the first of a line has the line's, others follow it before
 *   the next line
 */
export function withOwnLines(rows) {
  /** @type {Map<number, number>} */
  const taken = new Map();
  return rows.map((row) => {
    const before = taken.get(row.line) ?? 0;
    taken.set(row.line, before + 1);
    return before === 0 ? row : { ...row, line: row.line + before * BETWEEN };
  });
}

/** @param {number} line of a row @returns {number} the one that it stands in, as the person sees it */
export const lineInFile = (line) => Math.floor(line);
