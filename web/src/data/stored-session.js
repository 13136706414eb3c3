/** The session that a sign-in leaves on the device, as oidc-client-ts keeps it: read before its code has come. */
export const STORED = 'oidc.user:';

const storedKey = () => Object.keys(localStorage).find((key) => key.startsWith(STORED));

/** Whether somebody has signed in on this device; the session may be over. */
export const hasSession = () => storedKey() !== undefined;

/** @returns {string | null} the id of who has */
export function storedPerson() {
  try {
    return JSON.parse(localStorage.getItem(storedKey() ?? '') ?? 'null')?.profile?.sub ?? null;
  } catch {
    return null;
  }
}
