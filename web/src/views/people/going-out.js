import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

/**
 * What is asked before somebody goes out of the ledger that is shown, and where costs are shared, what becomes
 * of their share.
 *
 * @param {Parameters<typeof t>[0]} key @param {Record<string, string>} said
 */
export const goesOut = (key, said) =>
  [t(key, said), ofSplit(store.ledger.split)].filter(Boolean).join(' ');

/** @param {import('../../types.js').Ledger['split']} split */
const ofSplit = (split) =>
  split && t(split.kind === 'equal' ? 'people.alikeSure' : 'people.sharesSure');
