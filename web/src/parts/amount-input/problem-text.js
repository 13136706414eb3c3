import { MAX_PAISE } from '../../reading/money.js';
import { shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';

/** @param {import('../../reading/amount.js').AmountProblem} problem @returns {string} in words */
export function problemText(problem) {
  switch (problem) {
    case 'too-fine':
      return t('expense.amountTooFine');
    case 'too-large':
      return t('expense.amountTooLarge', { amount: shortMoney(MAX_PAISE) });
    case 'unreadable':
      return t('expense.amountUnreadable');
    default:
      return t('expense.amountMissing');
  }
}
