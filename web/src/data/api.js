/**
 * The HTTP API, and the only file that asks it. Every request is safe to send twice (ids are made
 * here, edits name the version they change), so all are retried when the server is busy or
 * the network stumbles. Errors are thrown by kind: see below.
 */

import { joined } from './filter.js';

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

/** There is no such ledger, or one is in it no more. */
export class NoLedgerError extends Error {}

/** No answer, or a server that stays busy: worth trying later. */
export class UnreachableError extends Error {}

/** It answers, and has more to do than it can do now. */
export class BusyError extends UnreachableError {}

const WAITS_MS = [300, 1000];
const TIMEOUT_MS = 20_000;

/**
 * Too many requests at once, which passes in a moment. As many as a person may write in a day, or
 * keep, are a problem in words: asking again would not help.
 * @param {Response} response
 */
const isThrottled = ({ status, headers }) =>
  status === 429 && !headers.get('content-type')?.startsWith('application/problem+json');

const OF_A_LEDGER = /^\/(expenses|summary|categories|budgets|recurring|payees)\b/;
/** What is there in every ledger, so that only the ledger can be missing. */
const OF_A_WHOLE_LEDGER =
  /^\/(expenses(\/batch|\/deleted)?|summary|categories|budgets|recurring|payees)(\?|$)/;

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @typedef {import('../types.js').Ledger} Ledger
 * @typedef {{body?: object, replaced?: Revision, known?: string | null, signal?: AbortSignal}} Options
 *   of a request; `known`: the revision of which only a newer one is of interest
 */
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
    /** @type {import('./kept/answers.js').Answers | null} what the device knows, where it keeps anything */
    this.answers = null;
    /** The shared ledger that everything is asked of; empty for the person's own. */
    this.ledger = '';
    /** Told of each answer of the server's. */
    this.reached = () => {};
    /** How far the device's clock is behind the server's, in ms; by the last answer. */
    this.behind = 0;
  }

  /** What the server's clock says, in ms: never later than that, by up to a second and an answer's way earlier. */
  now() {
    return Date.now() + this.behind;
  }

  /** The same for a shared ledger. @param {string} ledger its id */
  of(ledger) {
    const api = new Api(this.baseUrl, this.session, { fetch: this.send, waits: this.waits });
    api.ledger = ledger;
    return api;
  }

  /**
   * One page of expenses, newest first.
   *
   * @param {import('../types.js').Filter} filter
   * @param {{cursor?: string | null, limit?: number, signal?: AbortSignal}} [page]
   * @returns {Promise<import('./store/lists.js').Page>}
   */
  listExpenses(filter, { cursor, limit = 100, signal } = {}) {
    const query = queryText({ ...filter, cursor, limit: String(limit) });
    return this.#request('GET', `/expenses${query}`, { signal });
  }

  /**
   * @param {string | null} cursor
   * @returns {Promise<import('./store/deleted-lately.js').DeletedPage>} the latest deletion first
   */
  listDeletedExpenses(cursor) {
    return this.#request('GET', `/expenses/deleted${queryText({ cursor })}`);
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
   * @param {{id: string, version: number}[]} expenses 1 to 100, as they were seen
   * @param {object} change
   * @param {AbortSignal} [signal]
   * @returns {Promise<{results: {id: string, status: 'changed' | 'stale' | 'gone' | 'invalid',
   *   expense?: import('../types.js').Expense}[]}>}
   */
  changeExpenses(expenses, change, signal) {
    return this.#request('PATCH', '/expenses', { body: { expenses, change }, signal });
  }

  /**
   * @param {{id: string, version: number}[]} expenses 1 to 100, as they were seen
   * @param {{to: string | null, copy: boolean, category?: string, by?: string}} where `to`: null for one's own
   * @returns {Promise<{results: {id: string, status: import('./store/transfers.js').Status,
   *   expense?: import('../types.js').Expense, problem?: any}[]}>}
   */
  transferExpenses(expenses, where) {
    return this.#request('POST', '/expenses/transfer', { body: { expenses, ...where } });
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
   * @param {import('./store/summaries.js').Range} range @param {'day' | 'month'} by
   * @returns {Promise<import('../types.js').Summary>}
   */
  summary({ from, to, tag, by: paidBy }, by) {
    const query = queryText({ from, to, tag, by: paidBy, group_by: `${by},category` });
    return this.#request('GET', `/summary${query}`);
  }

  /**
   * @param {import('../types.js').Filter} filter
   * @returns {Promise<{groups: {member: string, total_paise: number}[]}>}
   */
  paidByMember({ from, to, category, without, tag, by }) {
    const query = queryText({ from, to, category, without, tag, by, group_by: 'member' });
    return this.#request('GET', `/summary${query}`);
  }

  /**
   * Whether anything in a shared ledger has changed.
   *
   * @param {string} ledger
   * @param {string | null} known the revision that is known
   * @returns {Promise<{revision: string, setup: string} | null>} what it has now; null if it is that
   *   revision. setup: another only after a change of more than expenses
   */
  revision(ledger, known) {
    return this.#ask('GET', ledgerPath(ledger, 'revision'), { known });
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

  /** @param {string} id @param {string} [into] gets its expenses @returns {Promise<null>} */
  deleteCategory(id, into) {
    const query = queryText({ move_to: into });
    return this.#request('DELETE', `/categories/${encodeURIComponent(id)}${query}`);
  }

  /**
   * @param {{from: string, to: string}} months `YYYY-MM`, both included
   * @returns {Promise<{items: import('./store/budgets.js').Budget[]}>}
   */
  listBudgets({ from, to }) {
    return this.#request('GET', `/budgets${queryText({ month: from, to })}`);
  }

  /** @param {string} category @param {object} fields @returns {Promise<import('./store/budgets.js').Budget>} */
  changeBudget(category, fields) {
    return this.#request('PUT', `/budgets/${encodeURIComponent(category)}`, { body: fields });
  }

  /** @returns {Promise<import('./store/settings.js').SettingsFields>} */
  getSettings() {
    return this.#request('GET', '/settings');
  }

  /** @param {object} changes @returns {Promise<import('./store/settings.js').SettingsFields>} */
  changeSettings(changes) {
    return this.#request('PUT', '/settings', { body: changes });
  }

  /** @returns {Promise<{items: import('./store/payees.js').PayeeRule[]}>} */
  listPayees() {
    return this.#request('GET', '/payees');
  }

  /** @param {string} payee @param {object} fields @returns {Promise<import('./store/payees.js').PayeeRule>} */
  teachPayee(payee, fields) {
    return this.#request('PUT', `/payees/${payeePath(payee)}`, { body: fields });
  }

  /** @param {string} payee @returns {Promise<null>} */
  forgetPayee(payee) {
    return this.#request('DELETE', `/payees/${payeePath(payee)}`);
  }

  /** @returns {Promise<{created_at: string | null}>} */
  calendarLink() {
    return this.#request('GET', '/calendar');
  }

  /** @returns {Promise<{path: string, created_at: string}>} */
  makeCalendarLink() {
    return this.#request('POST', '/calendar');
  }

  /** @returns {Promise<null>} */
  revokeCalendarLink() {
    return this.#request('DELETE', '/calendar');
  }

  /** @returns {Promise<{items: import('../types.js').Rule[]}>} */
  listRecurring() {
    return this.#request('GET', '/recurring');
  }

  /** @param {string} id @param {object} content @returns {Promise<import('../types.js').Rule>} */
  addRecurring(id, content) {
    return this.#request('POST', '/recurring', { body: { id, ...content } });
  }

  /** @param {Revision & {id: string}} replaced @param {object} content @returns {Promise<import('../types.js').Rule>} */
  editRecurring(replaced, content) {
    return this.#request('PUT', `/recurring/${encodeURIComponent(replaced.id)}`, {
      body: content,
      replaced,
    });
  }

  /** @param {Revision & {id: string}} replaced @returns {Promise<null>} */
  deleteRecurring(replaced) {
    return this.#request('DELETE', `/recurring/${encodeURIComponent(replaced.id)}`, { replaced });
  }

  /**
   * @param {string} id @param {string} date @param {number} paise
   * @returns {Promise<import('../types.js').Expense>}
   */
  confirmRecurring(id, date, paise) {
    const path = `/recurring/${encodeURIComponent(id)}/confirm`;
    return this.#request('POST', path, { body: { date, amount_paise: paise } });
  }

  /** @returns {Promise<{items: Ledger[]}>} */
  listLedgers() {
    return this.#request('GET', '/ledgers');
  }

  /** @param {string} id @returns {Promise<Ledger>} */
  getLedger(id) {
    return this.#request('GET', ledgerPath(id));
  }

  /** @param {{id: string, name: string, member_name: string}} fields @returns {Promise<Ledger>} */
  addLedger(fields) {
    return this.#request('POST', '/ledgers', { body: fields });
  }

  /** @param {Ledger} replaced @param {Pick<Ledger, 'name' | 'split'>} fields @returns {Promise<Ledger>} */
  editLedger(replaced, fields) {
    return this.#request('PUT', ledgerPath(replaced.id), { body: fields, replaced });
  }

  /** @param {string} id @returns {Promise<null>} */
  deleteLedger(id) {
    return this.#request('DELETE', ledgerPath(id));
  }

  /** @param {string} ledger @returns {Promise<{items: import('../types.js').Member[]}>} */
  listMembers(ledger) {
    return this.#request('GET', ledgerPath(ledger, 'members'));
  }

  /** @param {string} ledger @param {string} member @param {{role?: string, name?: string}} changes */
  changeMember(ledger, member, changes) {
    return this.#request('PUT', ledgerPath(ledger, 'members', member), { body: changes });
  }

  /** @param {string} ledger @param {string} member @returns {Promise<null>} */
  removeMember(ledger, member) {
    return this.#request('DELETE', ledgerPath(ledger, 'members', member));
  }

  /** @param {string} ledger @returns {Promise<import('../types.js').Balances>} */
  balances(ledger) {
    return this.#request('GET', ledgerPath(ledger, 'balances'));
  }

  /** @param {string} ledger @returns {Promise<{items: import('../types.js').Settlement[]}>} */
  listSettlements(ledger) {
    return this.#request('GET', ledgerPath(ledger, 'settlements'));
  }

  /** @param {string} ledger @param {import('../types.js').Settlement} settlement */
  addSettlement(ledger, settlement) {
    return this.#request('POST', ledgerPath(ledger, 'settlements'), { body: settlement });
  }

  /** @param {string} ledger @param {string} id @returns {Promise<null>} */
  deleteSettlement(ledger, id) {
    return this.#request('DELETE', ledgerPath(ledger, 'settlements', id));
  }

  /** @param {string} ledger @returns {Promise<{items: import('../types.js').Invitation[]}>} */
  listInvitations(ledger) {
    return this.#request('GET', ledgerPath(ledger, 'invitations'));
  }

  /**
   * @param {string} ledger @param {string} role
   * @returns {Promise<import('../types.js').Invitation & {token: string}>}
   */
  invite(ledger, role) {
    return this.#request('POST', ledgerPath(ledger, 'invitations'), { body: { role } });
  }

  /** @param {string} ledger @param {string} invitation @returns {Promise<null>} */
  revokeInvitation(ledger, invitation) {
    return this.#request('DELETE', ledgerPath(ledger, 'invitations', invitation));
  }

  /**
   * @param {string} token of an invitation
   * @returns {Promise<{ledger: {id: string, name: string}, role: import('../types.js').Role,
   *   invited_by: string, expires_at: string}>}
   */
  lookAtInvitation(token) {
    return this.#request('POST', '/invitations/look', { body: { token } });
  }

  /** @param {string} token @param {string} name what the others call one @returns {Promise<Ledger>} */
  acceptInvitation(token, name) {
    return this.#request('POST', '/invitations/accept', { body: { token, name } });
  }

  /**
   * @param {string} method @param {string} path
   * @param {Options} [options]
   * @returns {Promise<any>}
   */
  #request(method, path, options = {}) {
    const ask = () => this.#ask(method, path, options);
    return this.answers && method === 'GET' ? this.answers.around(path, ask) : ask();
  }

  /**
   * @param {string} method @param {string} path
   * @param {Options} options
   * @returns {Promise<any>} null where there is nothing, or nothing new
   */
  async #ask(method, path, options) {
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const response = await this.#attempt(method, path, options);
      const last =
        attempt >= this.waits.length || (!response && (await this.#isKnown(method, path)));
      if (response === null || response.status === 503 || isThrottled(response)) {
        if (last) throw response ? new BusyError('busy') : new UnreachableError('no answer');
        const asked = Number(response?.headers.get('retry-after') ?? 0) * 1000;
        await pause(Math.max(this.waits[attempt], Math.min(asked, 5000)));
      } else if (response.status === 401) {
        if (renewed || !(await this.#renew())) throw new SignedOutError();
        renewed = true;
        attempt--;
      } else if (response.ok) {
        this.reached();
        return response.status === 204 ? null : response.json();
      } else if (response.status === 304) {
        this.reached();
        return null;
      } else if (response.status >= 500) {
        throw new UnreachableError(`HTTP ${response.status}`);
      } else if (response.status === 404 && (await this.#isOut(path))) {
        throw new NoLedgerError();
      } else {
        throw new ApiError(response.status, await response.json().catch(() => ({})));
      }
    }
  }

  /**
   * Whether something was not found as one is not in the ledger: of a single thing the answer does not tell.
   *
   * @param {string} path of what was not found
   */
  async #isOut(path) {
    if (!this.ledger) return false;
    if (OF_A_WHOLE_LEDGER.test(path)) return true;
    return (await this.#attempt('GET', ledgerPath(this.ledger), {}))?.status === 404;
  }

  /**
   * @param {string} method @param {string} path
   * @param {Options} options
   * @returns {Promise<Response | null>} null when there was no answer
   */
  async #attempt(method, path, { body, replaced, known, signal }) {
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
    if (known) headers['if-none-match'] = `"${known}"`;
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const answer = await this.send(this.baseUrl + this.#within(path), {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      // One that breaks off in the middle is no answer.
      const text = await answer.text();
      const at = Date.parse(answer.headers.get('date') ?? '');
      if (at) this.behind = at - Date.now();
      return new Response(text || null, answer);
    } catch (error) {
      if (signal?.aborted) throw error;
      return null;
    }
  }

  /** An address says whose ledger it is about. @param {string} path */
  #within(path) {
    if (!this.ledger || !OF_A_LEDGER.test(path)) return path;
    return `${path}${path.includes('?') ? '&' : '?'}ledger=${encodeURIComponent(this.ledger)}`;
  }

  /** Where the device knows, nobody waits for a network that isn't there. @param {string} method @param {string} path */
  async #isKnown(method, path) {
    return method === 'GET' && Boolean(await this.answers?.find(path));
  }

  async #renew() {
    try {
      return await this.session.renew();
    } catch {
      throw new UnreachableError('no answer');
    }
  }
}

/** @param {string[]} parts the ledger's id, and what is below it */
const ledgerPath = (...parts) =>
  ['/ledgers', ...parts.map((part) => encodeURIComponent(part))].join('/');

/** API Gateway cuts a path at a question mark, even an encoded one. @param {string} payee */
const payeePath = (payee) => encodeURIComponent(payee.replaceAll('?', ''));

/** @param {Record<string, string | readonly string[] | null | undefined>} params lists joined by commas */
function queryText(params) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value?.length) query.set(name, typeof value === 'string' ? value : joined(value));
  const text = query.toString();
  return text ? `?${text}` : '';
}
