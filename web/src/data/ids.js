let latest = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, 12 that count within the millisecond, then
 * random bits. Ids sort by the order they were made in, and a retried add is the same add.
 *
 * @returns {string}
 */
export function newId(now = Date.now()) {
  // The count begins low at random; when it runs out, or the clock goes back, time runs ahead.
  if (now > latest) {
    latest = now;
    sequence = crypto.getRandomValues(new Uint16Array(1))[0] >> 6;
  } else if (++sequence > 0xfff) {
    latest += 1;
    sequence = 0;
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(latest / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** When an id of version 7 was made, in ms; null for any other. @param {string} id */
export function madeAt(id) {
  const time = /^([\da-f]{8})-([\da-f]{4})-7/i.exec(id);
  return time && parseInt(time[1] + time[2], 16);
}
