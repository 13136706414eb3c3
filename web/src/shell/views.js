/**
 * The views, each loaded when it is first shown. A view is `views/<folder>/<name>-view.js` and defines
 * the element `<name>-view`.
 */
import { html } from 'lit';

/** @typedef {import('../data/router.js').View} View */

const modules = import.meta.glob('../views/*/*-view.js');

/** @type {Set<View>} */
const loaded = new Set();

/** @param {View} view @returns {Promise<void>} */
export async function loadView(view) {
  const found = Object.keys(modules).find((path) => path.endsWith(`/${view}-view.js`));
  if (!found) throw new Error(`no view ${view}`);
  await modules[found]();
  loaded.add(view);
}

/** @param {View} view */
export const isLoaded = (view) => loaded.has(view);

/** @type {Record<View, () => import('lit').TemplateResult>} */
export const elements = {
  overview: () => html`<overview-view></overview-view>`,
  expenses: () => html`<expenses-view></expenses-view>`,
  recurring: () => html`<recurring-view></recurring-view>`,
  categories: () => html`<categories-view></categories-view>`,
  import: () => html`<import-view></import-view>`,
  people: () => html`<people-view></people-view>`,
  invitation: () => html`<invitation-view></invitation-view>`,
};
