/** Text whose columns are made of blanks, as the reports of older systems are. */
import { rowsOfWords } from './pdf-rows.js';

/** A character's place, in the units of pages. */
const [WIDTH, HEIGHT, STEP] = [5, 8, 10];
/** More is no report. */
const MOST_LINES = 20000;

/**
 * @param {string} text
 * @returns {import('./cells.js').Row[]} none where no line has words apart
 */
export function alignedRows(text) {
  const lines = text.split(/\r?\n|\f/u);
  if (lines.length > MOST_LINES || !/\S {2,}\S/u.test(text)) return [];
  const words = lines.flatMap((line, row) =>
    // A rule of dashes divides nothing.
    [
      ...line.replace(/[-=_]{5,}/gu, (rule) => ' '.repeat(rule.length)).matchAll(/\S+(?: \S+)*/gu),
    ].map(({ 0: found, index }) => ({
      text: found,
      x: index * WIDTH,
      y: -row * STEP,
      width: found.length * WIDTH,
      height: HEIGHT,
    })),
  );
  return rowsOfWords([words]);
}
