/** Categories over months, on top of each other. */
import { shortMoney } from '../../../writing/format.js';
import { baseOptions, drawn, onTap, tapAgain, timeScales } from './chart-look.js';

/**
 * @param {object} stack
 * @param {readonly string[]} stack.labels under the axis
 * @param {readonly string[]} stack.titles of the tooltips
 * @param {readonly {name: string, colour: string | null, totals: readonly number[]}[]} stack.series
 *   totals in paise
 * @param {string} stack.totalLabel
 * @param {(month: number, series: number) => void} stack.choose called with the bar that was clicked
 * @returns {(look: import('./chart-look.js').Look) => import('chart.js').ChartConfiguration}
 */
export function stackedChart({ labels, titles, series, totalLabel, choose }) {
  const tap = onTap(choose);
  return (look) => {
    const base = baseOptions(look);
    return {
      type: 'bar',
      data: {
        labels: [...labels],
        datasets: series.map(({ name, colour, totals }) => ({
          label: name,
          data: totals.map(drawn),
          backgroundColor: colour ?? look.rest,
          borderColor: look.surface,
          borderWidth: labels.length > 24 ? 0 : { top: 1 },
          borderSkipped: false,
          maxBarThickness: 44,
          categoryPercentage: labels.length > 24 ? 0.9 : 0.72,
          barPercentage: 1,
        })),
      },
      options: {
        ...base,
        interaction: { mode: 'index', intersect: false },
        scales: timeScales(look, { stacked: true }),
        plugins: {
          tooltip: {
            ...base.plugins.tooltip,
            itemSort: (a, b) => b.datasetIndex - a.datasetIndex,
            filter: ({ datasetIndex, dataIndex }) => series[datasetIndex].totals[dataIndex] !== 0,
            callbacks: {
              title: ([item]) => (item ? titles[item.dataIndex] : ''),
              label: ({ datasetIndex, dataIndex }) => {
                const { name, totals } = series[datasetIndex];
                return `${name}  ${shortMoney(totals[dataIndex])}`;
              },
              footer: ([item]) => {
                if (!item) return '';
                const at = item.dataIndex;
                const total = series.reduce((all, { totals }) => all + totals[at], 0);
                return [`${totalLabel}  ${shortMoney(total)}`, tapAgain()].filter(Boolean);
              },
            },
          },
        },
        onClick: (event, hits, chart) => {
          if (hits.length === 0 || !event.native) return;
          const [exact] = chart.getElementsAtEventForMode(
            event.native,
            'nearest',
            { intersect: true },
            false,
          );
          tap(event, hits[0].index, exact ? exact.datasetIndex : -1);
        },
      },
    };
  };
}
