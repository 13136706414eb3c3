/**
 * Where an expense can go from the ledger that is shown.
 *
 * @typedef {'moved' | 'copied' | 'stale' | 'gone' | 'conflict' | 'duplicate' | 'invalid'} Status
 * @typedef {import('../../types.js').Ledger} Ledger
 */
import { mayWriteAs } from './members.js';

/**
 * The other ledgers in which one may write, one's own first.
 *
 * @param {{ledger: Ledger, ledgers: {items: readonly Ledger[], find: (id: string) => Ledger}}} store
 * @returns {Ledger[]}
 */
export function destinations({ ledger, ledgers }) {
  return [ledgers.find(''), ...ledgers.items].filter(
    ({ id, role }) => id !== ledger.id && mayWriteAs(role),
  );
}
