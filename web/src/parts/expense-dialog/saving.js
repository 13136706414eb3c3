import { askAboutNext } from '../repeating.js';
import { settledCategory } from '../category-picker/proposed.js';
import { shortMoney } from '../../writing/format.js';
import { t } from '../../writing/expense-text.js';
import { store } from '../../data/store.js';
import { written } from '../../reading/folding.js';

/** @typedef {import('../../types.js').ExpenseFields} ExpenseFields */

/**
 * Save what the dialog holds, and tell of it.
 *
 * @param {import('../../data/store/telling.js').Form} form that it was opened with
 * @param {ExpenseFields} typed
 * @returns {string} what was told
 */
export function save({ expense, settles }, typed) {
  const fields = {
    ...typed,
    // Only a refund is of an expense; one that was made an expense again names none.
    of: typed.kind === 'refund' ? typed.of : undefined,
    category: settledCategory(typed.category),
    description: written(typed.description).trim(),
  };
  if (settles) store.settle(settles);
  const about = expense ? edit(expense, fields) : store.addExpense(fields).id;
  const amount = shortMoney(fields.amount_paise);
  const category = store.category(fields.category)?.name ?? '';
  const added = fields.kind === 'refund' ? 'expense.refundAdded' : 'expense.added';
  const text = expense ? t('expense.saved') : t(added, { amount, category });
  store.notify({ text, about, timeout: 4000 });
  return text;
}

/** @param {import('../../types.js').Expense} expense @param {ExpenseFields} fields */
function edit(expense, fields) {
  store.editExpense(expense, fields);
  askAboutNext(expense, fields);
  if (expense.category !== fields.category && !fields.category.includes(':'))
    proposeRule(expense.id, fields);
  return expense.id;
}

/** @param {string} id @param {ExpenseFields} fields */
async function proposeRule(id, { description, category }) {
  const { payeeOf, proposeRule: propose } = await import('../payee-rule.js');
  await propose(store, payeeOf(description), category, { except: id });
}
