import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SOURCES = new URL('..', import.meta.url);
const ROOMS = ['parts', 'views', 'shell'];
/** What an element draws that may be newer than what it was given. */
const OF_THE_STORE =
  /\b(nameOf|colourOf|nameOfRule|memberName)\(|\bstore\.(category\(|categories|mayWrite|members\b)/u;
/** Elements that are drawn anew by what they are given, by each key, or as they open. */
const DRAWN_ANEW = [
  'parts/description-input/description-input.js',
  'parts/quick-entry/quick-entry.js',
  'parts/rule-question/rule-question.js',
  'views/overview/budgets/budget-editor.js',
  'views/overview/charts/category-breakdown.js',
  'views/overview/charts/category-trend.js',
];

it('each element that shows what the store knows is drawn again when that changes', () => {
  const stale = ROOMS.flatMap((room) =>
    /** @type {string[]} */ (
      readdirSync(new URL(room, SOURCES), { recursive: true, encoding: 'utf-8' })
    )
      .filter((path) => path.endsWith('.js') && !path.endsWith('.test.js'))
      .map((path) => `${room}/${path}`)
      .filter((path) => {
        const code = readFileSync(new URL(path, SOURCES), 'utf-8');
        const isElement = /^customElements\.define\(/mu.test(code);
        return isElement && OF_THE_STORE.test(code) && !code.includes('new StoreController(this)');
      }),
  );
  expect(stale.filter((path) => !DRAWN_ANEW.includes(path))).toEqual([]);
});
