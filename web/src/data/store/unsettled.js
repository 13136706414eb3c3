/**
 * What waits for the person to settle it: changes that were refused, edits and deletes that met a
 * newer version, deletes that can be undone. Kept on the device a key each, so that none replaces
 * another and closing the page loses none; every tab sees them (storage events).
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Expense} Expense
 *
 * @typedef {object} Refused
 * @property {string} id of the change, as for all but a refusal
 * @property {'refused'} kind
 * @property {Change} change
 * @property {string} reason in words
 *
 * @typedef {object} Refusal of something small, a category's name or a budget, that was sent late
 * @property {string} id
 * @property {'refusal'} kind
 * @property {string} what in words
 * @property {string} reason in words
 *
 * @typedef {object} Conflict
 * @property {string} id
 * @property {'conflict'} kind
 * @property {Change} change `before` is what the person saw, `after` what they want: null to delete
 * @property {Expense | null} theirs what is stored; null when it was deleted
 *
 * @typedef {object} Deleted
 * @property {string} id
 * @property {'deleted'} kind
 * @property {Expense} expense
 * @property {number} at ms
 *
 * @typedef {Refused | Refusal | Conflict | Deleted} Matter
 */
import { fieldsOf } from './changes.js';
import { newId } from '../ids.js';

/** What its keys begin with; the device's scope follows. */
const PREFIX = 'expense-tracker.unsettled.';
/** How long, and how many, deletes can be undone for. */
const KEPT_MS = 30 * 86_400_000;
const KEPT = 200;

export class Unsettled {
  /** @type {Matter[]} in the order that they came up */
  items = [];

  /** @param {string} scope of the device @param {() => void} changed */
  constructor(scope, changed) {
    this.prefix = `${PREFIX}${scope}.`;
    this.changed = changed;
    this.#read();
    addEventListener('storage', ({ key }) => {
      if (key !== null && !key.startsWith(this.prefix)) return;
      this.#read();
      this.changed();
    });
  }

  /** @returns {Refused[]} */
  get refused() {
    return this.items.filter((matter) => matter.kind === 'refused');
  }

  /** @returns {Refusal[]} */
  get refusals() {
    return this.items.filter((matter) => matter.kind === 'refusal');
  }

  /** @returns {Conflict[]} */
  get conflicts() {
    return this.items.filter((matter) => matter.kind === 'conflict');
  }

  /** @returns {Deleted[]} the latest last */
  get deleted() {
    return this.items.filter((matter) => matter.kind === 'deleted');
  }

  /** @param {Matter} matter */
  add(matter) {
    localStorage.setItem(this.prefix + matter.id, JSON.stringify(matter));
    this.#read();
    this.changed();
  }

  /** @param {string} id */
  settle(id) {
    localStorage.removeItem(this.prefix + id);
    this.#read();
    this.changed();
  }

  /** Nothing of this ledger is for this person any more. */
  clear() {
    for (const { id } of this.items) localStorage.removeItem(this.prefix + id);
    this.items = [];
  }

  #read() {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.prefix));
    const all = keys.sort().flatMap((key) => parse(localStorage.getItem(key)));
    const deleted = all.filter(({ kind }) => kind === 'deleted');
    const old = new Set([
      ...deleted.slice(0, -KEPT),
      ...deleted.filter((matter) => matter.kind === 'deleted' && Date.now() - matter.at > KEPT_MS),
    ]);
    for (const { id } of old) localStorage.removeItem(this.prefix + id);
    this.items = all.filter((matter) => !old.has(matter));
  }
}

/** What is to be looked at, in all ledgers of a person. @param {string} person @returns {Matter[]} */
export const unsettledOf = (person) =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX + person))
    .flatMap((key) => parse(localStorage.getItem(key)))
    .filter(({ kind }) => kind !== 'deleted');

/**
 * What the server has not got of what a person did in a ledger.
 *
 * @param {{queue: {pending: Change[]}, unsettled: Unsettled}} place
 * @returns {{written: Change[], deleted: Expense[]}} `written`: each as something to add
 */
export function unsentOf({ queue, unsettled }) {
  const changes = [
    ...unsettled.refused.map(({ change }) => change),
    ...unsettled.conflicts.map(({ change }) => change),
    ...queue.pending,
  ];
  /** @type {Map<string, Change>} by expense: what was wanted of it last */
  const written = new Map();
  /** @type {Map<string, Expense>} by expense */
  const deleted = new Map();
  for (const { id, before, after } of changes) {
    if (!after) {
      // What the server never had is gone with that.
      if (before && !written.delete(before.id)) deleted.set(before.id, before);
      continue;
    }
    // In one's own ledger there is nobody else who could have paid.
    const fields = fieldsOf({ ...after, by: undefined });
    written.set(after.id, {
      id,
      kind: 'add',
      before: null,
      after: { ...fields, id: newId(), version: 0 },
    });
  }
  return { written: [...written.values()], deleted: [...deleted.values()] };
}

/** @param {string | null} text @returns {Matter[]} none if it is not readable */
function parse(text) {
  try {
    const matter = JSON.parse(text ?? '');
    return matter?.id && matter.kind ? [matter] : [];
  } catch {
    return [];
  }
}
