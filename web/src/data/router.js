/**
 * What is shown is in the URL: the view in its path, the filter in its query. So it can be
 * bookmarked, sent, and left with the back button.
 *
 * - `go('expenses', {category: 'rent'})` moves there (`{replace: true}` without a history entry);
 * - `href('expenses', {…})` is the address for an `<a>`; clicks on such links are handled here;
 * - `currentView()`, `currentParams()`, `currentFilter()` read the URL;
 * - `onNavigate(fn)` calls back after each move; a component uses `RouteController(this)`.
 *
 * @typedef {'overview' | 'expenses' | 'categories' | 'import'} View
 * @typedef {Record<string, string | undefined | null>} Params
 */
import { isDate } from '../writing/dates.js';

/** @type {Record<View, string>} */
const PATHS = {
  overview: '/',
  expenses: '/expenses',
  categories: '/categories',
  import: '/import',
};

/** @type {Set<() => void>} */
const listeners = new Set();

/** @returns {View} */
export function currentView() {
  const path = location.pathname.replace(/(?<=.)\/$/, '');
  const found = Object.entries(PATHS).find(([, itsPath]) => itsPath === path);
  return /** @type {View} */ (found?.[0] ?? 'overview');
}

/** @returns {Record<string, string>} */
export function currentParams() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/**
 * The list's filter, from the URL; what cannot be a date or a category there is left out.
 *
 * @returns {import('../types.js').Filter}
 */
export function currentFilter() {
  const { from, to, category, tag, q } = currentParams();
  return {
    ...(from && isDate(from) ? { from } : {}),
    ...(to && isDate(to) ? { to } : {}),
    ...(category && /^[\w-]{1,64}$/.test(category) ? { category } : {}),
    ...(tag?.trim() ? { tag: tag.trim().toLowerCase().slice(0, 32) } : {}),
    ...(q?.trim() ? { q: q.trim().slice(0, 200) } : {}),
  };
}

/** Whether a filter's first day comes after its last: nothing can lie between. @param {import('../types.js').Filter} filter */
export const isBackwards = ({ from, to }) => Boolean(from && to && from > to);

/** @param {View} view @param {Params} [params] empty ones are left out */
export function href(view, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return PATHS[view] + (text ? `?${text}` : '');
}

/**
 * @param {View} view
 * @param {Params} [params]
 * @param {{replace?: boolean}} [options]
 */
export function go(view, params = {}, { replace = false } = {}) {
  move(href(view, params), replace);
}

/** @param {string} address @param {boolean} [replace] */
function move(address, replace = false) {
  if (address === location.pathname + location.search) return;
  const before = location.pathname;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  // Another view begins at its top; going back, the browser returns to where one was.
  if (location.pathname !== before) scrollTo(0, 0);
  announce();
}

/** @param {() => void} listener @returns {() => void} unsubscribe */
export function onNavigate(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce() {
  for (const listener of [...listeners]) listener();
}

/** Follow the back button, and links within the page. */
export function startRouter() {
  addEventListener('popstate', announce);
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = /** @type {Element} */ (event.target).closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.target || link.download) return;
    if (link.origin !== location.origin) return;
    if (!Object.values(PATHS).includes(link.pathname)) return;
    event.preventDefault();
    move(link.pathname + link.search);
  });
}

/** Renders its host again after each move. */
export class RouteController {
  /** @param {import('lit').ReactiveControllerHost} host */
  constructor(host) {
    this.host = host;
    /** @type {(() => void) | undefined} */
    this.stop = undefined;
    host.addController(this);
  }

  hostConnected() {
    this.stop = onNavigate(() => this.host.requestUpdate());
  }

  hostDisconnected() {
    this.stop?.();
  }
}
