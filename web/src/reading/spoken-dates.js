/**
 * Dates as people write them in a line: `yesterday`, `3 days ago`, `monday`, `1 nov`, `nov 1 2025`,
 * `1/11`, `1-11-2025`, `2025-11-01`. Day before month, as in India. Without a year it is the latest
 * such day that has been.
 */
import { addDays, isDate, makeDate, parts, weekday } from '../writing/dates.js';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:,?\s+(\d{4}))?`;

/** @typedef {(groups: string[], today: string) => string | null} Reader */

/** @type {[string, Reader][]} */
const FORMS = [
  ['day before yesterday', (_, today) => addDays(today, -2)],
  ['yesterday|kal', (_, today) => addDays(today, -1)],
  ['today|aaj', (_, today) => today],
  ['tomorrow', (_, today) => addDays(today, 1)],
  [String.raw`(\d{1,3}) days? ago`, ([days], today) => addDays(today, -Number(days))],
  [String.raw`(?:(?:last|on)\s+)?(${DAYS.join('|')})`, ([name], today) => lastWeekday(name, today)],
  [String.raw`(\d{4})-(\d{2})-(\d{2})`, ([y, m, d]) => valid(Number(y), Number(m), Number(d))],
  [
    String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})`,
    ([d, m, y]) => valid(Number(y.length === 2 ? `20${y}` : y), Number(m), Number(d)),
  ],
  [String.raw`(\d{1,2})/(\d{1,2})`, ([d, m], today) => latest(Number(m), Number(d), today)],
  [`${DAY}\\s+${MONTH}${YEAR}`, ([d, m, y], today) => named(m, d, y, today)],
  [`${MONTH}\\s+${DAY}${YEAR}`, ([m, d, y], today) => named(m, d, y, today)],
];

/**
 * @param {string} text @param {string} today
 * @returns {{date: string, rest: string}} today, and the text as it was, if it names no date
 */
export function findDate(text, today) {
  for (const [form, read] of FORMS) {
    const match = new RegExp(String.raw`(?<=^|\s)(?:on\s+)?(?:${form})(?=\s|$)`, 'i').exec(text);
    if (!match) continue;
    const date = read(match.slice(1), today);
    if (!date) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    return { date, rest: rest.replace(/\s+/g, ' ').trim() };
  }
  return { date: today, rest: text };
}

/** @param {number} year @param {number} month @param {number} day */
function valid(year, month, day) {
  const date = makeDate(year, month, day);
  return isDate(date) ? date : null;
}

/** @param {number} month @param {number} day @param {string} today */
function latest(month, day, today) {
  const { year } = parts(today);
  for (let back = 0; back <= 8; back++) {
    const date = valid(year - back, month, day);
    if (date && date <= today) return date;
  }
  return null;
}

/** @param {string} name @param {string} day @param {string | undefined} year @param {string} today */
function named(name, day, year, today) {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return year ? valid(Number(year), month, Number(day)) : latest(month, Number(day), today);
}

/** @param {string} name @param {string} today */
function lastWeekday(name, today) {
  const wanted = DAYS.indexOf(name.toLowerCase()) + 1;
  return addDays(today, -((weekday(today) - wanted + 7) % 7));
}
