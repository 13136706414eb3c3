/**
 * What a visit begins with: the total that was seen last, where the page will have it; then the page's entry.
 * It is a picture, for the eye alone: the page's own figures take its place as soon as there are some.
 */
import { lastTotal } from '../data/last-total.js';
import { afterPaint } from '../parts/after-paint.js';
import { applyTheme } from '../writing/theme.js';
import { entryAddress } from './entry-address.js';

/** What the page has when it has something to show. */
const SHOWN =
  'period-total .total, sign-in, empty-ledger, main [role="alert"], main .why, dialog[open]';
/** The navigation stands beside the figures there, and machines are fast. */
const WIDE = '(min-width: 60rem)';
/** Who waits longer is shown how the page stands. */
const AT_MOST_MS = 5000;
/** A page in the background is not painted. */
const HIDDEN_MS = 200;

/** @returns {boolean} whether there is something to see */
function showLastTotal() {
  const page = document.querySelector('expense-tracker');
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType('navigation')
  );
  // Who loads it anew, or goes back, is somewhere on the page.
  if (!page || visit?.type !== 'navigate' || matchMedia(WIDE).matches) return false;
  const total = lastTotal();
  if (!total) return false;
  applyTheme();
  const sight = picture(total);
  page.after(sight);
  const observer = new MutationObserver(() => page.querySelector(SHOWN) && end());
  const end = () => {
    observer.disconnect();
    sight.remove();
  };
  observer.observe(page, { childList: true, subtree: true });
  setTimeout(end, AT_MOST_MS);
  return true;
}

const hiddenLongEnough = () => new Promise((resolve) => setTimeout(resolve, HIDDEN_MS));

/** @param {import('../data/last-total.js').LastTotal} total */
function picture({ period, label, symbol, rupees, paise }) {
  const brand = element('div', 'brand', image(), element('span', '', 'Expense Tracker'));
  const amount = element(
    'p',
    'total amount',
    element('span', 'symbol', symbol),
    rupees,
    element('span', 'paise', paise),
  );
  const sight = element(
    'div',
    'first-sight',
    element('div', 'shell', brand),
    element(
      'div',
      'view',
      element('p', 'title', period),
      element('div', 'card', element('p', 'muted small', label), amount),
    ),
  );
  sight.ariaHidden = 'true';
  return sight;
}

/** @param {string} name @param {string} className @param {(Node | string)[]} content */
function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function image() {
  const icon = new Image(32, 32);
  icon.src = '/icon.svg';
  icon.alt = '';
  return icon;
}

async function begin() {
  if (showLastTotal()) await Promise.race([afterPaint(), hiddenLongEnough()]);
  await import(/* @vite-ignore */ String(entryAddress()));
}

begin();
