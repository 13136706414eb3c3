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
import { newId } from './ids.js';

/** @type {Record<View, string>} */
const PATHS = {
  overview: '/',
  expenses: '/expenses',
  categories: '/categories',
  import: '/import',
};

/** @type {Set<() => void>} */
const listeners = new Set();

/** How far each entry of the history was scrolled, by its key. @type {Map<string, number>} */
const positions = new Map();
/** How long a view may take to be as long as it was. */
const RESTORE_MS = 3000;
/** Frames for which what stands above may still grow. */
const STEADY_FRAMES = 10;
let restoring = false;

const currentKey = () => history.state?.key ?? 'first';

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
  const at = scrollY;
  const key = replace ? currentKey() : newId();
  history[replace ? 'replaceState' : 'pushState']({ key }, '', address);
  positions.set(key, at);
  // Another view begins at its top; going back returns to where one was.
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
  // The browser would restore it before the view has its length back.
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => restoring || positions.set(currentKey(), scrollY), {
    passive: true,
  });
  addEventListener('popstate', () => {
    restoring = true;
    announce();
    restore(positions.get(currentKey()) ?? 0);
  });
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

/**
 * Scroll to where one was as soon as the page is long enough, unless the person scrolls meanwhile.
 *
 * @param {number} top
 */
function restore(top) {
  const until = performance.now() + RESTORE_MS;
  const given = new AbortController();
  const { signal } = given;
  for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    addEventListener(name, () => given.abort(), { signal, passive: true });
  }
  let steady = 0;
  const look = () => {
    if (!signal.aborted) scrollTo(0, top);
    steady = Math.abs(scrollY - top) < 2 ? steady + 1 : 0;
    if (!signal.aborted && steady < STEADY_FRAMES && performance.now() < until) {
      requestAnimationFrame(look);
      return;
    }
    given.abort();
    restoring = false;
  };
  requestAnimationFrame(look);
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
