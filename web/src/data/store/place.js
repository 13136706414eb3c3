/**
 * All that is known of one ledger, the device's share of it included: the store shows one place at a
 * time, and nothing of one is ever in another. A place that was shown before is kept, so that going back
 * to it is at once, and what waits in it goes on to the server meanwhile.
 *
 * @typedef {ReturnType<typeof makePlace>} Place
 *
 * @typedef {object} Listener
 * @property {() => void} changed what is to be shown is not what it was
 * @property {(error: unknown) => void} failed
 * @property {(error: Error, asOf: number | null) => void} fellBack the device answered in the server's place
 * @property {() => void} fresh the device's copy of the expenses is up to date
 * @property {(expense?: import('../../types.js').Expense) => void} recorded a recurring expense was
 * @property {import('./queue.js').Handlers['settled']} settled
 * @property {import('./queue.js').Handlers['refused']} refused
 * @property {import('./queue.js').Handlers['conflicted']} conflicted
 * @property {() => void} takenBack
 * @property {(what: string, error: import('../api.js').ApiError) => void} refusedLate something small, in words
 * @property {() => void} left
 */
import { Budgets } from './budgets.js';
import { Categories } from './categories.js';
import { DeletedLately } from './deleted-lately.js';
import { Fair } from './fair.js';
import { Habits } from './habits.js';
import { Imports } from './imports.js';
import { Kept } from './kept.js';
import { Layouts } from './layouts.js';
import { Lists } from './lists.js';
import { Members } from './members.js';
import { Outbox } from './outbox.js';
import { Paid } from './paid.js';
import { Payees } from './payees.js';
import { Queue } from './queue.js';
import { Recurring } from './recurring.js';
import { Summaries } from './summaries.js';
import { Unsettled } from './unsettled.js';

/**
 * @param {import('../api.js').Api} api that asks of this ledger
 * @param {import('../device.js').Device} device that keeps what is of this ledger
 * @param {Listener} listener
 */
export function makePlace(api, device, listener) {
  const { changed, failed } = listener;
  const pending = () => queue.pending;
  const kept = new Kept(device, api, {
    pending,
    fresh: listener.fresh,
    fellBack: (error, asOf) => listener.fellBack(error, asOf ?? null),
  });
  const outbox = new Outbox(device, { emit: changed, failed });
  const cache = {
    pending,
    inDoubt: () => queue.inDoubt(),
    emit: changed,
    failed,
    known: kept.first.bind(kept),
    nameOf: (/** @type {string} */ id) => categories.find(id)?.name,
    idOf: (/** @type {string} */ id) => categories.idOf(id),
    outbox,
    refused: listener.refusedLate,
  };
  const habits = new Habits(device.scope);
  const categories = new Categories(device.scope, api, cache);
  const summaries = new Summaries(
    (range, by) => api.summary(range, by),
    cache,
    (range, by) => kept.first((known) => known.summary(range, by)),
  );
  const paid = new Paid(api, cache);
  const deletedLately = new DeletedLately(api, cache);
  const fair = new Fair(api, { emit: changed, failed });
  const lists = new Lists(
    (filter, cursor, limit) => api.listExpenses(filter, { cursor, limit }),
    cache,
    (expenses) => habits.learn(expenses),
    (filter, limit) => kept.first((known) => known.listExpenses(filter, { limit })),
  );
  const queue = new Queue(device, api, {
    changed,
    confirmed: (change) => kept.copy.writesOf(change),
    settled: (change) => {
      summaries.settle(change);
      lists.settle(change);
      paid.settle(change);
      fair.refresh();
      if (change.kind === 'add' && change.after) deletedLately.remove(change.after.id);
      listener.settled(change);
      sendTheRest();
    },
    refused: listener.refused,
    conflicted: listener.conflicted,
    takenBack: () => {
      listener.takenBack();
      sendTheRest();
    },
    left: listener.left,
    stopped: failed,
    resolveCategory: (id) => categories.resolve(id),
  });
  // A category that is left empty can be deleted once its expenses have gone elsewhere.
  const sendTheRest = () => {
    if (!queue.pending.length) outbox.send();
  };
  return {
    api,
    device,
    kept,
    habits,
    categories,
    summaries,
    lists,
    paid,
    queue,
    outbox,
    budgets: new Budgets(api, cache),
    deletedLately,
    unsettled: new Unsettled(device.scope, changed),
    imports: new Imports(device, changed),
    layouts: new Layouts(device.scope),
    payees: new Payees(api, changed),
    recurring: new Recurring(api, { changed, recorded: listener.recorded, known: cache.known }),
    /** For imports and the like. */
    bulk: async () => new (await import('./bulk.js')).Bulk(api),
    fair,
    members: new Members(api, { emit: changed, failed }),
    /** How many changes the server has not got. */
    unsent: () => queue.pending.length + outbox.size + categories.waiting,
    /** Send what waits. */
    async drain() {
      await queue.drain();
      sendTheRest();
    },
    /** No figure is shown before what waits can be counted in. */
    restored: Promise.all([queue.restore(), outbox.restore()]),
  };
}
