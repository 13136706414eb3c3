/** A file's rows, read in chunks so that the page stays awake, with Papa Parse loaded when needed. */

/** More than any ledger, and what a phone can hold. */
export const LARGEST_FILE = 30 * 1024 * 1024;

/**
 * @typedef {object} FileRows
 * @property {string[][]} rows
 * @property {string} delimiter
 * @property {string} encoding
 *
 * @typedef {'empty' | 'too-large' | 'not-csv'} FileProblem
 */

/** Says in its `problem` why a file is not read. */
export class FileError extends Error {
  /** @param {FileProblem} problem */
  constructor(problem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * @param {File | Blob} file
 * @param {{onProgress?: (ratio: number) => void, signal?: AbortSignal}} [options]
 * @returns {Promise<FileRows>}
 * @throws {FileError}
 */
export async function readFile(file, { onProgress, signal } = {}) {
  if (file.size === 0) throw new FileError('empty');
  if (file.size > LARGEST_FILE) throw new FileError('too-large');
  const { text, encoding } = decode(new Uint8Array(await file.arrayBuffer()));
  if (text.includes('\0')) throw new FileError('not-csv');
  const { default: Papa } = await import('papaparse');
  const { rows, delimiter } = await parse(Papa, text, { onProgress, signal });
  if (rows.every((row) => row.every((cell) => cell.trim() === ''))) throw new FileError('empty');
  return { rows, delimiter, encoding };
}

/**
 * UTF-16 where its mark says so, UTF-8 where it is valid, and otherwise what older Windows programs
 * write.
 *
 * @param {Uint8Array} bytes
 */
function decode(bytes) {
  const mark = bytes[0] * 256 + bytes[1];
  if (mark === 0xfffe || mark === 0xfeff) {
    const encoding = mark === 0xfffe ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/**
 * @param {typeof import('papaparse').default} Papa
 * @param {string} text
 * @param {{onProgress?: (ratio: number) => void, signal?: AbortSignal}} options
 * @returns {Promise<{rows: string[][], delimiter: string}>}
 */
function parse(Papa, text, { onProgress, signal }) {
  return new Promise((resolve, reject) => {
    /** @type {string[][]} */
    const rows = [];
    let delimiter = ',';
    Papa.parse(text, {
      chunkSize: 512 * 1024,
      // Rows stay where they are in the file, so that line numbers are right.
      skipEmptyLines: false,
      delimitersToGuess: [',', ';', '\t', '|'],
      chunk({ data, meta }, parser) {
        if (signal?.aborted) {
          parser.abort();
          reject(signal.reason);
          return;
        }
        for (const row of data) rows.push(row);
        delimiter = meta.delimiter;
        onProgress?.(Math.min(1, meta.cursor / text.length));
        parser.pause();
        setTimeout(() => parser.resume());
      },
      complete: () => resolve({ rows, delimiter }),
      error: reject,
    });
  });
}
