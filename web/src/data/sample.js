/**
 * Made-up expenses for a first look around, the same for everybody, and their removal. Each has an id
 * of its own making and the tag `sample`, so that nothing else is ever taken away.
 */
import {
  addDays,
  addMonths,
  daysBetween,
  monthEnd,
  monthStart,
  parts,
  weekday,
} from '../writing/dates.js';
import { idOf } from '../reading/identity.js';

/** @typedef {import('../types.js').ExpenseFields & {id: string}} SampleExpense */

export const SAMPLE_TAG = 'sample';

const MONTHS = 6;
/** More than any six months make: the ids that removal may touch. */
const MOST = 400;

/**
 * Once a month: day, rupees, category, description.
 *
 * @type {[number, number, string, string][]}
 */
const MONTHLY = [
  [1, 24000, 'rent', 'House rent'],
  [2, 3500, 'household-help', 'Lakshmi, cook'],
  [5, 5000, 'investments', 'SIP, index fund'],
  [7, 1180, 'utilities-recharge', 'Electricity bill'],
  [9, 799, 'utilities-recharge', 'Broadband'],
  [12, 299, 'utilities-recharge', 'Phone recharge'],
  [15, 649, 'entertainment', 'Film and serial subscription'],
  [20, 2150, 'insurance', 'Health insurance'],
];

/**
 * Now and then: chance a day in percent, least and most rupees, category, description, tag, weekends.
 *
 * @type {[number, number, number, string, string, string, boolean][]}
 */
const CASUAL = [
  [22, 20, 60, 'food-dining', 'Chai and samosa', 'office', false],
  [14, 120, 260, 'food-dining', 'Lunch thali', 'office', false],
  [20, 450, 1600, 'food-dining', 'Dinner out', 'family', true],
  [16, 180, 640, 'groceries', 'Vegetables and fruit', 'home', false],
  [9, 800, 2400, 'groceries', 'Monthly provisions', 'home', true],
  [18, 60, 220, 'transport', 'Auto', 'office', false],
  [8, 100, 200, 'transport', 'Metro card', 'office', false],
  [6, 500, 1500, 'fuel', 'Petrol', 'scooter', false],
  [4, 150, 900, 'health', 'Pharmacy', '', false],
  [9, 600, 3200, 'shopping', 'Clothes', '', true],
  [8, 300, 900, 'entertainment', 'Cinema', 'family', true],
  [2, 2500, 7500, 'travel', 'Weekend trip', 'family', true],
  [2, 500, 2500, 'festivals-gifts', 'Birthday present', '', false],
];

/**
 * Numbers from 0 to 1 that are the same each time (mulberry32, by Tommy Ettinger, public domain).
 *
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {number} index */
const sampleId = (index) => idOf(`expense-tracker/sample/1\n${index}`);

/**
 * @param {string} today the last day of it
 * @returns {Promise<SampleExpense[]>} oldest first, over six months
 */
export async function sampleExpenses(today) {
  const random = seeded(20261101);
  const first = monthStart(addMonths(today, 1 - MONTHS));
  /** @type {Omit<SampleExpense, 'id'>[]} */
  const expenses = [];
  const add = (
    /** @type {string} */ date,
    /** @type {number} */ rupees,
    /** @type {string} */ category,
    /** @type {string} */ description,
    /** @type {string} */ tag = '',
  ) =>
    expenses.push({
      date,
      amount_paise: rupees * 100,
      category,
      description,
      tags: [...(tag ? [tag] : []), SAMPLE_TAG],
    });
  for (let offset = 0; offset <= daysBetween(first, today); offset += 1) {
    const date = addDays(first, offset);
    for (const [day, rupees, category, description] of MONTHLY) {
      if (parts(date).day === day) add(date, rupees, category, description);
    }
    for (const [chance, least, most, category, description, tag, weekend] of CASUAL) {
      const happens = random() * 100 < chance;
      const rupees = least + Math.floor(random() * (most - least));
      if (happens && weekend === weekday(date) > 5) add(date, rupees, category, description, tag);
    }
    // The festival month is the dear one.
    if (date === monthEnd(addMonths(today, -1))) {
      add(date, 6400, 'festivals-gifts', 'Sweets, lamps and presents', 'family');
    }
  }
  return Promise.all(
    expenses
      .slice(-MOST)
      .map(async (expense, index) => ({ id: await sampleId(index), ...expense })),
  );
}

/**
 * @param {typeof import('./store.js').store} store
 * @param {import('./store/bulk.js').Options} [options]
 * @returns {Promise<boolean>} whether all of it is there
 */
export async function loadSample(store, options) {
  const { stopped } = await store.addExpenses(await sampleExpenses(store.state.today), options);
  return stopped === null;
}

/**
 * @param {typeof import('./store.js').store} store
 * @param {import('./store/bulk.js').Options} [options]
 * @returns {Promise<number>} how many were taken away
 */
export async function removeSample(store, options) {
  const known = new Set(
    await Promise.all(Array.from({ length: MOST }, (_, index) => sampleId(index))),
  );
  const tagged = await store.loadAll({ tag: [SAMPLE_TAG] }, { signal: options?.signal });
  const sample = tagged.filter(({ id }) => known.has(id));
  return store.deleteExpenses(sample, options);
}
