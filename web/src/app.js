/**
 * The page's start: theme, settings, session; then the shell takes over and loads each view when it
 * is first shown.
 */
import './writing/style/index.css';
import { Api } from './data/api.js';
import { Auth, hasSession } from './data/auth.js';
import { loadConfig } from './data/config.js';
import { currentView, startRouter } from './data/router.js';
import './shell/expense-tracker.js';
import { loadView } from './shell/views.js';
import { store } from './data/store.js';
import { startTheme } from './writing/theme.js';

/** @typedef {import('./shell/expense-tracker.js').ExpenseTracker} ExpenseTracker */

startTheme();

const page = /** @type {ExpenseTracker} */ (document.querySelector('expense-tracker'));

async function start() {
  try {
    page.problem = null;
    const config = await loadConfig();
    const auth = new Auth(config.auth);
    page.auth = auth;
    const person = await auth.start();
    startRouter();
    if (person) store.open(new Api(config.api_url, auth), person);
    else store.emit({ session: 'signed-out' });
  } catch (error) {
    console.error(error);
    page.problem = page.auth ? /** @type {Error} */ (error).message : 'unreachable';
    store.emit({ session: 'signed-out' });
  }
}

page.addEventListener('restart', start);
start();
// The view's code comes while the settings do; the shell says it if it does not come.
if (hasSession()) loadView(currentView()).catch(() => {});
