/**
 * One pattern of several, whatever the case of letters: each in a line of its own can be read.
 *
 * @param {readonly RegExp[]} patterns without flags that matter
 */
export const anyOf = (...patterns) =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
