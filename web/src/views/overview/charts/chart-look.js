/** How charts look: the theme's colours, read when they are drawn, since canvas knows no CSS. */
import { t } from '../../../writing/text.js';
import { compactMoney } from '../../../writing/format.js';
import { onThemeChange, themeColour } from '../../../writing/theme.js';

/**
 * @typedef {object} Look
 * @property {string} text
 * @property {string} grid
 * @property {string} surface what is behind the chart
 * @property {string} accent
 * @property {string} rest for what has no colour of its own
 * @property {string} tip behind a tooltip
 * @property {string} onTip text in a tooltip
 * @property {string} font
 * @property {number} scale of the page's text: 1 at 16 pixels
 * @property {boolean} motion whether the person has nothing against it
 *
 * @typedef {import('chart.js').ChartConfiguration} ChartConfiguration
 */

/** @type {Look | null} read once a theme: asking for a colour makes the browser lay out */
let known = null;
onThemeChange(() => (known = null));

/** How large the page's text is: 1 where the browser's is left as it comes. */
export const textScale = () =>
  Number(getComputedStyle(document.documentElement).fontSize.replace('px', '')) / 16;

/** @returns {Look} */
export function currentLook() {
  const scale = textScale();
  if (known?.scale !== scale) known = null;
  known ??= {
    text: themeColour('--text-2'),
    grid: themeColour('--line'),
    surface: themeColour('--surface'),
    accent: themeColour('--accent'),
    rest: themeColour('--line-strong'),
    tip: themeColour('--inverse'),
    onTip: themeColour('--on-inverse'),
    font: getComputedStyle(document.body).fontFamily,
    scale,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  };
  return known;
}

/**
 * A colour that lets what is behind it through.
 *
 * @param {string} colour `#rrggbb` or `rgb(r, g, b)`
 * @param {number} alpha 0 to 1
 */
export function faded(colour, alpha) {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour);
  const channels = hex
    ? hex.slice(1).map((pair) => Number.parseInt(pair, 16))
    : (colour.match(/[\d.]+/gu) ?? ['128', '128', '128']).slice(0, 3);
  return `rgba(${channels.join(', ')}, ${alpha})`;
}

/**
 * What all charts share.
 *
 * @param {Look} look
 * @returns {any} options of Chart.js
 */
export function baseOptions(look) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: look.motion ? { duration: 350 } : false,
    font: { family: look.font },
    plugins: {
      tooltip: {
        backgroundColor: look.tip,
        titleColor: look.onTip,
        bodyColor: look.onTip,
        footerColor: look.onTip,
        padding: 10,
        cornerRadius: 8,
        boxPadding: 6,
        usePointStyle: true,
        caretSize: 6,
        titleFont: { size: 13 * look.scale, weight: '600', family: look.font },
        bodyFont: { size: 13 * look.scale, family: look.font },
        footerFont: { size: 13 * look.scale, weight: '600', family: look.font },
      },
    },
    onHover: (/** @type {any} */ event, /** @type {unknown[]} */ hit) => {
      event.native.target.style.cursor = hit.length > 0 ? 'pointer' : 'default';
    },
  };
}

/**
 * Axes of amounts over time.
 *
 * @param {Look} look
 * @param {{stacked?: boolean, ticks?: number}} [options]
 * @returns {any} scales of Chart.js
 */
export function timeScales(look, { stacked = false, ticks = 7 } = {}) {
  const font = { size: 12 * look.scale, family: look.font };
  return {
    x: {
      stacked,
      grid: { display: false },
      border: { color: look.grid },
      ticks: {
        color: look.text,
        font,
        maxRotation: 0,
        maxTicksLimit: Math.ceil(ticks / look.scale),
        autoSkipPadding: 16,
      },
    },
    y: {
      stacked,
      beginAtZero: true,
      suggestedMax: 100,
      grid: {
        // Where more came back than was spent, zero is not the bottom.
        color: (/** @type {any} */ { tick, scale }) =>
          tick?.value === 0 && scale.min < 0 ? look.text : look.grid,
        drawTicks: false,
      },
      border: { display: false },
      ticks: {
        color: look.text,
        font,
        padding: 8,
        maxTicksLimit: 5,
        callback: (/** @type {number} */ rupees) => compactMoney(Math.round(rupees * 100)),
      },
    },
  };
}

/**
 * What a click in a chart does: with a finger, which cannot hover, the first tap on a place shows its
 * value, the second opens it.
 *
 * @param {(index: number, series: number) => void} choose
 * @returns {(event: {native: Event | null}, index: number, series?: number) => void}
 */
export function onTap(choose) {
  let shown = -1;
  return ({ native }, index, series = -1) => {
    const isTouch = /** @type {PointerEvent | null} */ (native)?.pointerType === 'touch';
    if (isTouch && shown !== index) shown = index;
    else choose(index, series);
  };
}

/** A tooltip's last line, where there is a finger to tell. */
export const tapAgain = () =>
  matchMedia('(pointer: coarse)').matches ? t('overview.chart.tapAgain') : '';

/** What Chart.js draws: rupees. Nothing is ever read back from it. @param {number} paise */
export const drawn = (paise) => paise / 100;
