/** The date ranges that one asks for, by name. */
import {
  addDays,
  financialYearRange,
  monthRange,
  monthStart,
  yearRange,
} from '../../writing/dates.js';

/** @typedef {'any' | 'month' | 'lastMonth' | 'last90' | 'year' | 'financialYear'} Preset */

/** @type {Preset[]} */
export const PRESETS = ['any', 'month', 'lastMonth', 'last90', 'year', 'financialYear'];

/**
 * @param {Preset} preset @param {string} today @param {number} [begins] the day that months begin on
 * @returns {{from?: string, to?: string}}
 */
export function rangeOf(preset, today, begins = 1) {
  switch (preset) {
    case 'month':
      return monthRange(today, begins);
    case 'lastMonth':
      return monthRange(addDays(monthStart(today, begins), -1), begins);
    case 'last90':
      return { from: addDays(today, -89), to: today };
    case 'year':
      return yearRange(today);
    case 'financialYear':
      return financialYearRange(today);
    default:
      return {};
  }
}

/**
 * The preset that a range is; undefined for any other.
 *
 * @param {{from?: string, to?: string}} range @param {string} today
 * @param {number} [begins] the day that months begin on
 */
export function presetOf({ from, to }, today, begins = 1) {
  return PRESETS.find((preset) => {
    const range = rangeOf(preset, today, begins);
    return range.from === from && range.to === to;
  });
}
