/**
 * Which expenses a search finds, as the API does it (`tracker/search.py`): words in any order, each in
 * the description or a tag, in the category's name, or as the amount.
 */
import { fold } from '../reading/folding.js';

const AMOUNT = /^₹?([0-9][0-9,]*)(?:\.([0-9]{1,2}))?$/u;

/** @param {string} q @returns {string[]} folded, each once */
export const wordsOf = (q) => [...new Set(fold(q.replace(/₹\s+/gu, '₹')).split(' '))];

/**
 * @param {import('../types.js').Expense} expense
 * @param {string} q
 * @param {(category: string) => string | undefined} nameOf
 */
export function finds({ description, tags, category, amount_paise }, q, nameOf) {
  const texts = [description, ...tags, nameOf(category) ?? ''].map(fold);
  return wordsOf(q).every(
    (word) => texts.some((text) => text.includes(word)) || paiseOf(word) === amount_paise,
  );
}

/** @param {string} word @returns {number | null} the amount that it says, in paise */
function paiseOf(word) {
  const said = AMOUNT.exec(word);
  if (!said) return null;
  const [, rupees, paise = ''] = said;
  return Number(rupees.replaceAll(',', '')) * 100 + Number(paise.padEnd(2, '0'));
}
