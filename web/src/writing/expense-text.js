/**
 * `t`, with the texts of the list of expenses and of entering one: the total is shown before they are needed.
 */
import { addTexts } from './text.js';
import { expense } from './text/en/expense.js';
import { expenses } from './text/en/expenses.js';

addTexts({ expense, expenses });

export { t } from './text.js';
