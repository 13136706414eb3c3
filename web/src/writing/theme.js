/**
 * Light or dark: the device's choice until the person makes one, which is kept on the device.
 *
 * @typedef {'system' | 'light' | 'dark'} Theme
 */
import { onPrint } from './printing.js';

const KEY = 'expense-tracker.theme';

/** @type {Set<() => void>} */
const listeners = new Set();
const device = matchMedia('(prefers-color-scheme: dark)');

/** @returns {Theme} */
export function currentTheme() {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** @param {Theme} theme */
export function chooseTheme(theme) {
  if (theme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  applyTheme();
}

/** @param {() => void} listener called after light turned dark or back @returns {() => void} */
export function onThemeChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * A token's colour as it is now, for canvas: `themeColour('--text-2')` is `rgb(83, 96, 90)`.
 *
 * @param {`--${string}`} token
 */
export function themeColour(token) {
  const probe = document.createElement('i');
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

let printing = false;

/** Show what was chosen. */
export function applyTheme() {
  // Paper is white.
  const stored = printing ? 'light' : localStorage.getItem(KEY);
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored;
  else delete document.documentElement.dataset.theme;
  for (const listener of [...listeners]) listener();
}

/** Apply what was chosen, before the first render; follow the device and other tabs. */
export function startTheme() {
  applyTheme();
  device.addEventListener('change', applyTheme);
  addEventListener('storage', (event) => {
    if (event.key === KEY) applyTheme();
  });
  onPrint((begins) => {
    printing = begins;
    applyTheme();
  });
}
