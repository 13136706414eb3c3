/** A text as a picture that phones read. */
import { html } from 'lit';
import { encode } from 'uqr';

/** Modules of white around the picture: ISO/IEC 18004 asks for four, or scanners miss it. */
const QUIET_ZONE = 4;

/**
 * @param {string} text
 * @returns {{size: number, path: string}} the dark modules, each a unit wide, as an SVG path on a
 *     square of `size`
 */
export function qrCode(text) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}

/** @param {ReturnType<typeof qrCode>} picture @param {string} label what it is, for who can't see it */
export const qrPicture = ({ size, path }, label) =>
  html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    <path d=${path} />
  </svg>`;
