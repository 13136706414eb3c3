/** MT940, as banks give it to accounting programs, as rows under a header, for the reader of tables. */

/** @typedef {import('./cells.js').Row} Row */

const FIELD = /^:(\d{2}[A-Z]?):/u;
/** Day, the day it was booked, side, the currency's last letter, amount, kind, reference. */
const MOVED =
  /^\d{6}(?:\d{4})?(R?[CD])[A-Z]?(\d+),(\d{0,2})[A-Z][A-Z0-9]{3}([^\n/]*)(?:\/\/([^\n]*))?/u;
const HEADER = ['Date', 'Description', 'Debit', 'Credit', 'Reference', 'Currency'];

/** @param {string} text */
export const isMt940 = (text) => /^:61:\d{6}/mu.test(text) && /^:20:/mu.test(text);

/** @param {string} text @returns {Row[]} */
export function readMt940(text) {
  /** @type {{line: number, tag: string, value: string}[]} */
  const fields = [];
  text.split(/\r?\n/u).forEach((written, index) => {
    const [mark, tag] = FIELD.exec(written) ?? [];
    const last = fields[fields.length - 1];
    if (mark) fields.push({ line: index + 1, tag, value: written.slice(mark.length) });
    // A closing `-` ends the message.
    else if (last && !/^-\}?$/u.test(written.trim())) last.value += `\n${written}`;
  });
  const opening = fields.find(({ tag }) => tag.startsWith('60'));
  const currency = opening?.value.slice(7, 10) ?? '';
  const first = fields.findIndex(({ tag }) => tag === '61');
  return fields.flatMap(({ line, tag, value }, at) => {
    if (tag === '61') {
      const next = fields[at + 1];
      const words = next?.tag === '86' ? next.value : value.split('\n').slice(1).join(' ');
      const row = { line, cells: cellsOf(value, words.replace(/\s*\n/gu, ' ').trim(), currency) };
      return at === first ? [{ line: opening?.line ?? line - 1, cells: HEADER }, row] : [row];
    }
    if (tag === '25') return [{ line, cells: [`Account No ${value.split('/').pop()?.trim()}`] }];
    return [];
  });
}

/** @param {string} value @param {string} words @param {string} currency @returns {string[]} */
function cellsOf(value, words, currency) {
  const date = value.replace(/^(\d{2})(\d{2})(\d{2}).*$/su, '20$1-$2-$3');
  const [, side, rupees, paise, own, banks] = MOVED.exec(value) ?? [];
  // Its row is refused for its amount.
  if (!side) return [date, words, value, '', '', currency];
  const amount = `${rupees}.${paise.padEnd(2, '0')}`;
  // What is taken back goes the other way.
  const isOut = side === 'D' || side === 'RC';
  const reference = [banks, own].find((one) => one && !/^NONREF$/iu.test(one.trim())) ?? '';
  return [date, words, isOut ? amount : '', isOut ? '' : amount, reference.trim(), currency];
}
