/**
 * The invitation that somebody comes with. Its secret is in the fragment of the link, which no server is
 * sent; it waits in this tab while they sign in.
 */
const KEY = 'expense-tracker.invitation';

/** @param {string} token */
export const invitationLink = (token) => `${location.origin}/invitation#${token}`;

/** Take the secret out of the address, where history and screenshots would have it. */
export function takeInvitation() {
  if (location.pathname !== '/invitation' || location.hash.length < 2) return;
  sessionStorage.setItem(KEY, location.hash.slice(1));
  history.replaceState(history.state, '', location.pathname + location.search);
}

/** @returns {string} its token; empty if there is none */
export const heldInvitation = () => sessionStorage.getItem(KEY) ?? '';

export const dropInvitation = () => sessionStorage.removeItem(KEY);
