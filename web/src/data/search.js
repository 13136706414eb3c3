/**
 * Which expenses a search finds, as the API does it (`tracker/search.py`): words in any order, each in
 * the description or a tag, in the category's name, or as the amount. `search_cases.json` of the unit
 * tests holds both to it.
 */
import { readAmount } from '../reading/amount.js';
import { fold } from '../reading/folding.js';

const MARK = String.raw`(?:₹|(?:rs|inr|rupees?)\.?)`;
const UNIT = '(?:[kl]| ?(?:thousand|haza+r|हजार|la(?:kh|c)s?|लाख|cr|crores?|करोड))(?!rs|inr|rupee)';
const NUMBER = String.raw`(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+`;
const AMOUNT = String.raw`(?:${MARK} ?)?(${NUMBER})(${UNIT})?(?: ?${MARK}(?! ?[0-9.])|\/-)?`;
/** One, or from one to another. */
const AMOUNTS = `${AMOUNT}(?:(?: ?[-–—] ?| to )${AMOUNT})?`;
const WORD = new RegExp(`(?<!\\S)(?:${AMOUNTS}|\\S+)(?!\\S)`, 'gu');
const WHOLE = new RegExp(`^${AMOUNTS}$`, 'u');
/** Of its groups, the number that a range ends with. */
const SECOND = 3;
/** Of `404-1234567` nobody means all that lies between. */
const WIDEST = 1000;

/** @param {string} q @returns {string[]} folded, each once; an amount is one, as it is written */
export const wordsOf = (q) => [...new Set(fold(q).match(WORD))];

/**
 * @param {string} q
 * @param {(category: string) => string | undefined} nameOf
 * @returns {(expense: import('../types.js').Expense) => boolean} whether it finds an expense
 */
export function finder(q, nameOf) {
  const words = wordsOf(q).map((word) => ({ word, amounts: amountsOf(word) }));
  return ({ description, tags, category, amount_paise: paise }) => {
    const texts = [description, ...tags, nameOf(category) ?? ''].map(fold);
    return words.every(
      ({ word, amounts }) =>
        texts.some((text) => text.includes(word)) ||
        (amounts !== null && amounts[0] <= paise && paise <= amounts[1]),
    );
  };
}

/** @param {string} word @returns {[number, number] | null} the lowest and the highest that it says, in paise */
export function amountsOf(word) {
  const said = WHOLE.exec(word);
  const read = said && readAmount(word);
  if (!read || 'problem' in read) return null;
  const [from, to] = 'paise' in read ? [read.paise, read.paise] : read.choices;
  // `250 cr` is also what a statement calls credited.
  if (!said[SECOND]) return [to, to];
  return from < to && to <= WIDEST * from ? [from, to] : null;
}
