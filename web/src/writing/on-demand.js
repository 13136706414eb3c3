/**
 * What is made when it is first asked for, and then kept. A formatter of Intl costs a slow phone some 20 ms;
 * ten of them, made before anybody reads a number, come before the first total.
 *
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
export function onDemand(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}
