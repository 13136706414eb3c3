import { expect, it, vi } from 'vitest';
import { lineChart } from './line-chart.js';

vi.mock('../../../writing/theme.js', () => ({ onThemeChange() {}, themeColour: () => '' }));

const LOOK = /** @type {import('./chart-look.js').Look} */ ({
  accent: '#0f766e',
  surface: '#ffffff',
  font: 'sans-serif',
  motion: false,
  scale: 1,
});

/** @param {number[]} totals @param {number} [known] */
const sets = (totals, known) => {
  const words = totals.map(String);
  const chart = lineChart({ labels: words, titles: words, totals, known, choose: () => {} })(LOOK);
  return /** @type {any[]} */ (chart.data.datasets);
};

it('draws what is known in one line', () => {
  const lines = sets([100_00, 200_00, 300_00]);
  expect(lines).toHaveLength(1);
  expect(lines[0].borderDash).toBe(undefined);
});

it('goes on in dots with what is expected, from the last point that is known', () => {
  const [known, expected, ...others] = sets([100_00, 200_00, 300_00, 400_00], 2);
  const [first, last, third, fourth] = sets([100_00, 200_00, 300_00, 400_00])[0].data;
  expect(known.data).toEqual([first, last]);
  expect(known.borderDash).toBe(undefined);
  expect(expected.data).toEqual([null, last, third, fourth]);
  expect(expected.borderDash).toEqual([2, 4]);
  expect(expected.borderColor).toBe(known.borderColor);
  expect(others).toEqual([]);
});
