/**
 * The secret link by which a calendar reads what is due. The server tells it once, as it makes it; only
 * since when there is one can be asked for later.
 */
import { ApiError } from '../api.js';

/** @typedef {Pick<import('../api.js').Api, 'calendarLink' | 'makeCalendarLink' | 'revokeCalendarLink'>} Server */

export class CalendarLink {
  /** @type {'loading' | 'ready' | 'failed'} */
  status = 'loading';
  /** @type {string | null} the moment that it was made; null where there is none */
  since = null;
  /** @type {string | null} its address, as long as it is known here */
  address = null;

  /** @param {Server} api @param {string} origin that the address begins with */
  constructor(api, origin) {
    this.api = api;
    this.origin = origin;
  }

  /** Ask whether there is one. */
  async load() {
    try {
      this.since = (await this.api.calendarLink()).created_at;
      this.status = 'ready';
    } catch {
      this.status = 'failed';
    }
  }

  /** Make one; the one before ends. @throws {Error} where that failed: the one before holds */
  async make() {
    const { path, created_at: since } = await this.api.makeCalendarLink();
    this.address = new URL(path, this.origin).href;
    this.since = since;
  }

  /** End it. @throws {Error} where that failed: it holds */
  async revoke() {
    try {
      await this.api.revokeCalendarLink();
    } catch (error) {
      // Ended already, on another device.
      if (!(error instanceof ApiError && error.status === 404)) throw error;
    }
    this.address = null;
    this.since = null;
  }
}
