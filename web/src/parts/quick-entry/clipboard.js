/** A message that was copied in another app, to be read as one line. */
import { store } from '../../data/store.js';
import { t } from '../../writing/expense-text.js';

/** Only browsers that let the page ask have it. */
export const canPaste = () => Boolean(navigator.clipboard?.readText);

/** @returns {Promise<string>} empty where the browser does not let the page read it, which is said */
export async function pastedLine() {
  try {
    const text = await navigator.clipboard.readText();
    return text.replace(/\s+/g, ' ').trim();
  } catch {
    store.announce(t('expense.notPasted'));
    return '';
  }
}
