/** Tables of a PDF whose words begin with their day, below a header that has no name for it: `Details`, `Amount`. */
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { isDayWithoutYear } from './years.js';

/**
 * @typedef {import('./pdf-rows.js').Piece} Piece
 * @typedef {import('./pdf-rows.js').Line} Line
 */

/** Below the header may stand who the card is of. */
const NEAR = 4;
const WORDS = ['description', 'details', 'payee'];
const LONGEST_DAY = 3;
/** The days stand below the header's first word, in points. */
const INDENTED = 12;

/**
 * @param {readonly Line[]} lines
 * @param {number} at
 * @returns {Piece[] | null} the header with a column for the days; null where it is none
 */
export function headerWithoutDate(lines, at) {
  const [first, second, ...more] = lines[at].pieces;
  const roles = [first, second, ...more].map(
    (piece) => namedRole(plainName(piece?.text ?? '')).role,
  );
  if (!second || !WORDS.includes(roles[0]) || roles.includes('date') || !roles.includes('amount'))
    return null;
  const days = lines
    .slice(at + 1)
    .map(({ pieces: [piece] }) =>
      piece && Math.abs(piece.left - first.left) < INDENTED ? dayBefore(piece) : [],
    );
  if (days.slice(0, NEAR).every((day) => day.length === 0)) return null;
  const right = days.flat().reduce((most, day) => Math.max(most, day.right), first.left);
  return [
    { left: first.left, right, text: 'Date' },
    { ...first, left: right + 1, right: second.left - 1 },
    second,
    ...more,
  ];
}

/** A line's first words, of which the day is one piece. @param {readonly Piece[]} pieces @returns {Piece[]} */
export function withDayApart([first, ...more]) {
  const [day] = first ? dayBefore(first) : [];
  const rest = day ? first.text.slice(day.text.length).trim() : '';
  return day && rest !== ''
    ? [day, { ...first, left: day.right + 1, text: rest }, ...more]
    : [first, ...more];
}

/** @param {Piece} piece @returns {Piece[]} the day that it begins with; none where it doesn't */
function dayBefore({ left, right, text }) {
  const words = text.split(' ');
  for (let length = Math.min(LONGEST_DAY, words.length); length > 0; length -= 1) {
    const day = words.slice(0, length).join(' ');
    if (isDateCell(day) || isDayWithoutYear(day))
      return [{ left, right: left + ((right - left) * day.length) / text.length, text: day }];
  }
  return [];
}
