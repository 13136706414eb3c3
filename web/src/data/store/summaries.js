/**
 * What the server said of each range that was asked for, with the unconfirmed changes laid over it.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Summary} Summary
 * @typedef {{from?: string, to?: string}} Range absent ends are open
 * @typedef {{status: 'loading' | 'ready' | 'failed', data: Summary | null}} SummaryView
 */
import { overlaySummary, sliceByDay } from './changes.js';
import { Recent } from './recent.js';

/** @typedef {{range: Range, by: 'day' | 'month', base: Summary | null, loading: boolean,
 *   stale: boolean, failed: boolean, view: SummaryView,
 *   of?: {base: Summary | null, pending: Change[], failed: boolean}}} Entry */

const KEPT = 24;

export class Summaries {
  /** @type {Recent<Entry>} */
  #entries = new Recent(KEPT);

  /**
   * @param {(range: Range, by: 'day' | 'month') => Promise<Summary>} load
   * @param {{pending: () => Change[], inDoubt: () => boolean, emit: () => void,
   *   failed: (error: unknown) => void}} store
   */
  constructor(load, store) {
    this.load = load;
    this.store = store;
  }

  /**
   * @param {Range} range @param {'day' | 'month'} by
   * @returns {SummaryView} the same object until something changes
   */
  view(range, by) {
    const key = `${by} ${range.from ?? ''} ${range.to ?? ''}`;
    const entry = this.#entries.use(key, () => this.#create(range, by));
    if (entry.stale && !entry.loading && !entry.failed) this.#fetch(entry);
    return this.#present(entry);
  }

  /** @param {Range} range @param {'day' | 'month'} by @returns {Entry} */
  #create(range, by) {
    const wider = this.#entries
      .all()
      .find(
        (entry) =>
          by === 'day' &&
          entry.by === 'day' &&
          entry.base &&
          !entry.stale &&
          covers(entry.range, range),
      );
    return {
      range,
      by,
      base: wider?.base ? sliceByDay(wider.base, range) : null,
      loading: false,
      stale: !wider,
      failed: false,
      view: { status: 'loading', data: null },
    };
  }

  /** @param {Entry} entry @returns {SummaryView} */
  #present(entry) {
    const pending = this.store.pending();
    const { base, failed, of } = entry;
    if (of && of.base === base && of.pending === pending && of.failed === failed) return entry.view;
    entry.of = { base, pending, failed };
    entry.view = {
      status: entry.base ? 'ready' : entry.failed ? 'failed' : 'loading',
      data: entry.base && overlaySummary(entry.base, pending, entry.range, entry.by),
    };
    return entry.view;
  }

  /** @param {Entry} entry */
  async #fetch(entry) {
    entry.loading = true;
    entry.stale = false;
    const doubtful = this.store.inDoubt();
    try {
      const base = await this.load(entry.range, entry.by);
      // An answer given while a change was on its way may or may not count it: ask again after.
      if (doubtful || entry.stale || this.store.inDoubt()) {
        entry.stale = true;
        entry.base ??= base;
      } else {
        entry.base = base;
      }
      entry.failed = false;
    } catch (error) {
      entry.failed = true;
      entry.stale = true;
      this.store.failed(error);
    } finally {
      entry.loading = false;
      this.store.emit();
    }
  }

  /** Take a confirmed change into what is known. @param {Change} change */
  settle(change) {
    for (const entry of this.#entries.all()) {
      if (entry.base) entry.base = overlaySummary(entry.base, [change], entry.range, entry.by);
      if (entry.loading) entry.stale = true;
    }
  }

  /** Ask again for what is shown, keeping it meanwhile. */
  refresh() {
    for (const entry of this.#entries.all()) {
      entry.stale = true;
      entry.failed = false;
    }
    this.store.emit();
  }
}

/** @param {Range} wide @param {Range} narrow */
function covers(wide, narrow) {
  const from = !wide.from || (narrow.from && wide.from <= narrow.from);
  const to = !wide.to || (narrow.to && wide.to >= narrow.to);
  return Boolean(from && to);
}
