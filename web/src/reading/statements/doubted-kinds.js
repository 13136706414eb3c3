/** What a row's kind, by its words and columns, may be instead: it is doubted, or is another by what the file is. */
import { isOfRails } from './narration.js';
import { isCardRemark, isNamedRefund, saysPutBy, typeOf } from './row-words.js';

/**
 * @typedef {import('./kinds.js').Kind} Kind
 * @typedef {object} File what it says of all its rows
 * @property {boolean} isLoan it is the account of a loan
 * @property {(cells: readonly string[]) => boolean} isToOneself by who paid and who was paid
 * @property {(narration: string) => boolean} isHolder whether it has the name of the account's holder
 */

const TO_ONESELF = { leftOut: 'transfer to oneself' };

/**
 * @param {Kind} kind
 * @param {import('./records.js').Entry} entry
 * @param {{type: string, category: string, out: boolean | null, isLent: boolean}} evidence
 * @param {File} file
 * @returns {{kind: Kind, doubts: string[]}}
 */
export function doubtedKind(kind, entry, { type, category, out, isLent }, file) {
  const { text, cells } = entry;
  /** @type {string[]} */
  const doubts = [];
  // A bank calls whatever is sent so, to anybody.
  const isSent = typeOf(type) === 'transfer' && entry.balance !== null && /^to \p{L}/iu.test(text);
  if (isSent && typeof kind === 'object') doubts.push('a transfer is taken for one to oneself');
  if (isLent && text === '') doubts.push('it may be lent or paid back');
  if (out === false && isNamedRefund(text))
    doubts.push('a word of refunds is taken for a part of a name');
  if (kind !== 'expense') return { kind, doubts };
  if (file.isLoan)
    return {
      kind: { leftOut: 'added to a loan' },
      doubts: [...doubts, 'what a loan’s account is charged with is owed, not paid'],
    };
  // Of one household, who paid may be whom it was spent on, too.
  if (category === '' && file.isToOneself(cells)) return { kind: TO_ONESELF, doubts };
  if (isOfRails(text) && file.isHolder(text))
    return {
      kind: TO_ONESELF,
      doubts: [...doubts, 'it went to the name of the account’s holder'],
    };
  if (isCardRemark(text)) doubts.push('a card in its remark is taken for how it was paid');
  if (category === '' && saysPutBy(text)) doubts.push('it may be put by, not spent');
  return { kind, doubts };
}
