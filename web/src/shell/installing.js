/**
 * Offers, once and where it helps, to put the page on the device as an app: at the third visit or
 * later of somebody who has entered something.
 */
import { store } from '../data/store.js';
import { t } from '../writing/text.js';
import { installable } from './installable.js';

const KEY = 'expense-tracker.visits';
const OFFERED = 'offered';
const ENOUGH_VISITS = 3;

/** The browser says when the page can be installed; where it never does, nobody is asked. */
export function offerToInstall() {
  const visits = localStorage.getItem(KEY);
  if (visits === OFFERED || matchMedia('(display-mode: standalone)').matches) return;
  const count = Number(visits) + (isNewVisit() ? 1 : 0);
  localStorage.setItem(KEY, String(count));
  if (count < ENOUGH_VISITS) return;
  installable.then((event) => whenSomethingIsThere(() => offer(/** @type {any} */ (event))));
}

/** A reload is none. */
function isNewVisit() {
  if (sessionStorage.getItem(KEY)) return false;
  sessionStorage.setItem(KEY, 'counted');
  return true;
}

/** @param {() => void} then */
function whenSomethingIsThere(then) {
  const stop = store.subscribe(look);
  look();
  function look() {
    if (store.state.form || !store.habits?.learnt) return;
    stop();
    then();
  }
}

/** @param {Event & {prompt: () => Promise<unknown>}} event */
function offer(event) {
  localStorage.setItem(KEY, OFFERED);
  store.notify({
    text: t('install.offer'),
    action: { label: t('install.take'), run: () => void event.prompt() },
    timeout: 0,
  });
}
