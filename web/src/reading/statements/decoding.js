/** Bytes of a text file as text: UTF-8 with or without its mark, UTF-16, and Windows-1252. */

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decodeText(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const zeros = [0, 0];
  const head = bytes.subarray(0, 400);
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] += 1;
  });
  if (zeros[1] > head.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros[0] > head.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
