/**
 * Lines that were broken after so many characters, in the middle of a word: `CORNER BAK` and `ERY-CORNER…`.
 * A bank that does so does it to every narration; one that breaks between words leaves lines of many lengths.
 */

/** Fewer lines could be of one length by chance. */
const FEWEST = 4;
/** A space at a line's end is lost. */
const LOST = 1;

/**
 * @param {readonly (readonly string[])[]} narrations each in its lines
 * @returns {(line: string) => '' | ' '} what belongs between a line and the next one
 */
export function gluedBy(narrations) {
  const broken = narrations.flatMap((lines) => lines.filter(Boolean).slice(0, -1));
  const lengths = broken.map((line) => line.length);
  // (No spread: a file may have more lines than a call may have arguments.)
  const most = lengths.reduce((longest, length) => Math.max(longest, length), 0);
  const isFixed = lengths.length >= FEWEST && lengths.every((length) => length >= most - LOST);
  return (line) => (isFixed && line.length === most ? '' : ' ');
}
