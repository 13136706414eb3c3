/**
 * What the device can answer in the server's place: through here pass all questions to the API. Lists
 * and summaries are worked out from the device's copy of the expenses; of everything else the last
 * answer is kept, each under its address.
 *
 *     await answers.around('/categories', ask) // the server's, or, where it cannot be reached, the last
 *     await answers.find('/summary?from=…&group_by=day,category') // the device's; null if it has none
 *     isFromDevice(answer)
 */
import { Api, SignedOutError, UnreachableError } from '../api.js';
import { readFilter } from '../filter.js';

export const ROOM = 'answers';
/** What a cursor of the device's own begins with. */
const CURSOR = 'device:';
const KNOWN = new Set([
  'from',
  'to',
  'category',
  'without',
  'tag',
  'by',
  'q',
  'group_by',
  'limit',
  'cursor',
]);

/** The device asks nobody who one is. */
const NO_SESSION = { token: async () => 'device', renew: async () => false };

/** @type {WeakSet<object>} */
const fromDevice = new WeakSet();

/** Whether the device gave an answer, and not the server. @param {unknown} answer */
export const isFromDevice = (answer) =>
  typeof answer === 'object' && answer !== null && fromDevice.has(answer);

export class Answers {
  /**
   * @param {import('../device.js').Device} device
   * @param {import('./ledger-copy.js').LedgerCopy} copy
   * @param {object} store
   * @param {() => import('../store/changes.js').Change[]} store.pending another array after each change
   * @param {(error: Error) => void} store.fellBack told when the device answered, and why
   */
  constructor(device, copy, store) {
    this.device = device;
    this.copy = copy;
    this.store = store;
    this.api = new Api('', NO_SESSION, { fetch: (path) => this.#respond(String(path)), waits: [] });
  }

  /**
   * What the device knows, asked as the server is.
   *
   * @template T @param {(api: Api) => Promise<T>} ask @returns {Promise<T | null>} null if it does not
   */
  async first(ask) {
    try {
      return await ask(this.api);
    } catch (error) {
      if (error instanceof UnreachableError) return null;
      throw error;
    }
  }

  /** @param {string} path */
  async #respond(path) {
    return Response.json(await this.#instead(path));
  }

  /**
   * @param {string} path with its query, as asked of the API
   * @param {() => Promise<any>} ask the server
   * @returns {Promise<any>} the body of an answer
   * @throws {Error} what asking threw, where the device knows no more
   */
  async around(path, ask) {
    // A list that began on the device goes on there.
    if (path.includes(`cursor=${encodeURIComponent(CURSOR)}`)) return this.#instead(path);
    try {
      const pending = this.store.pending();
      const answer = await ask();
      if (!isOfExpenses(path)) this.device.put(ROOM, path, answer);
      // An answer from while a change was on its way may or may not hold that.
      else if (pending.length === 0)
        this.#keepDays(path, answer, () => this.store.pending() === pending);
      return answer;
    } catch (error) {
      if (!(error instanceof UnreachableError || error instanceof SignedOutError)) throw error;
      const known = await this.find(path);
      if (!known) throw error;
      this.store.fellBack(error);
      return known;
    }
  }

  /** @param {string} path @param {any} answer @param {() => boolean} holds */
  #keepDays(path, answer, holds) {
    const { pathname, searchParams } = new URL(path, 'https://device');
    const { from, to, ...rest } = Object.fromEntries(searchParams);
    const isOfAll = Object.keys(rest).join() === 'group_by' && rest.group_by === 'day,category';
    if (pathname === '/summary' && isOfAll && holds())
      this.copy.keepTold({ from, to }, answer, holds);
  }

  /** @param {string} path */
  async #instead(path) {
    const known = await this.find(path);
    if (!known) throw new UnreachableError('the device knows no more');
    return known;
  }

  /** @param {string} path @returns {Promise<any>} null where the device does not know */
  async find(path) {
    const answer = await this.#find(new URL(path, 'https://device'));
    if (answer) fromDevice.add(answer);
    return answer ?? null;
  }

  /** @param {URL} address */
  async #find({ pathname, search, searchParams }) {
    const asked = Object.fromEntries(searchParams);
    const isPlain = Object.keys(asked).every((name) => KNOWN.has(name));
    if (pathname === '/expenses' && isPlain) return this.#page(asked);
    if (pathname === '/summary' && isPlain) {
      if (asked.group_by === 'member') return this.copy.paid(readFilter(asked));
      const by = asked.group_by.startsWith('day') ? 'day' : 'month';
      return this.copy.summary(readFilter(asked), by);
    }
    const [, id] = /^\/expenses\/([^/]+)$/.exec(pathname) ?? [];
    if (id) return null;
    return this.device.get(ROOM, pathname + search);
  }

  /** @param {Record<string, string>} asked */
  async #page({ cursor = '', limit = '50', ...narrowed }) {
    if (cursor && !cursor.startsWith(CURSOR)) return null;
    const listed = await this.copy.expenses(readFilter(narrowed), await this.#names());
    if (!listed) return null;
    const { items, whole } = listed;
    const start = Number(cursor.slice(CURSOR.length));
    const end = start + Number(limit);
    // Past the last that the device has, there may be more on the server.
    if (start >= items.length && !whole) return null;
    const isLast = end >= items.length && whole;
    return { items: items.slice(start, end), next_cursor: isLast ? null : `${CURSOR}${end}` };
  }

  /** @returns {Promise<(category: string) => string | undefined>} */
  async #names() {
    const answer = await this.device.get(ROOM, '/categories');
    /** @type {Map<string, string>} */
    const names = new Map(
      answer?.items.map((/** @type {import('../../types.js').Category} */ { id, name }) => [
        id,
        name,
      ]),
    );
    return (category) => names.get(category);
  }
}

/** @param {string} path */
const isOfExpenses = (path) => /^\/(expenses|summary)\b/.test(path);
