/**
 * Texts that a person writes: how names are tidied, what is cut or cleaned, and which two are the
 * same. By Unicode's own tables, and as the API does it (`tracker/text.py`): `text_cases.json` of the
 * unit tests holds both to it.
 */

/** Controls, line separators, and what embeds, overrides or isolates a direction: the API refuses it. */
const UNFIT = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;

/** White space, and what fonts draw as a blank: the empty Braille cell, the Hangul fillers. */
const BLANKS = /[\p{White_Space}\u2800\u3164\uffa0]+/gu;

const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** Of the unseen, what neither joins, shapes nor orders anything: a name loses nothing with it. */
const EMPTY = /[\u00ad\u200b\u2060-\u2064\ufeff]/gu;

/**
 * Letters once written as a consonant, a virama and a joiner: Malayalam's chillu letters and
 * Bengali's khanda ta. No normalisation joins the two ways.
 */
const JOINED = new Map([
  ['\u0d7a', '\u0d23\u0d4d'],
  ['\u0d7b', '\u0d28\u0d4d'],
  ['\u0d7c', '\u0d30\u0d4d'],
  ['\u0d7d', '\u0d32\u0d4d'],
  ['\u0d7e', '\u0d33\u0d4d'],
  ['\u0d7f', '\u0d15\u0d4d'],
  ['\u0d54', '\u0d2e\u0d4d'],
  ['\u0d55', '\u0d2f\u0d4d'],
  ['\u0d56', '\u0d34\u0d4d'],
  ['\u09ce', '\u09a4\u09cd'],
]);

/**
 * A text without what the API refuses: a line break becomes a space, a mark that turns the direction
 * goes. For what is pasted or read from a file, and shown before it is sent.
 *
 * @param {string} text
 */
export function written(text) {
  return text.replace(UNFIT, (mark) => (/\p{White_Space}/u.test(mark) ? ' ' : ''));
}

/** Whether a text shows anything at all. @param {string} text */
export function shows(text) {
  return text.replace(UNSEEN, '').replace(BLANKS, '') !== '';
}

/**
 * A name as the API keeps it: composed, on one line, with single spaces, none at its ends.
 *
 * @param {string} text
 */
export function tidied(text) {
  const composed = written(text).replace(EMPTY, '').normalize('NFC');
  return composed.replace(BLANKS, ' ').replace(/^ | $/gu, '');
}

/**
 * A tag as the API keeps it, cut to a length where one is said; empty if it shows nothing.
 *
 * @param {string} text @param {number} [longest]
 */
export function tidiedTag(text, longest = Infinity) {
  const tag = cut(tidied(text).toLowerCase(), longest);
  return shows(tag) ? tag : '';
}

/**
 * The beginning of a text, by characters (code points): half an emoji is none.
 *
 * @param {string} text @param {number} longest
 */
export function cut(text, longest) {
  if (text.length <= longest) return text;
  return [...text].slice(0, longest).join('').trimEnd();
}

/**
 * What two texts have in common that a person would call the same: case, accents, nuktas, the width
 * and style of letters, kinds and runs of spaces, joiners and the script of digits make no difference.
 * To compare and to search, never to show.
 *
 * @param {string} text
 */
export function fold(text) {
  const spaced = text.replace(BLANKS, ' ').replace(UNSEEN, '');
  const plain = [...spaced.normalize('NFKD')].map(spelled).join('');
  // There and back again, as a capital may stand for several small letters: ß, SS, ss.
  const caseless = plain.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  const folded = caseless.normalize('NFC').replace(/ +/gu, ' ').trim();
  return folded || spaced.normalize('NFC').trim();
}

/** Whether two texts are the same to a person. @param {string} one @param {string} other */
export const isSame = (one, other) => fold(one) === fold(other);

/** The first of each that are the same. @param {readonly string[]} texts @returns {string[]} */
export function distinct(texts) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  for (const text of texts) if (!kept.has(fold(text))) kept.set(fold(text), text);
  return [...kept.values()];
}

/** @type {Map<string, string>} */
const spellings = new Map();

/** A character as it is compared. @param {string} character */
function spelled(character) {
  if (character < '\u0080') return character;
  let spelling = spellings.get(character);
  if (spelling === undefined) {
    spelling = JOINED.get(character) ?? westernDigit(character);
    if (isOftenLeftOut(spelling)) spelling = '';
    spellings.set(character, spelling);
  }
  return spelling;
}

/** Digits of every script stand in rows of ten, from zero on; a few rows follow each other. @param {string} character */
export function westernDigit(character) {
  if (!/^\p{Nd}$/u.test(character)) return character;
  const point = /** @type {number} */ (character.codePointAt(0));
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/**
 * Nuktas and reading marks, the points of Hebrew and Arabic, accents: by their canonical combining
 * class (6 and 7, 10 to 36, from 200), which the language gives no other way than by the order that
 * normalisation brings. Vowel signs of Indic scripts have class 0, viramas 9: those are spelling.
 *
 * @param {string} mark
 */
function isOftenLeftOut(mark) {
  if (!/^\p{M}$/u.test(mark)) return false;
  return (
    (standsAfter(mark, OVERLAY) && standsAfter(VOICING, mark)) ||
    (standsAfter(mark, VIRAMA) && standsAfter(TELUGU_LENGTH, mark)) ||
    standsAfter(mark, TIBETAN_VOWEL)
  );
}

// Marks of the classes 1, 8, 9, 84 and 132.
const OVERLAY = '\u0334';
const VOICING = '\u3099';
const VIRAMA = '\u094d';
const TELUGU_LENGTH = '\u0c55';
const TIBETAN_VOWEL = '\u0f74';

/** Whether a mark's class is above another's, which is not 0. @param {string} one @param {string} other */
const standsAfter = (one, other) => (one + other).normalize('NFD') === other + one && one !== other;

const LONGEST_PAYEE = 100;

/** As the API folds it to find a payee's rule. @param {string} name */
export const foldedPayee = (name) => fold(cut(name, LONGEST_PAYEE));
