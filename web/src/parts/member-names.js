/** Who is in a shared ledger, for what only knows their ids. */
import { store } from '../data/store.js';
import { t } from '../writing/text.js';

/** @param {string} id */
export function memberName(id) {
  const name = store.members.find(id)?.name ?? t('filter.somebody');
  return id === store.ledger.member ? t('filter.oneself', { name }) : name;
}

/** Whether there is anybody else, so that it matters who paid. */
export const isTogether = () => Boolean(store.ledger.id) && store.members.items.length > 1;

/** Those who can have paid for something new; `also` is one who has. @param {string} [also] */
export const payers = (also) =>
  store.members.items.filter(({ id, role }) => role !== 'left' || id === also);
