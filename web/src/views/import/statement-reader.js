/** The page's side of reading a statement: asks a worker, which can be stopped at any time. */

/**
 * @typedef {import('../../reading/statements/statement.js').Statement} Statement
 * @typedef {import('../../reading/statements/statement.js').TableChoice} TableChoice
 * @typedef {'password' | 'unreadable' | 'notLoaded' | 'failed' | 'stopped' | 'tooLong'} Kind
 */

/** A file that takes longer than this on a phone isn't a statement. */
const LONGEST_MS = 60_000;

/** Why a file isn't read; `kind` `password`: it asks for its password, or the one given is wrong. */
export class ReadingError extends Error {
  /** @param {Kind} kind @param {string} [message] */
  constructor(kind, message = '') {
    super(message);
    this.kind = kind;
  }
}

export class StatementReader {
  /** @type {Worker | null} */
  #worker = null;
  #number = 0;
  /** @type {Map<number, {resolve: (statement: Statement) => void, reject: (error: Error) => void, timer: ReturnType<typeof setTimeout>}>} */
  #waiting = new Map();

  /**
   * @param {Uint8Array} bytes
   * @param {{password?: string, today: string, choices?: readonly TableChoice[]}} options
   * @returns {Promise<Statement>}
   * @throws {ReadingError}
   */
  open(bytes, { password, today, choices = [] }) {
    return this.#ask({ bytes, password, today, choices });
  }

  /**
   * The same file, read as a person says.
   *
   * @param {readonly TableChoice[]} choices
   * @param {string} today
   */
  reread(choices, today) {
    return this.#ask({ choices, today });
  }

  /** Forget the file. What is being read is given up. @param {Kind} [kind] why */
  close(kind = 'stopped') {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new ReadingError(kind));
    }
    this.#waiting.clear();
  }

  /** @param {Omit<import('./reading-worker.js').Question, 'number'>} question @returns {Promise<Statement>} */
  #ask(question) {
    this.#worker ??= this.#begin();
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.close('tooLong'), LONGEST_MS);
      this.#waiting.set(number, { resolve, reject, timer });
      this.#worker?.postMessage({ number, ...question });
    });
  }

  #begin() {
    const worker = new Worker(new URL('./reading-worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => this.#answered(data));
    worker.addEventListener('error', (event) => {
      // Without a message where the worker itself did not come.
      const kind = event.message ? 'failed' : 'notLoaded';
      for (const { reject } of this.#waiting.values()) reject(new ReadingError(kind));
      this.close();
    });
    return worker;
  }

  /** @param {import('./reading-worker.js').Answer} answer */
  #answered(answer) {
    const waiting = this.#waiting.get(answer.number);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(answer.number);
    if ('statement' in answer) waiting.resolve(answer.statement);
    else waiting.reject(new ReadingError(answer.kind, answer.problem));
  }
}
