import { t } from '../../writing/expense-text.js';
import { isDate } from '../../writing/dates.js';
import { isUncertain } from '../category-picker/proposed.js';
import { descriptionProblem } from '../description-input/description-problem.js';

/** The element that a message of a field is said at. @type {Record<string, string>} */
const PLACES = {
  line: 'quick-entry',
  amount_paise: 'amount-input',
  category: 'category-picker',
  description: 'description-input',
  date: 'date-input',
  tags: 'tags-input',
};

/**
 * Why what is typed can't be saved, by field, in the order of the dialog.
 *
 * @param {import('./entry.js').Fields} fields
 * @param {{line: string, amount: string, tags: string}} said by the fields that read what is typed, where it is wrong
 * @returns {Record<string, string>} empty where all is well
 */
export function problemsOf({ amount_paise, category, description, date }, said) {
  const { line, amount, tags } = said;
  const tooLong = descriptionProblem(description);
  return {
    ...(line ? { line } : {}),
    ...(amount_paise === null && !line
      ? { amount_paise: amount || t('expense.amountMissing') }
      : {}),
    ...(category ? {} : { category: t('expense.categoryMissing') }),
    ...(isUncertain(category) ? { category: t('expense.categoriesAwaited') } : {}),
    ...(tooLong ? { description: tooLong } : {}),
    ...(isDate(date) ? {} : { date: t('expense.dateMissing') }),
    ...(tags ? { tags } : {}),
  };
}

/** Where the first of them is settled. @param {Record<string, string>} problems @returns {string | undefined} */
export const placeOfFirst = (problems) => PLACES[Object.keys(problems)[0]];
