/**
 * The HTTP API, and the only file that fetches. Every request is safe to send twice (ids are made
 * here, edits name the version they change), so all are retried when the server is busy or
 * the network stumbles. Errors are thrown by kind: see below.
 */

/** @typedef {{field: string, message: string}} FieldError */

/** The server answered and said no. */
export class ApiError extends Error {
  /** @param {number} status @param {{title?: string, detail?: string, errors?: FieldError[]}} problem */
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.status = status;
    /** @type {FieldError[]} */
    this.errors = problem.errors ?? [];
  }
}

/** The session is over: the person has to sign in again. */
export class SignedOutError extends Error {}

/** No answer, or a server that stays busy: worth trying later. */
export class UnreachableError extends Error {}

const WAITS_MS = [300, 1000];
const TIMEOUT_MS = 20_000;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @typedef {Pick<import('../types.js').Expense, 'version' | 'created_at'>} Revision */

/**
 * The ETag of an expense: its version, and when it was recorded, which tells it from one that had
 * its id before. An item of a list has no header of its own; docs/api.md says how the tag is made.
 * @param {Revision} expense
 */
export const etagOf = ({ version, created_at: at = '' }) => `"${version}-${at.replace(/\D/g, '')}"`;

/**
 * @typedef {object} Session what the API needs of Auth
 * @property {() => Promise<string | null>} token
 * @property {() => Promise<boolean>} renew
 */

export class Api {
  /**
   * @param {string} baseUrl such as `/api`
   * @param {Session} session
   * @param {{fetch?: typeof fetch, waits?: number[]}} [options] replaced in tests
   */
  constructor(
    baseUrl,
    session,
    { fetch: send = (...args) => fetch(...args), waits = WAITS_MS } = {},
  ) {
    this.baseUrl = baseUrl;
    this.session = session;
    this.send = send;
    this.waits = waits;
  }

  /**
   * One page of expenses, newest first.
   *
   * @param {import('../types.js').Filter} filter
   * @param {{cursor?: string | null, limit?: number, signal?: AbortSignal}} [page]
   * @returns {Promise<{items: import('../types.js').Expense[], next_cursor: string | null}>}
   */
  listExpenses(filter, { cursor, limit = 100, signal } = {}) {
    const query = { ...filter, cursor, limit: String(limit) };
    return this.#request('GET', `/expenses${queryText(query)}`, { signal });
  }

  /** @param {string} id @returns {Promise<import('../types.js').Expense>} */
  getExpense(id) {
    return this.#request('GET', `/expenses/${encodeURIComponent(id)}`);
  }

  /** @param {string} id @param {object} fields @returns {Promise<import('../types.js').Expense>} */
  addExpense(id, fields) {
    return this.#request('POST', '/expenses', { body: { id, ...fields } });
  }

  /**
   * @param {string} id @param {Revision} replaced what the person saw and changes
   * @param {object} fields @returns {Promise<import('../types.js').Expense>}
   */
  editExpense(id, replaced, fields) {
    return this.#request('PUT', `/expenses/${encodeURIComponent(id)}`, { body: fields, replaced });
  }

  /** @param {string} id @param {Revision} [replaced] what the person saw @returns {Promise<null>} */
  deleteExpense(id, replaced) {
    return this.#request('DELETE', `/expenses/${encodeURIComponent(id)}`, { replaced });
  }

  /**
   * @param {object[]} expenses 1 to 100, each with its id
   * @param {AbortSignal} [signal]
   * @returns {Promise<{results: {id: string, status: string, problem?: any}[]}>}
   */
  addExpenses(expenses, signal) {
    return this.#request('POST', '/expenses/batch', { body: { expenses }, signal });
  }

  /**
   * @param {{from?: string, to?: string}} range @param {'day' | 'month'} by
   * @returns {Promise<import('../types.js').Summary>}
   */
  summary({ from, to }, by) {
    return this.#request('GET', `/summary${queryText({ from, to, group_by: `${by},category` })}`);
  }

  /** @returns {Promise<{items: import('../types.js').Category[]}>} */
  listCategories() {
    return this.#request('GET', '/categories');
  }

  /** @param {object} fields @returns {Promise<import('../types.js').Category>} */
  addCategory(fields) {
    return this.#request('POST', '/categories', { body: fields });
  }

  /** @param {string} id @param {object} fields @returns {Promise<import('../types.js').Category>} */
  editCategory(id, fields) {
    return this.#request('PUT', `/categories/${encodeURIComponent(id)}`, { body: fields });
  }

  /** @param {string} id @returns {Promise<null>} */
  deleteCategory(id) {
    return this.#request('DELETE', `/categories/${encodeURIComponent(id)}`);
  }

  /**
   * @param {string} method @param {string} path
   * @param {{body?: object, replaced?: Revision, signal?: AbortSignal}} [options]
   * @returns {Promise<any>}
   */
  async #request(method, path, { body, replaced, signal } = {}) {
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const response = await this.#attempt(method, path, { body, replaced, signal });
      const last = attempt >= this.waits.length;
      if (response === null || response.status === 503 || response.status === 429) {
        if (last) throw new UnreachableError(response ? 'busy' : 'no answer');
        const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000;
        await pause(Math.max(this.waits[attempt], Math.min(asked, 5000)));
      } else if (response.status === 401) {
        if (renewed || !(await this.#renew())) throw new SignedOutError();
        renewed = true;
        attempt--;
      } else if (response.ok) {
        return response.status === 204 ? null : response.json();
      } else if (response.status >= 500) {
        throw new UnreachableError(`HTTP ${response.status}`);
      } else {
        throw new ApiError(response.status, await response.json().catch(() => ({})));
      }
    }
  }

  /**
   * @param {string} method @param {string} path
   * @param {{body?: object, replaced?: Revision, signal?: AbortSignal}} options
   * @returns {Promise<Response | null>} null when there was no answer
   */
  async #attempt(method, path, { body, replaced, signal }) {
    /** @type {string | null} */
    let token;
    try {
      token = await this.session.token();
    } catch {
      return null;
    }
    if (token === null) throw new SignedOutError();
    /** @type {Record<string, string>} */
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    if (body) headers['content-type'] = 'application/json';
    if (replaced) headers['if-match'] = etagOf(replaced);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      return await this.send(this.baseUrl + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      return null;
    }
  }

  async #renew() {
    try {
      return await this.session.renew();
    } catch {
      throw new UnreachableError('no answer');
    }
  }
}

/** @param {Record<string, string | null | undefined>} params */
function queryText(params) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
