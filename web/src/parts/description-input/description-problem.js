import { characters, LONGEST_DESCRIPTION } from '../../reading/characters.js';
import { number } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';

/** In words why a description can't be saved; empty where it can. @param {string} text */
export function descriptionProblem(text) {
  const count = characters(text.trim());
  if (count <= LONGEST_DESCRIPTION) return '';
  return t('expense.descriptionTooLong', { most: LONGEST_DESCRIPTION, count: number(count) });
}
