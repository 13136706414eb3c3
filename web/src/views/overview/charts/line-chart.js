/** Spending over time as a line. */
import { shortMoney } from '../../../writing/format.js';
import { baseOptions, drawn, faded, onTap, tapAgain, timeScales } from './chart-look.js';

/** More points than this are drawn without dots. */
const MOST_DOTS = 31;

/**
 * @param {object} series
 * @param {readonly string[]} series.labels under the axis
 * @param {readonly string[]} series.titles of the tooltips
 * @param {readonly number[]} series.totals in paise
 * @param {number} [series.known] so many of them; those after are expected, and dotted
 * @param {(index: number) => void} series.choose called with the point that was clicked
 * @returns {(look: import('./chart-look.js').Look) => import('chart.js').ChartConfiguration}
 */
export function lineChart({ labels, titles, totals, known = totals.length, choose }) {
  const tap = onTap(choose);
  return (look) => {
    const base = baseOptions(look);
    return {
      type: 'line',
      data: {
        labels: [...labels],
        datasets: [
          {
            data: totals.slice(0, known).map(drawn),
            borderColor: look.accent,
            borderWidth: 2,
            backgroundColor: (/** @type {any} */ { chart }) => shade(chart, look),
            fill: 'origin',
            cubicInterpolationMode: 'monotone',
            pointRadius: totals.length > MOST_DOTS ? 0 : 2.5,
            pointHoverRadius: 5,
            pointBackgroundColor: look.accent,
            pointBorderColor: look.surface,
            pointBorderWidth: totals.length > MOST_DOTS ? 0 : 1,
          },
          ...(known < totals.length ? [expectedLine(totals, known, look)] : []),
        ],
      },
      options: {
        ...base,
        interaction: { mode: 'index', intersect: false },
        scales: timeScales(look),
        plugins: {
          tooltip: {
            ...base.plugins.tooltip,
            displayColors: false,
            // The point where both lines meet is one.
            filter: ({ dataIndex, datasetIndex }) => datasetIndex === (dataIndex < known ? 0 : 1),
            callbacks: {
              title: ([item]) => (item ? titles[item.dataIndex] : ''),
              label: ({ dataIndex }) => shortMoney(totals[dataIndex]),
              footer: tapAgain,
            },
          },
        },
        onClick: (event, [hit]) => hit && tap(event, hit.index),
      },
    };
  };
}

/**
 * Goes on from the last point that is known, which is drawn already.
 *
 * @param {readonly number[]} totals @param {number} known @param {import('./chart-look.js').Look} look
 * @returns {any} a data set of Chart.js
 */
function expectedLine(totals, known, look) {
  const joint = known - 1;
  return {
    data: totals.map((total, index) => (index < joint ? null : drawn(total))),
    borderColor: look.accent,
    borderWidth: 2,
    borderDash: [2, 4],
    cubicInterpolationMode: 'monotone',
    pointRadius: 0,
    pointHoverRadius: (/** @type {{dataIndex: number}} */ { dataIndex }) =>
      dataIndex === joint ? 0 : 5,
    pointBackgroundColor: look.surface,
    pointBorderColor: look.accent,
  };
}

/**
 * Fades towards the axis.
 *
 * @param {import('chart.js').Chart} chart
 * @param {import('./chart-look.js').Look} look
 */
function shade({ ctx, chartArea }, look) {
  if (!chartArea) return faded(look.accent, 0.1);
  const gradient = ctx.createLinearGradient(0, chartArea.top, 0, chartArea.bottom);
  gradient.addColorStop(0, faded(look.accent, 0.28));
  gradient.addColorStop(1, faded(look.accent, 0.02));
  return gradient;
}
