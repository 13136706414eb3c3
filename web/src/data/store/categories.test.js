import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../api.js';
import { Categories } from './categories.js';

const store = { emit: () => {}, failed: () => {}, reached: () => {} };
const club = { id: 'c-1', name: 'Chess club', colour: '#15803d', builtin: false, archived: false };
/** @type {{addCategory: any, listCategories: any}} */
let api;

beforeEach(() => {
  const methods = {
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void (kept[key] = value),
    removeItem: (/** @type {string} */ key) => void delete kept[key],
  };
  /** @type {Record<string, any>} */
  const kept = Object.create(methods);
  vi.stubGlobal('localStorage', kept);
  api = {
    addCategory: vi.fn(async () => club),
    listCategories: vi.fn(async () => ({ items: [] })),
  };
});
afterEach(() => vi.unstubAllGlobals());

const open = () => new Categories('person-1', /** @type {any} */ (api), store);
const names = (/** @type {Categories} */ categories) => categories.items.map(({ name }) => name);

test('a new one is there at once, and takes the server’s id', async () => {
  const categories = open();
  const { shown, stored } = categories.add({ name: 'Chess club' });
  expect(categories.find(shown.id)?.name).toBe('Chess club');
  await stored;
  expect(categories.items.map(({ id }) => id)).toEqual(['c-1']);
  expect(await categories.resolve(shown.id)).toBe('c-1');
});

test('one that is refused is taken back', async () => {
  api.addCategory.mockRejectedValue(new ApiError(422, {}));
  const categories = open();
  await expect(categories.add({ name: 'x' }).stored).rejects.toBeInstanceOf(ApiError);
  expect(names(categories)).toEqual([]);
});

test('one whose answer the page did not live to see is found again', async () => {
  api.addCategory.mockReturnValue(new Promise(() => {}));
  const { shown } = open().add({ name: 'Chess club', colour: club.colour });
  // The page is opened anew; the server had made it, and lists it.
  api.addCategory.mockRejectedValue(new ApiError(409, {}));
  api.listCategories.mockResolvedValue({ items: [club] });
  const categories = open();
  await Promise.all([categories.load(), categories.resolve(shown.id)]);
  expect(await categories.resolve(shown.id)).toBe('c-1');
  expect(names(categories)).toEqual(['Chess club']);
});

test('one that is made while the list is on its way stays', async () => {
  const categories = open();
  const { stored } = categories.add({ name: 'Chess club' });
  await Promise.all([categories.load(), stored]);
  expect(names(categories)).toEqual(['Chess club']);
});
