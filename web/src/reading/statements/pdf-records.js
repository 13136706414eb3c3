/** The rows of a PDF's table: what wraps into further lines belongs to the row that has the amount. */
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { namedRole, plainName } from './column-names.js';
import { gluedBy } from './broken-lines.js';
import { saysBalance, saysSection } from './row-words.js';

/** @typedef {{page: number, y: number, height: number, cells: string[]}} Placed a line in its columns */

const MONEY = ['amount', 'debit', 'credit', 'balance'];
const WORDS = ['description', 'payee', 'details', 'note'];

/** A line that says something else of the payment; the payee's name ends before it. */
const LABELLED =
  /^(upi |bank )?(transaction|txn|order) id|^utr|^(paid|sent) (by|to|from)|^(debited|credited) |^upi id/iu;

/** UPI apps put the time below the day. */
const CLOCK = /^\d{1,2}:\d{2}(:\d{2})?\s*([ap]m)?$/iu;
/** A narrow column breaks the day before its year. */
const YEAR = /^(19|20)\d{2}$/u;
/** Further away stands nothing of a row, in lines. */
const MOST_LINES = 6;

/**
 * @param {readonly string[]} names of the columns
 * @param {readonly Placed[]} lines
 * @returns {string[][]}
 */
export function joinedRows(names, lines) {
  const roles = names.map((name) => namedRole(plainName(name)).role);
  const words = roles.findIndex((role) => WORDS.includes(role));
  const isMoney = (/** @type {number} */ column) => MONEY.includes(roles[column]);
  const isDay = (/** @type {number} */ column) =>
    roles[column] === 'date' || roles[column] === 'time';
  const anchors = lines.map(
    ({ cells }) =>
      cells.some((cell, column) => isMoney(column) && typeof readAmountCell(cell) === 'object') &&
      cells.some((cell, column) => (isDay(column) ? /\d/u.test(cell) : isDateCell(cell))),
  );
  const goesOn = lines.map(
    ({ cells }, index) =>
      !anchors[index] &&
      words >= 0 &&
      !saysSection(cells[words]) &&
      cells.every(
        (cell, column) =>
          cell === '' ||
          CLOCK.test(cell) ||
          (isDay(column) ? YEAR.test(cell) : !isMoney(column) && column > 0) ||
          column === words,
      ),
  );
  const isBare = lines.map(({ cells }, index) => anchors[index] && words >= 0 && !cells[words]);
  const isCentred =
    standsInTheMiddle(anchors, goesOn, isBare) || standsApart(lines, anchors, goesOn);
  // Of what was brought forward nothing more is told: the words below it are of the next row.
  const isClosed = lines.map(
    ({ cells }, index) => anchors[index] && words >= 0 && saysBalance(cells[words]),
  );
  const open = anchors.map((isAnchor, index) => isAnchor && !isClosed[index]);
  /** @type {Map<number, string[][]>} the lines of each row */
  const rows = new Map();
  let row = -1;
  const owners = lines.map(({ cells }, index) => {
    // What is neither a row nor goes on with one ends it.
    if (anchors[index]) row = index;
    else if (!goesOn[index]) row = -1;
    const isBelowClosed = goesOn[index] && isClosed[row];
    const next = isBelowClosed ? nextOf(open, goesOn, index) : row;
    const owner = isCentred && goesOn[index] ? nearest(lines, open, isBare, index) : next;
    const its = rows.get(owner);
    if (its) its.push(cells);
    else if (owner >= 0) rows.set(owner, [cells]);
    return owner;
  });
  const glued = gluedBy([...rows.values()].map((its) => its.map((line) => line[words] ?? '')));
  return lines.flatMap(({ cells }, index) => {
    if (owners[index] < 0) return [cells];
    if (owners[index] !== index) return [];
    const its = rows.get(index) ?? [];
    return [
      names.map((_, column) => {
        const parts = its.map((line) => line[column]);
        return column === words ? joinedWords(parts, glued) : joined(parts);
      }),
    ];
  });
}

/**
 * Whether amounts stand in the middle of their rows: where words stand above the first one, and further
 * words somewhere, or above one that has none beside it. (Where each row's words begin below its amount,
 * the first one has none above it.)
 *
 * @param {readonly boolean[]} anchors
 * @param {readonly boolean[]} goesOn
 * @param {readonly boolean[]} isBare
 */
function standsInTheMiddle(anchors, goesOn, isBare) {
  const first = anchors.indexOf(true);
  let above = 0;
  while (goesOn[first - 1 - above]) above += 1;
  if (above > 0) return isBare[first] || goesOn.lastIndexOf(true) > first;
  const bare = [...isBare.keys()].filter((at) => isBare[at]);
  return bare.length > 0 && bare.every((at) => goesOn[at - 1] && goesOn[at + 1]);
}

/** How many times as far from the line above as from the one below a line is not of the row above. */
const APART = 1.5;

/**
 * Whether a gap parts words from the row above them, so that they begin the row below.
 *
 * @param {readonly Placed[]} lines
 * @param {readonly boolean[]} anchors
 * @param {readonly boolean[]} goesOn
 */
const standsApart = (lines, anchors, goesOn) =>
  lines.some(({ page, y }, index) => {
    const [above, below] = [lines[index - 1], lines[index + 1]];
    if (!goesOn[index] || !anchors[index + 1] || above?.page !== page || below.page !== page)
      return false;
    return Math.abs(above.y - y) > APART * Math.abs(below.y - y);
  });

/** The row that begins below a line, with nothing but words between. @param {readonly boolean[]} open @param {readonly boolean[]} goesOn @param {number} index */
function nextOf(open, goesOn, index) {
  let at = index;
  while (goesOn[at]) at += 1;
  return open[at] ? at : -1;
}

/**
 * The row that a line stands nearest to; of two as near, the one without words of its own.
 *
 * @param {readonly Placed[]} lines
 * @param {readonly boolean[]} anchors
 * @param {readonly boolean[]} isBare
 * @param {number} index
 */
function nearest(lines, anchors, isBare, index) {
  const { page, y, height } = lines[index];
  let best = -1;
  let least = MOST_LINES * height;
  for (const step of [-1, 1]) {
    for (let at = index + step; lines[at]?.page === page; at += step) {
      const distance = Math.abs(lines[at].y - y);
      if (distance > least || (distance === least && !isBare[at])) break;
      if (!anchors[at]) continue;
      [best, least] = [at, distance];
      break;
    }
  }
  return best;
}

/** @param {string[]} parts of one cell @returns {string} without the time below the day */
const joined = (parts) =>
  parts.filter((part, index) => part !== '' && (index === 0 || !CLOCK.test(part))).join(' ');

/** @param {string[]} parts of one cell of words @param {(above: string) => string} glued */
function joinedWords(parts, glued) {
  let above = '';
  let all = '';
  for (const part of parts.filter(Boolean)) {
    all += `${all && (LABELLED.test(part) ? ' · ' : glued(above))}${part}`;
    above = part;
  }
  return all;
}
