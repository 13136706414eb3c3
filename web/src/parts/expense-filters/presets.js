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

/** @param {Preset} preset @param {string} today @returns {{from?: string, to?: string}} */
export function rangeOf(preset, today) {
  switch (preset) {
    case 'month':
      return monthRange(today);
    case 'lastMonth':
      return monthRange(addDays(monthStart(today), -1));
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
 */
export function presetOf({ from, to }, today) {
  return PRESETS.find((preset) => {
    const range = rangeOf(preset, today);
    return range.from === from && range.to === to;
  });
}
