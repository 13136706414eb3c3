/**
 * Single keys that act anywhere but in a field or a dialog. They can be switched off, as WCAG 2.1.4
 * asks, since speech input can press them by accident. Ctrl+Z brings back what was deleted last, but
 * in a field it is the field's; F8 goes to the latest notice from anywhere, a dialog included.
 */
import { go } from '../data/router.js';
import { store } from '../data/store.js';
import { focusExpense } from './focus.js';

const OFF = 'expense-tracker.shortcuts-off';

/** @type {Record<string, () => void>} */
const ACTIONS = {
  n: () => store.openForm(),
  q: () => store.openForm({ quick: true }),
  o: () => go('overview'),
  e: () => go('expenses'),
  r: () => go('recurring'),
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
  if (event.defaultPrevented) return;
  if (event.key === 'F8') {
    event.preventDefault();
    document.querySelector('notice-list')?.dispatchEvent(new Event('visit'));
    return;
  }
  const target = /** @type {Element} */ (event.target);
  // A dialog that was just closed may have the focus until the next frame.
  const isGone = target.closest?.('dialog:not([open])');
  if (!isGone && target.closest?.('input, select, textarea, [contenteditable], dialog[open]'))
    return;
  if (document.querySelector('dialog[open]')) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
    const expense = store.undo();
    if (!expense) return;
    event.preventDefault();
    focusExpense(expense);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
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
