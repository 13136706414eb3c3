import { expect, it } from 'vitest';

import { PALETTE } from './palette.js';

/** What charts and dots stand on: --surface in tokens.css, light and dark. */
const SURFACES = ['#ffffff', '#161c19'];

/** Relative luminance as WCAG defines it. @param {string} colour */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} a @param {string} b */
function contrast(a, b) {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

it.each(PALETTE)('$name can be seen on light and on dark', ({ colour }) => {
  for (const surface of SURFACES) expect(contrast(colour, surface)).toBeGreaterThanOrEqual(3);
});

it('has every colour once', () => {
  expect(new Set(PALETTE.map(({ colour }) => colour)).size).toBe(PALETTE.length);
});
