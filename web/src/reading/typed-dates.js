/** A date that is typed into a field of its own, in digits or in words. */
import { writtenDate } from './dates.js';
import { westernDigits } from './numbers.js';
import { dateIn } from './spoken-dates.js';

/**
 * @param {string} typed such as `12 nov`, `yesterday`, `31/3/26`, or `12` for the latest 12th
 * @param {string} today `YYYY-MM-DD` in India
 * @returns {string[]} the likeliest first; several where it doesn't say which, none where it is no date
 */
export function typedDates(typed, today) {
  const text = westernDigits(typed.normalize('NFC')).replace(/\s+/gu, ' ').trim();
  const written = writtenDate(text, 'dmy');
  if (written) return [written];
  const said = /^\d{1,2}$/u.test(text) ? `${text}th` : text;
  const found = dateIn(said, today);
  const isAll = found?.from === 0 && found.to === said.length;
  return found && isAll ? found.dates : [];
}
