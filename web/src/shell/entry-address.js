/** Where the page's entry is, as `vite.config.js` writes it into index.html. @returns {string | undefined} */
export const entryAddress = () =>
  /** @type {HTMLLinkElement | null} */ (document.querySelector('link[data-entry]'))?.href;
