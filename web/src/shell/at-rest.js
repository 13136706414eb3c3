/** What is for later, or for the next visit, waits until this one has what it needs. */
const AT_REST_MS = 3000;
/** A page that is never at rest does it then. */
const AT_LAST_MS = 5000;

/** @param {() => void} begin */
export const whenAtRest = (begin) =>
  setTimeout(() => {
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => begin(), { timeout: AT_LAST_MS });
    else begin();
  }, AT_REST_MS);
