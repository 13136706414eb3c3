/** What an amount field holds while it is typed in: grouped as in India, and never less than was typed. */
import { isPlainAmount } from './amount.js';
import { groupDigits, plainAmount } from './money.js';

/**
 * @param {object} typed
 * @param {string} typed.before what the field held
 * @param {string} typed.text what it holds now
 * @param {number} typed.caret where the caret is in it
 * @param {string} [typed.inputType] of the InputEvent
 * @returns {{text: string, caret: number}} `text` as it is, unless it is a number that the field grouped
 */
export function afterTyping({ before, text, caret, inputType }) {
  // A comma that the person wrote may be a decimal one: `1,5` must not become 15.
  const wroteComma = commas(text) > commas(before);
  if (!isPlainAmount(text) || wroteComma || grouped(digits(before)) !== before) {
    return { text, caret };
  }
  if (inputType?.startsWith('delete') && digits(text) === digits(before)) {
    // Only a comma went, which comes back: the digit next to it was meant.
    const at = inputType === 'deleteContentBackward' ? caret - 1 : caret;
    return group(text.slice(0, at) + text.slice(at + 1), at);
  }
  return group(text, caret);
}

/** @param {number | null} paise as the field shows it: `1,23,456.50`, or nothing */
export const fieldText = (paise) => (paise === null ? '' : grouped(plainAmount(paise)));

/** The same digits, and the caret behind the one it was behind. @param {string} text @param {number} caret */
function group(text, caret) {
  const kept = digits(text);
  const shown = grouped(kept);
  const dropped = kept.length - digits(shown).length;
  const keptBefore = digits(text.slice(0, caret)).length - dropped;
  let position = 0;
  for (let seen = 0; seen < keptBefore; position++) {
    if (shown[position] !== ',') seen++;
  }
  return { text: shown, caret: position };
}

/** @param {string} plain digits, perhaps with a point */
function grouped(plain) {
  const [whole, fraction] = plain.split('.');
  const rupees = groupDigits(whole.replace(/^0+(?=\d)/, ''));
  return fraction === undefined ? rupees : `${rupees}.${fraction}`;
}

const digits = (/** @type {string} */ text) => text.replaceAll(',', '');
const commas = (/** @type {string} */ text) => text.length - digits(text).length;
