/** Words on pages into rows of cells: lines by height, columns by where the header's words stand. */
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';

/**
 * @typedef {{text: string, x: number, y: number, width: number, height: number}} Word
 * @typedef {{left: number, right: number, text: string}} Piece
 */

/**
 * @param {readonly Word[][]} pages
 * @returns {import('./cells.js').Row[]}
 */
export function rowsOfWords(pages) {
  const lines = pages.flatMap(linesOf);
  /** @type {Piece[] | null} */
  let header = null;
  /** @type {string[][]} */
  const rows = [];
  for (const pieces of lines) {
    if (isHeader(pieces)) {
      header = pieces;
      rows.push(pieces.map(({ text }) => text));
    } else rows.push(header ? intoColumns(pieces, header) : pieces.map(({ text }) => text));
  }
  return joinWrapped(rows, header).map((cells, index) => ({ line: index + 1, cells }));
}

/** @param {readonly Word[]} words @returns {Piece[][]} from the top, each from the left */
function linesOf(words) {
  const sorted = [...words].sort((a, b) => b.y - a.y || a.x - b.x);
  /** @type {Word[][]} */
  const lines = [];
  for (const word of sorted) {
    const line = lines[lines.length - 1];
    if (line && Math.abs(line[0].y - word.y) <= Math.max(2, word.height * 0.35)) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => piecesOf(line.sort((a, b) => a.x - b.x)));
}

/** Words that stand close are one cell. @param {readonly Word[]} line @returns {Piece[]} */
function piecesOf(line) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const { text, x, width, height } of line) {
    const last = pieces[pieces.length - 1];
    const gap = last ? x - last.right : Infinity;
    if (last && gap < Math.max(3, (height || 8) * 0.6)) {
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
    const distances = header.map((column) => distance(piece, column));
    const at = distances.indexOf(Math.min(...distances));
    cells[at] = cells[at] ? `${cells[at]} ${piece.text}` : piece.text;
  }
  return cells;
}

/** Columns line up left, right or in the middle: the nearest of the three counts. @param {Piece} a @param {Piece} b */
function distance(a, b) {
  return Math.min(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.left + a.right - b.left - b.right) / 2,
  );
}

/** A line that says something else of the payment; the payee's name ends before it. */
const LABELLED =
  /^(upi |bank )?(transaction|txn|order) id|^utr|^(paid|sent) (by|to|from)|^(debited|credited) |^upi id/iu;

/** UPI apps put the time below the day. */
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?\s*([ap]m)?$/iu;

/**
 * The further lines of a narration belong to the row above: they hold no date and no amount, at most
 * a time.
 *
 * @param {string[][]} rows
 * @param {readonly Piece[] | null} header
 */
function joinWrapped(rows, header) {
  if (!header) return rows;
  const roles = header.map(({ text }) => namedRole(plainName(text)).role);
  const words = roles.findIndex(
    (role) => role === 'description' || role === 'payee' || role === 'details',
  );
  /** @type {string[][]} */
  const joined = [];
  for (const cells of rows) {
    const above = joined[joined.length - 1];
    const isMore =
      words >= 0 &&
      cells.length === header.length &&
      cells[words] !== '' &&
      cells.every((cell, index) => index === words || cell === '' || CLOCK.test(cell));
    const canTake = above?.length === header.length && above.some((cell) => isDateCell(cell));
    if (isMore && canTake) {
      const glue = LABELLED.test(cells[words]) ? ' · ' : ' ';
      above[words] = `${above[words]}${glue}${cells[words]}`.trim();
    } else joined.push(cells);
  }
  return joined;
}
