/** Which ledger an address asks for. */

/** How an address calls one's own ledger, where one shares others. */
export const OWN = 'own';
/** What narrows an address: one that does, and names no ledger, is of a time when there was only one's own. */
const NARROWING = ['period', 'from', 'to', 'category', 'without', 'tag', 'kind', 'q'];

/** The id of the address's ledger, one's own being empty; null where the address leaves it open. */
export function askedLedger() {
  const params = new URLSearchParams(location.search);
  const asked = params.get('ledger');
  if (asked === null) return NARROWING.some((name) => params.has(name)) ? '' : null;
  return asked !== OWN && /^[\w-]{1,64}$/.test(asked) ? asked : '';
}
