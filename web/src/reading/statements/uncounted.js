/** Columns that hold amounts and aren't read, which may be a part of what was spent. */
import { saysCategory } from '../category-matching.js';
import { readAmountCell } from './cell-amounts.js';
import { isDateCell } from './cell-dates.js';
import { plainName } from './column-names.js';
import { sumOf } from './grid-parts.js';

/** Numbers that are no money spent. */
const OTHER_NUMBERS =
  /rate|price|mrp|qty|quantity|unit|point|sol\b|lat|lon|gps|page|branch|mcc|code|zip|\bpin\b|value|discount|fee|tax|gst|limit|balance|converted|2$|ref_|id$|number|no$|version|total|order|warrant|budget|reward|cash ?back|charge|\bbr\b/iu;

/**
 * What may have been spent and is in no column that is read: of another person, another way of paying, or
 * a second table beside the first.
 *
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 * @param {readonly import('./records.js').Entry[]} entries
 * @returns {string[]} doubts
 */
export function notCounted(columns, names, entries) {
  const found = columns.flatMap(({ role, why }, column) => {
    const name = (names[column] ?? '').trim();
    const isFree = role === 'ignore' && why !== 'you said so';
    if (!isFree || name === '' || OTHER_NUMBERS.test(plainName(name))) return [];
    const filled = entries.filter(({ cells }) => readAmountCell(cells[column] ?? '') !== 'empty');
    const amounts = filled.map(({ cells }) => readAmountCell(cells[column]));
    const isMoney = filled.every(
      ({ cells }, at) =>
        typeof amounts[at] === 'object' &&
        !isDateCell(cells[column]) &&
        !/^\d{9,}$/u.test(cells[column]),
    );
    // The same amount again, in words or in another form, is counted.
    const others = filled.filter(({ paise }, at) => {
      const amount = amounts[at];
      return typeof amount === 'object' && amount.paise !== 0 && amount.paise !== paise;
    });
    return isMoney && others.length > filled.length / 2 ? [{ name, column }] : [];
  });
  // What its parts come to is counted; of people, their shares may.
  const isSum =
    found.every(({ name }) => saysCategory(name)) &&
    entries.every(
      ({ cells, paise }) => Math.abs(sumOf(found.map(({ column }) => cells[column]))) === paise,
    );
  return isSum ? [] : found.map(({ name }) => `“${name}” holds amounts that aren’t counted`);
}

/** Each one's part of a payment, in one cell with the others' parts. */
const PARTS = /^split amounts?$/iu;

/** `50/50`, in a column of how it was split. */
const RATIO = /^\d{1,3} ?[/:] ?\d{1,3}$|^(split )?equal(ly)?$/iu;

/**
 * @param {readonly string[]} names
 * @param {readonly import('./records.js').Entry[]} entries
 * @returns {string[]} doubts
 */
export const notParted = (names, entries) =>
  names
    .filter(
      (name, column) =>
        PARTS.test(name.trim()) ||
        (/^split\b(?!.*\bdate\b)/iu.test(name.trim()) &&
          entries.some(({ cells }) => RATIO.test((cells[column] ?? '').trim()))),
    )
    .map((name) => `whole amounts count, not your part in “${name.trim()}”`);

const PRICE = /^(unit )?(price|rate)$/u;
const COUNT = /^(qty|quantity|units|no of units)$/u;

/**
 * What one of several costs is less than what was paid.
 *
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 * @param {readonly import('./records.js').Entry[]} entries
 * @returns {string[]} doubts
 */
export function notMultiplied(columns, names, entries) {
  const price = columns.findIndex(
    ({ role }, column) => role === 'amount' && PRICE.test(plainName(names[column] ?? '')),
  );
  const count = names.findIndex((name) => COUNT.test(plainName(name)));
  const isSeveral = entries.some(({ cells }) => Number((cells[count] ?? '').trim() || 1) !== 1);
  return price >= 0 && count >= 0 && isSeveral
    ? [`“${names[price].trim()}” is taken for the whole, not for one of “${names[count].trim()}”`]
    : [];
}

const UNIT = /\b(lakhs?|lacs?|crores?|thousands?|millions?|000s)\b/iu;
/** What a heading says of all amounts. */
const ALL_IN_UNITS =
  /\b(?:amounts?|figures|values|rs\.?|inr|rupees|₹)[^\n]{0,12}?\bin (lakhs?|lacs?|crores?|thousands?|millions?|000s)\b/iu;

/**
 * Amounts are taken for rupees, whatever a name says that one of them is.
 *
 * @param {readonly import('./columns.js').Taken[]} columns
 * @param {readonly string[]} names
 * @param {string} around the text outside of the table
 * @returns {string[]} doubts
 */
export function inUnits(columns, names, around) {
  const said = ALL_IN_UNITS.exec(around)?.[1];
  const named = columns.flatMap(({ role }, column) => {
    const unit = ['amount', 'debit', 'credit'].includes(role) && UNIT.exec(names[column] ?? '');
    return unit ? [`“${names[column].trim()}” is taken for rupees, not for ${unit[1]}`] : [];
  });
  return said && named.length === 0 ? [`its amounts are taken for rupees, not for ${said}`] : named;
}
