/** Of how many texts at most it is remembered what they say. */
const MOST = 20_000;

/**
 * A reader that reads the same text once: a column is asked several times what it holds, and the days of a
 * statement repeat. What it answers is frozen, as all who ask share it.
 *
 * @template T
 * @param {(text: string) => T} read of nothing but the text
 * @returns {(text: string) => T}
 */
export function remembered(read) {
  /** @type {Map<string, T>} */
  const answers = new Map();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = Object.freeze(read(text));
    if (answers.size >= MOST) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}
