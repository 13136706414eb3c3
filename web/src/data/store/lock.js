/**
 * One at a time, among all tabs.
 *
 * @template T
 * @param {string} name @param {() => Promise<T>} work @returns {Promise<T>}
 */
export function withLock(name, work) {
  // Only secure contexts have locks; without them one tab is the rule, and retries are safe.
  return navigator.locks ? /** @type {Promise<T>} */ (navigator.locks.request(name, work)) : work();
}
