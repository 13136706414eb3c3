/**
 * The page's start: theme, settings, session; then the shell takes over and loads each view when it
 * is first shown.
 */
import './writing/style/index.css';
import { Api } from './data/api.js';
import { Auth } from './data/auth.js';
import { loadConfig } from './data/config.js';
import { takeInvitation } from './data/invitation.js';
import { askedLedger } from './data/asked-ledger.js';
import { currentLedger, currentView, onNavigate, startRouter } from './data/router.js';
import { whenAtRest } from './shell/at-rest.js';
import './shell/expense-tracker.js';
import './shell/installable.js';
import { loadView } from './shell/views.js';
import { store } from './data/store.js';
import { hasSession } from './data/stored-session.js';
import { startTheme } from './writing/theme.js';

/** @typedef {import('./shell/expense-tracker.js').ExpenseTracker} ExpenseTracker */

startTheme();

const page = /** @type {ExpenseTracker} */ (document.querySelector('expense-tracker'));

async function start() {
  try {
    page.problem = null;
    const config = await loadConfig();
    takeInvitation();
    const auth = new Auth(config);
    page.auth = auth;
    const person = await auth.start();
    startRouter();
    if (person) {
      await store.open(new Api(config.api_url, auth), person, askedLedger());
      onNavigate(() => currentLedger() === store.ledger.id || store.enter(currentLedger()));
      if (/[?&](add|shared)\b/.test(location.search))
        (await import('./shell/arriving.js')).arrive();
    } else store.emit({ session: 'signed-out' });
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

// Without it the page is as it was. The page may have been loaded before this runs.
const keepIt = () =>
  whenAtRest(() =>
    import('./shell/release.js').then(({ keepRelease }) => keepRelease(), console.warn),
  );
if (document.readyState === 'complete') keepIt();
else addEventListener('load', keepIt);
