/** How people and their invitations are written. */
import { today } from '../writing/dates.js';
import { date } from '../writing/format.js';

/** What the others may call somebody, until they say: the beginning of their address. @param {string} email */
export function nameOfEmail(email) {
  const [first = ''] = email
    .split('@')[0]
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
  return first.charAt(0).toUpperCase() + first.slice(1);
}

/** The day in India of a moment of the API's. @param {string} at such as `2026-11-25T10:15:31Z` */
export const dayOfTime = (at) => date(today(new Date(at)));
