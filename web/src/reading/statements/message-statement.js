/** Messages of banks and UPI apps, one or many, as a statement. */
import { addDays, makeDate, parts, today as currentDay } from '../../writing/dates.js';
import { cut, tidied } from '../folding.js';
import { NO_PAYMENT, readMessages } from './messages.js';
import { forgetStandingReferences } from './statement.js';
import { UnreadableFile } from './unreadable.js';

/**
 * @typedef {import('./messages.js').Message} Message
 * @typedef {import('./statement.js').Item} Item
 * @typedef {import('./statement.js').Statement} Statement
 */

const MOST_CHARACTERS = 3e6;
const LONGEST_TEXT = 500;
const CUT = `its text is longer than ${LONGEST_TEXT} characters: it is cut`;
const NO_DATE = 'it has no date: the day it was read is taken';
/** A message is read when it came, or some weeks after; other numbers have twelve digits too. */
const MOST_DAYS_BACK = 60;
const DAY_OF_REFERENCE = 'it has no date: the day that its reference begins with is taken';

/**
 * @param {string} text
 * @param {string} [today] the day of messages without a date; they are refused without it
 * @throws {UnreadableFile} where it is too long
 * @returns {Statement | null} null where there is no message in it
 */
export function statementOfMessages(text, today) {
  if (text.length > MOST_CHARACTERS)
    throw new UnreadableFile('The text is longer than three million characters.');
  const messages = readMessages(text);
  if (!messages.some(({ kind, amount_paise }) => kind !== 'left out' || amount_paise !== null))
    return null;
  /** @type {Statement} */
  const statement = {
    expenses: [],
    refunds: [],
    left_out: [],
    refused: [],
    no_row: [],
    tables: [],
    doubts: [],
    account: null,
    own: false,
    proved: false,
  };
  messages.forEach((message, index) => {
    const { kind, reason } = message;
    const item = itemOf(message, index + 1, today);
    const { row, cells, key, id, doubts } = item ?? { ...NOTHING, ...rowOf(message, index + 1) };
    const aside = { row, cells, key, id, doubts, ...(item && { item }) };
    if (reason === NO_PAYMENT && !item) statement.no_row.push({ line: row, cells });
    else if (kind === 'left out') statement.left_out.push({ ...aside, reason: reason ?? '' });
    else if (!item) statement.refused.push({ ...aside, reason: 'no date' });
    else (kind === 'refund' ? statement.refunds : statement.expenses).push(item);
  });
  const { expenses, refunds, left_out, refused } = statement;
  if ([expenses, refunds, left_out, refused].every(({ length }) => length === 0)) return null;
  forgetStandingReferences(expenses);
  return statement;
}

const NOTHING = { id: '', doubts: /** @type {string[]} */ ([]) };

/** @param {Message} message @param {number} row */
const rowOf = ({ text }, row) => ({ row, cells: [text], key: [text] });

/** @param {Message} message @param {number} row @param {string | undefined} today @returns {Item | null} */
function itemOf(message, row, today) {
  const { date, amount_paise, payee, reference, text } = message;
  const referred = date ? null : dayOfReference(reference, today ?? currentDay());
  const day = date ?? referred ?? today;
  if (amount_paise === null || day === undefined) return null;
  const whole = tidied(text);
  const shown = cut(whole, LONGEST_TEXT);
  return {
    ...rowOf(message, row),
    id: '',
    date: day,
    amount_paise,
    description: shown,
    payee,
    category: '',
    tags: [],
    reference,
    doubts: [
      ...(date ? [] : [referred ? DAY_OF_REFERENCE : NO_DATE]),
      ...(whole === shown ? [] : [CUT]),
    ],
  };
}

/**
 * The number that UPI and IMPS give a payment begins with the last digit of its year and the day of that.
 *
 * @param {string | null} reference @param {string} today @returns {string | null}
 */
function dayOfReference(reference, today) {
  const [, last, days] = /^(\d)(\d{3})\d{8}$/u.exec(reference ?? '') ?? [];
  if (!last) return null;
  const thisYear = parts(today).year;
  const year = thisYear - ((thisYear - Number(last) + 10) % 10);
  const day = addDays(makeDate(year, 1, 1), Number(days) - 1);
  const isLately = day <= today && day >= addDays(today, -MOST_DAYS_BACK);
  return parts(day).year === year && isLately ? day : null;
}
