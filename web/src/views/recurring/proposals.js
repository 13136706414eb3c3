/**
 * What looks as if it recurred: the same payee at a steady interval with a similar amount, at least
 * three times, and not long ago.
 *
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {import('../../types.js').RuleContent} RuleContent
 * @typedef {'week' | 'fortnight' | 'month' | 'quarter' | 'half' | 'year'} Interval
 *
 * @typedef {object} Proposal
 * @property {string} payee folded, which names it
 * @property {string} name
 * @property {Interval} interval
 * @property {number} times
 * @property {number} amount_paise of the latest
 * @property {string} date of the latest
 * @property {Partial<RuleContent>} draft of the rule
 */
import { foldedPayee } from '../../reading/folding.js';
import { payeeOf } from '../../reading/payees.js';
import { addDays, addMonths, daysBetween, parts } from '../../writing/dates.js';

const FEWEST = 3;
/** Similar: the largest is at most so many times the smallest. */
const SIMILAR = 1.3;
/** Days by which the next may be late before it looks as if it had ended. */
const LATE = 7;

/** Days between two of them, and how a rule says it. */
const INTERVALS = /** @type {const} */ ([
  { interval: 'week', least: 6, most: 8, frequency: 'weekly', every: 1 },
  { interval: 'fortnight', least: 13, most: 15, frequency: 'weekly', every: 2 },
  { interval: 'month', least: 27, most: 34, frequency: 'monthly', every: 1 },
  { interval: 'quarter', least: 85, most: 97, frequency: 'monthly', every: 3 },
  { interval: 'half', least: 176, most: 190, frequency: 'monthly', every: 6 },
  { interval: 'year', least: 355, most: 375, frequency: 'yearly', every: 1 },
]);

/**
 * @param {readonly Expense[]} history newest first
 * @param {readonly Pick<RuleContent, 'description'>[]} rules
 * @param {string} today
 * @returns {Proposal[]} the latest first
 */
export function proposals(history, rules, today) {
  const known = new Set(rules.map(({ description }) => foldedPayee(payeeOf(description))));
  /** @type {Map<string, Expense[]>} */
  const byPayee = new Map();
  for (const expense of history) {
    const payee = foldedPayee(payeeOf(expense.description));
    if (!payee || known.has(payee) || expense.rule || expense.kind === 'refund') continue;
    byPayee.set(payee, [...(byPayee.get(payee) ?? []), expense]);
  }
  return [...byPayee].flatMap(([payee, expenses]) => ofPayee(payee, expenses, today));
}

/** @param {string} payee @param {Expense[]} expenses newest first @param {string} today */
function ofPayee(payee, expenses, today) {
  for (const form of INTERVALS) {
    const steady = [expenses, expenses.slice(1)]
      .filter(({ length }) => length > 0)
      .map((some) => steadily(some, form))
      .reduce((best, some) => (some.length > best.length ? some : best));
    const isOver = daysBetween(steady[0].date, today) > form.most + LATE;
    if (steady.length >= FEWEST && !isOver) return [proposal(payee, steady, form, today)];
  }
  return [];
}

/**
 * The latest of them that follow each other at an interval, with similar amounts; between them there may
 * be others, as long as they are fewer.
 *
 * @param {Expense[]} expenses newest first @param {{least: number, most: number}} interval
 */
function steadily(expenses, { least, most }) {
  const [latest, ...earlier] = expenses;
  const found = [latest];
  let others = 0;
  let [smallest, largest] = [latest.amount_paise, latest.amount_paise];
  for (const expense of earlier) {
    const { date, amount_paise: paise } = expense;
    const days = daysBetween(date, found[found.length - 1].date);
    if (days > most) break;
    const range = [Math.min(smallest, paise), Math.max(largest, paise)];
    if (days < least || range[1] > SIMILAR * range[0]) {
      others += 1;
    } else {
      [smallest, largest] = range;
      found.push(expense);
    }
  }
  return others < found.length ? found : [latest];
}

/**
 * @param {string} payee @param {Expense[]} found newest first @param {(typeof INTERVALS)[number]} form
 * @param {string} today
 * @returns {Proposal}
 */
function proposal(payee, found, { interval, frequency, every }, today) {
  const [latest] = found;
  const { amount_paise: paise, category, tags, date } = latest;
  const name = payeeOf(latest.description);
  const isFixed = found.every(({ amount_paise: one }) => one === paise);
  return {
    payee,
    name,
    interval,
    times: found.length,
    amount_paise: paise,
    date,
    draft: {
      description: name,
      amount_paise: isFixed ? paise : null,
      category,
      tags,
      frequency,
      every,
      // Of a month that is shorter, the next would be told by its last day.
      day: frequency === 'weekly' ? null : parts(date).day,
      start: firstAfter(today, date, { frequency, every }),
    },
  };
}

/**
 * The first day after today that is whole intervals from the latest, so that one which is late comes on
 * the weekday, or in the month, on which it would have come.
 *
 * @param {string} today @param {string} latest @param {Pick<(typeof INTERVALS)[number], 'frequency' | 'every'>} form
 */
function firstAfter(today, latest, { frequency, every }) {
  const months = frequency === 'yearly' ? 12 : every;
  for (let times = 1; ; times++) {
    // From the latest each time: the 31st is the 31st again after a shorter month.
    const due =
      frequency === 'weekly'
        ? addDays(latest, 7 * every * times)
        : addMonths(latest, months * times);
    if (due > today) return due;
  }
}
