/**
 * Questions whose answers say what there is now: an answer that was on its way while something changed
 * here may lack the change, so the question is put again; of two that are on their way the later counts.
 */

/** Something that changes all the time is shown as it was last. */
const MOST_TIMES = 5;

export class Asking {
  #questions = 0;
  #changes = 0;

  /** Something of what is asked for has changed here. */
  changed() {
    this.#changes += 1;
  }

  /**
   * @template T
   * @param {() => Promise<T>} ask
   * @param {(answer: T) => void} take called with what there is now, before anything else can change; never
   *   where the same was asked again since, which answers it
   */
  async latest(ask, take) {
    this.#questions += 1;
    const question = this.#questions;
    for (let times = 1; ; times += 1) {
      const changes = this.#changes;
      const answer = await ask();
      if (question !== this.#questions) return;
      if (changes === this.#changes || times === MOST_TIMES) {
        take(answer);
        return;
      }
    }
  }
}
