import { store } from '../../data/store.js';
import { t } from '../../writing/text.js';

/**
 * What is asked before somebody goes out of the ledger that is shown: where costs are shared, their share of
 * them goes to who stays.
 *
 * @param {Parameters<typeof t>[0]} key @param {Record<string, string>} said
 */
export const goesOut = (key, said) =>
  [t(key, said), store.ledger.split ? t('people.splitSure') : ''].filter(Boolean).join(' ');
