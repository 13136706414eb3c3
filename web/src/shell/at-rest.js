/** What is for later, or for the next visit, waits until this one has what it needs. */
const AT_REST_MS = 3000;

/** @param {() => void} begin */
export const whenAtRest = (begin) =>
  setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => begin()), AT_REST_MS);
