import { expect, it } from 'vitest';

/** @type {Record<string, string>} the code by path */
const SOURCES = import.meta.glob(['../{parts,views,shell}/**/*.js', '!**/*.test.js'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** What an element draws that may be newer than what it was given. */
const OF_THE_STORE =
  /\b(nameOf|colourOf|nameOfRule|memberName)\(|\bstore\.(category\(|categories|mayWrite|members\b)/u;
/** Elements that are drawn anew by what they are given, by each key, or as they open. */
const DRAWN_ANEW = [
  './description-input/description-input.js',
  './quick-entry/quick-entry.js',
  './rule-question/rule-question.js',
  '../views/overview/budgets/budget-editor.js',
  '../views/overview/charts/category-breakdown.js',
  '../views/overview/charts/category-trend.js',
];

it('each element that shows what the store knows is drawn again when that changes', () => {
  const elements = Object.entries(SOURCES).filter(([, code]) =>
    /^customElements\.define\(/mu.test(code),
  );
  const stale = elements.filter(
    ([, code]) => OF_THE_STORE.test(code) && !code.includes('new StoreController(this)'),
  );
  expect(elements.length).toBeGreaterThan(50);
  expect(stale.map(([path]) => path).sort()).toEqual(DRAWN_ANEW.sort());
});
