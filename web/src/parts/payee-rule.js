/**
 * Proposing a rule where a person has put an expense of a payee into a category by hand: "Always put Corner
 * Bakery in Groceries, and the 14 earlier ones?"
 */
import { foldedPayee } from '../reading/folding.js';
import { payeeOf } from '../reading/payees.js';
import { number } from '../writing/format.js';
import { t } from '../writing/expense-text.js';

export { payeeOf };

/** @typedef {import('../types.js').Expense} Expense */

const ASKED_MS = 20_000;
/** Looking for earlier ones isn't worth waiting longer for. */
const LOOK_MS = 4000;

/**
 * @param {import('../data/store.js').Store} store
 * @param {string} payee
 * @param {string} category its id
 * @param {{except?: string}} [options] the expense that was corrected
 */
export async function proposeRule(store, payee, category, { except } = {}) {
  const name = store.category(category)?.name;
  if (!payee || !name) return;
  await store.payees.load();
  if (store.payees.rule(payee)?.category === category) return;
  const earlier = (await expensesOf(store, payee)).filter(
    (expense) => expense.category !== category && expense.id !== except,
  );
  const count = earlier.length;
  store.notify({
    id: `rule:${foldedPayee(payee)}`,
    text: t(count ? 'expense.rule.askWithEarlier' : 'expense.rule.ask', {
      ...{ payee, category: name, count, shown: number(count) },
    }),
    action: {
      label: t('expense.rule.always'),
      run: () => void always(store, payee, category, earlier),
    },
    timeout: ASKED_MS,
  });
}

/** @param {import('../data/store.js').Store} store @param {string} payee @returns {Promise<Expense[]>} */
async function expensesOf(store, payee) {
  const folded = foldedPayee(payee);
  try {
    const found = await store.loadAll({ q: payee }, { signal: AbortSignal.timeout(LOOK_MS) });
    return found.filter(({ description }) => foldedPayee(payeeOf(description)) === folded);
  } catch {
    return [];
  }
}

/**
 * @param {import('../data/store.js').Store} store
 * @param {string} payee
 * @param {string} category
 * @param {Expense[]} earlier
 */
async function always(store, payee, category, earlier) {
  try {
    await store.payees.teach(payee, { category });
  } catch {
    store.notify({ text: t('expense.rule.failed', { payee }), kind: 'error' });
    return;
  }
  for (const expense of earlier) store.editExpense(expense, { category });
  store.notify({ text: t('expense.rule.taught', { payee }) });
}
