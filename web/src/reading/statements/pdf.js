/** The rows of a text PDF, rebuilt from where its words stand. The library is loaded only here. */
import { rowsOfWords } from './pdf-rows.js';
import { pdfWorker } from './pdf-worker.js';
import { findTables } from './tables.js';
import { NeedsPassword, NotLoaded, UnreadableFile } from './unreadable.js';

const MOST_PAGES = 400;
/** What the library says of a file; its other errors are of itself. */
const OF_THE_FILE = ['InvalidPDFException', 'FormatError', 'UnknownErrorException'];
/** A scanner's name, a stamp or a heading above a picture; rows of a statement are more. */
const FEW_WORDS = 30;
/** What of a page a picture of it covers at least. */
const MOST_OF_A_PAGE = 0.5;
const WORKER_MISSING = /^Setting up fake worker failed/u;

/**
 * @param {Uint8Array} bytes
 * @param {string} [password]
 * @returns {Promise<{rows: import('./cells.js').Row[], doubts: string[]}>}
 * @throws {UnreadableFile | NotLoaded}
 */
export async function readPdfRows(bytes, password) {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs').catch((error) => {
    throw new NotLoaded('The PDF library did not come.', { cause: error });
  });
  const worker = pdfWorker();
  if (worker) pdf.GlobalWorkerOptions.workerSrc = worker;
  const task = pdf.getDocument({
    data: bytes.slice(),
    password,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
  });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new UnreadableFile('The PDF has more than 400 pages.');
    /** @type {import('./pdf-rows.js').Word[][]} */
    const pages = [];
    /** @type {number[]} */
    const pictures = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const page = await file.getPage(number);
      const words = await wordsOf(page);
      if (words.length < FEW_WORDS && (await isPicture(page, pdf.OPS))) pictures.push(number);
      pages.push(words);
    }
    const rows = rowsOfWords(pages);
    const hasPicturesOnly =
      pages.every((words) => words.length < 5) ||
      // A short statement may have a picture behind it.
      (pictures.length === pages.length && findTables(rows).tables.length === 0);
    if (hasPicturesOnly) {
      throw new UnreadableFile(
        'The PDF holds pictures of pages, no text. Ask your bank for the statement as a text PDF, CSV or Excel file.',
      );
    }
    return {
      rows,
      doubts: pictures.map((number) => `page ${number} is a picture: what it shows isn’t read`),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { name, message } = /** @type {Error} */ (error);
    if (name === 'PasswordException') {
      throw new NeedsPassword(
        password ? 'The password doesn’t open the PDF.' : 'The PDF is protected by a password.',
      );
    }
    if (OF_THE_FILE.includes(name))
      throw new UnreadableFile('The PDF is damaged or of an unknown kind.');
    if (WORKER_MISSING.test(message))
      throw new NotLoaded('The PDF library’s worker did not come.', { cause: error });
    throw error;
  } finally {
    await task.destroy();
  }
}

/**
 * @typedef {import('pdfjs-dist').PDFPageProxy} Page
 * @param {Page} page
 * @returns {Promise<import('./pdf-rows.js').Word[]>}
 */
async function wordsOf(page) {
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [
          {
            text: item.str,
            x: item.transform[4],
            y: item.transform[5],
            width: item.width,
            height: item.height,
          },
        ]
      : [],
  );
}

/**
 * Whether images cover most of a page. An image fills the unit square of the space that it is drawn in.
 *
 * @param {Page} page
 * @param {typeof import('pdfjs-dist').OPS} ops
 */
async function isPicture(page, ops) {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { width, height } = page.getViewport({ scale: 1 });
  const drawn = [ops.paintImageXObject, ops.paintInlineImageXObject, ops.paintImageMaskXObject];
  /** @type {number[]} */
  const outer = [];
  /** How many times as large as the page's units those of the space are. */
  let scale = 1;
  let covered = 0;
  fnArray.forEach((operation, index) => {
    if (operation === ops.save) outer.push(scale);
    else if (operation === ops.restore) scale = outer.pop() ?? 1;
    else if (operation === ops.transform) {
      const [a, b, c, d] = argsArray[index];
      scale *= Math.abs(a * d - b * c);
    } else if (drawn.includes(operation)) covered += scale;
  });
  return covered > MOST_OF_A_PAGE * width * height;
}
