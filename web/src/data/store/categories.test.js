import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError, BusyError, UnreachableError } from '../api.js';
import 'fake-indexeddb/auto';
import { clearEveryone, Device } from '../device.js';
import { Categories } from './categories.js';
import { Outbox } from './outbox.js';

/** @param {string[]} refusals what was refused late, in words */
const storeOf = (refusals = []) => ({
  emit: () => {},
  failed: () => {},
  known: async () => null,
  refused: (/** @type {string} */ what) => void refusals.push(what),
  outbox: new Outbox(new Device('person-1'), { emit: () => {}, failed: () => {} }),
});
const club = { id: 'c-1', name: 'Chess club', colour: '#15803d', builtin: false, archived: false };
/** @type {{addCategory: any, listCategories: any, deleteCategory?: any}} */
let api;

beforeEach(async () => {
  await clearEveryone();
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

const open = () => new Categories('person-1', /** @type {any} */ (api), storeOf());
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

test('one whose answer the page did not live to see is sent again with its id', async () => {
  api.addCategory.mockReturnValueOnce(new Promise(() => {}));
  const { shown } = open().add({ name: 'Chess club', colour: club.colour });
  // The page is opened anew; the server had made it, and lists it.
  api.listCategories.mockResolvedValue({ items: [club] });
  const categories = open();
  await Promise.all([categories.load(), categories.resolve(shown.id)]);
  expect(await categories.resolve(shown.id)).toBe('c-1');
  expect(names(categories)).toEqual(['Chess club']);
  const [[first], [second]] = api.addCategory.mock.calls;
  expect(second).toEqual(first);
  expect(first.id).toBe(shown.id.slice('new:'.length));
});

test('one that is made while the list is on its way stays', async () => {
  const categories = open();
  const { stored } = categories.add({ name: 'Chess club' });
  api.listCategories.mockResolvedValueOnce({ items: [] }).mockResolvedValue({ items: [club] });
  await Promise.all([categories.load(), stored]);
  expect(names(categories)).toEqual(['Chess club']);
});

test('a merge goes on while the server has more to move, and is done where it was done', async () => {
  api.listCategories.mockResolvedValue({ items: [club] });
  const categories = open();
  await categories.load();
  api.deleteCategory = vi
    .fn()
    .mockRejectedValueOnce(new BusyError('busy'))
    .mockRejectedValueOnce(new ApiError(404, {}));
  await categories.merge('c-1', 'other');
  expect(api.deleteCategory.mock.calls).toEqual([
    ['c-1', 'other'],
    ['c-1', 'other'],
  ]);
  expect(names(categories)).toEqual([]);
});

test('a merge that is refused, or gets no answer, leaves the category', async () => {
  api.listCategories.mockResolvedValue({ items: [club] });
  const categories = open();
  await categories.load();
  for (const error of [new ApiError(422, {}), new UnreachableError('no answer')]) {
    api.deleteCategory = vi.fn().mockRejectedValue(error);
    await expect(categories.merge('c-1', 'other')).rejects.toBe(error);
    expect(names(categories)).toEqual(['Chess club']);
  }
});

test('a list that was asked for before a delete does not bring it back', async () => {
  api.listCategories.mockResolvedValue({ items: [club] });
  /** @type {() => void} */
  let gone = () => {};
  api.deleteCategory = vi.fn(
    () => new Promise((/** @type {(answer: void) => void} */ resolve) => (gone = resolve)),
  );
  const categories = open();
  await categories.load();
  const deleting = categories.delete('c-1');
  await vi.waitFor(() => expect(api.deleteCategory).toHaveBeenCalled());
  await categories.load();
  gone();
  await deleting;
  expect(names(categories)).toEqual([]);
});

test('a delete that is refused brings back that one alone', async () => {
  const other = { ...club, id: 'c-2', name: 'Tea' };
  api.listCategories.mockResolvedValue({ items: [club] });
  api.deleteCategory = async () => {
    api.listCategories.mockResolvedValue({ items: [club, other] });
    await categories.load();
    throw new ApiError(409, {});
  };
  const categories = open();
  await categories.load();
  await expect(categories.delete('c-1')).rejects.toBeInstanceOf(ApiError);
  expect(names(categories).sort()).toEqual(['Chess club', 'Tea']);
});

test('one that was made just before the page was loaded again is known by its id', async () => {
  const before = open();
  const { shown, stored } = before.add({ name: 'Chess club' });
  await stored;
  const id = shown.id.slice('new:'.length);
  api.listCategories.mockResolvedValue({ items: [{ ...club, id }] });
  expect(await open().resolve(shown.id)).toBe(id);
});

test('one that was refused elsewhere is refused', async () => {
  await expect(open().resolve('new:of-another-tab')).rejects.toBeInstanceOf(ApiError);
});
