/** What tells that something may have changed: the network, the clock, the person's return. */
import { untilMidnight } from '../../writing/dates.js';

/** Pauses between looks whether the server can be reached again; the last one repeats. */
const LOOKS_MS = [3000, 6000, 15_000, 30_000];

/** What recurs is recorded five minutes after midnight in India; by then it is. */
const RECORDED_MS = 10 * 60_000;

/** Looks again by and by until it is told to stop: whatever is shown, whatever the device says. */
export class Looks {
  #count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next = undefined;

  /** @param {() => void} look */
  constructor(look) {
    this.look = look;
  }

  goOn() {
    if (this.#next) return;
    const wait = LOOKS_MS[Math.min(this.#count++, LOOKS_MS.length - 1)];
    this.#next = setTimeout(() => {
      this.#next = undefined;
      this.look();
    }, wait);
  }

  stop() {
    clearTimeout(this.#next);
    this.#next = undefined;
    this.#count = 0;
  }
}

/**
 * @param {object} page
 * @param {() => void} page.online @param {() => void} page.offline
 * @param {() => void} page.returned the person looks at it again
 * @param {() => void} page.newDay it may be another day in India
 * @param {() => void} page.recorded what recurs on the day has been recorded, and the person looks
 */
export function watch({ online, offline, returned, newDay, recorded }) {
  addEventListener('online', online);
  addEventListener('offline', offline);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    newDay();
    returned();
  });
  const turn = () => {
    newDay();
    setTimeout(turn, untilMidnight() + 50);
    setTimeout(() => {
      if (document.visibilityState === 'visible') recorded();
    }, RECORDED_MS);
  };
  setTimeout(turn, untilMidnight() + 50);
}
