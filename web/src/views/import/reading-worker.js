/**
 * Reads statements beside the page, which stays usable meanwhile. The file's rows stay here, to be read
 * again when something about them is corrected.
 */
import pdfWorkerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { usePdfWorker } from '../../reading/statements/pdf-worker.js';
import { readSource, statementOf } from '../../reading/statements/read-file.js';
import { NeedsPassword, NotLoaded, UnreadableFile } from '../../reading/statements/unreadable.js';

/**
 * @typedef {object} Question
 * @property {number} number
 * @property {Uint8Array} [bytes] of a new file
 * @property {string} [password]
 * @property {readonly import('../../reading/statements/statement.js').TableChoice[]} choices
 * @property {string} today
 *
 * @typedef {{number: number} & ({statement: import('../../reading/statements/statement.js').Statement} |
 *   {problem: string, kind: 'password' | 'unreadable' | 'notLoaded' | 'failed'})} Answer
 */

/** A password's error is one of a file that can't be read. */
const KINDS = /** @type {const} */ ([
  [NeedsPassword, 'password'],
  [UnreadableFile, 'unreadable'],
  [NotLoaded, 'notLoaded'],
]);

usePdfWorker(pdfWorkerAddress);

/** @type {import('../../reading/statements/read-file.js').Source | null} */
let source = null;

addEventListener('message', async ({ data }) => {
  /** @type {Question} */
  const { number, bytes, password, choices, today } = data;
  try {
    if (bytes) source = await readSource(bytes, { password });
    if (!source) throw new UnreadableFile('There is no file.');
    postMessage({ number, statement: await statementOf(source, { choices, today }) });
  } catch (error) {
    const kind = KINDS.find(([of]) => error instanceof of)?.[1] ?? 'failed';
    postMessage({ number, kind, problem: error instanceof Error ? error.message : '' });
  }
});
