/** The date ranges that one asks for, by name. */
import {
  addDays,
  addMonths,
  financialYearStart,
  monthEnd,
  monthStart,
  parts,
} from '../../writing/dates.js';

/** @typedef {'any' | 'month' | 'lastMonth' | 'last90' | 'year' | 'financialYear'} Preset */

/** @type {Preset[]} */
export const PRESETS = ['any', 'month', 'lastMonth', 'last90', 'year', 'financialYear'];

/** @param {Preset} preset @param {string} today @returns {{from?: string, to?: string}} */
export function rangeOf(preset, today) {
  const { year } = parts(today);
  const aprilFirst = financialYearStart(today);
  switch (preset) {
    case 'month':
      return { from: monthStart(today), to: monthEnd(today) };
    case 'lastMonth': {
      const before = addDays(monthStart(today), -1);
      return { from: monthStart(before), to: before };
    }
    case 'last90':
      return { from: addDays(today, -89), to: today };
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'financialYear':
      return { from: aprilFirst, to: addDays(addMonths(aprilFirst, 12), -1) };
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
