/** Changing a budget, wherever that is asked for: shown at once, and told when it is refused. */
import { ApiError } from '../data/api.js';
import { store } from '../data/store.js';
import { addTexts, t } from '../writing/text.js';
import { categories } from '../writing/text/en/categories.js';

addTexts({ categories });

/**
 * @param {string} category its id, or `total`
 * @param {string} month `YYYY-MM`, from which on it holds
 * @param {number | null} paise null for none
 * @returns {Promise<boolean>} false where it was refused, which has been said
 */
export async function changeBudget(category, month, paise) {
  try {
    await store.budgets.change(category, month, paise);
    return true;
  } catch (error) {
    const reason = error instanceof ApiError ? error.message : t('connection.failing');
    const text = t('categories.budgetRefused', {
      category: store.budgets.subject(category),
      reason,
    });
    store.notify({ kind: 'error', text });
    return false;
  }
}
