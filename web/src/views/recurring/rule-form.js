/**
 * What the form of a rule holds, as a person types it, and the rule that it says.
 *
 * @typedef {import('../../types.js').Rule} Rule
 * @typedef {import('../../types.js').RuleContent} RuleContent
 * @typedef {import('../../data/recurrence.js').Frequency} Frequency
 *
 * @typedef {object} Fields
 * @property {string} description
 * @property {boolean} asks its amount each time
 * @property {number | null} amount_paise
 * @property {string} category
 * @property {Frequency} frequency
 * @property {string} every
 * @property {'day' | 'weekday'} on how a day of a month is told
 * @property {string} day
 * @property {string} weekday such as `monday`
 * @property {1 | 2 | 3 | 4 | -1} nth
 * @property {string} start
 * @property {'never' | 'on' | 'after'} ends
 * @property {string} end
 * @property {string} count
 * @property {string} first
 * @property {string} tags parted by commas
 *
 * @typedef {Partial<Record<keyof Fields, string>>} Errors messages by field
 */
import { onAnotherDay } from '../../data/another-day.js';
import { WEEKDAYS, times } from '../../data/recurrence.js';
import { tidiedTag, written } from '../../reading/folding.js';
import { readWhole } from '../../reading/numbers.js';
import { addDays, isDate, monthStart, parts, weekday as weekdayOf } from '../../writing/dates.js';
import { descriptionProblem } from '../../parts/description-input/description-problem.js';
import { tagsProblem } from '../../parts/tags-input/tags-problem.js';
import { t } from '../../writing/text.js';

const MOST_EVERY = 366;
const MOST_TIMES = 9999;

/**
 * @param {Partial<RuleContent>} content of a rule, or what is known of one to be
 * @param {string} today
 * @returns {Fields}
 */
export function fieldsOf(content, today) {
  const { start = today, day, weekday, nth, end, count } = content;
  return {
    description: content.description ?? '',
    asks: content.amount_paise === null,
    amount_paise: content.amount_paise ?? null,
    category: content.category ?? '',
    frequency: content.frequency ?? 'monthly',
    every: String(content.every ?? 1),
    on: nth ? 'weekday' : 'day',
    day: String(day ?? parts(start).day),
    weekday: weekday ?? WEEKDAYS[weekdayOf(start) - 1],
    nth: nth ?? 1,
    start,
    ends: end ? 'on' : count ? 'after' : 'never',
    end: end ?? '',
    count: count ? String(count) : '',
    first: String(content.first_number ?? 1),
    tags: (content.tags ?? []).join(', '),
  };
}

/**
 * @param {Fields} fields
 * @returns {Omit<RuleContent, 'paused' | 'skipped'>} what they say; to be trusted where there are no errors
 */
export function contentOf(fields) {
  const { frequency, on, ends } = fields;
  const isOfMonth = frequency === 'monthly' || frequency === 'yearly';
  const isWeekday = isOfMonth ? on === 'weekday' : frequency === 'weekly';
  const isCounted = ends === 'after';
  return {
    description: written(fields.description).trim(),
    amount_paise: fields.asks ? null : fields.amount_paise,
    category: fields.category,
    tags: tagsIn(fields.tags),
    frequency,
    every: readWhole(fields.every, MOST_EVERY) ?? NaN,
    day: isOfMonth && !isWeekday ? (readWhole(fields.day, 31) ?? NaN) : null,
    weekday: isWeekday ? fields.weekday : null,
    nth: isOfMonth && isWeekday ? fields.nth : null,
    start: fields.start,
    end: ends === 'on' ? fields.end : null,
    count: isCounted ? (readWhole(fields.count, MOST_TIMES) ?? NaN) : null,
    first_number: isCounted ? (readWhole(fields.first, MOST_TIMES) ?? NaN) : 1,
  };
}

const OF_DAYS = /** @type {const} */ ([
  ...['frequency', 'every', 'weekday', 'nth', 'start', 'end', 'count', 'first_number'],
]);

const DAY_FIELDS = /** @type {const} */ ([...OF_DAYS, 'day']);
/** What an edit changes that moves each of a rule's times within its month. */
const MOVED_WITH_DAY = ['day', 'start', 'end'];

/**
 * What an edit says of a rule: where only the day of the month is another one, no more of its times are
 * to come than were.
 *
 * @param {Rule} rule
 * @param {ReturnType<typeof contentOf>} content
 * @returns {ReturnType<typeof contentOf> & Partial<RuleContent>}
 */
export function editOf(rule, content) {
  const { day } = content;
  if (!day || day === (rule.day ?? parts(rule.start).day)) return content;
  if (OF_DAYS.some((name) => content[name] !== rule[name])) return content;
  return { ...content, ...onAnotherDay(rule, day) };
}

/**
 * From when on an edited rule is due, as the server has it (`revise`): what is overdue stays so, and the
 * month whose time is next keeps it, though its new day has passed.
 *
 * @param {Rule} rule
 * @param {ReturnType<typeof contentOf>} content
 * @param {string} today
 */
export function dueFrom(rule, content, today) {
  const { frequency, last, next, paused } = rule;
  const others = DAY_FIELDS.filter((name) => content[name] !== rule[name]);
  const isOfMonth = frequency === 'monthly' || frequency === 'yearly';
  const isMoved = isOfMonth && last && others.every((name) => MOVED_WITH_DAY.includes(name));
  let since = today;
  if (next && !paused && !others.length) since = next;
  else if (next && !paused && isMoved) since = monthStart(next);
  if (since > today) since = today;
  return last && last >= since ? addDays(last, 1) : since;
}

/** @param {Fields} fields @returns {Errors} in the order of the form */
export function errorsIn(fields) {
  const { frequency, on, ends, start, end } = fields;
  const isOfMonth = frequency === 'monthly' || frequency === 'yearly';
  const isCounted = ends === 'after';
  const count = readWhole(fields.count, MOST_TIMES);
  const tagsWrong = tagsProblem(tagsIn(fields.tags));
  const tooLong = descriptionProblem(fields.description);
  /** @type {[boolean, keyof Fields, string][]} */
  const wrong = [
    [Boolean(tooLong), 'description', tooLong],
    [!fields.asks && !fields.amount_paise, 'amount_paise', t('recurring.editor.amountMissing')],
    [!fields.category, 'category', t('recurring.editor.categoryMissing')],
    [!readWhole(fields.every, MOST_EVERY), 'every', t('recurring.editor.everyWrong')],
    [
      isOfMonth && on === 'day' && !readWhole(fields.day, 31),
      'day',
      t('recurring.editor.dayWrong'),
    ],
    [!isDate(start), 'start', t('recurring.editor.startMissing')],
    [ends === 'on' && (!isDate(end) || end < start), 'end', t('recurring.editor.endWrong')],
    [isCounted && !count, 'count', t('recurring.editor.countWrong')],
    [
      isCounted && !readWhole(fields.first, count ?? MOST_TIMES),
      'first',
      t('recurring.editor.firstWrong'),
    ],
    [Boolean(tagsWrong), 'tags', tagsWrong],
  ];
  const errors = Object.fromEntries(
    wrong.filter(([is]) => is).map(([, field, message]) => [field, message]),
  );
  if (areDaysSaid(errors) && times(contentOf(fields)).next().done)
    errors[ends === 'on' ? 'end' : 'start'] = t('recurring.editor.never');
  return errors;
}

const NOT_OF_DAYS = ['description', 'amount_paise', 'category', 'tags'];

/** Whether nothing is wrong with what says when a rule is due. @param {Errors} errors */
export const areDaysSaid = (errors) =>
  Object.keys(errors).every((field) => NOT_OF_DAYS.includes(field));

/** All that are said, however long and many. @param {string} text */
function tagsIn(text) {
  const tags = text.split(',').map((tag) => tidiedTag(tag.trim().replace(/^#+/u, '')));
  return [...new Set(tags.filter(Boolean))];
}
