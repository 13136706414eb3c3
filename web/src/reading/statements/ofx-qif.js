/** OFX and QIF as rows under a header, for the reader of tables. */

import { readAmountCell } from './cell-amounts.js';
import { isOfRails } from './narration.js';

/** @typedef {import('./cells.js').Row} Row */

const OFX_FIELDS = ['DTPOSTED', 'NAME', 'MEMO', 'TRNAMT', 'FITID', 'CHECKNUM'];
const ENTITIES = /** @type {Record<string, string>} */ ({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
});

/** @param {string} text @returns {Row[]} */
export function readOfx(text) {
  const isCard = /<CREDITCARDMSGSRSV1>|<CCSTMTRS>/iu.test(text);
  const head = (/** @type {string} */ name) => fieldOf(text, name);
  const currency = head('CURDEF').slice(0, 3);
  const account = head('ACCTID');
  const blocks = text.split(/<STMTTRN>/iu).slice(1);
  const rows = blocks.map((block) => {
    const of = (/** @type {string} */ name) => fieldOf(block.slice(0, 5000), name);
    const [date, name, memo, amount, id, cheque] = OFX_FIELDS.map(of);
    // Where a memo has the narration, the name is the payee's.
    const isPayee = memo !== '' && memo !== name && !isOfRails(name);
    // A statement's amounts are signed: a plus says that they came in.
    return [
      momentOf(date),
      isPayee ? name : '',
      isPayee ? '' : name,
      memo === name ? '' : memo,
      amount.startsWith('-') ? amount : `+${amount.replace(/^\+/u, '')}`,
      id,
      cheque,
      currency,
    ];
  });
  const header = 'Date,Payee,Description,Memo,Amount,Reference,Cheque no,Currency'.split(',');
  return numbered([
    ...(isCard ? [['Credit card statement']] : []),
    ...(account ? [[head('ORG'), head('BANKID'), `Account No ${account}`]] : []),
    header,
    ...rows,
  ]);
}

/** @param {string} text @param {string} name */
const fieldOf = (text, name) =>
  plain(new RegExp(`<${name}>([^<\\r\\n]*)`, 'iu').exec(text)?.[1] ?? '');

/**
 * `20261001183500.000[0:GMT]` is the next day in India. Without a zone it is the day that the bank wrote.
 *
 * @param {string} date
 */
function momentOf(date) {
  const [, year, month, day, clock, zone] =
    /^(\d{4})(\d{2})(\d{2})(\d{4,6})?[.\d]*(?:\[([^\]]*)\])?/u.exec(date) ?? [];
  if (!year) return date;
  const whole = `${year}-${month}-${day}`;
  const hours = /^[-+]?\d+(\.\d+)?(?=:(?!\d)|$)/u.exec(zone ?? '')?.[0];
  if (!clock || hours === undefined || /\bIST\b/u.test(zone ?? '')) return whole;
  const minutes = Math.round(Math.abs(Number(hours)) * 60);
  const pad = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const offset = `${hours.startsWith('-') ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return `${whole} ${clock.slice(0, 2)}:${clock.slice(2, 4)}:00${offset}`;
}

/** @param {string} text @returns {Row[]} */
export function readQif(text) {
  const isCard = /^!Type:CCard/imu.test(text);
  const rows = text.split(/^\^\s*$/mu).flatMap((block) => {
    const of = (/** @type {string} */ letter) =>
      new RegExp(`^${letter}(.*)$`, 'mu').exec(block)?.[1].trim().replace("'", '/') ?? '';
    const [date, amount] = [of('D').replace(/\s/gu, ''), of('T')];
    if (date === '' && amount === '') return [];
    const parts = splitsOf(block, amount) ?? [{ category: of('L'), memo: '', amount }];
    return parts.map((part) => [
      date,
      of('P'),
      part.memo || of('M'),
      part.amount.startsWith('-') ? part.amount : `+${part.amount.replace(/^\+/u, '')}`,
      /^\[.*\]$/u.test(part.category) ? 'Transfer' : part.category,
      of('N'),
    ]);
  });
  const header = ['Date', 'Payee', 'Memo', 'Amount', 'Category', 'Cheque no'];
  return numbered([...(isCard ? [['Credit card statement']] : []), header, ...rows]);
}

/**
 * The parts of a payment that is of several categories.
 *
 * @param {string} block
 * @param {string} whole its amount
 * @returns {{category: string, memo: string, amount: string}[] | null} null where there are none, or they
 *   don't add up to it
 */
function splitsOf(block, whole) {
  const parts = block
    .split(/^S/mu)
    .slice(1)
    .map((part) => ({
      category: part.split(/\r?\n/u)[0].trim(),
      memo: /^E(.*)$/mu.exec(part)?.[1].trim() ?? '',
      amount: /^\$(.*)$/mu.exec(part)?.[1].trim() ?? '',
    }));
  const paise = (/** @type {string} */ text) => {
    const read = readAmountCell(text);
    return typeof read === 'object' ? read.sign * read.paise : NaN;
  };
  const sum = parts.reduce((all, { amount }) => all + paise(amount), 0);
  return parts.length > 1 && sum === paise(whole) ? parts : null;
}

/** @param {string[][]} rows @returns {Row[]} */
const numbered = (rows) => rows.map((cells, index) => ({ line: index + 1, cells }));

/** @param {string} text */
const plain = (text) =>
  text.replace(/&(\w+);/gu, (all, name) => ENTITIES[name.toLowerCase()] ?? all).trim();
