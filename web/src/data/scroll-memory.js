/** How far each entry of the history was scrolled, to return there. */

/** By the entry's key. @type {Map<string, number>} */
const positions = new Map();
/** How long a view may take to be as long as it was. */
const RESTORE_MS = 3000;
/** Frames for which what stands above may still grow. */
const STEADY_FRAMES = 10;
let restoring = false;

/** @param {() => string} currentKey of the entry that is shown */
export function startScrollMemory(currentKey) {
  // The browser would restore it before the view has its length back.
  history.scrollRestoration = 'manual';
  const remember = () => restoring || positions.set(currentKey(), scrollY);
  addEventListener('scroll', remember, { passive: true });
}

/** @param {string} key @param {number} top */
export function rememberScroll(key, top) {
  positions.set(key, top);
}

/** What scrolls until {@link restoreScroll} is done is not the person's doing. */
export function beginRestoring() {
  restoring = true;
}

/**
 * Scroll to where one was as soon as the page is long enough, unless the person scrolls meanwhile.
 *
 * @param {string} key
 */
export function restoreScroll(key) {
  const top = positions.get(key) ?? 0;
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
