import { expect, test, vi } from 'vitest';
import { ApiError, UnreachableError } from '../api.js';
import { CalendarLink } from './calendar-link.js';

const AT = '2026-11-25T10:15:31.000042Z';

/** @param {Partial<import('./calendar-link.js').Server>} answers */
const link = (answers = {}) =>
  new CalendarLink(
    {
      calendarLink: async () => ({ created_at: AT }),
      makeCalendarLink: async () => ({ path: '/api/calendar/secret.ics', created_at: AT }),
      revokeCalendarLink: async () => null,
      ...answers,
    },
    'https://expenses.example',
  );

test('since when there is one is known, its address only once it was made here', async () => {
  const asked = link();
  await asked.load();
  expect(asked).toMatchObject({ status: 'ready', since: AT, address: null });
  await asked.make();
  expect(asked.address).toBe('https://expenses.example/api/calendar/secret.ics');
});

test('a failed look says so', async () => {
  const asked = link({ calendarLink: () => Promise.reject(new UnreachableError()) });
  await asked.load();
  expect(asked.status).toBe('failed');
});

test('one that was ended elsewhere is ended', async () => {
  const gone = link({ revokeCalendarLink: () => Promise.reject(new ApiError(404, {})) });
  await gone.load();
  await gone.revoke();
  expect(gone.since).toBeNull();
});

test('what could not be ended holds', async () => {
  const revokeCalendarLink = vi.fn(() => Promise.reject(new UnreachableError()));
  const held = link({ revokeCalendarLink });
  await held.load();
  await expect(held.revoke()).rejects.toThrow();
  expect(held.since).toBe(AT);
});
