/** What an authenticator app is told, as an address. */

/**
 * @param {string} issuer the app's name, for people who have several keys
 * @param {string} email
 * @param {string} secret in base32
 * @returns {string} the address that authenticator apps take ("Key URI Format")
 */
export function keyUri(issuer, email, secret) {
  const name = encodeURIComponent(issuer);
  return `otpauth://totp/${name}:${encodeURIComponent(email)}?secret=${secret}&issuer=${name}`;
}
