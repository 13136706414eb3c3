import { characters, LONGEST_TAG, MOST_TAGS } from '../../reading/characters.js';
import { t } from '../../writing/expense-text.js';

/** In words why an expense can't have these tags; empty where it can. @param {readonly string[]} tags */
export function tagsProblem(tags) {
  if (tags.some((tag) => characters(tag) > LONGEST_TAG))
    return t('expense.tagTooLong', { most: LONGEST_TAG });
  return tags.length > MOST_TAGS ? t('expense.tagsTooMany', { most: MOST_TAGS }) : '';
}
