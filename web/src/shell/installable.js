/**
 * The browser's word that the page can be installed, to be asked for once. It comes when the browser likes,
 * which may be before `installing.js` is here.
 *
 * @type {Promise<Event>}
 */
export const installable = new Promise((resolve) => {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    resolve(event);
  });
});
