/**
 * Single keys that act anywhere but in a field or a dialog. They can be switched off, as WCAG 2.1.4
 * asks, since speech input can press them by accident.
 */
import { go } from '../data/router.js';
import { store } from '../data/store.js';

const OFF = 'expense-tracker.shortcuts-off';

/** @type {Record<string, () => void>} */
const ACTIONS = {
  n: () => store.openForm(),
  q: () => store.openForm({ quick: true }),
  o: () => go('overview'),
  e: () => go('expenses'),
  c: () => go('categories'),
  i: () => go('import'),
  '/': () => {
    go('expenses');
    focusWhenThere('expenses-view input[type="search"]');
  },
};

export const shortcutsOn = () => localStorage.getItem(OFF) === null;

/** @param {boolean} on */
export function useShortcuts(on) {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, 'yes');
}

/**
 * @param {KeyboardEvent} event
 * @param {() => void} showHelp
 */
export function handleShortcut(event, showHelp) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const target = /** @type {Element} */ (event.target);
  if (target.closest?.('input, select, textarea, [contenteditable], dialog[open]')) return;
  if (document.querySelector('dialog[open]')) return;
  if (event.key === '?') {
    event.preventDefault();
    showHelp();
    return;
  }
  const action = ACTIONS[event.key];
  if (!action || !shortcutsOn() || event.repeat) return;
  event.preventDefault();
  action();
}

/** @param {string} selector of something that a view is about to render */
function focusWhenThere(selector, tries = 60) {
  const found = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  if (found) found.focus();
  else if (tries) requestAnimationFrame(() => focusWhenThere(selector, tries - 1));
}
