/** The rows of a text PDF, rebuilt from where its words stand. The library is loaded only here. */
import { rowsOfWords } from './pdf-rows.js';
import { pdfWorker } from './pdf-worker.js';
import { NeedsPassword, NotLoaded, UnreadableFile } from './unreadable.js';

const MOST_PAGES = 400;
/** What the library says of a file; its other errors are of itself. */
const OF_THE_FILE = ['InvalidPDFException', 'FormatError', 'UnknownErrorException'];
const WORKER_MISSING = /^Setting up fake worker failed/u;

/**
 * @param {Uint8Array} bytes
 * @param {string} [password]
 * @returns {Promise<import('./cells.js').Row[]>}
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
    for (let number = 1; number <= file.numPages; number += 1) {
      const content = await (await file.getPage(number)).getTextContent();
      pages.push(
        content.items.flatMap((item) =>
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
        ),
      );
    }
    if (pages.every((words) => words.length < 5)) {
      throw new UnreadableFile(
        'The PDF holds pictures of pages, no text. Ask your bank for the statement as a text PDF, CSV or Excel file.',
      );
    }
    return rowsOfWords(pages);
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
