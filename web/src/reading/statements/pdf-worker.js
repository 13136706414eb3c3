/** Where the PDF library's worker lies: the page tells it; without it (Node) the library finds it. */

/** @type {string | null} */
let address = null;

/** @param {string} its */
export function usePdfWorker(its) {
  address = its;
}

export const pdfWorker = () => address;
