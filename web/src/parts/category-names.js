/** Names and colours of categories, for figures that only know their ids. */
import { store } from '../data/store.js';
import { t } from '../writing/text.js';

const GREY = '#808a85';

/** @param {string | null} id null for all the rest */
export function nameOf(id) {
  if (id === null) return t('overview.trend.rest');
  return store.category(id)?.name ?? t('entry.unknownCategory');
}

/** @param {string} id */
export const colourOf = (id) => store.category(id)?.colour ?? GREY;
