/**
 * What each member of a shared ledger paid, of each filter that was asked for, with the unconfirmed
 * changes laid over it.
 *
 * @typedef {import('../../types.js').Filter} Filter
 * @typedef {{status: 'loading' | 'ready' | 'failed', paid: Map<string, number> | null}} PaidView
 *   paise by the member's id
 */
import { overlayPaid } from './changes.js';
import { Questions, statusOf } from './questions.js';

/** @typedef {import('./questions.js').Question<Map<string, number>> & {filter: Filter}} Entry */

const KEPT = 12;

export class Paid {
  /**
   * @param {Pick<import('../api.js').Api, 'paidByMember'>} api
   * @param {{pending: () => import('./changes.js').Change[], inDoubt: () => boolean,
   *   emit: () => void, failed: (error: unknown) => void}} store
   */
  constructor(api, store) {
    this.store = store;
    const ask = async (/** @type {Entry} */ { filter }) => {
      const { groups } = await api.paidByMember(filter);
      return new Map(groups.map(({ member, total_paise }) => [member, total_paise]));
    };
    /** @type {Questions<Map<string, number>, Entry>} */
    this.questions = new Questions(KEPT, { ask }, store);
  }

  /** @param {Filter} filter @returns {PaidView} */
  view(filter) {
    const unasked = { filter, base: null, loading: false, stale: true, failed: false };
    const entry = this.questions.use(JSON.stringify(filter), () => unasked);
    const paid = entry.base && overlayPaid(entry.base, this.store.pending(), filter);
    return { status: statusOf(entry), paid };
  }

  /** Take a confirmed change into what is known. @param {import('./changes.js').Change} change */
  settle(change) {
    this.questions.settle((base, { filter }) => overlayPaid(base, [change], filter));
  }

  /** Ask again for what is shown, keeping it meanwhile. */
  refresh() {
    this.questions.refresh();
  }
}
