/** Text whose columns are made of blanks, as the reports of older systems are. */
import { rowsOfWords } from './pdf-rows.js';

/** A character's place, in the units of pages. */
const [WIDTH, HEIGHT, STEP] = [5, 8, 10];
const DAY = String.raw`\d{1,2}[-/.]\w{2,3}[-/.]\d{2,4}`;
const WORDS = new RegExp(`(?<=^(?:\\s*${DAY})*\\s*)${DAY}(?= )|\\S+(?: \\S+)*`, 'gu');
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
    // A rule of dashes divides nothing; a day at the beginning stands alone, however narrow its column is.
    [...line.replace(/[-=_]{5,}/gu, (rule) => ' '.repeat(rule.length)).matchAll(WORDS)].map(
      ({ 0: found, index }) => ({
        text: found,
        x: index * WIDTH,
        y: -row * STEP,
        // Less than that, so that one blank divides as well as two.
        width: found.length * WIDTH - 1,
        height: HEIGHT,
      }),
    ),
  );
  return rowsOfWords([words]);
}
