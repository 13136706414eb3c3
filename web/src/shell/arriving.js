/**
 * Somebody comes with something in hand: by a shortcut of the installed app, or with what another app
 * has shared. The address says so, once.
 */
import { currentParams, currentView, href } from '../data/router.js';
import { takeShared } from '../data/shared.js';
import { store } from '../data/store.js';
import * as texts from '../writing/text/en/device.js';
import { addTexts } from '../writing/text.js';
import { t } from '../writing/expense-text.js';

/** No message is longer, nor does the line take more. */
const LONGEST = 600;

/** Once somebody is signed in. */
export async function arrive() {
  const { add, shared } = currentParams();
  // The import takes what was shared with it.
  if (currentView() !== 'overview' || (add === undefined && shared === undefined)) return;
  history.replaceState(history.state, '', href('overview'));
  if (shared === 'failed') {
    addTexts(texts);
    store.notify({ kind: 'error', text: t('shared.failed') });
    return;
  }
  // What was half typed when the page was left is not lost to what comes now.
  const typed = store.state.form;
  const { text } = shared === undefined ? { text: '' } : await takeShared();
  // A message of a bank or of a UPI app is read as what is typed in one line.
  if (text) store.openForm({ quick: true, line: text.replace(/\s+/g, ' ').slice(0, LONGEST) });
  else store.openForm();
  if (typed) {
    const restore = { label: t('expense.restore'), run: () => store.openForm(typed) };
    store.notify({ text: t('expense.discarded'), action: restore, timeout: 0 });
  }
}
