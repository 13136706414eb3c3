/**
 * What is shown is in the URL: the view in its path, the filter in its query. So it can be
 * bookmarked, sent, and left with the back button.
 *
 * - `go('expenses', {category: 'rent'})` moves there (`{replace: true}` without a history entry);
 * - `href('expenses', {…})` is the address for an `<a>`; clicks on such links are handled here;
 * - `currentLedger()` is the ledger of the address, which every `href` and `go` stays in;
 * - `currentView()`, `currentParams()`, `currentFilter()` read the URL;
 * - `onNavigate(fn)` calls back after each move; a component uses `RouteController(this)`.
 *
 * @typedef {'overview' | 'expenses' | 'recurring' | 'categories' | 'import' | 'people' | 'invitation'} View
 * @typedef {Record<string, string | readonly string[] | undefined | null>} Params several values are
 *     joined by commas
 */
import { askedLedger, OWN } from './asked-ledger.js';
import { joined, readFilter } from './filter.js';
import { newId } from './ids.js';
import {
  beginRestoring,
  rememberScroll,
  restoreScroll,
  startScrollMemory,
} from './scroll-memory.js';

/** @type {Record<View, string>} */
const PATHS = {
  overview: '/',
  expenses: '/expenses',
  recurring: '/recurring',
  categories: '/categories',
  import: '/import',
  people: '/people',
  invitation: '/invitation',
};

/** The ledger that is shown, and how addresses call it: not at all where there is only one's own. */
let ledger = { id: '', called: '' };

/** @type {Set<() => void>} */
const listeners = new Set();

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

/** The id of the ledger that the address is in. */
export const currentLedger = () => askedLedger() ?? ledger.id;

/** How an address calls a ledger. @param {string} id */
export const calledInAddress = (id) => id || OWN;

/**
 * All addresses are in this ledger from now on, the present one too.
 *
 * @param {string} id @param {boolean} sharesAny whether one's own has to be told from others
 */
export function stayIn(id, sharesAny) {
  ledger = { id, called: id || sharesAny ? calledInAddress(id) : '' };
  const params = currentParams();
  if (params.ledger === ledger.called || (!params.ledger && !ledger.called)) return;
  const address = href(currentView(), { ...params, ledger: ledger.called });
  history.replaceState(history.state, '', address + location.hash);
}

/** What the URL narrows to. */
export const currentFilter = () => readFilter(currentParams());

/** Commas are legible, and mean nothing else in a query. @param {string | readonly string[]} value */
const encoded = (value) =>
  encodeURIComponent(typeof value === 'string' ? value : joined(value)).replaceAll('%2C', ',');

/** @param {View} view @param {Params} [params] empty ones are left out */
export function href(view, params = {}) {
  const query = Object.entries({ ledger: ledger.called, ...params }).flatMap(([name, value]) =>
    value?.length ? [`${name}=${encoded(value)}`] : [],
  );
  return PATHS[view] + (query.length ? `?${query.join('&')}` : '');
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
  rememberScroll(key, at);
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
  startScrollMemory(currentKey);
  addEventListener('popstate', () => {
    beginRestoring();
    announce();
    restoreScroll(currentKey());
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
