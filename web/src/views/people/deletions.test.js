import { beforeEach, expect, test, vi } from 'vitest';
import { storage } from '../../data/store/device-double.js';
import { addTexts } from '../../writing/text.js';
import { people } from '../../writing/text/en/people.js';
import { attempt } from './attempt.js';
import { deleteLedger, goOnDeleting, unfinished } from './deletions.js';

const HOME = /** @type {import('../../types.js').Ledger} */ ({
  id: 'home',
  name: 'Home',
  role: 'owner',
});
const NOTHING = { status: 404, detail: 'you have nothing by this id' };
const NOT_YOURS = { status: 403, detail: 'your role in this ledger does not allow this' };

/** @type {{status: number, detail?: string}[]} the server's answers to come, the last for good */
let answers = [];
const store = vi.hoisted(() => /** @type {any} */ ({}));

vi.mock('../../data/store.js', () => ({ store }));
addTexts({ people });

/** What a person was told, the last first. */
const told = () =>
  store.notify.mock.calls
    .map((/** @type {[{text: string}]} */ [{ text }]) => text)
    .filter((/** @type {string} */ text) => !text.startsWith('Deleting'))
    .reverse();

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  Object.assign(store, {
    state: { person: { id: 'person-1' } },
    ledgers: { items: [], know: async () => {}, put: () => {} },
    ending: (/** @type {string} */ _, /** @type {Promise<void>} */ work) => work,
    notify: vi.fn(),
    dismiss: vi.fn(),
    forget: vi.fn(async () => {}),
    members: { refresh: vi.fn(async () => {}) },
    api: {
      baseUrl: '/api',
      session: { token: async () => 'token', renew: async () => false },
      send: async () => {
        const { status, ...said } =
          answers.length > 1 ? /** @type {any} */ (answers.shift()) : answers[0];
        return new Response(status === 204 ? null : JSON.stringify({ status, ...said }), {
          status,
        });
      },
    },
  });
});

test('who is removed before it begins is told so, and what was not sent is not let go of', async () => {
  for (const before of [[], [{ ...HOME, status: 200 }]]) {
    answers = [...before, NOTHING];
    expect(await attempt(() => deleteLedger(HOME))).toBe(false);
    expect(told()[0]).toBe('That did not work: You are not in that ledger, or it was deleted.');
    // Asking for anything of the ledger makes the page leave it.
    expect(store.members.refresh).toHaveBeenCalled();
    expect(store.forget).not.toHaveBeenCalled();
    expect(unfinished()).toEqual([]);
  }
});

test('what has begun and is not there any more is deleted', async () => {
  answers = [{ ...HOME, status: 200 }, { status: 204 }, NOTHING];
  expect(await attempt(() => deleteLedger(HOME))).toBe(true);
  await vi.waitFor(() => expect(told()).toEqual(['“Home” is deleted.']));
});

test('where nobody knows whether it has begun, what is not there any more may be another’s doing', async () => {
  answers = [NOTHING];
  await goOnDeleting({ id: 'home', name: 'Home' });
  expect(told()).toEqual(['You are not in “Home” any more, or somebody else has deleted it.']);
  expect(unfinished()).toEqual([]);
});

test('who is no owner any more is told that only owners may', async () => {
  answers = [NOT_YOURS];
  await goOnDeleting({ id: 'home', name: 'Home' });
  expect(told()).toEqual([
    'That did not work: only its owners may, and you are not one of them any more',
  ]);
});
