/**
 * What the server said of each range that was asked for, with the unconfirmed changes laid over it.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('../../types.js').Summary} Summary
 * @typedef {Pick<import('../../types.js').Filter, 'from' | 'to' | 'tag' | 'by'>} Range absent ends are open
 * @typedef {{status: 'loading' | 'ready' | 'failed', data: Summary | null, isAwaited: boolean}} SummaryView
 *   `isAwaited`: the device said it, and the server has not answered yet
 */
import { overlaySummary, sliceByDay } from './changes.js';
import { Questions, statusOf } from './questions.js';

/** @typedef {import('./questions.js').Question<Summary> & {range: Range, by: 'day' | 'month',
 *   isAwaited: boolean, view: SummaryView, of?: {base: Summary | null, pending: Change[], failed: boolean}}} Entry */

const KEPT = 24;

export class Summaries {
  /**
   * @param {(range: Range, by: 'day' | 'month') => Promise<Summary>} load
   * @param {{pending: () => Change[], inDoubt: () => boolean, emit: () => void,
   *   failed: (error: unknown) => void}} store
   * @param {(range: Range, by: 'day' | 'month') => Promise<Summary | null>} known by the device
   */
  constructor(load, store, known) {
    this.store = store;
    this.known = known;
    /** @type {Questions<Summary, Entry>} */
    this.questions = new Questions(
      KEPT,
      {
        ask: async (entry) => {
          const answer = await load(entry.range, entry.by);
          entry.isAwaited = false;
          return answer;
        },
        asked: (entry) => void this.#showKnown(entry),
      },
      store,
    );
  }

  /**
   * @param {Range} range @param {'day' | 'month'} by
   * @returns {SummaryView} the same object until something changes
   */
  view(range, by) {
    const key = JSON.stringify([by, range.from, range.to, range.tag, range.by]);
    return this.#present(this.questions.use(key, () => this.#create(range, by)));
  }

  /** @param {Range} range @param {'day' | 'month'} by @returns {Entry} */
  #create(range, by) {
    const wider = this.questions
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
      isAwaited: false,
      view: { status: 'loading', data: null, isAwaited: false },
    };
  }

  /** @param {Entry} entry @returns {SummaryView} */
  #present(entry) {
    const pending = this.store.pending();
    const { base, failed, of } = entry;
    if (of && of.base === base && of.pending === pending && of.failed === failed) return entry.view;
    entry.of = { base, pending, failed };
    entry.view = {
      status: statusOf(entry),
      data: entry.base && overlaySummary(entry.base, pending, entry.range, entry.by),
      isAwaited: entry.isAwaited,
    };
    return entry.view;
  }

  /** Until the server answers. @param {Entry} entry */
  async #showKnown(entry) {
    if (entry.base) return;
    const known = await this.known(entry.range, entry.by);
    if (!known || entry.base) return;
    entry.base = known;
    entry.isAwaited = true;
    this.store.emit();
  }

  /** Take a confirmed change into what is known. @param {Change} change */
  settle(change) {
    this.questions.settle((base, { range, by }) => overlaySummary(base, [change], range, by));
  }

  /** Ask again for what is shown, keeping it meanwhile. */
  refresh() {
    this.questions.refresh();
  }
}

/** @param {Range} wide @param {Range} narrow */
function covers(wide, narrow) {
  if (String(wide.tag ?? []) !== String(narrow.tag ?? [])) return false;
  if (String(wide.by ?? []) !== String(narrow.by ?? [])) return false;
  const from = !wide.from || (narrow.from && wide.from <= narrow.from);
  const to = !wide.to || (narrow.to && wide.to >= narrow.to);
  return Boolean(from && to);
}
