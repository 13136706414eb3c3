/** Text into rows of cells: finds what divides them, minds quotes, keeps each row's line. */

/**
 * @typedef {object} Row
 * @property {number} line
 * @property {string[]} cells
 * @property {string[]} [key] what makes its id, where its cells don't
 * @property {number} [said] how many of its cells it says itself, where others tell where it stands
 */

const DIVIDERS = ['\t', '|', '~', ';', ','];
const LONG_DIVIDER = '~|~';

/**
 * @param {string} text
 * @returns {{rows: Row[], divider: string}} blank lines are left out
 */
export function splitRows(text) {
  const divider = dividerOf(text);
  const rows = rowsOf(text, divider);
  // Some programs quote each line as a whole.
  const isQuoted = rows.length > 1 && rows.every(({ cells }) => cells.length === 1);
  const inner =
    isQuoted && text.trimStart().startsWith('"') ? rows.map(({ cells }) => cells[0]) : [];
  return inner.length > 0 && !inner[0].startsWith('"')
    ? splitRows(inner.join('\n'))
    : { rows, divider };
}

/**
 * The divider that gives the most lines the same number of cells.
 *
 * @param {string} text
 */
function dividerOf(text) {
  const head = text.slice(0, 60000);
  if (head.includes(LONG_DIVIDER)) return LONG_DIVIDER;
  let best = { divider: ',', score: 0 };
  for (const divider of DIVIDERS) {
    if (!head.includes(divider)) continue;
    /** @type {Map<number, number>} */
    const widths = new Map();
    for (const { cells } of rowsOf(head, divider)) {
      if (cells.length > 2) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    }
    const [width, count] = [...widths].sort((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? [0, 0];
    const score = count * Math.min(width, 12);
    if (score > best.score) best = { divider, score };
  }
  return best.divider;
}

/**
 * A quote opens a cell only at its beginning; one that is never closed is a plain character, so that a
 * stray inch sign doesn't swallow the file.
 *
 * @param {string} text
 * @param {string} divider
 * @returns {Row[]}
 */
function rowsOf(text, divider) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {string[]} */
  let cells = [];
  let line = 1;
  let first = 1;
  let at = 0;
  let unclosed = 0;
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: first, cells });
    cells = [];
    first = line;
  };
  while (at < text.length) {
    const quoted = unclosed < MOST_UNCLOSED ? quotedCell(text, at, divider) : null;
    if (!quoted && text[at] === '"') unclosed += 1;
    if (quoted) {
      cells.push(quoted.cell);
      line += quoted.cell.split('\n').length - 1;
      at = quoted.end;
    } else {
      const end = endOfPlain(text, at, divider);
      cells.push(
        text
          .slice(at, end)
          .replace(/^\uFEFF/u, '')
          .trim(),
      );
      at = end;
    }
    if (text.startsWith(divider, at)) {
      at += divider.length;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
    }
    if (text[at] === '\r' || text[at] === '\n') {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      line += 1;
      endRow();
    }
  }
  endRow();
  return rows;
}

/** @param {string} text @param {number} from @param {string} divider */
function endOfPlain(text, from, divider) {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\n' || text[at] === '\r' || text.startsWith(divider, at)) return at;
  }
  return text.length;
}

const LONGEST_QUOTED = 5000;

/** Past so many quotes that nothing closes, quotes mean nothing in the file. */
const MOST_UNCLOSED = 200;

/** @param {string} text @param {number} from @param {string} divider */
function quotedCell(text, from, divider) {
  let start = from;
  if (text[start] === '\uFEFF') start += 1;
  while (text[start] === ' ') start += 1;
  // `="0123"` keeps a spreadsheet from making a number of it.
  if (text[start] === '=' && text[start + 1] === '"') start += 1;
  if (text[start] !== '"') return null;
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (text[end] === ' ') end += 1;
    if (end >= text.length || '\r\n'.includes(text[end]) || text.startsWith(divider, end)) {
      return {
        cell: text
          .slice(start + 1, at)
          .replaceAll('""', '"')
          .replace(/^="(.*)"$/su, '$1')
          .trim(),
        end,
      };
    }
  }
  return null;
}
