/** Words on pages into rows of cells: lines by height, columns by where the header's words stand. */
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { joinedRows } from './pdf-records.js';
import { headerWithoutDate, withDayApart } from './pdf-undated.js';
import { saysSection } from './row-words.js';

/**
 * @typedef {{text: string, x: number, y: number, width: number, height: number}} Word
 * @typedef {{left: number, right: number, text: string}} Piece
 * @typedef {{page: number, y: number, height: number, pieces: Piece[]}} Line from the top of the page down
 */

/**
 * @param {readonly Word[][]} pages
 * @returns {import('./cells.js').Row[]}
 */
export function rowsOfWords(pages) {
  const lines = withRupees(pages.flatMap(linesOf)).reduce(withSides, /** @type {Line[]} */ ([]));
  /** @type {string[][]} */
  const rows = [];
  /** @type {{header: Piece[], lines: Line[], isUndated: boolean} | null} */
  let table = null;
  const endTable = () => table && rows.push(...joinedRows(namesOf(table), placed(table)));
  for (let at = 0; at < lines.length;) {
    const found = headerAt(lines, at);
    if (found) {
      endTable();
      rows.push(found.header.map(({ text }) => text));
      table = { header: found.header, lines: [], isUndated: found.isUndated };
      at += found.lines;
    } else {
      if (table) table.lines.push(lines[at]);
      else rows.push(lines[at].pieces.map(({ text }) => text));
      at += 1;
    }
  }
  endTable();
  return rows.map((cells, index) => ({ line: index + 1, cells }));
}

/** @param {{header: Piece[]}} table */
const namesOf = ({ header }) => header.map(({ text }) => text);

/** @param {{header: Piece[], lines: Line[], isUndated: boolean}} table */
const placed = ({ header, lines, isUndated }) =>
  lines.map(({ pieces, ...place }) => ({
    ...place,
    cells: intoColumns(isUndated ? withDayApart(pieces) : pieces, header),
  }));

/** @param {readonly Word[]} words @param {number} page @returns {Line[]} */
function linesOf(words, page) {
  const sorted = [...words].sort((a, b) => b.y - a.y || a.x - b.x);
  /** @type {Word[][]} */
  const lines = [];
  for (const word of sorted) {
    const line = lines[lines.length - 1];
    if (line && Math.abs(line[0].y - word.y) <= Math.max(2, word.height * 0.35)) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => ({
    page,
    y: line[0].y,
    height: line[0].height || 8,
    pieces: piecesOf(line.sort((a, b) => a.x - b.x)),
  }));
}

/**
 * Fonts of some banks draw the rupee sign in the place of another character, which is what comes out of
 * them: `C 1,211.00`. Where a `D` stands so as well, both say how the money went.
 *
 * @param {Line[]} lines
 */
function withRupees(lines) {
  const pieces = lines.flatMap((line) => line.pieces);
  const signs = pieces.map(({ text }) => signBefore(text));
  const isSide = signs.includes('D');
  for (const [index, piece] of pieces.entries())
    if (signs[index] && signs[index] !== 'D' && !(isSide && signs[index] === 'C'))
      piece.text = piece.text.replace(BEFORE_AMOUNT, '$1₹');
  return lines;
}

/** What no letter is stands before whole rupees, too. */
const BEFORE_AMOUNT =
  /^([-+(]?\s*)(?:([CD`])(?=\s?\d[\d,]*\.\d{2}(?!\d))|([¹\uFFFD\uE000-\uF8FF])(?=\s?\d[\d,]*(?:\.\d{2})?(?!\d)))/u;

/** @param {string} text @returns {string | undefined} */
function signBefore(text) {
  const [, , letter, other] = BEFORE_AMOUNT.exec(text) ?? [];
  return (letter ?? other)?.toUpperCase();
}

/** A `CR` alone in a line belongs to the amount above it. @param {Line[]} lines @param {Line} line */
function withSides(lines, line) {
  const above = lines[lines.length - 1];
  const [side, ...more] = line.pieces;
  const isSide = side && more.length === 0 && /^(cr|dr)\.?$/iu.test(side.text);
  const amount =
    isSide && above?.page === line.page
      ? above.pieces.find(
          ({ text, right }) => /\d\.\d\d$/u.test(text) && Math.abs(right - side.right) < FAR,
        )
      : undefined;
  if (amount) amount.text += ` ${side.text}`;
  else lines.push(line);
  return lines;
}

/** Half the width of a short column. */
const FAR = 24;

/**
 * The header that begins at a line; its names may be in two or three lines.
 *
 * @param {readonly Line[]} lines
 * @param {number} at
 * @returns {{header: Piece[], lines: number, isUndated: boolean} | null}
 */
function headerAt(lines, at) {
  let header = lines[at].pieces;
  const undated = headerWithoutDate(lines, at);
  if (undated) return { header: undated, lines: 1, isUndated: true };
  let found = isHeader(header) ? { header, lines: 1, isUndated: false } : null;
  if (!found && isTitle(lines, at)) return null;
  for (let more = 1; more < 3 && isOfNames(header); more += 1) {
    const next = lines[at + more];
    if (!next || !isBelow(lines[at + more - 1], next) || !isOfNames(next.pieces)) break;
    // What stands below a whole header must go on with its names, or it is the first row or what it is called.
    const isPartOfName = (/** @type {Piece} */ piece) =>
      !saysSection(piece.text) && header.some((name) => overlap(name, piece));
    if (found && !next.pieces.every(isPartOfName)) break;
    header = merged(header, next.pieces);
    if (isHeader(header)) found = { header, lines: more + 1, isUndated: false };
  }
  return found;
}

/**
 * Whether a line above a whole header stands over several of its names: it says what the table is.
 *
 * @param {readonly Line[]} lines
 * @param {number} at
 */
function isTitle(lines, at) {
  const below = lines.slice(at + 1, at + 3).find(({ pieces }) => isHeader(pieces));
  return lines[at].pieces.some(
    (piece) => (below?.pieces.filter((name) => overlap(name, piece)).length ?? 0) > 1,
  );
}

/** @param {Line} above @param {Line} line */
const isBelow = (above, line) =>
  above.page === line.page && above.y - line.y < 2 * Math.max(above.height, line.height);

/** @param {readonly Piece[]} pieces */
const isOfNames = (pieces) => pieces.every(({ text }) => text.length < 40 && !/\d|:$/u.test(text));

/** @param {Piece} a @param {Piece} b */
const overlap = (a, b) => a.left < b.right + 2 && b.left < a.right + 2;

/** @param {readonly Piece[]} names @param {readonly Piece[]} below @returns {Piece[]} from the left */
function merged(names, below) {
  const whole = names.map((name) => {
    const its = below.filter((piece) => overlap(name, piece));
    return {
      left: Math.min(name.left, ...its.map(({ left }) => left)),
      right: Math.max(name.right, ...its.map(({ right }) => right)),
      text: [name, ...its].map(({ text }) => text).join(' '),
    };
  });
  const alone = below.filter((piece) => !names.some((name) => overlap(name, piece)));
  return [...whole, ...alone].sort((a, b) => a.left - b.left);
}

/** Words that stand close are one cell; a space of a typewriter is 0.6 of its height. @param {readonly Word[]} line @returns {Piece[]} */
function piecesOf(line) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const { text, x, width, height } of line) {
    const last = pieces[pieces.length - 1];
    const gap = last ? x - last.right : Infinity;
    if (last && gap < Math.max(3, (height || 8) * 0.65)) {
      last.text += (gap > 0.8 && !last.text.endsWith(' ') ? ' ' : '') + text;
      last.right = Math.max(last.right, x + width);
    } else pieces.push({ left: x, right: x + width, text });
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ').trim() }));
}

/** @param {readonly Piece[]} pieces */
function isHeader(pieces) {
  const roles = pieces.map(({ text }) => namedRole(plainName(text)).role);
  return (
    pieces.length > 2 &&
    (roles.includes('date') || roles.includes('time')) &&
    roles.some((role) => role === 'amount' || role === 'debit' || role === 'credit') &&
    !pieces.some(({ text }) => isDateCell(text))
  );
}

/** @param {readonly Piece[]} pieces @param {readonly Piece[]} header */
function intoColumns(pieces, header) {
  const cells = header.map(() => '');
  for (const piece of pieces) {
    const at = columnOf(piece, header);
    cells[at] = cells[at] ? `${cells[at]} ${piece.text}` : piece.text;
  }
  return cells;
}

/**
 * The one name that it stands below, or else the nearest.
 *
 * @param {Piece} piece
 * @param {readonly Piece[]} header
 */
function columnOf(piece, header) {
  const above = header.filter(({ left, right }) => left < piece.right && piece.left < right);
  if (above.length === 1) return header.indexOf(above[0]);
  const distances = header.map((column) => distance(piece, column));
  return distances.indexOf(Math.min(...distances));
}

/** Columns line up left, right or in the middle: the nearest of the three counts. @param {Piece} a @param {Piece} b */
function distance(a, b) {
  return Math.min(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.left + a.right - b.left - b.right) / 2,
  );
}
