import { fold } from './folding.js';

/**
 * A word as it is looked up: folded, and in one of the many spellings that Hindi has in Latin letters: `doodh` and `dudh`, `sabzee` and `sabzi`.
 *
 * @param {string} word
 */
export const spelling = (word) =>
  fold(word)
    .replaceAll('ँ', 'ं')
    .replace(/ee/gu, 'i')
    .replace(/oo/gu, 'u')
    .replaceAll('w', 'v')
    .replaceAll('chh', 'ch')
    .replace(/([a-z])\1+/gu, '$1')
    .replace(/(?<=[a-z]a)h$/u, '');

/** The words of a text with their places: letters with their marks, and digits. @param {string} text */
export const placesOf = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}\u200c\u200d]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));

/** @param {string} text */
export const wordsOf = (text) => placesOf(text).map(({ word }) => word);
