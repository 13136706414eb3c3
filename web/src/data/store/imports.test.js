import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';

import { clearEveryone, Device } from '../device.js';
import { Imports } from './imports.js';

/** @param {string} id @param {Partial<import('./imports.js').PastImport>} [more] */
const past = (id, more = {}) => ({
  ...{ id, name: 'x.csv', at: '2026-11-25', total: 100, ids: ['a'] },
  ...more,
});
const importsOf = (/** @type {string} */ person) => new Imports(new Device(person), () => {});
/** What the device keeps. @param {string} person */
async function kept(person) {
  const imports = importsOf(person);
  await imports.load();
  return imports.items;
}

beforeEach(clearEveryone);

it('is kept on the device, the newest first, each person’s apart', async () => {
  const imports = importsOf('asha');
  await imports.keep(past('1'));
  await imports.keep(past('2'));
  expect((await kept('asha')).map(({ id }) => id)).toEqual(['2', '1']);
  expect(await kept('ravi')).toEqual([]);
});

it('is kept anew as it goes on, also after a reload and in another tab', async () => {
  const [here, elsewhere] = [importsOf('asha'), importsOf('asha')];
  await here.keep(past('1', { unfinished: true }));
  await elsewhere.load();
  await here.keep(past('1', { ids: ['a', 'b'] }));
  expect(await kept('asha')).toEqual([past('1', { ids: ['a', 'b'] })]);
  await elsewhere.load();
  expect(elsewhere.items).toEqual(here.items);
});

it('forgets what is taken back, and the oldest of many', async () => {
  const imports = importsOf('asha');
  for (let number = 100; number < 155; number += 1) await imports.keep(past(String(number)));
  await imports.forget('154');
  const ids = (await kept('asha')).map(({ id }) => id);
  expect([ids.length, ids[0], ids[ids.length - 1]]).toEqual([49, '153', '105']);
});
