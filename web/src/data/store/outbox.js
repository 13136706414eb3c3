/**
 * Changes that say the whole of something small, a category's name or a budget: shown at once, and kept on
 * the device under what they are of until the server has them. Sending one again changes nothing, and a
 * later one of the same takes the place of an earlier.
 *
 * @typedef {{id: string, kind: string, of: string, value: any}} Waiting `id` tells the order they were made in
 *
 * @typedef {object} Sender
 * @property {(of: string, value: any) => Promise<any>} send
 * @property {(of: string, value: any, error: ApiError) => void} refused long after the person has gone on
 */
import { ApiError } from '../api.js';
import { newId } from '../ids.js';
import { withLock } from './lock.js';

/** Where the device keeps them, each under its kind and what it is of. */
export const ROOM = 'outbox';

export class Outbox {
  /** @type {Map<string, Waiting>} by key, in the order they were made */
  #waiting = new Map();
  /** @type {Map<string, Sender>} by kind */
  #senders = new Map();
  /** @type {Promise<unknown>} the last that was begun */
  #turn = Promise.resolve();

  /**
   * @param {import('../device.js').Device} device
   * @param {{emit: () => void, failed: (error: unknown) => void}} store `failed`: no network, or no session
   */
  constructor(device, store) {
    this.device = device;
    this.store = store;
  }

  /** @param {string} kind @param {Sender} sender */
  sendsBy(kind, sender) {
    this.#senders.set(kind, sender);
  }

  /** Take up what was kept when the page was last open. */
  async restore() {
    const kept = (await this.device.list(ROOM)).map(({ value }) => value);
    for (const one of kept.sort(byId)) this.#waiting.set(keyOf(one), one);
  }

  get size() {
    return this.#waiting.size;
  }

  /** @param {string} kind @param {string} of @returns {any} what waits of it; undefined for nothing */
  find(kind, of) {
    return this.#waiting.get(keyOf({ kind, of }))?.value;
  }

  /** @param {string} kind @returns {[of: string, value: any][]} the earliest first */
  all(kind) {
    return [...this.#waiting.values()]
      .filter((one) => one.kind === kind)
      .map(({ of, value }) => [of, value]);
  }

  /**
   * @param {string} kind @param {string} of @param {any} value
   * @returns {Promise<any>} the server's answer; undefined where there is none, and it waits
   * @throws {ApiError} it is refused, and waits no more; what waited before it does
   */
  async put(kind, of, value) {
    const before = this.find(kind, of);
    try {
      return await this.#send(await this.#keep(kind, of, value));
    } catch (error) {
      if (before !== undefined && this.find(kind, of) === undefined) {
        await this.#keep(kind, of, before);
      }
      throw error;
    }
  }

  /** @param {string} kind @param {string} of @param {any} value @returns {Promise<Waiting>} */
  async #keep(kind, of, value) {
    const one = { id: newId(), kind, of, value };
    this.#set(one);
    await this.device.put(ROOM, keyOf(one), one);
    return one;
  }

  /** Send what waits, in the order it was made. */
  async send() {
    for (const one of [...this.#waiting.values()]) {
      try {
        await this.#send(one);
      } catch (error) {
        const refusal = /** @type {ApiError} */ (error);
        this.#senders.get(one.kind)?.refused(one.of, one.value, refusal);
      }
      if (this.#waiting.has(keyOf(one))) return;
    }
  }

  /** There is nobody left to send to: each is refused in its own words. @param {ApiError} error */
  giveUp(error) {
    for (const { kind, of, value } of this.#waiting.values())
      this.#senders.get(kind)?.refused(of, value, error);
    this.#waiting.clear();
  }

  /** One after the other: of two values of the same, the later arrives later. @param {Waiting} one */
  #send(one) {
    const name = `expense-tracker.${this.device.scope}.outbox`;
    const sent = this.#turn.then(() => withLock(name, () => this.#sendNow(one)));
    this.#turn = sent.catch(() => {});
    return sent;
  }

  /** @param {Waiting} one */
  async #sendNow(one) {
    const { kind, of } = one;
    const key = keyOf(one);
    // Another tab may have sent it meanwhile, or another value may have taken its place.
    const kept = await this.device.get(ROOM, key);
    if (!kept) return this.#forget(key, one);
    try {
      const answer = await this.#senders.get(kind)?.send(of, kept.value);
      await this.#settle(key, kept);
      return answer;
    } catch (error) {
      if (error instanceof ApiError) {
        await this.#settle(key, kept);
        throw error;
      }
      this.store.failed(error);
      return undefined;
    }
  }

  /** @param {string} key @param {Waiting} sent */
  async #settle(key, sent) {
    const isSent = (/** @type {Waiting} */ one) => one.id === sent.id;
    if (await this.device.deleteIf(ROOM, key, isSent)) this.#forget(key, sent);
  }

  /** @param {Waiting} one */
  #set(one) {
    this.#waiting.delete(keyOf(one));
    this.#waiting.set(keyOf(one), one);
    this.store.emit();
  }

  /** What was made after it waits on. @param {string} key @param {Waiting} sent */
  #forget(key, sent) {
    const waiting = this.#waiting.get(key);
    if (!waiting || waiting.id > sent.id) return;
    this.#waiting.delete(key);
    this.store.emit();
  }
}

/** @param {Pick<Waiting, 'kind' | 'of'>} one */
const keyOf = ({ kind, of }) => `${kind} ${of}`;

/** @param {Waiting} a @param {Waiting} b */
const byId = (a, b) => (a.id < b.id ? -1 : 1);
