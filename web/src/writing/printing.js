/**
 * Call back before the page is printed, with true, and after, with false. What is changed then is on
 * the paper, if it is changed at once.
 *
 * @param {(begins: boolean) => void} listener @returns {() => void} stop
 */
export function onPrint(listener) {
  const given = new AbortController();
  const { signal } = given;
  addEventListener('beforeprint', () => listener(true), { signal });
  addEventListener('afterprint', () => listener(false), { signal });
  return () => given.abort();
}
