/** What the overview shows of those who share a ledger; its code comes only where somebody does. */
import { html, nothing } from 'lit';
import { store } from '../../../data/store.js';
import { isTogether } from '../../../parts/member-names.js';

let loaded = false;

/** Have the code at hand, where the ledger is shared. */
export async function loadTogether() {
  if (loaded || !isTogether()) return;
  try {
    await import('./cards.js');
    loaded = true;
    store.emit();
  } catch {
    // The figures are there without it.
  }
}

/**
 * @param {import('../period/period.js').Period} period
 * @param {import('../../../types.js').Filter} filter
 */
export function togetherCards(period, filter) {
  if (!isTogether()) return nothing;
  if (!loaded) {
    loadTogether();
    return nothing;
  }
  const { from, to } = period.kind === 'all' ? {} : period;
  // Everybody stands in it, whoever is picked.
  const of = { ...filter, by: undefined, from, to };
  return html`<who-paid .of=${of} .picked=${filter.by ?? []}></who-paid>
    ${store.ledger.split ? html`<fair-shares></fair-shares>` : nothing}`;
}
