/**
 * What an import has done so far, written down while it does it: wherever it ends, by a closed tab or a flat
 * battery, what it wrote is known and can be taken back.
 *
 * An answer that does not come leaves open whether the batch was written, and one that says `replayed`
 * whether by this import, whose first try was not answered, or by another one. When it was recorded, by the
 * server's clock, tells it from earlier ones; what the others know, from later ones.
 */
import { withLock } from '../../data/store/lock.js';

/**
 * @typedef {import('../../data/store/imports.js').PastImport} PastImport
 * @typedef {import('../../data/store/imports.js').Unsure} Unsure
 * @typedef {import('../../data/store/bulk.js').New} New
 * @typedef {import('../../data/store/bulk.js').Result} Result
 * @typedef {import('../../types.js').Expense} Expense
 * @typedef {Pick<typeof import('../../data/store.js').store, 'imports' | 'api' | 'loadAll'>} Ledger
 */

/** By then a request that was sent is done with, whatever came of it. */
const DONE_MS = 60_000;

export class ImportLog {
  /** @param {Ledger} ledger @param {PastImport} past */
  constructor(ledger, past) {
    this.ledger = ledger;
    this.past = past;
  }

  /**
   * Begin, or go on with, an import.
   *
   * @param {Ledger} ledger
   * @param {Pick<PastImport, 'id' | 'name' | 'at'>} about
   * @throws {Error} where it can't be told what was written before
   */
  static async begin(ledger, { id, name, at }) {
    const before = ledger.imports.items.find((one) => one.id === id);
    const past = before ?? { id, name, at, total: 0, ids: [] };
    const log = new ImportLog(ledger, { ...(await settled(past, ledger)), unfinished: true });
    await log.#keep({});
    return log;
  }

  /** @param {readonly New[]} batch */
  sending(batch) {
    const since = this.ledger.api.now();
    const before = this.past.unsure ?? [];
    const known = new Set(before.map(({ id }) => id));
    const sent = batch
      .filter(({ id }) => !known.has(id))
      .map(({ id, date, amount_paise }) => ({ id, date, amount_paise, since }));
    return this.#keep({ unsure: [...before, ...sent] });
  }

  /** @param {readonly New[]} batch @param {readonly Result[]} results */
  answered(batch, results) {
    const statuses = new Map(results.map(({ id, status }) => [id, status]));
    const added = batch.filter(({ id }) => statuses.get(id) === 'created');
    const isOpen = (/** @type {Unsure} */ { id }) =>
      !statuses.has(id) || statuses.get(id) === 'replayed';
    return this.#keep({ ...withAdded(this.past, added), unsure: this.past.unsure?.filter(isOpen) });
  }

  /** Everything was answered for. */
  async end() {
    // Whoever takes it back looks again for what can't be looked up now.
    const past = await settled(this.past, this.ledger).catch(() => this.past);
    if (isEmpty(past)) return this.ledger.imports.forget(past.id);
    return this.#keep({ ...past, unfinished: undefined });
  }

  /** @param {Partial<PastImport>} changes */
  #keep(changes) {
    this.past = { ...this.past, ...changes };
    return this.ledger.imports.keep(this.past);
  }
}

/**
 * An import of which it is known what it added, as far as that can be known by now.
 *
 * @param {PastImport} past
 * @param {Ledger} ledger
 * @returns {Promise<PastImport>}
 * @throws {Error} where the server could not be reached
 */
export async function settled(past, ledger) {
  const unsure = past.unsure ?? [];
  if (unsure.length === 0) return past;
  const dates = unsure.map(({ date }) => date).sort();
  const range = { from: dates[0], to: dates[dates.length - 1] };
  const stored = await ledger.loadAll(range, { ofServer: true });
  const found = new Map(stored.map((expense) => [expense.id, expense]));
  // Another tab may have written since.
  await ledger.imports.load();
  const others = ledger.imports.items.filter(({ id }) => id !== past.id);
  const ours = unsure.filter(
    (one) => isSince(found.get(one.id), one.since) && !isOfAnother(one, found, past, others),
  );
  const now = ledger.api.now();
  const open = unsure.filter(({ id, since }) => !found.has(id) && now - since < DONE_MS);
  return { ...withAdded(past, ours), unsure: open };
}

/**
 * Whether another import added it, or sent it last before it was recorded: it is never of two.
 *
 * @param {Unsure} one
 * @param {ReadonlyMap<string, Expense>} found
 * @param {PastImport} past
 * @param {readonly PastImport[]} others
 */
function isOfAnother({ id, since }, found, past, others) {
  const isLater = (/** @type {PastImport} */ other, /** @type {number} */ sent) =>
    isSince(found.get(id), sent) && (sent > since || (sent === since && other.id > past.id));
  return others.some(
    (other) =>
      other.ids.includes(id) ||
      other.unsure?.some((one) => one.id === id && isLater(other, one.since)),
  );
}

/** @param {Expense | undefined} expense @param {number} since */
const isSince = (expense, since) => Date.parse(expense?.created_at ?? '') >= since;

/** Whether there is nothing of it to take back. @param {PastImport} past */
export const isEmpty = ({ ids, unsure = [] }) => ids.length + unsure.length === 0;

/**
 * @param {PastImport} past
 * @param {readonly {id: string, amount_paise: number}[]} added
 * @returns {PastImport}
 */
function withAdded(past, added) {
  const known = new Set(past.ids);
  const more = added.filter(({ id }) => !known.has(id));
  return {
    ...past,
    total: more.reduce((all, { amount_paise }) => all + amount_paise, past.total),
    ids: [...past.ids, ...more.map(({ id }) => id)],
  };
}

/**
 * While it is written no other tab takes it for one that was broken off.
 *
 * @template T
 * @param {string} id
 * @param {() => Promise<T>} work
 */
export const whileWriting = (id, work) => withLock(lockOf(id), work);

/**
 * Wait until nobody is writing an import.
 *
 * @param {string} id
 * @param {() => void} writing told if somebody is
 */
export async function untilWritten(id, writing) {
  if (!navigator.locks) return;
  const isFree = await navigator.locks.request(lockOf(id), { ifAvailable: true }, Boolean);
  if (isFree) return;
  writing();
  await withLock(lockOf(id), async () => undefined);
}

/** @param {string} id */
const lockOf = (id) => `expense-tracker.import.${id}`;
