/** Which ledger an address asks for. */

/** How an address calls one's own ledger, where one shares others. */
export const OWN = 'own';

/** The id of the address's ledger, one's own being empty; null where the address leaves it open. */
export function askedLedger() {
  const asked = new URLSearchParams(location.search).get('ledger');
  if (asked === null) return null;
  return asked !== OWN && /^[\w-]{1,64}$/.test(asked) ? asked : '';
}
