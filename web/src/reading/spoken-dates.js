/**
 * Dates as people say them in a line about spending: `yesterday`, `parson`, `2 days back`, `last week`,
 * `fri`, `12th`, `12-11`, `1 nov`, `nov 1 2025`, `आज`. Day before month, as in India. What is both past
 * and future, such as `kal`, is past; without a year it is the latest such day that has been.
 */
import { addDays, addMonths, weekday, weekStart } from '../writing/dates.js';
import { existing, latestOfMonth, latestOfYear, MONTH, monthNumber, writtenDate } from './dates.js';
import { spokenNumber } from './number-words.js';
import { isMeasure, isRanked, isThing } from './quantities.js';

/**
 * @typedef {object} DateSpan
 * @property {number} from
 * @property {number} to the index after its last character
 * @property {string[]} dates the likeliest first; several where the line doesn't say which
 * @property {boolean} [isOneOfMany] more days are named elsewhere in the line
 *
 * @typedef {object} Context
 * @property {string} today
 * @property {boolean} on whether `on` stands before it
 * @property {string} word that follows and could be what it is said of: `12th fees`
 * @property {string} before the word that stands before it
 *
 * @typedef {(groups: Record<string, string>, context: Context) => (string | null)[] | null} Reader
 */

const WEEKDAYS = [
  'monday mon somvar somwar सोमवार',
  'tuesday tues tue mangalvar mangalwar मंगलवार',
  'wednesday weds wed budhvar budhwar बुधवार',
  'thursday thurs thur thu guruvar guruwar veervar गुरुवार वीरवार',
  'friday fri shukravar shukrawar शुक्रवार',
  'saturday sat shanivar shaniwar शनिवार',
  'sunday sun ravivar raviwar itvar itwar रविवार इतवार',
].map((names) => names.split(' '));
const WEEKDAY = WEEKDAYS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const DAY = String.raw`(?<day>\d{1,2})(?<th>st|nd|rd|th)?`;
const COUNT = String.raw`(?<count>\d{1,3}|an?|[\p{L}\p{M}]+)`;
const AGO = 'ago|back|pe?hle|पहले';
const LATER = 'later|hence|ba+d|बाद';
const LAST = 'last|past|previous|pichh?l[ei]|beete|पिछले|पिछली|बीते';
const NEXT = 'next|nxt|coming|agl[ei]|aane\\s+wal[ei]|अगले|अगली|आने\\s+वाले';
const WEEK = 'week|ha?ft[ea]|हफ़्ते|हफ्ते'.normalize('NFC');
const MONTHS = 'month|mahin[ae]|महीने';
const YEAR = String.raw`(?:,?\s*(?<year>20[1-4]\d)|\s*['’](?<short>\d{2}))?`;

/** @type {Reader} */
const wholeDate = ({ whole }) => [writtenDate(whole, 'dmy')];

/** @type {[string, Reader][]} */
const FORMS = [
  ['day before yesterday|pars[ou]n?|परसों|परसो', (_, { today }) => [addDays(today, -2)]],
  ['(?:yesterday|last)\\s+(?:night|evening)', (_, { today }) => [addDays(today, -1)]],
  [`(?:aane\\s+wal[ea]|आने\\s+वाले)\\s+(?:kal|कल)`, (_, { today }) => [addDays(today, 1)]],
  ['yesterday|kal|कल', (_, { today }) => [addDays(today, -1)]],
  ['today|aaj|आज', (_, { today }) => [today]],
  ['day after tomorrow', (_, { today }) => [addDays(today, 2)]],
  ['tomorrow', (_, { today }) => [addDays(today, 1)]],
  [`${COUNT}\\s+(?:days?|din|दिन)\\s+(?:${AGO})`, ago((today, count) => addDays(today, -count))],
  [`${COUNT}\\s+(?:days?|din|दिन)\\s+(?:${LATER})`, ago((today, count) => addDays(today, count))],
  [`in\\s+${COUNT}\\s+days?`, ago((today, count) => addDays(today, count))],
  [
    `${COUNT}\\s+(?:weeks?|ha?ft[ea]y?|हफ़्ते|हफ्ते)\\s+(?:${AGO})`.normalize('NFC'),
    ago((today, count) => addDays(today, -7 * count)),
  ],
  [
    `${COUNT}\\s+(?:months?|mahin[ae]|महीने)\\s+(?:${AGO})`,
    ago((today, count) => addMonths(today, -count)),
  ],
  [`(?:${LAST})\\s+(?:${WEEK})`, (_, { today }) => [addDays(today, -7)]],
  [`(?:${NEXT})\\s+(?:${WEEK})`, (_, { today }) => [addDays(today, 7), today]],
  // A bill of last month may be paid today.
  [`(?:${LAST})\\s+(?:${MONTHS})`, (_, { today }) => [addMonths(today, -1), today]],
  [`(?:${NEXT})\\s+(?:${MONTHS})`, (_, { today }) => [addMonths(today, 1), today]],
  [`(?<which>${LAST}|this|${NEXT})\\s+(?<name>${WEEKDAY})`, weekdayOf],
  [`(?<name>${WEEKDAY})\\s+(?<which>next|nxt)`, weekdayOf],
  [`(?<name>${WEEKDAY})`, weekdayOf],
  [String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`, wholeDate],
  [String.raw`\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?:\d{4}|\d{2})`, wholeDate],
  [String.raw`\d{1,2}(?<mark>[-/])(?:${MONTH})\k<mark>(?:\d{4}|\d{2})`, wholeDate],
  [String.raw`(?<day>\d{1,2})(?<mark>[-/])(?<month>\d{1,2})`, dayAndMonth],
  [String.raw`${DAY}(?:\s+of)?[\s-]*(?<name>${MONTH})${YEAR}`, named],
  [String.raw`(?<name>${MONTH})[\s-]*${DAY}${YEAR}`, named],
  [
    '(?<day>\\d{1,2})(?<th>st|nd|rd|th)|(?<date>\\d{1,2})\\s+(?:tarikh|तारीख़|तारीख)'.normalize(
      'NFC',
    ),
    dayOfMonth,
  ],
];

const PATTERNS = FORMS.map(([form, read]) => ({
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}#₹]|\d[.,:/-])(?:(?<on>on|dated)\s+(?:the\s+)?)?(?<whole>${form})(?:\s+(?:ko|को))?(?![\p{L}\p{M}\p{N}]|[.,:/-]\d)`,
    'giu',
  ),
  read,
}));

/**
 * The date that a line names.
 *
 * @param {string} text NFC, its digits western ones
 * @param {string} today `YYYY-MM-DD` in India
 * @returns {DateSpan | null} with all dates where a line names several, at the place of the first
 */
export function dateIn(text, today) {
  /** @type {DateSpan[]} */
  const spans = [];
  let left = text;
  for (const { pattern, read } of PATTERNS) {
    for (const { 0: all, index: from, groups = {} } of left.matchAll(pattern)) {
      const to = from + all.length;
      const word = /^\s+([\p{L}\p{M}]+)/u.exec(left.slice(to))?.[1] ?? '';
      const before = /([\p{L}\p{M}]+)\s+$/u.exec(left.slice(0, from))?.[1] ?? '';
      const meant = read(groups, { today, on: Boolean(groups.on), word, before }) ?? [];
      const dates = [...new Set(meant.filter((date) => date !== null))];
      if (dates.length === 0) continue;
      spans.push({ from, to, dates });
      left = left.slice(0, from) + '\0'.repeat(all.length) + left.slice(to);
    }
  }
  spans.sort((a, b) => a.from - b.from);
  if (spans.length < 2) return spans[0] ?? null;
  const dates = [...new Set(spans.flatMap((span) => span.dates))];
  return { ...spans[0], dates, isOneOfMany: dates.length > 1 };
}

/** @param {(today: string, count: number) => string} move @returns {Reader} */
function ago(move) {
  return ({ count }, { today }) => {
    if (/\d/u.test(count)) return [move(today, Number(count))];
    const said = spokenNumber([count])?.value;
    const whole = /^an?$/iu.test(count) ? 1n : said?.d === 1n ? said.n : null;
    return whole === null ? null : [move(today, Number(whole))];
  };
}

/** @type {Reader} */
function weekdayOf({ which, name }, { today, on, word }) {
  const wanted = WEEKDAYS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  const back = (weekday(today) - wanted + 7) % 7;
  const latest = addDays(today, -back);
  // `sun cream`, `sat down`
  const isAlsoAWord = ['sun', 'sat', 'wed'].includes(name.toLowerCase());
  if (!which) return isAlsoAWord && word && !on ? [latest, today] : [latest];
  const said = which.toLowerCase();
  const isNext = new RegExp(`^(?:${NEXT})$`, 'u').test(said);
  if (said === 'this') return [addDays(weekStart(today), wanted - 1)];
  if (!isNext) return [addDays(today, -(back || 7))];
  const coming = addDays(latest, 7);
  // Of one in this same week, the week after may be meant.
  return weekStart(coming) === weekStart(today) ? [coming, addDays(coming, 7)] : [coming];
}

/** What of several a number behind it tells. */
const PARTS = /^(?:emi|part|instal?lments?|kist|kisht|किस्त|no|number|flat|house|gate|page|size)$/iu;

/** @type {Reader} */
function dayAndMonth({ day, mark, month }, { today, on, word, before }) {
  const date = latestOfYear(Number(month), Number(day), today);
  // `50-50 biscuits`, and `emi 3/12`
  if (date === null || (PARTS.test(before) && !on)) return null;
  if (!word || on) return [date];
  // `1/2 kg`, and `10-12 eggs`
  if (isMeasure(word) || isThing(word)) return null;
  const isElse = mark === '-' || `${day}${mark}${month}` === '1/2' || day === '24';
  return isElse ? [date, today] : [date];
}

/** @type {Reader} */
function named({ day, name, year, short }, { today }) {
  const month = monthNumber(name);
  const of = year ?? (short && `20${short}`);
  return [of ? existing(Number(of), month, Number(day)) : latestOfYear(month, Number(day), today)];
}

/** @type {Reader} */
function dayOfMonth({ day, date }, { today, on, word }) {
  const found = latestOfMonth(Number(day ?? date), today);
  // `45th cross`, `1st floor`
  if (found === null || (isRanked(word) && !date && !on)) return null;
  // `10th fees`
  return date || on || !word ? [found] : [found, today];
}
