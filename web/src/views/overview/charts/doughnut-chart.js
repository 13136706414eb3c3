/** Categories as parts of a whole. */
import { percentage, shortMoney } from '../../../writing/format.js';
import { baseOptions, drawn, faded, onTap, tapAgain } from './chart-look.js';

/**
 * @typedef {object} Slice
 * @property {string} name
 * @property {string | null} colour null for what has none of its own
 * @property {number} total in paise
 * @property {number} share 0 to 1
 * @property {boolean} faded another one is picked
 */

/**
 * @param {object} parts
 * @param {readonly Slice[]} parts.slices
 * @param {(index: number) => void} parts.choose called with the slice that was clicked
 * @returns {(look: import('./chart-look.js').Look) => import('chart.js').ChartConfiguration}
 */
export function doughnutChart({ slices, choose }) {
  const tap = onTap(choose);
  return (look) => {
    const base = baseOptions(look);
    const colours = slices.map((slice) => {
      const colour = slice.colour ?? look.rest;
      return slice.faded ? faded(colour, 0.22) : colour;
    });
    /** @type {import('chart.js').ChartConfiguration<'doughnut'>} */
    const config = {
      type: 'doughnut',
      data: {
        labels: slices.map(({ name }) => name),
        datasets: [
          {
            data: slices.map(({ total }) => drawn(total)),
            backgroundColor: colours,
            hoverBackgroundColor: colours,
            borderColor: look.surface,
            hoverBorderColor: look.surface,
            borderWidth: 2,
            hoverOffset: 6,
          },
        ],
      },
      options: {
        ...base,
        cutout: '70%',
        layout: { padding: 6 },
        plugins: {
          tooltip: {
            ...base.plugins.tooltip,
            callbacks: {
              title: ([item]) => slices[item.dataIndex].name,
              label: ({ dataIndex }) => {
                const { total, share } = slices[dataIndex];
                return `${shortMoney(total)} · ${percentage(share)}`;
              },
              footer: tapAgain,
            },
          },
        },
        onClick: (event, [hit]) => hit && tap(event, hit.index),
      },
    };
    return /** @type {any} */ (config);
  };
}
